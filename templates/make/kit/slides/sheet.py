"""A slide under work: its fixed places, and the blocks that the archetypes are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from xml.sax.saxutils import quoteattr

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.parts.image import Image, ImagePart
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from generator.documents.charts.chart import ChartParts
from templates.make.kit.chart_parts import add_slide_chart
from templates.make.kit.slides import base
from templates.make.kit.slides.notes import write_notes
from templates.make.kit.slides.shapes import (
    arrow,
    block,
    chip,
    frame,
    placeholder,
    rule,
    swatch,
    text_box,
)
from templates.make.kit.slides.table import Column, table_xml
from templates.make.kit.slides.text import (
    NAMESPACES,
    Anchor,
    Paragraph,
    Piece,
    Run,
    Style,
    named,
    para,
    plain_paragraph_xml,
)
from templates.make.kit.tokens import Box
from templates.make.kit.tongue import ZH, Tongue

CHART_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
RUNNING_TITLE = "浙江对口支援涪陵{{ years }}"
LEAD = named("lead", "deep")
BODY = named("body")
SMALL = named("small", "grey")


@dataclass(frozen=True)
class Figure:
    """A number block: the fact, its label and a quiet line beneath (blank for none).

    `before` and `after` are the filters for what stands in small type beside the digits; `gap`
    stands between: a currency's code is parted from them, its symbol is not.
    """

    key: str
    label: str
    remark: str = ""
    before: str = ""
    after: str = "scale_unit"
    gap: str = " "


class Sheet:
    """One slide; shapes are added in reading order. `running` is its short title."""

    def __init__(
        self, deck: Deck, layout: base.Layout, running: str = "", tongue: Tongue = ZH
    ) -> None:
        name = tongue.word(layout.name)
        place = next(item for item in deck.slide_layouts if item.name == name)
        self.tongue = tongue
        self.slide: Slide = deck.slides.add_slide(place)
        self.number = len(deck.slides)
        self._tree = self.slide.shapes._spTree
        self._ids = count(2)
        self._running = running or tongue.word(RUNNING_TITLE)
        for shape in list(self.slide.placeholders):
            self._tree.remove(shape._element)

    def head(self, title: str, marker: str) -> None:
        """Title, section marker and the pack's short title."""
        self.place("标题", "title", None, title)
        self.place("章节", "body", base.MARKER, marker)
        self.place("简题", "body", base.RUNNING, self._running)

    def foot(self, source: str, as_of: str, note: str = "") -> None:
        """注 and 资料来源, the as-of, the page number."""
        self.origin(source, as_of, note)
        number = f"<a:p>{base.number_field(str(self.number), self.tongue)}</a:p>"
        name = self.tongue.word("页码")
        self._add(placeholder(next(self._ids), name, "sldNum", base.NUMBER, number))

    def origin(self, source: str, as_of: str, note: str = "") -> None:
        """注 and 资料来源, the as-of."""
        word = self.tongue.word
        text = plain_paragraph_xml(note, word("注："), self.tongue) if note else ""
        text += plain_paragraph_xml(source, word("资料来源："), self.tongue)
        self._add(placeholder(next(self._ids), word("注与资料来源"), "body", base.SOURCE, text))
        self.place("数据截至", "body", base.AS_OF, as_of)

    def place(self, name: str, kind: str, index: int | None, *paragraphs: str) -> None:
        """Fill a place of the layout, which keeps its look; `name` is its Chinese one."""
        text = "".join(plain_paragraph_xml(words, tongue=self.tongue) for words in paragraphs)
        self._add(placeholder(next(self._ids), self.tongue.word(name), kind, index, text))

    def text(self, name: str, box: Box, *text: Paragraph, anchor: Anchor = "t") -> None:
        """Words at a place of their own."""
        self._add(text_box(next(self._ids), name, box, text, anchor, self.tongue))

    def rule(
        self, x: float, y: float, width: float, color: str = "deep", points: float = 1.5
    ) -> None:
        """A line above a block."""
        self._add(rule(next(self._ids), x, y, width, color, points, self.tongue))

    def band(self, y: float, height: float) -> None:
        """A paper band from edge to edge, behind what follows."""
        place = Box(0, y, 33.867, height)
        self._add(block(next(self._ids), self.tongue.word("色带"), place, "paper"))

    def arrow(self, name: str, x: float, y: float, width: float, color: str) -> None:
        """A horizontal arrow from `x`; a negative width points to the left."""
        self._add(arrow(next(self._ids), name, x, y, width, color))

    def block(self, name: str, box: Box, color: str) -> None:
        """A flat rectangle behind words."""
        self._add(block(next(self._ids), name, box, color))

    def swatch(self, name: str, box: Box, fill: str, edge: str = "", oval: bool = False) -> None:
        """A small mark: of a key, or a point that stands by itself."""
        self._add(swatch(next(self._ids), name, box, fill, edge, oval))

    def chip(self, x: float, y: float, word: str) -> None:
        """The outlined label of a proposal."""
        style = Style(12, 18, True, "ochre", "ctr")
        box = Box(x, y, 1.5, 0.66)
        self._add(chip(next(self._ids), word, box, para(style, word), "ochre", self.tongue))

    def figure(
        self, figure: Figure, x: float, y: float, width: float, style: Style, unit_size: float,
    ) -> None:  # fmt: skip
        """A number with its unit, in a box of its own so that it can be found again."""
        unit = style.but(size=unit_size)
        words: list[Piece] = [
            f"{{{{ {figure.key}|digits }}}}",
            Run(f" {{{{ {figure.key}|{figure.after} }}}}", unit),
        ]
        if figure.before:
            words.insert(0, Run(f"{{{{ {figure.key}|{figure.before} }}}}{figure.gap}", unit))
        box = Box(x, y, width, round(style.line * 0.0353, 2))
        self.text(f"{self.tongue.word('数')} {figure.label}", box, para(style, *words))

    def table(
        self, title: str, columns: Sequence[Column], rows: Sequence[Sequence[Piece]], height: float,
        at: tuple[float, float] = (1.8, 4.55), index: int = base.CONTENT,
    ) -> None:  # fmt: skip
        """A table in a place of the layout: rules only, the first row a header."""
        table = table_xml(columns, rows, height, self.tongue)
        tall = height * (len(rows) + 1)
        box = Box(*at, sum(column.width for column in columns), tall)
        uri = "http://schemas.openxmlformats.org/drawingml/2006/table"
        name = self.tongue.word("表格")
        self._add(self._graphic(name, title, ("tbl", index), box, uri, table))

    def chart(
        self, id: str, files: ChartParts, box: Box, index: int = base.CONTENT, only_if: str = ""
    ) -> None:
        """A native chart in a place of the layout, named by the tag in its alt text.

        With `only_if` it is left out where that does not hold.
        """
        relation = add_slide_chart(self.slide.part, files)
        inner = f'<c:chart xmlns:c="{CHART_URI}" r:id="{relation}"/>'
        shown = f"{{%shape if {only_if} %}}" if only_if else ""
        tag = f'{shown}{{{{ chart("{id}") }}}}'
        name = f"{self.tongue.word('图表')} {id}"
        self._add(self._graphic(name, tag, ("chart", index), box, CHART_URI, inner))

    def picture(self, id: str, image: bytes, box: Box) -> None:
        """A picture in the layout's place, named by the tag in its alt text."""
        part = ImagePart.new(self.slide.part.package, Image.from_blob(image))
        relation = self.slide.part.relate_to(part, RT.IMAGE)
        alt = quoteattr(f'{{{{ picture("{id}") }}}}')
        name = f"{self.tongue.word('图片')} {id}"
        self._add(
            f'<p:pic><p:nvPicPr><p:cNvPr id="{next(self._ids)}" name="{name}" descr={alt}/>'
            '<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr><p:nvPr>'
            f'<p:ph type="pic" idx="{base.CONTENT}"/></p:nvPr></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
            f"</p:blipFill><p:spPr>{frame(box)}</p:spPr></p:pic>"
        )

    def speak(self, sources: str, thanks: str) -> None:
        """The speaker's notes: where the figures come from, and one line of thanks."""
        word = self.tongue.word
        self.notes(word("数据来源：") + sources, word("致谢语：") + thanks)

    def tell(self, words: str, sources: str) -> None:
        """The speaker's notes: what to say, and where the figures come from."""
        word = self.tongue.word
        self.notes(word("讲解：") + words, word("数据来源：") + sources)

    def notes(self, *paragraphs: str) -> None:
        """The speaker's notes, one idea a paragraph."""
        write_notes(self.slide, paragraphs, self.tongue)

    def _graphic(
        self, name: str, alt: str, place_of: tuple[str, int], box: Box, uri: str, inner: str
    ) -> str:
        kind, index = place_of
        place = frame(box).replace("a:xfrm", "p:xfrm")
        return (
            f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{next(self._ids)}" '
            f'name="{name}" descr={quoteattr(alt)}/><p:cNvGraphicFramePr>'
            '<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>'
            f'<p:ph type="{kind}" idx="{index}"/></p:nvPr></p:nvGraphicFramePr>{place}'
            f'<a:graphic><a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic>'
            "</p:graphicFrame>"
        )

    def _add(self, xml: str) -> None:
        end = xml.index(">")
        self._tree.append(parse_xml(f"{xml[:end]} {NAMESPACES}{xml[end:]}"))
