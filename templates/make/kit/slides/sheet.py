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
from templates.make.kit.slides.shapes import block, chip, frame, placeholder, rule, text_box
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

CHART_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
RUNNING_TITLE = "浙江对口支援涪陵{{ years }}"
LEAD = named("lead", "deep")
BODY = named("body")
SMALL = named("small", "grey")


@dataclass(frozen=True)
class Figure:
    """A number block: the fact, its label and a quiet line beneath (blank for none)."""

    key: str
    label: str
    remark: str = ""


class Sheet:
    """One slide; shapes are added in reading order."""

    def __init__(self, deck: Deck, layout: base.Layout) -> None:
        place = next(item for item in deck.slide_layouts if item.name == layout.name)
        self.slide: Slide = deck.slides.add_slide(place)
        self.number = len(deck.slides)
        self._tree = self.slide.shapes._spTree
        self._ids = count(2)
        for shape in list(self.slide.placeholders):
            self._tree.remove(shape._element)

    def head(self, title: str, marker: str) -> None:
        """Title, section marker and the pack's short title."""
        self.place("标题", "title", None, title)
        self.place("章节", "body", base.MARKER, marker)
        self.place("简题", "body", base.RUNNING, RUNNING_TITLE)

    def foot(self, source: str, as_of: str, note: str = "") -> None:
        """注 and 资料来源, the as-of, the page number."""
        text = plain_paragraph_xml(note, "注：") if note else ""
        text += plain_paragraph_xml(source, "资料来源：")
        self._add(placeholder(next(self._ids), "注与资料来源", "body", base.SOURCE, text))
        self.place("数据截至", "body", base.AS_OF, as_of)
        number = f"<a:p>{base.NUMBER_FIELD.replace('‹#›', str(self.number))}</a:p>"
        self._add(placeholder(next(self._ids), "页码", "sldNum", base.NUMBER, number))

    def place(self, name: str, kind: str, index: int | None, *paragraphs: str) -> None:
        """Fill a place of the layout, which keeps its look."""
        text = "".join(map(plain_paragraph_xml, paragraphs))
        self._add(placeholder(next(self._ids), name, kind, index, text))

    def text(self, name: str, box: Box, *text: Paragraph, anchor: Anchor = "t") -> None:
        """Words at a place of their own."""
        self._add(text_box(next(self._ids), name, box, text, anchor))

    def rule(
        self, x: float, y: float, width: float, color: str = "deep", points: float = 1.5
    ) -> None:
        """A line above a block."""
        self._add(rule(next(self._ids), x, y, width, color, points))

    def band(self, y: float, height: float) -> None:
        """A paper band from edge to edge, behind what follows."""
        self._add(block(next(self._ids), "色带", Box(0, y, 33.867, height), "paper"))

    def chip(self, x: float, y: float, word: str) -> None:
        """The outlined label of a proposal."""
        style = Style(12, 18, True, "ochre", "ctr")
        self._add(chip(next(self._ids), word, Box(x, y, 1.5, 0.66), para(style, word), "ochre"))

    def figure(
        self, figure: Figure, x: float, y: float, width: float, style: Style, unit_size: float,
    ) -> None:  # fmt: skip
        """A number with its unit, in a box of its own so that it can be found again."""
        unit = style.but(size=unit_size)
        words = (
            f"{{{{ {figure.key}|digits }}}}",
            Run(f" {{{{ {figure.key}|scale_unit }}}}", unit),
        )
        box = Box(x, y, width, round(style.line * 0.0353, 2))
        self.text(f"数 {figure.label}", box, para(style, *words))

    def table(
        self, title: str, columns: Sequence[Column], rows: Sequence[Sequence[Piece]], height: float
    ) -> None:
        """A table in the layout's place: rules only, the first row a header."""
        table = table_xml(columns, rows, height)
        tall = height * (len(rows) + 1)
        box = Box(1.8, 4.55, sum(column.width for column in columns), tall)
        uri = "http://schemas.openxmlformats.org/drawingml/2006/table"
        self._add(self._graphic("表格", title, "tbl", box, uri, table))

    def chart(self, id: str, files: ChartParts, box: Box) -> None:
        """A native chart in the layout's place, named by the tag in its alt text."""
        relation = add_slide_chart(self.slide.part, files)
        inner = f'<c:chart xmlns:c="{CHART_URI}" r:id="{relation}"/>'
        tag = f'{{{{ chart("{id}") }}}}'
        self._add(self._graphic(f"图表 {id}", tag, "chart", box, CHART_URI, inner))

    def picture(self, id: str, image: bytes, box: Box) -> None:
        """A picture in the layout's place, named by the tag in its alt text."""
        part = ImagePart.new(self.slide.part.package, Image.from_blob(image))
        relation = self.slide.part.relate_to(part, RT.IMAGE)
        alt = quoteattr(f'{{{{ picture("{id}") }}}}')
        self._add(
            f'<p:pic><p:nvPicPr><p:cNvPr id="{next(self._ids)}" name="图片 {id}" descr={alt}/>'
            '<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr><p:nvPr>'
            f'<p:ph type="pic" idx="{base.CONTENT}"/></p:nvPr></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
            f"</p:blipFill><p:spPr>{frame(box)}</p:spPr></p:pic>"
        )

    def speak(self, sources: str, thanks: str) -> None:
        """The speaker's notes: where the figures come from, and one line of thanks."""
        write_notes(self.slide, (f"数据来源：{sources}", f"致谢语：{thanks}"))

    def _graphic(self, name: str, alt: str, kind: str, box: Box, uri: str, inner: str) -> str:
        place = frame(box).replace("a:xfrm", "p:xfrm")
        return (
            f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{next(self._ids)}" '
            f'name="{name}" descr={quoteattr(alt)}/><p:cNvGraphicFramePr>'
            '<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>'
            f'<p:ph type="{kind}" idx="{base.CONTENT}"/></p:nvPr></p:nvGraphicFramePr>{place}'
            f'<a:graphic><a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic>'
            "</p:graphicFrame>"
        )

    def _add(self, xml: str) -> None:
        end = xml.index(">")
        self._tree.append(parse_xml(f"{xml[:end]} {NAMESPACES}{xml[end:]}"))
