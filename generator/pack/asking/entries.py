"""What a file brings: sources, statements and facts, as nodes with the places of their cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.files import Node
from generator.files.yaml_writing import Value


@dataclass(frozen=True, slots=True)
class Incoming:
    """Entries by id; statements by the id of their source first.

    `edition` is the day that a form asks for, empty for a table; `open` are the rows that were
    left without a value, with their notes. `own_text` says that the file itself is the source.
    """

    name: str
    sources: dict[str, Node] = field(default_factory=dict)
    statements: dict[str, dict[str, Node]] = field(default_factory=dict)
    facts: dict[str, Node] = field(default_factory=dict)
    edition: str = ""
    open: tuple[tuple[str, str], ...] = ()
    own_text: bool = False


def plain_value(node: Node) -> Value:
    """A node as what is written into a fact file; empty fields are left out."""
    if isinstance(node.value, dict):
        pairs = ((name, plain_value(entry)) for name, entry in node.value.items())
        return {name: value for name, value in pairs if value}
    if isinstance(node.value, list):
        return [str(item.value) for item in node.value]
    return node.value


def entry(node: Node) -> Mapping[str, Value]:
    """The fields of an entry."""
    value = plain_value(node)
    assert isinstance(value, Mapping)
    return value
