"""What one document gains by rich values: links, notes, lists, whole sub-documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.documents.hyperlinks import close_links
from generator.documents.note_ledger import NoteLedger
from generator.documents.packages.addresses import NoAddress, address
from generator.documents.packages.package import Member, unpacked
from generator.documents.subdocuments.host import HostState
from generator.documents.subdocuments.notes import KINDS, NoteBook, NoteKind
from generator.documents.subdocuments.xml import before_end
from generator.documents.vocabulary import WORD
from generator.model import FactpackError, Place, Problem, error
from generator.render.forgotten import Forgotten, missing
from generator.render.parts import Parts
from generator.render.places import TagPlace
from generator.render.rich_blocks import Subdoc
from generator.render.rich_lists import ListWriter
from generator.render.rich_notes import NoteWriter
from generator.render.rich_runs import SlideRuns, WordRuns
from generator.render.rich_source import Inclusions
from generator.render.rich_writer import RichWriter
from generator.render.template import Template


@dataclass(slots=True)
class RichGains:
    """Gains that begin with the first rich value, or the first note or address that is filled."""

    template: Template
    parts: Parts
    fresh: Iterator[int]
    notes: NoteWriter
    inclusions: Inclusions

    @classmethod
    def of(cls, template: Template, parts: Parts, fresh: Iterator[int]) -> RichGains:
        """None so far."""
        source = template.source
        ledger = NoteLedger(template.package, source.main, source.notes)
        notes = NoteWriter(ledger, source.styles)
        return cls(template, parts, fresh, notes, Inclusions(source, fresh))

    def writer(self) -> RichWriter:
        """What writes the document's rich values."""
        if self.template.office.words is not WORD:
            return RichWriter(self.template.fragments, self.parts, SlideRuns(self.parts))
        lists = ListWriter(self.state)
        runs = WordRuns(
            self.parts, self.template.source.styles, self.fresh, self.notes, lists,
            self._include,
        )  # fmt: skip
        return RichWriter(self.template.fragments, self.parts, runs)

    def state(self) -> HostState:
        """The document as a host of others; what notes it has already are the host's from then."""
        known = self.inclusions.opened
        if known is None:
            known = self.inclusions.state()
            self.notes.ledger.join(known)
        return known

    def _include(self, place: TagPlace, value: Subdoc) -> str:
        self.state()
        return self.inclusions.include(place, value)

    @property
    def books(self) -> Mapping[str, NoteBook]:
        """See `Gains.books`."""
        opened = self.inclusions.opened
        return {**self.notes.ledger.books, **(opened.books if opened else {})}

    @property
    def notices(self) -> tuple[Problem, ...]:
        """What a reader of sub-documents might miss in the whole."""
        return tuple(dict.fromkeys(self.inclusions.notices))

    # -- when the text is there --------------------------------------------------------------

    def closed(self, parts: Parts, part: str, text: str) -> str:
        """See `Gains.closed`."""
        return self._linked(parts, part, self.notes.ledger.take(text))

    def finish(self, forgotten: Forgotten) -> dict[str, bytes | Member]:
        """All members that differ from the template's."""
        ledger, state = self.notes.ledger, self.inclusions.opened
        for kind in KINDS:
            self._finish_notes(kind, state is not None)
        for part, text in ledger.moved():
            forgotten.let_go(self.parts, part, missing(text, ledger.parts.named[part]))
        members = self.parts.finish()
        if state is not None:
            members = state.finish(members)
        elif ledger.created:
            members.update(ledger.settings())
        self._finish_styles(members)
        return members

    def _finish_notes(self, kind: NoteKind, hosted: bool) -> None:
        ledger, members = self.notes.ledger, self.parts.members
        if kind.name in ledger.parts.static:
            members.setdefault(ledger.parts.names[kind.name], ledger.static(kind))
        book = ledger.books.get(kind.name)
        if book is None:
            return
        book.texts[:] = [self._linked(self.parts, book.part, text) for text in book.texts]
        if hosted:
            return
        known = members.get(book.part)
        members[book.part] = ledger.written(kind, unpacked(known) if known is not None else None)
        if kind.name in ledger.created:
            self.parts.add_override(book.part, kind.type)
            self.parts.relate(ledger.main, kind.plural, book.part)

    def _finish_styles(self, members: dict[str, bytes | Member]) -> None:
        part = self.template.source.styles.part() if self.notes.new_styles else ""
        if not part:
            return
        changed = members.get(part)
        known = self.template.package.read(part) if changed is None else unpacked(changed)
        added = [
            xml
            for id, xml in self.notes.new_styles.items()
            if f'w:styleId="{id}"'.encode() not in known
        ]
        members[part] = before_end(known, "".join(added))

    def _linked(self, parts: Parts, part: str, text: str) -> str:
        def relation(written: str) -> str:
            try:
                return parts.link(part, address(written))
            except NoAddress as reason:
                where = self.template.office.parts.get(part, part)
                problem = f"The address {written!r} of a link cannot be used: {reason}."
                step = "Give an address that begins with http:, https: or mailto:."
                raise FactpackError(
                    [error(Place(self.template.file, None, where), problem, step)]
                ) from None

        return close_links(text, relation)
