"""The notes of one document while it is made: those of the template that moved, and new ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from generator.documents.note_parts import NoteParts
from generator.documents.packages.package import Package
from generator.documents.packages.parsing import parse
from generator.documents.packages.relations import read_relations
from generator.documents.skeletons.cut import DECLARATION
from generator.documents.subdocuments.notes import (
    KINDS,
    NoteBook,
    NoteKind,
    name_separators,
    new_notes,
    read_notes,
)
from generator.documents.subdocuments.xml import before_end

if TYPE_CHECKING:
    from generator.documents.subdocuments.host import HostState

_MADE = re.compile("\x02M(footnote|endnote)(-?[0-9]+)\x03([^\x02]*)\x02N\x03(.*?)\x02N/\x03", re.S)
_OWN_ID = "\x02m\x03"


@dataclass(slots=True)
class NoteLedger:
    """The notes of one document: which ids they have, and the text of those that were added."""

    package: Package
    main: str
    parts: NoteParts
    books: dict[str, NoteBook] = field(default_factory=dict)
    created: dict[str, bytes] = field(default_factory=dict)
    host: HostState | None = None
    _used: set[tuple[str, str]] = field(default_factory=set)

    def book(self, kind: NoteKind) -> NoteBook:
        """The notes of a kind; a part is made for them when there is none."""
        if kind.name not in self.books:
            self.books[kind.name] = self.host.notes(kind) if self.host else self._open(kind)
        return self.books[kind.name]

    def join(self, host: HostState) -> None:
        """From now on the notes are those of a document that takes others in."""
        self.host = host
        for kind in KINDS:
            own = self.books.get(kind.name)
            if own is not None:
                book = self.books[kind.name] = host.notes(kind)
                book.highest = max(book.highest, own.highest)
                book.texts[:0] = own.texts
        self.created.clear()

    def take(self, text: str) -> str:
        """The body's text without the notes that were made in it; they have their ids now."""
        return _MADE.sub(self._taken, text) if "\x02N\x03" in text else text

    def settings(self) -> dict[str, bytes]:
        """The settings with the separators of new notes, by their name; none in a file without."""
        relations = read_relations(self.package, self.main)
        name = next((r.target for r in relations if r.kind == "settings"), "")
        if name not in self.package:
            return {}
        root = parse(self.package.read(name), self.package.place)
        name_separators(root, [kind for kind in KINDS if kind.name in self.created])
        return {name: (DECLARATION + etree.tostring(root, encoding="unicode")).encode()}

    def written(self, kind: NoteKind, xml: bytes | None) -> bytes:
        """A part with the notes that were added; `xml` is what it holds so far, if it changed."""
        book = self.books[kind.name]
        known = xml or self.created.get(kind.name) or self.static(kind)
        return before_end(known, "".join(book.texts))

    def static(self, kind: NoteKind) -> bytes:
        """A part without what moved."""
        left = self.parts.static.get(kind.name)
        return left.xml if left else self.package.read(self.parts.names[kind.name])

    def moved(self) -> Iterator[tuple[str, str]]:
        """The parts of which notes moved, each with all that stands in it now."""
        for kind, left in self.parts.static.items():
            texts = self.books[kind].texts if kind in self.books else []
            yield left.part, "".join([left.xml.decode(), *texts])

    def _taken(self, made: re.Match[str]) -> str:
        kind = next(kind for kind in KINDS if kind.name == made[1])
        book = self.book(kind)
        first = (made[1], made[2]) not in self._used
        self._used.add((made[1], made[2]))
        id = made[2] if first else book.next()
        book.texts.append(made[4].replace(_OWN_ID, id))
        return id + made[3]

    def _open(self, kind: NoteKind) -> NoteBook:
        name = self.parts.names.get(kind.name)
        if name is None:
            folder = self.main.rpartition("/")[0]
            name = f"{folder}/{kind.plural}.xml".lstrip("/")
            book, self.created[kind.name] = new_notes(kind, name)
            return book
        book = read_notes(kind, name, parse(self.static(kind), self.package.place))
        left = self.parts.static.get(kind.name)
        book.highest = max(book.highest, left.highest if left else 0)
        return book
