"""The cheat sheet: a template that shows its own tags, and beside each what came out.

``factpack render docs/cheat-sheet.docx --data docs/cheat-sheet.json --out sheet.docx`` fills it.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from docx.text.paragraph import Paragraph

from docs.make.sheet import (
    add_examples,
    add_pair,
    add_picture,
    add_styles,
    add_table,
    add_told,
    heading,
    raw,
)
from generator.documents.charts.chart import ChartParts, write_chart
from generator.model import ChartSpec, Point, Series
from templates.make.kit.package import MADE, app_xml, write_package
from templates.make.kit.samples import sample_timeline
from templates.make.kit.tokens import LOOK
from templates.make.kit.word.base import new_paper
from templates.make.kit.word.sheets import Run, Sheets, paragraph_xml

DOCS = Path(__file__).resolve().parents[1]
SHEET, DATA = DOCS / "cheat-sheet.docx", DOCS / "cheat-sheet.json"
_FRAME = (8.0, 4.0)  # cm

VALUES = (
    ("{{ name }}", "一个值", "A value"),
    ("{{ 姓名 }}", "名称可用中文", "Names may be Chinese"),
    ("{{ team.lead }}, {{ team.size }}", "取值里的值", "What is in a value"),
    ("{{ cities[0] }} … {{ cities[-1] }}", "列表的首项与末项", "The first and last of a list"),
    ("{{ price * 3 + 1 }}", "算术", "Arithmetic"),
    ('{{ name ~ " & Co" }}', "连接文字", "Texts joined"),
    ('{{ "many" if n > 3 else "few" }}', "二者取一", "One or the other"),
    ("{# for colleagues #}R&D", "注释不输出", "A comment goes"),
    ("{_{ name }_}", "不作标签的花括号", "Braces that are no tag"),
)
BLOCKS = (
    ("{% if n > 3 %}many{% else %}few{% endif %}", "条件，另有 elif", "A condition; elif too"),
    (
        "{% for c in cities %}{{ loop.index }} {{ c }}; {% endfor %}",
        "循环；loop 计数", "A loop; loop counts",
    ),
    (
        '{% for c in cities if c != "Delta" %}{{ c }} {% endfor %}',
        "只取部分项", "Only some items",
    ),
    ("{% set tax = price * 0.2 %}{{ tax }}", "自设名称", "A name of your own"),
    (
        "{% macro tel(n) %}+86 {{ n }}{% endmacro %}{{ tel(5) }}, {{ tel(7) }}",
        "宏：可填空的文字", "A macro: blanks to fill",
    ),
    (
        "{% for c in cities %}⏎{{ c }}⏎{% endfor %}",
        "标签独占段落：重复其间的段落", "Tags alone: the paragraphs between",
    ),
)  # fmt: skip
FILTERS = (
    ("{{ name|upper }} {{ name|lower }}", "大小写；另有 title", "Capitals; title too"),
    ('{{ name|replace("a", "o") }}', "替换", "One text for another"),
    ('{{ phone|default("–") }}', "名称不存在时", "A name that is missing"),
    ('{{ cities|join(" · ") }}', "连成一段", "One text of all"),
    (
        "{{ cities|length }}, {{ prices|sum }}, {{ prices|max }}",
        "项数、总和、最大",
        "Count, sum, largest",
    ),
    ('{{ rows|map(attribute="place")|sort|join }}', "取一栏并排序", "One column, in order"),
    ('{{ "{:,.2f}".format(total) }}', "数字格式", "A number's form"),
    ('{{ "yes" if phone is defined else "no" }}', "测试", "A test"),
)
ROWS = (
    "{% for r in rows %}{{ r.place }}",
    "{% cellbg r.colour %}{{ r.visits }}",
    "{{ r.change }}{% endfor %}",
)
CELLS = (
    (
        "{% vm %} {% hm %} {% colspan n %} {% cellbg c %}",
        "纵、横合并，跨列，底色",
        "Merge, span, colour",
    ),
    (
        "{%p if … %} {%tr for … %} {%tc … %} {%r … %}",
        "docxtpl 的前缀也认得",
        "docxtpl's prefixes",
    ),
    (
        '{{r rich }} {{p doc }} {% include "a.docx" %}',
        "富文本、子文档",
        "Rich text, sub-documents",
    ),
    (
        "{%slide for r in rows %} … {%slide endfor %}",
        "每项一页（PowerPoint）",
        "A slide for each (PowerPoint)",
    ),
    ("{%slide if x %} … {%slide endif %}", "略去若干页", "Leave out slides"),
    ("{%shape if x %}", "略去一个形状", "Leave out a shape"),
)
DRAWN = (
    ('{{ chart("visits") }}', "写作图表的全部替代文字", "As a chart's alternative text"),
    ('{{ picture("sample") }}', "写作图片的全部替代文字", "As a picture's alternative text"),
)


def make_cheat_sheet(path: Path = SHEET) -> None:
    """Write the sheet's template to `path`."""
    sheets = Sheets(new_paper("{{ title }}　{{ edition }}"))
    add_styles(sheets)
    _first_page(sheets)
    _second_page(sheets)
    _set_core(sheets)
    write_package(sheets.paper, path, {"docProps/app.xml": app_xml("Microsoft Office Word")})


