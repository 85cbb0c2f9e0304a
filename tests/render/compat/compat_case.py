"""What a case of compatibility is, and what it needs of an engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

Context = Mapping[str, object]


class Rich(Protocol):
    """Text in several looks, grown piece by piece."""

    def add(self, text: object, **looks: object) -> object: ...


class Kit(Protocol):
    """The values that an engine makes for its templates."""

    def rich(self, text: object = None, **looks: object) -> Rich: ...

    def rich_paragraph(self, text: object = None, **looks: object) -> Rich: ...

    def listing(self, text: str) -> object: ...

    def image(self, data: bytes, **size: object) -> object:
        """A picture in the line; `width` and `height` in mm, `anchor` what a click opens."""

    def link(self, target: str) -> str:
        """What ``url_id`` takes for a target."""

    def subdocument(self, docx: bytes | None = None) -> object:
        """A document to fill with python-docx's words, or one that is there already."""


@dataclass(frozen=True)
class Fails:
    """The engine refuses the template or its values; `words` stand in what it says."""

    words: str


Outcome = tuple[str, ...] | Fails


@dataclass(frozen=True)
class Case:
    """One template, what it is given, and what a reader then sees (in `compat_words`).

    Without `better` docxtpl shows the same. With it we must not do as docxtpl does, for that
    reason; `peer` is what docxtpl does.

    `parts`, `core`, `members` and `links` go into the file (see `compat_docx.docx`); `replaced`
    are calls by the name of docxtpl's method, each with what is replaced and by what. `names` asks
    for the names that the template needs and that the context lacks, and not for a document;
    `first` is rendered before with the same template.
    """

    name: str
    body: str
    context: Context | Callable[[Kit], Context]
    shows: Outcome
    better: str = ""
    peer: Outcome = ()
    parts: Mapping[str, str] = field(default_factory=dict)
    core: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, bytes] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    filters: Mapping[str, Callable[..., object]] = field(default_factory=dict)
    replaced: tuple[tuple[str, str | bytes, bytes], ...] = ()
    first: Context | None = None
    autoescape: bool = False
    names: bool = False
    widths: bool = False

    @property
    def by_docxtpl(self) -> Outcome:
        return self.peer if self.better else self.shows

    def given(self, kit: Kit) -> Context:
        return self.context(kit) if callable(self.context) else self.context


def same(name: str, body: str, context: object, *shows: str | Fails, **more: object) -> Case:
    """A case in which docxtpl shows the same as we do, or refuses as we do."""
    outcome = shows[0] if shows and isinstance(shows[0], Fails) else shows
    return Case(name, body, context, outcome, **more)  # type: ignore[arg-type]


def better(
    name: str, body: str, context: object, shows: Outcome, reason: str, peer: Outcome,
    **more: object,
) -> Case:  # fmt: skip
    """A case in which we must differ, and why."""
    assert reason
    return Case(name, body, context, shows, reason, peer, **more)  # type: ignore[arg-type]
