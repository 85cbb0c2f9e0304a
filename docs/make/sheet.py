"""What the cheat sheet is drawn with: its own few styles, tables of four columns, a row of figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.shared import Cm

from templates.make.kit.tokens import COLOR, EAST_ASIAN
from templates.make.kit.word.sheets import Sheets, paragraph_xml
from templates.make.kit.word.styles import W

WIDTHS = (7.4, 3.2, 2.9, 3.5)  # cm: the tag, what came out, Chinese, English
HEADS = ("模板中写　As written", "结果　Result", "说明", "What it is")
STYLES = ("SheetCode", "SheetResult", "SheetText", "SheetText")

_CODE_FACE = "Consolas"
_MARGINS = (
    '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="{left}" w:type="dxa"/>'
    '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)


def add_styles(sheets: Sheets) -> None:
    """Tags, results and what is said of them, in the colours of the house."""
    face = (
        f'<w:rFonts w:ascii="{_CODE_FACE}" w:hAnsi="{_CODE_FACE}" w:eastAsia="{EAST_ASIAN}" '
        f'w:cs="{_CODE_FACE}"/>'
    )
    for name, size, color, more in (
        ("Sheet Code", 8, "river", face),
        ("Sheet Result", 9, "deep", "<w:b/><w:bCs/>"),
        ("Sheet Text", 8.5, "grey", ""),
    ):
        sheets.paper.styles.element.append(parse_xml(_style_xml(name, size, color, more)))


def _style_xml(name: str, size: float, color: str, more: str) -> str:
    half_points = round(size * 2)
    return (
        f'<w:style {W} w:type="paragraph" w:customStyle="1" w:styleId="{name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/>'
        '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="250" '
        f'w:lineRule="exact"/></w:pPr><w:rPr>{more}<w:color w:val="{COLOR[color]}"/>'
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr></w:style>'
    )


def raw(tag: str) -> str:
    """A tag that is shown as it is written."""
    return f"{{% raw %}}{tag}{{% endraw %}}"


def add_examples(sheets: Sheets, title: str, rows: Sequence[tuple[str, str, str]]) -> None:
    """Each tag as it is written, and beside it the same tag at work; ``⏎`` parts paragraphs."""
    body = [
        (
            _lines("SheetCode", *(raw(line) for line in tag.split("⏎"))),
            _lines("SheetResult", *tag.split("⏎")),
            _lines("SheetText", chinese),
            _lines("SheetText", english),
        )
        for tag, chinese, english in rows
    ]
    add_table(sheets, title, WIDTHS, HEADS, body)


def add_told(sheets: Sheets, title: str, rows: Sequence[tuple[str, str, str]]) -> None:
    """Tags that have no work in a text: as they are written, and what they are for."""
    widths = (8.6, 3.9, 4.5)
    body = [
        (
            _lines("SheetCode", raw(tag)),
            _lines("SheetText", chinese),
            _lines("SheetText", english),
        )
        for tag, chinese, english in rows
    ]
    add_table(sheets, title, widths, (HEADS[0], *HEADS[2:]), body)


def add_table(
    sheets: Sheets,
    title: str,
    widths: Sequence[float],
    heads: Sequence[str],
    body: Sequence[Sequence[str]],
    left: int = 0,
) -> None:
    """A table with rules only; `body` holds the paragraphs of each cell as XML.

    `left` is what stands before a cell's text, in twentieths of a point.
    """
    first = "".join(
        _cell(paragraph_xml("TableHead", head), width)
        for head, width in zip(heads, widths, strict=True)
    )
    rows = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{first}</w:tr>"
    for cells in body:
        inside = "".join(_cell(xml, width) for xml, width in zip(cells, widths, strict=True))
        rows += f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{inside}</w:tr>"
    grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
    xml = (
        f'<w:tbl {W}><w:tblPr><w:tblStyle w:val="RuledTable"/>'
        f'<w:tblW w:w="{_twips(sum(widths))}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{_MARGINS.format(left=left)}"
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val={quoteattr(title)}/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )
    body_element = sheets.paper.element.body
    body_element.insert(len(body_element) - 1, parse_xml(xml))


def add_pair(sheets: Sheets, title: str, width: float) -> tuple[Any, Any]:
    """Two empty paragraphs side by side, for drawings; they are given back."""
    cells = _cell(paragraph_xml("Figure"), width) * 2
    table = parse_xml(
        f'<w:tbl {W}><w:tblPr><w:tblStyle w:val="TableNormal"/>'
        f'<w:tblW w:w="{_twips(2 * width)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCaption w:val={quoteattr(title)}/></w:tblPr><w:tblGrid>"
        f'<w:gridCol w:w="{_twips(width)}"/><w:gridCol w:w="{_twips(width)}"/></w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
    )
    body = sheets.paper.element.body
    body.insert(len(body) - 1, table)
    left, right = table.iter(f"{{{table.nsmap['w']}}}p")
    return left, right


def add_picture(cell: Any, data: Any, tag: str, width: float) -> None:
    """A picture whose alternative text is a tag, in a paragraph that is there."""
    drawn = cell.add_run().add_picture(data, width=Cm(width))
    drawn._inline.docPr.set("descr", tag)
    drawn._inline.docPr.set("name", "图片 sample")


def _lines(style: str, *texts: str) -> str:
    return "".join(paragraph_xml(style, text) for text in texts)


def _cell(paragraphs: str, width: float) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/></w:tcPr>{paragraphs}</w:tc>'


def _twips(cm: float) -> int:
    return round(cm * 1440 / 2.54)


def heading(sheets: Sheets, chinese: str, english: str) -> None:
    """A section's name in both languages."""
    sheets.paragraph("Heading1", f"{chinese}　{escape(english)}")
