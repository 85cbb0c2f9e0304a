"""A record of a fact file, read by a list of fields: what is missing, unknown or wrong is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Generic, TypeVar

from generator.files import Node
from generator.model import Place, Problem, error

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class BadValue(Exception):
    """A value that does not fit its field: what is wrong, what to do, and where if deeper."""

    def __init__(self, problem: str, next: str, place: Place | None = None) -> None:
        super().__init__(problem)
        self.problem, self.next, self.place = problem, next, place


@dataclass(frozen=True, slots=True)
class Field(Generic[T_co]):
    """A field by its name: how its node is read, and what stands for it where it is absent.

    `read` raises BadValue. A required field must be there and, unless it `may_be_empty`, filled.
    """

    name: str
    read: Callable[[Node], T_co]
    default: T_co
    required: bool = False
    may_be_empty: bool = False


class Record:
    """The fields of one entry, as nodes; problems are added to the list it was given."""

    def __init__(
        self,
        kind: str,
        id: str,
        node: Node,
        fields: Sequence[Field[object]],
        problems: list[Problem],
    ) -> None:
        self.id = id
        self.place = node.key_place
        self._problems = problems
        self._nodes = _filled(node, fields, kind, problems)
        if node.value and not isinstance(node.value, dict):
            return  # that no fields are there has been said
        names = [field.name for field in fields]
        for name in self._nodes:
            if name not in names:
                problems.append(_unknown(name, self._nodes[name], names, f"{kind} “{id}”"))
        for field in fields:
            if field.required and field.name not in self._nodes:
                problems.append(_missing(field.name, self.place, f"{kind} “{id}”"))

    def __getitem__(self, field: Field[T]) -> T:
        node = self._nodes.get(field.name)
        if node is None:
            return field.default
        try:
            return field.read(node)
        except BadValue as bad:
            place = bad.place or node.place
            self._problems.append(error(place, f"{field.name}: {bad.problem}", bad.next))
            return field.default

    def __contains__(self, field: Field[object]) -> bool:
        return field.name in self._nodes

    def place_of(self, field: Field[object]) -> Place:
        """Where a field's value stands; where it is absent, the entry."""
        node = self._nodes.get(field.name)
        return self.place if node is None else node.place


def entries(node: Node, what: str, problems: list[Problem]) -> dict[str, Node]:
    """The entries of a mapping; an empty file or value has none."""
    if isinstance(node.value, dict):
        return node.value
    if node.value:
        problems.append(
            error(
                node.place,
                f"{what} should be a list of names with their fields, and is not.",
                "Write “name:” and the fields below it, indented (with the plain “:”, not “：”).",
            )
        )
    return {}


def nearest(name: str, known: Iterable[str]) -> str:
    """A next step that begins with the known name that looks most like `name`, if any does."""
    close = get_close_matches(name, list(known), 1)
    return f"Did you mean “{close[0]}”?" if close else ""


def _filled(
    node: Node, fields: Sequence[Field[object]], kind: str, problems: list[Problem]
) -> dict[str, Node]:
    """The nodes by name; one with nothing in it counts as absent where that says nothing."""
    may_be_empty = {field.name for field in fields if field.may_be_empty}
    nodes = entries(node, f"This {kind}", problems)
    return {name: entry for name, entry in nodes.items() if entry.value or name in may_be_empty}


def _unknown(name: str, node: Node, known: Sequence[str], whose: str) -> Problem:
    hint = nearest(name, known) or f"Known are: {', '.join(known)}."
    return error(node.key_place, f"{whose} has no field “{name}”.", hint)


def _missing(name: str, place: Place, whose: str) -> Problem:
    return error(place, f"{whose} lacks “{name}”.", f"Add “{name}: …” to it.")
