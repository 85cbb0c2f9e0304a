"""A copy of a Word file in which remarks stand as comments at the places they speak of.

Word takes comments in the body alone for certain. A remark on a note or a text box hangs on the
paragraph of the body that it belongs to, one on a header or the properties on the first paragraph;
there the remark itself names its place.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from generator.documents.comments import (
    COMMENTS_RELATION,
    COMMENTS_TYPE,
    add_comment,
    comment_styles,
    first_free_id,
    new_comments,
    w,
)
from generator.documents.office import Office
from generator.documents.packages.kinds import Kind, retyped
from generator.documents.packages.package import Package
from generator.documents.packages.parsing import parse
from generator.documents.packages.relations import (
    add_relations,
    add_types,
    read_relations,
    relations_name,
)
from generator.documents.packages.strict import strictly
from generator.documents.packages.zipping import CONTENT_TYPES, Untouched, write_zip
from generator.documents.skeletons.skeleton import OpenPart, open_part

_BODY = "body"
_NOTES = {
    w("footnote"): w("footnoteReference"),
    w("endnote"): w("endnoteReference"),
    w("comment"): w("commentReference"),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said about a place; `where` is written as places are in problems."""

    where: str
    lines: Sequence[str]


def annotate(package: Package, office: Office, remarks: Iterable[Remark], kind: Kind) -> bytes:
    """The Word file with every remark as a comment, as a file of the given kind."""
    parts = [open_part(package, name, title, office.words) for name, title in office.parts.items()]
    body = next(part for part in parts if part.title == _BODY)
    spots = _Spots(body, [part for part in parts if part is not body])
    comments = _Comments(package, body)
    for remark in remarks:
        paragraph, exact = spots.find(remark.where)
        lines = list(remark.lines)
        if not exact and remark.where:
            lines[0] = f"{remark.where}: {lines[0]}"
        comments.add(paragraph, lines)
    members = comments.members()
    members[CONTENT_TYPES] = retyped(
        members.get(CONTENT_TYPES, package.read(CONTENT_TYPES)), office.kind, kind
    )
    changed = strictly(members) if office.strict else dict(members)
    return write_zip(Untouched(package.members.values()), changed)


class _Spots:
    """The paragraphs of the body by the places that problems name."""

    def __init__(self, body: OpenPart, others: Sequence[OpenPart]) -> None:
        self.first = _first_paragraph(body.root)
        self.exact: dict[str, etree._Element] = {}
        self.near: dict[str, etree._Element] = {}
        for text in body.texts:
            outer = _outermost(text.node)
            if outer is not None:
                known = self.exact if text.kind == "runs" and outer is text.node else self.near
                known.setdefault(body.where(text), outer)
        references = _references(body.root)
        for part in others:
            for text in part.texts:
                outer = references.get(_note(text.node))
                if outer is not None:
                    self.near.setdefault(part.where(text), outer)
                    self.near.setdefault(body.where(replace(text, node=outer)), outer)

    def find(self, where: str) -> tuple[etree._Element, bool]:
        """The paragraph for a place, and whether it is the very one."""
        if where in self.exact:
            return self.exact[where], True
        while where:  # a note is told at its reference: "body, paragraph 2, footnote, paragraph 1"
            found = self.near.get(where, self.exact.get(where))
            if found is not None:
                return found, False
            where = where.rpartition(", ")[0]
        return self.first, False


def _first_paragraph(root: etree._Element) -> etree._Element:
    found = root.find(f".//{w('p')}")
    if found is not None:
        return found
    body = root.find(w("body"))
    made = etree.Element(w("p"))
    (root if body is None else body).insert(0, made)
    return made


def _outermost(node: etree._Element) -> etree._Element | None:
    """The paragraph round a node that stands in no other paragraph."""
    found = node if node.tag == w("p") else None
    for found in node.iterancestors(w("p")):  # noqa: B007 -- the last one is wanted
        pass
    return found


def _note(node: etree._Element) -> tuple[str, str]:
    """Which note a node is part of: what refers to it, and its id."""
    note = next(node.iterancestors(*_NOTES), None)
    return ("", "") if note is None else (_NOTES[str(note.tag)], note.get(w("id"), ""))


def _references(root: etree._Element) -> dict[tuple[str, str], etree._Element]:
    found: dict[tuple[str, str], etree._Element] = {}
    for node in root.iter(*_NOTES.values()):
        outer = _outermost(node)
        if outer is not None:
            found.setdefault((str(node.tag), node.get(w("id"), "")), outer)
    return found


class _Comments:
    """The comments of a file while remarks are added to them."""

    def __init__(self, package: Package, body: OpenPart) -> None:
        self.package, self.body = package, body
        relations = {r.kind: r.target for r in read_relations(package, body.name)}
        self.name, self.root = self._part(relations.get("comments", ""))
        self.styles_name, self.styles = self._part(relations.get("styles", ""))
        looks = None if self.styles is None else comment_styles(self.styles)
        self.looks = looks or ("", "")
        self.comments = new_comments() if self.root is None else self.root
        self.next = first_free_id(self.comments, body.root)

    def _part(self, name: str) -> tuple[str, etree._Element | None]:
        if name not in self.package:
            return "", None
        return name, parse(self.package.read(name), self.package.place)

    def add(self, paragraph: etree._Element, lines: Sequence[str]) -> None:
        """Hang a remark on a paragraph."""
        add_comment(self.comments, paragraph, self.next, lines, self.looks)
        self.next += 1

    def members(self) -> dict[str, bytes]:
        """Every member that differs now."""
        made: dict[str, bytes] = {self.body.name: _xml(self.body.root)}
        if self.styles is not None:
            made[self.styles_name] = _xml(self.styles)
        name = self.name or self._new_name()
        made[name] = _xml(self.comments)
        if not self.name:
            relations = relations_name(self.body.name)
            known = self.package.read(relations) if relations in self.package else None
            target = posixpath.relpath(name, posixpath.dirname(self.body.name))
            made[relations] = add_relations(known, [(self._new_id(), COMMENTS_RELATION, target)])
            types = self.package.read(CONTENT_TYPES)
            made[CONTENT_TYPES] = add_types(types, (), [(name, COMMENTS_TYPE)])
        return made

    def _new_id(self) -> str:
        taken = {relation.id for relation in read_relations(self.package, self.body.name)}
        id = "rIdComments"
        while id in taken:
            id += "1"
        return id

    def _new_name(self) -> str:
        folder = posixpath.dirname(self.body.name)
        name = posixpath.join(folder, "comments.xml")
        while self.package.named(name) in self.package:
            name = f"{name.removesuffix('.xml')}1.xml"
        return name


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
