"""The document that sub-documents come into: what it has, and what it gains."""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from generator.documents.packages.package import Member, Package
from generator.documents.packages.parsing import parse
from generator.documents.packages.relations import read_relations
from generator.documents.skeletons.cut import DECLARATION
from generator.documents.subdocuments.carry import Cargo
from generator.documents.subdocuments.names import Names
from generator.documents.subdocuments.notes import (
    KINDS,
    NoteBook,
    NoteKind,
    name_separators,
    new_notes,
    read_notes,
)
from generator.documents.subdocuments.numbering import NumberBook
from generator.documents.subdocuments.styles import StyleBook, read_sheet
from generator.documents.subdocuments.xml import Head, before_end, new_part, read_head
from generator.documents.wordprocessing import text_parts

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


@dataclass(frozen=True, slots=True)
class Host:
    """A Word template as sub-documents see it, read once for all documents made from it.

    `stories` are the parts with text, `names` the parts by the kind of their relationship.
    """

    package: Package
    main: str
    stories: Mapping[str, etree._Element]
    names: Mapping[str, str]
    styles: etree._Element | None
    numbering: etree._Element | None


def read_host(package: Package, main: str) -> Host:
    """The host with the main part `main`. Raises FactpackError when a part is damaged."""
    targets = {r.kind: r.target for r in read_relations(package, main) if r.target in package}

    def tree(kind: str) -> etree._Element | None:
        name = targets.get(kind)
        return None if name is None else parse(package.read(name), package.place)

    stories = {n: parse(package.read(n), package.place) for n in text_parts(package, main)}
    return Host(package, main, stories, targets, tree("styles"), tree("numbering"))


class HostState:
    """One document while sub-documents come into it; `drawings` gives drawing ids never used."""

    def __init__(self, host: Host, drawings: Iterator[int]) -> None:
        self.host = host
        self.folder = posixpath.dirname(host.main)
        self.cargo = Cargo(host.package, self.folder)
        self.numbers = NumberBook(host.numbering, host.styles)
        self.styles = StyleBook(read_sheet(host.styles, self.numbers.lists))
        self.names = Names(drawings)
        self.names.learn(host.stories.values())
        self.brought: dict[str, tuple[dict[str, str], dict[str, str]]] = {}
        self.inclusions = 0
        self._notes: dict[str, NoteBook] = {}

    def head(self, part: str) -> Head:
        """What the root of a text part declares."""
        return read_head(self.host.stories.get(part))

    def part(self, kind: str) -> str:
        """The part with the document's styles or numbering, there or to be made."""
        return self.host.names.get(kind, posixpath.join(self.folder, f"{kind}.xml"))

    def notes(self, kind: NoteKind) -> NoteBook:
        """The document's notes of a kind; a part is made for them when there is none."""
        if kind.name not in self._notes:
            self._notes[kind.name] = self._open_notes(kind)
        return self._notes[kind.name]

    @property
    def books(self) -> Mapping[str, NoteBook]:
        """The notes that were asked for, by the name of their kind."""
        return self._notes

    def finish(self, members: Mapping[str, bytes | Member]) -> dict[str, bytes | Member]:
        """The members of the finished document: `members` and all that sub-documents brought.

        `members` are those that differ from the template's.
        """
        if not self.inclusions:
            return dict(members)
        done = {**members, **self.cargo.members}

        def current(name: str) -> bytes | None:
            known = done.get(name)
            if isinstance(known, Member):
                return zlib.decompress(known.raw, -zlib.MAX_WBITS)
            if known is None and name in self.host.package:
                return self.host.package.read(name)
            return known

        self._finish_sheets(done)
        for book in self._notes.values():
            done[book.part] = before_end(current(book.part) or b"", "".join(book.texts))
        self._finish_settings(done)
        done.update(self.cargo.finish(current))
        return done

    # -- helpers -----------------------------------------------------------------------------

    def _open_notes(self, kind: NoteKind) -> NoteBook:
        name = self.host.names.get(kind.plural)
        if name is not None:
            return read_notes(kind, name, self.host.stories[name])
        name = posixpath.join(self.folder, f"{kind.plural}.xml")
        book, data = new_notes(kind, name)
        self.cargo.add_part(self.host.main, kind.plural, name, kind.type, data)
        return book

    def _finish_sheets(self, done: dict[str, bytes | Member]) -> None:
        """Styles and numbering: no tag stands in them, so they are as the template has them."""
        if styles := self.styles.finish():
            known = self._known("styles") or new_part("styles")
            self._put(done, "styles", before_end(known, styles))
        if numbering := self.numbers.finish():
            self._put(done, "numbering", numbering)

    def _finish_settings(self, done: dict[str, bytes | Member]) -> None:
        new = [kind for kind in KINDS if kind.name in self._notes and self._notes[kind.name].is_new]
        name = self.host.names.get("settings")
        if new and name is not None:
            settings = parse(self.host.package.read(name), self.host.package.place)
            name_separators(settings, new)
            text = etree.tostring(settings, encoding="unicode")
            done[name] = (DECLARATION + text).encode()

    def _put(self, done: dict[str, bytes | Member], kind: str, data: bytes) -> None:
        name = self.part(kind)
        if kind not in self.host.names:
            self.cargo.add_part(self.host.main, kind, name, _TYPE.format(kind), data)
        done[name] = data

    def _known(self, kind: str) -> bytes | None:
        name = self.host.names.get(kind)
        return None if name is None else self.host.package.read(name)
