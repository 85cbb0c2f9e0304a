"""The text of a cell or text box in Word, ready to be measured.

Sizes come from the run, its paragraph, their styles and the document's defaults (ECMA-376 part 1,
17.7.2). Lengths in the file are twentieths of a point, sizes of type half points.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from generator.documents.fit.bodies import TYPED_BREAK, Body, Paragraph
from generator.documents.fit.lines import Piece
from generator.documents.fit.looks import Look, Spacing, Type
from generator.documents.vocabulary import WORD, W

TWENTIETHS = 20
_AUTO = 240  # w:line of single spacing, where w:lineRule is auto
_BREAKS = frozenset({f"{{{W}}}br", f"{{{W}}}cr"})
_TEXTS = frozenset({WORD.text, f"{{{W}}}tab"}) | _BREAKS
_VALUE = f"{{{W}}}val"
_THEME_FACES = {"major": "+mj-lt", "minor": "+mn-lt"}
_FIRST_LOOK = Look(Type(size=10.0, face="Times New Roman"))


@dataclass(slots=True)
class WordStyles:
    """The looks of paragraph styles by id, from a document's styles part."""

    root: etree._Element
    fonts: Mapping[str, str]
    chinese: bool = False
    _nodes: dict[str, etree._Element] = field(default_factory=dict)
    _looks: dict[str, Look] = field(default_factory=dict)
    _standard: str = ""

    def __post_init__(self) -> None:
        for node in self.root.iter(f"{{{W}}}style"):
            id = node.get(f"{{{W}}}styleId", "")
            self._nodes[id] = node
            if node.get(f"{{{W}}}type") == "paragraph" and node.get(f"{{{W}}}default"):
                self._standard = id

    def look(self, id: str | None) -> Look:
        """The look of a paragraph style; without an id, of the standard one."""
        id = self._standard if id is None else id
        if id not in self._looks:
            self._looks[id] = self._made(id)
        return self._looks[id]

    def _made(self, id: str) -> Look:
        node = self._nodes.get(id)
        if node is None:
            return self._defaults()
        parent = node.find(f"{{{W}}}basedOn")
        based = None if parent is None else parent.get(_VALUE, "")
        look = self._defaults() if based is None or based == id else self.look(based)
        return under(look, node.find(WORD.paragraph_properties), node.find(WORD.properties))

    def _defaults(self) -> Look:
        path = f"{{{W}}}docDefaults/{{{W}}}%sPrDefault/{{{W}}}%sPr"
        paragraph, run = (self.root.find(path % (kind, kind)) for kind in ("p", "r"))
        look = replace(_FIRST_LOOK, type=replace(_FIRST_LOOK.type, chinese=self.chinese))
        return under(look, paragraph, run)


def word_body(node: etree._Element, styles: WordStyles) -> Body:
    """The paragraphs that stand directly in a cell or text box, content controls opened."""
    return Body([_paragraph(one, styles) for one in _paragraphs(node)])


def under(look: Look, paragraph: etree._Element | None, run: etree._Element | None) -> Look:
    """A look as a ``w:pPr`` and a ``w:rPr`` change it."""
    type = _type(look.type, run)
    if paragraph is None:
        return replace(look, type=type)
    spacing, indent = paragraph.find(f"{{{W}}}spacing"), paragraph.find(f"{{{W}}}ind")
    first = _length(indent, "firstLine", look.indent) - _length(indent, "hanging", 0.0)
    return Look(
        type,
        _line(spacing, look.line),
        Spacing(points=_length(spacing, "before", look.before.points)),
        Spacing(points=_length(spacing, "after", look.after.points)),
        _length(indent, "left", _length(indent, "start", look.left)),
        _length(indent, "right", _length(indent, "end", look.right)),
        first,
    )


def _paragraphs(node: etree._Element) -> Iterator[etree._Element]:
    for child in node:
        if child.tag == WORD.paragraph:
            yield child
        elif child.tag in WORD.transparent:
            yield from _paragraphs(child)


def _paragraph(node: etree._Element, styles: WordStyles) -> Paragraph:
    properties = node.find(WORD.paragraph_properties)
    named = None if properties is None else properties.find(f"{{{W}}}pStyle")
    look = under(styles.look(None if named is None else named.get(_VALUE)), properties, None)
    pieces = [
        Piece(_text(text), type.size, type.advances(styles.fonts))
        for run in node.iter(WORD.run)
        for type in (_type(look.type, run.find(WORD.properties)),)
        for text in run
        if text.tag in _TEXTS
    ]
    return Paragraph(look, pieces or [Piece("", look.type.size, look.type.advances(styles.fonts))])


def _text(node: etree._Element) -> str:
    if node.tag in _BREAKS:
        return TYPED_BREAK
    return node.text or "" if node.tag == WORD.text else "\t"


def _type(type: Type, node: etree._Element | None) -> Type:
    if node is None:
        return type
    size, bold, faces = (node.find(f"{{{W}}}{name}") for name in ("sz", "b", "rFonts"))
    return Type(
        type.size if size is None else float(size.get(_VALUE, "0")) / 2,
        type.bold if bold is None else bold.get(_VALUE, "1") not in ("0", "false"),
        type.face if faces is None else _face(faces, type.face),
        type.chinese,
    )


def _face(faces: etree._Element, known: str) -> str:
    theme = faces.get(f"{{{W}}}asciiTheme", "")
    return _THEME_FACES.get(theme[:5]) or faces.get(f"{{{W}}}ascii") or known


def _line(spacing: etree._Element | None, known: Spacing) -> Spacing:
    value = None if spacing is None else spacing.get(f"{{{W}}}line")
    if spacing is None or value is None:
        return known
    if spacing.get(f"{{{W}}}lineRule", "auto") == "auto":
        return Spacing(share=int(value) / _AUTO)
    return Spacing(points=int(value) / TWENTIETHS)


def _length(node: etree._Element | None, name: str, known: float) -> float:
    value = None if node is None else node.get(f"{{{W}}}{name}")
    return known if value is None else float(value) / TWENTIETHS
