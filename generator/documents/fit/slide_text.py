"""The text of a shape or cell on a slide, ready to be measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from generator.documents.fit.bodies import TYPED_BREAK, Body, Paragraph
from generator.documents.fit.lines import Piece
from generator.documents.fit.looks import Styles, Type
from generator.documents.vocabulary import SLIDES, A

_RUNS = frozenset({SLIDES.run, f"{{{A}}}fld"})
_BREAK = f"{{{A}}}br"


@dataclass(frozen=True, slots=True)
class Shrink:
    """What "shrink text on overflow" has made of a text already (21.1.2.1.3)."""

    size: float = 1.0
    spacing: float = 0.0


NOT_SHRUNK = Shrink()


def slide_body(
    node: etree._Element, styles: Styles, fonts: Mapping[str, str], shrink: Shrink = NOT_SHRUNK
) -> Body:
    """The paragraphs of a ``txBody`` in their looks; `fonts` are the theme's."""
    reader = _Reader(styles, fonts, shrink.size)
    paragraphs = [reader.paragraph(one) for one in node.iterfind(SLIDES.paragraph)]
    return Body(paragraphs, shrink.spacing)


@dataclass(frozen=True, slots=True)
class _Reader:
    styles: Styles
    fonts: Mapping[str, str]
    scale: float

    def paragraph(self, node: etree._Element) -> Paragraph:
        properties = node.find(SLIDES.paragraph_properties)
        level = 0 if properties is None else int(properties.get("lvl", "0"))
        look = self.styles.level(level).under(properties)
        pieces = list(self._pieces(node, look.type))
        if not pieces:
            pieces = [self._piece("", look.type.under(node.find(SLIDES.paragraph_end)))]
        return Paragraph(look, pieces)

    def _pieces(self, node: etree._Element, type: Type) -> Iterator[Piece]:
        for child in node:
            if child.tag in _RUNS or child.tag == _BREAK:
                own = type.under(child.find(SLIDES.properties))
                text = TYPED_BREAK if child.tag == _BREAK else child.findtext(SLIDES.text) or ""
                yield self._piece(text, own)

    def _piece(self, text: str, type: Type) -> Piece:
        return Piece(text, type.size * self.scale, type.advances(self.fonts))
