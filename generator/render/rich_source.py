"""The documents that are set into a document."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.documents.subdocuments.document import SubDocument
from generator.documents.subdocuments.graft import graft
from generator.documents.subdocuments.host import HostState
from generator.model import FactpackError, Place, Problem, Use
from generator.render.places import TagPlace
from generator.render.rich_blocks import Included, Subdoc
from generator.render.rich_text import Unplaced
from generator.render.word_source import WordSource

if TYPE_CHECKING:
    from generator.render.values import Rendered

Fill = Callable[[Included], "Rendered | None"]
Adopt = Callable[[TagPlace, str, Iterable[Use]], str]


def _fill_nothing(_: Included) -> None:
    return None


def _adopt_nothing(_place: TagPlace, xml: str, _uses: Iterable[Use]) -> str:
    return xml


@dataclass(slots=True)
class Inclusions:
    """The sub-documents of one document; `notices` are what a reader might miss in it.

    `fill` gives what a template includes with its tags filled, None where it has none; `adopt`
    takes over the figures that stand in a sub-document.
    """

    source: WordSource
    fresh: Iterator[int]
    opened: HostState | None = None
    notices: list[Problem] = field(default_factory=list)
    fill: Fill = _fill_nothing
    adopt: Adopt = _adopt_nothing
    _read: dict[int, tuple[Subdoc, SubDocument]] = field(default_factory=dict)

    def state(self) -> HostState:
        """What the document has gained so far."""
        if self.opened is None:
            self.opened = HostState(self.source.host(), self.fresh)
        return self.opened

    def include(self, place: TagPlace, value: Subdoc) -> str:
        """The paragraphs of a sub-document. Raises Unplaced for one that cannot come."""
        filled = self.fill(value) if isinstance(value, Included) else None
        state, uses = self.state(), filled.uses if filled else ()
        try:
            sub = self._filled(value, filled) if filled else self._sub(value)
            known = {kind: len(state.notes(kind).texts) for kind in sub.kinds()}
            made = graft(sub, state, place.member)
        except FactpackError as refused:
            problem = refused.problems[0]
            raise Unplaced(f"{problem.problem} {problem.next}") from None
        self.notices += made.notices
        blocks = self.adopt(place, made.blocks, (use for use in uses if not _in_note(use)))
        for kind, count in known.items():
            texts = state.notes(kind).texts
            own = [use for use in uses if _in_note(use) and f", {kind.name} " in use.place.where]
            texts[count:] = [self.adopt(place, text, own) for text in texts[count:]]
        return blocks

    def _sub(self, value: Subdoc) -> SubDocument:
        """Read once, however often it is shown."""
        known = self._read.get(id(value))
        if known is None:
            read = SubDocument.read(value.__data__(), Place(value.name))
            known = self._read[id(value)] = (value, read)
        return known[1]

    @staticmethod
    def _filled(value: Subdoc, filled: Rendered) -> SubDocument:
        """A filled document; its styles are those of the file, however often that is included."""
        read = SubDocument.read(filled.data, Place(value.name))
        return replace(read, digest=hashlib.sha256(value.__data__()).hexdigest())


def _in_note(use: Use) -> bool:
    return ", footnote " in use.place.where or ", endnote " in use.place.where
