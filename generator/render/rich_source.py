"""The documents that are set into a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.documents.subdocuments.document import SubDocument
from generator.documents.subdocuments.graft import graft
from generator.documents.subdocuments.host import HostState
from generator.model import FactpackError, Place, Problem
from generator.render.places import TagPlace
from generator.render.rich_blocks import Subdoc
from generator.render.rich_text import Unplaced
from generator.render.word_source import WordSource


@dataclass(slots=True)
class Inclusions:
    """The sub-documents of one document; `notices` are what a reader might miss in it."""

    source: WordSource
    fresh: Iterator[int]
    opened: HostState | None = None
    notices: list[Problem] = field(default_factory=list)
    _read: dict[int, tuple[Subdoc, SubDocument]] = field(default_factory=dict)

    def state(self) -> HostState:
        """What the document has gained so far."""
        if self.opened is None:
            self.opened = HostState(self.source.host(), self.fresh)
        return self.opened

    def include(self, place: TagPlace, value: Subdoc) -> str:
        """The paragraphs of a sub-document. Raises Unplaced for one that cannot come."""
        try:
            made = graft(self._sub(value), self.state(), place.member)
        except FactpackError as refused:
            problem = refused.problems[0]
            raise Unplaced(f"{problem.problem} {problem.next}") from None
        self.notices += made.notices
        return made.blocks

    def _sub(self, value: Subdoc) -> SubDocument:
        """Read once, however often it is shown."""
        known = self._read.get(id(value))
        if known is None:
            read = SubDocument.read(value.__data__(), Place(value.name))
            known = self._read[id(value)] = (value, read)
        return known[1]
