"""The evidence annex: every figure of an audience's files, and the clause that carries it."""

from __future__ import annotations

from pathlib import Path

from templates.make.kit.package import app_xml, set_core, write_package
from templates.make.kit.word.base import new_paper
from templates.make.kit.word.sheets import Column, Run, Sheets

_FOOTER = "{{ audience.name }}　证据附件　{{ edition.as_of }}"


def make_annex(path: Path) -> None:
    """Write the annex's template to `path`."""
    sheets = Sheets(new_paper(_FOOTER))
    sheets.paragraph("Eyebrow", Run("■", "Seal"), " {{ audience.name }}　{{ edition.as_of }}")
    sheets.paragraph("Title", "证据附件")
    sheets.paragraph("Subtitle", "每个数字的口径、截至时间、出处和依据")
    _figures(sheets)
    _sources(sheets)
    set_core(
        sheets.paper.core_properties,
        title="证据附件：{{ audience.name }}",
        subject="每个数字的口径、截至时间、出处和依据，{{ edition.as_of }}",
        keywords="证据；来源；口径",
    )
    write_package(sheets.paper, path, {"docProps/app.xml": app_xml("Microsoft Office Word")})


def _figures(sheets: Sheets) -> None:
    sheets.paragraph("Heading1", "数字与依据")
    sheets.paragraph(
        "Normal",
        "每行一个数字。“依据片段”是原文中带出该数字的最短文字；计算得出的数字写明由哪几项算出。",
    )
    columns = (
        Column("编号", 1.0, "TableQuiet"),
        Column("数字", 2.6, "TableName"),
        Column("指标与口径", 4.6),
        Column("数据截至", 2.4),
        Column("来源", 3.3),
        Column("依据片段", 3.1, "TableQuiet"),
    )
    row = (
        "{% for row in ledger %}{{ row.no }}",
        "{{ row.value }}",
        "{{ row.name }}{% if row.definition %}：{{ row.definition }}{% endif %}"
        "{% if row.note %}（{{ row.note }}）{% endif %}",
        "{{ row.as_of }}",
        "{{ row.source }}{% if row.said_by %}（{{ row.said_by }}）{% endif %}",
        "{{ row.evidence }}{% endfor %}",
    )
    sheets.caption("表", 1, "所用数字")
    sheets.table(columns, [row], "所用数字及其依据，每行一个")


def _sources(sheets: Sheets) -> None:
    sheets.paragraph("Heading1", "来源篇目")
    columns = (
        Column("来源", 6.6, "TableName"),
        Column("日期", 3.0),
        Column("性质", 2.2),
        Column("待补刊载信息", 5.2, "TableQuiet"),
    )
    row = (
        "{% for row in sources %}{{ row.citation }}",
        "{{ row.date }}",
        "{{ row.kind }}",
        "{{ row.missing }}{% endfor %}",
    )
    sheets.caption("表", 2, "来源篇目")
    sheets.table(columns, [row], "来源篇目，每行一篇")
