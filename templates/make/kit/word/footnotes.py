"""Footnotes: a mark inside a sentence or a cell, and at the foot of the page words with tags.

A note stands in a part of its own (ECMA-376 part 1, 17.11), so a `Note` is first written into its
paragraph whole; when the paragraph joins the document, `Footnotes` gives it a number and moves its
words into that part. A figure whose source was named on the page already takes the same mark again
(`SameNote`): a NOTEREF field, whose shown number is right as long as no note stands in a block that
may be left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as Paper
from docx.opc.constants import CONTENT_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from lxml import etree

from templates.make.kit.word.fields import bookmarked, field_xml
from templates.make.kit.word.styles import W

_MARK = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
_OURS = "urn:templates:footnote"  # the words of a note that has no number yet
_W = "{" + W.split('"')[1] + "}"
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
    'w:lineRule="auto"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" '
    'w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote>"
)


@dataclass(frozen=True)
class Note:
    """A footnote; `name` is what a `SameNote` further on calls it."""

    words: str
    name: str = ""

    def xml(self) -> str:
        return (
            f'<w:r xmlns:note="{_OURS}">{_MARK}<w:footnoteReference '
            f"note:words={quoteattr(self.words)} note:name={quoteattr(self.name)}/></w:r>"
        )


@dataclass(frozen=True)
class SameNote:
    """The mark of a note that stands before it, once more."""

    name: str

    def xml(self) -> str:
        return f'<w:noteAgain xmlns:note="{_OURS}" note:name={quoteattr(self.name)}/>'


def footnote(*keys: str, between: str = "；", end: str = "。", name: str = "") -> Note:
    """A note on facts that share a source: who says so, as of when.

    `between` and `end` stand around the date; the note's name is that of its first fact, if no
    other is given.
    """
    listed = f"[{', '.join(keys)}]"
    said = f"{{{{ {listed}|cite }}}}{between}{{{{ {listed}|as_of }}}}{end}"
    return Note(said, name or keys[0])


def cited(*keys: str, end: str = "。", name: str = "") -> Note:
    """A note on facts whose date stands in the sentence already: who says so."""
    return Note(f"{{{{ [{', '.join(keys)}]|cite }}}}{end}", name or keys[0])


class Footnotes:
    """The notes of one document; the part is there from the first note on."""

    def __init__(self, paper: Paper, bookmarks: count[int]) -> None:
        self._paper = paper
        self._bookmarks = bookmarks
        self._numbers: dict[str, int] = {}
        self._count = 0
        self._part: Any = None

    def settle(self, element: Any) -> None:
        """Number the notes of a block in reading order and move their words to their part."""
        for mark in list(element.iter(f"{_W}footnoteReference", f"{_W}noteAgain")):
            if mark.tag == f"{_W}noteAgain":
                self._repeat(mark)
            else:
                self._number(mark)
        etree.cleanup_namespaces(element)

    def _number(self, mark: Any) -> None:
        self._count += 1
        words, name = (mark.attrib.pop(f"{{{_OURS}}}{part}") for part in ("words", "name"))
        mark.set(f"{_W}id", str(self._count))
        self._notes().append(parse_xml(_note_xml(self._count, words)))
        if name:
            self._numbers[name] = self._count
            run = mark.getparent()
            start, end = bookmarked(next(self._bookmarks), f"_RefNote{self._count}")
            run.addprevious(start)
            run.addnext(end)

    def _repeat(self, mark: Any) -> None:
        number = self._numbers[mark.get(f"{{{_OURS}}}name")]
        field = field_xml(f"NOTEREF _RefNote{number} \\f \\h", str(number), _MARK)
        for run in parse_xml(f"<w:p {W}>{field}</w:p>"):
            mark.addprevious(run)
        mark.getparent().remove(mark)

    def _notes(self) -> Any:
        if self._part is None:
            root = parse_xml(f"<w:footnotes {W}>{_SEPARATORS}</w:footnotes>")
            uri = PackURI("/word/footnotes.xml")
            package = self._paper.part.package
            self._part = XmlPart(uri, CONTENT_TYPE.WML_FOOTNOTES, root, package)
            self._paper.part.relate_to(self._part, RT.FOOTNOTES)
            self._name_separators()
        return self._part.element

    def _name_separators(self) -> None:
        settings = self._paper.settings.element
        listed = '<w:footnote w:id="-1"/><w:footnote w:id="0"/>'
        properties = parse_xml(f"<w:footnotePr {W}>{listed}</w:footnotePr>")
        settings.find(f"{_W}compat").addprevious(properties)


def _note_xml(number: int, words: str) -> str:
    return (
        f'<w:footnote {W} w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        f"<w:r>{_MARK}<w:footnoteRef/></w:r>"
        f'<w:r><w:t xml:space="preserve"> {escape(words)}</w:t></w:r></w:p></w:footnote>'
    )