def _first_page(sheets: Sheets) -> None:
    sheets.paragraph("Eyebrow", Run("■", "Seal"), " {{ edition }}")
    sheets.paragraph("Title", "{{ title }}")
    sheets.paragraph(
        "Subtitle",
        "左写法，右结果。Left as it is written, right what came out.",
    )
    for chinese, english, rows in (
        ("值", "Values", VALUES),
        ("条件与循环", "Conditions and loops", BLOCKS),
        ("过滤器与测试", "Filters and tests", FILTERS),
    ):
        heading(sheets, chinese, english)
        add_examples(sheets, f"{chinese} {english}", rows)


def _second_page(sheets: Sheets) -> None:
    sheets.page_break_before("Heading1", "表格的行　Rows of a table")
    sheets.paragraph(
        "SheetText",
        "循环的首尾标签在同一行的不同单元格：重复该行。"
        "A loop whose tags stand in different cells of one row repeats the row.",
    )
    heads = ("地点　Place", "参观　Visits", "增减　Change")
    widths = (5.9, 6.3, 4.8)
    sheets.paragraph("Caption", "模板中写　As written")
    add_table(sheets, "As written", widths, heads, [_cells("SheetCode", map(raw, ROWS))], 85)
    sheets.paragraph("Caption", "结果　Result")
    add_table(sheets, "Result", widths, heads, [_cells("SheetResult", ROWS)], 85)
    heading(sheets, "图表与图片", "Charts and pictures")
    add_told(sheets, "Charts and pictures", DRAWN)
    _drawn(sheets)
    heading(sheets, "单元格、文档与幻灯片", "Cells, documents, slides")
    add_told(sheets, "Cells, documents, slides", CELLS)
    heading(sheets, "出错时", "When something is wrong")
    sheets.callout(
        "出错时 When something is wrong",
        [
            paragraph_xml(
                "CalloutHead", "一次报全，各有位置与办法　All errors at once, each with place and cure"
            ),
            _told("factpack needs T.docx", "模板要什么　What a template asks for"),
            _told(
                "factpack render T.docx --data D.json --out O.docx --annotate C.docx",
                "错误写成批注　Errors as comments",
            ),
            _told("--undefined empty", "未知名称输出为空　An unknown name prints nothing"),
            _told("--scopes docxtpl", "块照字面，与 docxtpl 相同　Blocks literally, as docxtpl has them"),
            paragraph_xml(
                "SheetText",
                "全部标签见 docs/templates.zh-CN.md　Every tag is in docs/templates.md",
            ),
        ],
    )  # fmt: skip


def _told(command: str, words: str) -> str:
    return paragraph_xml("SheetCode", f"{command}　　{words}")


def _cells(style: str, texts: Iterable[str]) -> list[str]:
    return [paragraph_xml(style, text) for text in texts]


def _drawn(sheets: Sheets) -> None:
    """The chart, and the picture beside it."""
    sheets.paragraph("SheetText")
    sheets.chart("visits", _sample_chart(), *_FRAME)
    chart = sheets.paper.element.body[-2]
    left, right = add_pair(sheets, "Chart and picture", _FRAME[0] + 0.5)
    left.append(chart.r_lst[0])
    sheets.paper.element.body.remove(chart)
    add_picture(
        Paragraph(right, sheets.paper._body),
        io.BytesIO(sample_timeline()),
        '{{ picture("sample") }}',
        _FRAME[0],
    )


def _sample_chart() -> ChartParts:
    """Four columns that are plainly no data."""
    names = tuple(f"示例{letter}" for letter in "甲乙丙丁")
    points = tuple(Point(Decimal(n), str(n), "0", "") for n in range(1, len(names) + 1))
    series = (Series("示例数据", points),)
    spec = ChartSpec("sample", "columns", "示例", "", names, series, "示例图表")
    return write_chart(spec, LOOK.look("word", "zh-Hans", _FRAME))


def _set_core(sheets: Sheets) -> None:
    core = sheets.paper.core_properties
    values = {
        "title": "{{ title }}", "subject": "{{ edition }}", "keywords": "template; 模板",
        "category": "", "author": "Factpack", "last_modified_by": "Factpack", "comments": "",
        "language": "zh-CN", "created": MADE, "modified": MADE, "revision": 1,
    }  # fmt: skip
    for name, value in values.items():
        setattr(core, name, value)
