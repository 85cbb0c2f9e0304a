"""Footnotes and endnotes whose text is filled: each is made at its reference, as often as it is.

A note stands in a part of its own and its reference in the body, so in a loop there would be one
note for many turns. Notes with tags, and all notes of a loop, therefore move into the body's tree,
right behind their reference, and are compiled there; when the document is made they leave the
body's text again, each with an id of its own (ECMA-376 part 1, 17.11).

============== ============================================================
late mark      stands for
============== ============================================================
``Mfootnote2`` the id in a reference: 2 for the first of its kind, then fresh ones
``N`` ``N/``   round the note behind its reference
``m``          the same id, in the note
============== ============================================================
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from generator.documents.hyperlinks import open_links
from generator.documents.packages.package import Package
from generator.documents.packages.prefixes import with_usual_prefixes
from generator.documents.packages.relations import read_relations
from generator.documents.skeletons.cut import DECLARATION
from generator.documents.skeletons.marks import token, token_text
from generator.documents.skeletons.texts import parse
from generator.documents.subdocuments.host import HostState
from generator.documents.subdocuments.notes import (
    KINDS,
    NoteBook,
    NoteKind,
    name_separators,
    new_notes,
    read_notes,
)
from generator.documents.subdocuments.xml import ID, before_end
from generator.documents.vocabulary import WORD, W
from generator.model import Place

_HERE = "\ufdd2"
_STEP = re.compile(rf"\{{%[-+]?\s*(?:(?:p|tr|tc|r)\s+)?(for|endfor)\b|{_HERE}")
_MADE = re.compile("\x02M(footnote|endnote)(-?[0-9]+)\x03([^\x02]*)\x02N\x03(.*?)\x02N/\x03", re.S)
_OWN_ID = "\x02m\x03"
MARKS = frozenset("MNm")

Rooted = dict[str, etree._Element]


@dataclass(frozen=True, slots=True)
class StaticNotes:
    """What is left of a part when notes of it have moved, and the highest id that it had."""

    part: str
    xml: bytes
    highest: int


@dataclass(frozen=True, slots=True)
class NoteParts:
    """The parts with notes: their names by kind, those that lost notes, and trees already read.

    `links` are the relationships in those trees whose addresses were opened.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    static: Mapping[str, StaticNotes] = field(default_factory=dict)
    roots: Rooted = field(default_factory=dict)
    links: dict[str, frozenset[str]] = field(default_factory=dict)

    def stories(self) -> dict[str, str]:
        """The parts of notes by the element that a note is."""
        return {kind.tag: self.names[kind.name] for kind in KINDS if kind.name in self.static}


def move_notes(package: Package, main: str) -> NoteParts:
    """Bring notes to their references where they are filled or repeated.

    Raises FactpackError when a part is damaged.
    """
    related = {r.kind: r.target for r in read_relations(package, main) if r.target in package}
    names = {kind.name: related[kind.plural] for kind in KINDS if kind.plural in related}
    if not names:
        return NoteParts()
    roots = {name: _root(package, name, name) for name in names.values()}
    roots[main] = _root(package, main, "body")
    links = {part: open_links(package, part, root) for part, root in roots.items()}
    static: dict[str, StaticNotes] = {}
    for kind in KINDS:
        if kind.name in names:
            notes = roots[names[kind.name]]
            book = read_notes(kind, names[kind.name], notes)
            if _move(kind, roots[main], notes):
                text = DECLARATION + etree.tostring(notes, encoding="unicode")
                static[kind.name] = StaticNotes(book.part, text.encode(), book.highest)
    return NoteParts(names, static, roots, links)


def _root(package: Package, name: str, title: str) -> etree._Element:
    place = Place(package.place.file, None, title)
    return with_usual_prefixes(parse(package.read(name), place), WORD, place)


def _move(kind: NoteKind, body: etree._Element, notes: etree._Element) -> bool:
    """Move the notes of a kind; whether any did."""
    by_id = {str(note.get(ID, "")): note for note in notes.findall(kind.tag)}
    stay: set[str] = set()
    moved: dict[str, etree._Element] = {}
    for reference, repeated in _references(body, kind):
        id = str(reference.get(ID, ""))
        note = by_id.get(id)
        if note is None:
            continue
        if repeated or "{" in "".join(str(text) for text in note.itertext()):
            _put_behind(reference, kind, id, note)
            moved[id] = note
        else:
            stay.add(id)
    for id, note in moved.items():
        if id not in stay:
            notes.remove(note)
    return bool(moved)


def _references(body: etree._Element, kind: NoteKind) -> Iterator[tuple[etree._Element, bool]]:
    """Every reference, and whether it seems to stand in a loop."""
    references = list(body.iter(kind.reference))
    if not references:
        return
    texts = [
        _HERE if node.tag == kind.reference else node.text or ""
        for node in body.iter(f"{{{W}}}t", kind.reference)
    ]
    depth, at = 0, 0
    for step in _STEP.finditer("".join(texts)):
        if step[0] == _HERE:
            yield references[at], depth > 0
            at += 1
        else:
            depth += 1 if step[1] == "for" else -1


def _put_behind(reference: etree._Element, kind: NoteKind, id: str, note: etree._Element) -> None:
    own = copy.deepcopy(note)
    own.tail = None
    own.set(ID, token_text("m"))
    reference.set(ID, token_text(f"M{kind.name}{id}"))
    run = reference.getparent()
    assert run is not None
    at = run.index(reference) + 1
    run[at:at] = [token("N"), own, token("N/")]


# -- while a document is made ----------------------------------------------------------------


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
