"""Footnotes and endnotes whose text is filled: each is made at its reference, as often as it is.

A note stands in a part of its own and its reference in the body, so in a loop there would be one
note for many turns; what a condition hides would leave its note behind. Notes with tags, and all
notes of a block, therefore move into the body's tree, right behind their reference, and are
compiled there; when the document is made they leave the body's text again, each with an id of its
own (ECMA-376 part 1, 17.11).

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
from collections.abc import Iterator

from lxml import etree

from generator.documents.hyperlinks import open_links
from generator.documents.note_parts import NoteParts, StaticNotes
from generator.documents.packages.package import Package
from generator.documents.packages.parsing import parse
from generator.documents.packages.prefixes import with_usual_prefixes
from generator.documents.packages.relations import read_relations
from generator.documents.skeletons.cut import DECLARATION
from generator.documents.skeletons.marks import token, token_text
from generator.documents.skeletons.references import needles, relation_needle
from generator.documents.subdocuments.notes import KINDS, NoteKind, read_notes
from generator.documents.subdocuments.xml import ID
from generator.documents.vocabulary import WORD, W
from generator.model import Place

_HERE = "\ufdd2"
_STEP = re.compile(rf"\{{%[-+]?\s*(?:(?:p|tr|tc|r)\s+)?(end)?(?:for|if|macro)\b|{_HERE}")


def move_notes(package: Package, main: str) -> NoteParts:
    """Bring notes to their references where they are filled, repeated or hidden.

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
    named: dict[str, frozenset[str]] = {}
    for kind in KINDS:
        if kind.name in names:
            notes = roots[names[kind.name]]
            own = needles(notes).union(map(relation_needle, links[names[kind.name]]))
            book = read_notes(kind, names[kind.name], notes)
            if _move(kind, roots[main], notes):
                text = DECLARATION + etree.tostring(notes, encoding="unicode")
                static[kind.name] = StaticNotes(book.part, text.encode(), book.highest)
                named[book.part] = own
    return NoteParts(names, static, roots, links, named)


def _root(package: Package, name: str, title: str) -> etree._Element:
    place = Place(package.place.file, None, title)
    return with_usual_prefixes(parse(package.read(name), place), WORD, place)


def _move(kind: NoteKind, body: etree._Element, notes: etree._Element) -> bool:
    """Move the notes of a kind; whether any did."""
    by_id = {str(note.get(ID, "")): note for note in notes.findall(kind.tag)}
    stay: set[str] = set()
    moved: dict[str, etree._Element] = {}
    for reference, in_block in _references(body, kind):
        id = str(reference.get(ID, ""))
        note = by_id.get(id)
        if note is None:
            continue
        if in_block or "{" in "".join(str(text) for text in note.itertext()):
            _put_behind(reference, kind, id, note)
            moved[id] = note
        else:
            stay.add(id)
    for id, note in moved.items():
        if id not in stay:
            notes.remove(note)
    return bool(moved)


def _references(body: etree._Element, kind: NoteKind) -> Iterator[tuple[etree._Element, bool]]:
    """Every reference, and whether it seems to stand in a block."""
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
            depth += -1 if step[1] else 1


def _put_behind(reference: etree._Element, kind: NoteKind, id: str, note: etree._Element) -> None:
    own = copy.deepcopy(note)
    own.tail = None
    own.set(ID, token_text("m"))
    reference.set(ID, token_text(f"M{kind.name}{id}"))
    run = reference.getparent()
    assert run is not None
    at = run.index(reference) + 1
    run[at:at] = [token("N"), own, token("N/")]
