"""The evidence annex: every figure of an audience's files, and the clause that carries it."""

from __future__ import annotations

from pathlib import Path

from templates.make.annex_words import ENGLISH
from templates.make.kit.package import app_xml, set_core, write_package
from templates.make.kit.phrases import each_row
from templates.make.kit.tongue import EN, ZH, Tongue
from templates.make.kit.word.base import new_paper
from templates.make.kit.word.paragraphs import Run
from templates.make.kit.word.sheets import Sheets
from templates.make.kit.word.tables import Column

_FOOTER = "{{ audience.name }}　证据附件　{{ edition.as_of }}"

# Of the table of figures, in cm: Chinese is short and its evidence long, English the other way round.
_WIDTHS = {
    ZH.lang: (1.0, 2.6, 4.6, 2.4, 3.3, 3.1),
    EN.lang: (0.9, 2.5, 5.0, 1.9, 4.2, 2.5),
}


def make_annex(path: Path, tongue: Tongue = ZH) -> None:
    """Write the annex's template to `path`; the evidence stays in the script of its source."""
    sheets = Sheets(new_paper(_in(tongue, _FOOTER), tongue), tongue)
    kicker = _in(tongue, " {{ audience.name }}　{{ edition.as_of }}")
    sheets.paragraph("Eyebrow", Run("■", "Seal"), kicker)
    sheets.paragraph("Title", _in(tongue, "证据附件"))
    sheets.paragraph("Subtitle", _in(tongue, "每个数字的口径、截至时间、出处和依据"))
    _figures(sheets)
    _sources(sheets)
    set_core(
        sheets.paper.core_properties,
        title=_in(tongue, "证据附件：{{ audience.name }}"),
        subject=_in(tongue, "每个数字的口径、截至时间、出处和依据，{{ edition.as_of }}"),
        keywords=_in(tongue, "证据；来源；口径"),
        category=_in(tongue, "会谈材料"),
        tongue=tongue,
    )
    write_package(sheets.paper, path, {"docProps/app.xml": app_xml("Microsoft Office Word")})


def make_english_annex(path: Path) -> None:
    """The annex in English."""
    make_annex(path, EN)


def _in(tongue: Tongue, chinese: str) -> str:
    return ENGLISH[chinese] if tongue is EN else chinese


def _figures(sheets: Sheets) -> None:
    tongue = sheets.tongue
    sheets.paragraph("Heading1", _in(tongue, "数字与依据"))
    sheets.paragraph(
        "Normal",
        _in(
            tongue,
            "每行一个数字。“依据片段”是原文中带出该数字的最短文字；计算得出的数字写明由哪几项算出。",
        )
        + '{% if audience.precision == "rounded" %}'
        + _in(tongue, "本表印原数；正文用约数。")
        + "{% endif %}",
    )
    widths = _WIDTHS[tongue.lang]
    columns = (
        Column(_in(tongue, "编号"), widths[0], "TableQuiet"),
        Column(_in(tongue, "数字"), widths[1], "TableName"),
        Column(_in(tongue, "指标与口径"), widths[2]),
        Column(_in(tongue, "数据截至"), widths[3]),
        Column(_in(tongue, "来源"), widths[4]),
        Column(_in(tongue, "依据片段"), widths[5], "TableQuiet"),
    )
    row = (
        "{% for row in ledger %}{{ row.no }}",
        "{{ row.value }}",
        _in(
            tongue,
            "{{ row.name }}{% if row.period %}（{{ row.period }}）{% endif %}{% if row.definition %}：{{ row.definition }}{% endif %}"
            "{% if row.note %}（{{ row.note }}）{% endif %}",
        ),
        "{{ row.as_of }}",
        _in(tongue, "{{ row.source }}{% if row.said_by %}（{{ row.said_by }}）{% endif %}"),
        "{{ row.evidence }}{% endfor %}",
    )
    sheets.caption(tongue.word("表"), 1, _in(tongue, "所用数字"))
    sheets.table(columns, [row], _in(tongue, "所用数字及其依据，每行一个"))


def _sources(sheets: Sheets) -> None:
    tongue = sheets.tongue
    sheets.paragraph("Heading1", _in(tongue, "来源篇目"))
    columns = (
        Column(_in(tongue, "来源"), 6.6, "TableName"),
        Column(_in(tongue, "日期"), 3.0),
        Column(_in(tongue, "性质"), 2.2),
        Column(_in(tongue, "待补刊载信息"), 5.2, "TableQuiet"),
    )
    row = each_row("sources", "citation", "date", "kind", "missing")
    sheets.caption(tongue.word("表"), 2, _in(tongue, "来源篇目"))
    sheets.table(columns, [row], _in(tongue, "来源篇目，每行一篇"))
