"""What one document gains beside its text: parts, links, notes, lists, whole sub-documents."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.parts import Parts

if TYPE_CHECKING:
    from generator.documents.packages.kinds import Kind
    from generator.documents.packages.package import Member
    from generator.documents.subdocuments.notes import NoteBook
    from generator.model import Problem
    from generator.render.forgotten import Forgotten
    from generator.render.rich_gains import RichGains
    from generator.render.rich_writer import RichWriter
    from generator.render.template import Template


@dataclass(slots=True)
class Gains:
    """The gains of one document; `fresh` gives ids of drawings that nothing has.

    Links, notes and sub-documents are no matter of most documents: what knows of them is loaded
    when the first one comes.
    """

    template: Template
    parts: Parts
    fresh: Iterator[int]
    _rich: RichGains | None = None

    @classmethod
    def of(cls, template: Template, kind: Kind) -> Gains:
        """Those of a document of some kind that is about to be made: none."""
        parts = Parts(template.package, template.office.kind, kind)
        return cls(template, parts, itertools.count(template.highest_id + 1))

    @property
    def rich(self) -> RichGains:
        """What it gains by links, notes and sub-documents."""
        if self._rich is None:
            from generator.render.rich_gains import RichGains

            self._rich = RichGains.of(self.template, self.parts, self.fresh)
        return self._rich

    def writer(self) -> RichWriter:
        """What writes the document's rich values."""
        return self.rich.writer()

    @property
    def notices(self) -> tuple[Problem, ...]:
        """What a reader of sub-documents might miss in the whole."""
        return () if self._rich is None else self._rich.notices

    def closed(self, parts: Parts, part: str, text: str) -> str:
        """A part's text with its notes taken out and its filled addresses closed.

        Their relations go to `parts`.
        Raises FactpackError for an address that a document should not open.
        """
        if not (self.template.opened_links or self.template.source.notes.static):
            return text
        return self.rich.closed(parts, part, text)

    @property
    def books(self) -> Mapping[str, NoteBook]:
        """The notes that were added, those of sub-documents too, by kind."""
        return {} if self._rich is None else self._rich.books

    def finish(self, forgotten: Forgotten) -> dict[str, bytes | Member]:
        """All members that differ from the template's."""
        if self._rich is None and not self.template.source.notes.static:
            return self.parts.finish()
        return self.rich.finish(forgotten)
