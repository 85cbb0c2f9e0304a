"""民生: two running totals, what was built and rebuilt, the older figures on resettlement."""

from __future__ import annotations

from templates.make.kit.phrases import whole
from templates.make.kit.samples import sample_pair
from templates.make.kit.word.fields import See
from templates.make.kit.word.paragraphs import Run
from templates.make.kit.word.sheets import Panel, Sheets
from templates.make.kit.word.tables import Cell, Column
from templates.make.press.marks import Marks

_SIZE = (8.3, 4.4)
_WORKS = (
    ("health_facilities", "医疗卫生机构", "累计援建"),
    ("elderly_homes", "敬老院", "累计援建"),
    ("service_centres", "党群服务中心", "累计援建"),
    ("rebuilt_roads", "移民道路", "复建"),
    ("rebuilt_wharves", "码头", "复建"),
    ("two_projects", "移民小区综合帮扶“两项工程”", "累计实施"),
)
_OLDER = (
    ("settled_workers", "安置企业职工和移民", "经济合作项目安置，按人次计"),
    ("labour_placements", "移民劳务输出", "与上一行是两笔，不相加"),
    ("relocated_households", "外迁安置，户数", "户与人各计各的，不作平均"),
    ("relocated_people", "外迁安置，人数", "同一批外迁移民的人数"),
)


def add_welfare(sheets: Sheets) -> None:
    """Totals with two charts, works, two projects by name, resettlement."""
    marks = Marks(
        "welfare",
        ("public_projects", "grant_donations", *(key for key, _, _ in _WORKS)),
        ("public_projects.previous", "grant_donations.previous"),
        tuple(key for key, _, _ in _OLDER),
        ("community_renewal", "community_funds", "shelter_forest"),
    )
    sheets.page_break_before("Heading1", "民生：两项累计数都比前一时点多，旧数另列")
    _totals(sheets, marks)
    _charts(sheets)
    _works(sheets, marks)
    _places(sheets, marks)
    _resettled(sheets, marks)


def _totals(sheets: Sheets, marks: Marks) -> None:
    projects, donations = (
        marks.words(key, f"{{{{ {key}|basis }}}}。")
        for key in ("public_projects_added", "grant_donations_added")
    )
    sheets.paragraph(
        "Normal",
        "公益事业建设项目累计{{ public_projects|number }}个", marks("public_projects"),
        "，{{ public_projects.previous|as_of_date }}为{{ public_projects.previous|number }}个",
        marks("public_projects.previous"),
        "，多{{ public_projects_added|number }}个", projects,
        "；无偿捐赠资金累计{{ grant_donations|number }}元", marks("grant_donations"),
        "，前一时点为{{ grant_donations.previous|number }}元", marks("grant_donations.previous"),
        "，多{{ grant_donations_added|number }}元", donations,
        "（", See("图", 3), "、", See("图", 4), "）。均为{{ public_projects|period }}累计；"
        "没有报道说明资金与项目的对应关系。",
    )  # fmt: skip


def _charts(sheets: Sheets) -> None:
    sheets.figures("公益项目和捐赠资金两幅图", (
        Panel("个", "project_pair", sample_pair(_SIZE, "word"), _SIZE[0], 3, "公益事业建设项目，累计"),
        Panel("亿元", "donation_pair", sample_pair(_SIZE, "word"), _SIZE[0], 4, "无偿捐赠资金，累计"),
    ), _SIZE[1])  # fmt: skip
    sheets.paragraph(
        "SourceNote",
        Run("资料来源：", "Strong"),
        "{{ [public_projects, public_projects.previous]|source }}。"
        "两个时点之间没有数据，不连线；坐标从零开始。",
    )


def _works(sheets: Sheets, marks: Marks) -> None:
    columns = (
        Column("项目", 7.0),
        Column("数", 3.0, "TableName"),
        Column("口径", 3.0, "TableQuiet"),
        Column("数据截至", 4.0, "TableQuiet"),
    )
    rows: list[tuple[Cell, ...]] = [
        (name, (whole(key), marks(key)), note, f"{{{{ {key}|as_of_date }}}}")
        for key, name, note in _WORKS
    ]
    sheets.caption("表", 2, "援建和复建清单")
    sheets.table(columns, rows, "援建和复建清单，每行一项")
    sheets.paragraph(
        "SourceNote", "各项单位不同，不相加；这些是否包含在公益事业建设项目之内，报道未说明。"
    )


def _places(sheets: Sheets, marks: Marks) -> None:
    sheets.paragraph(
        "Normal",
        "马鞍街道双溪社区移民小区自{{ community_renewal|period }}起改造", marks("community_renewal"),
        "，浙江累计投入援建资金{{ community_funds|number }}元", marks("community_funds"),
        "；珍溪镇学堂村营造防护林{{ shelter_forest|number }}亩", marks("shelter_forest"), "。",
    )  # fmt: skip


def _resettled(sheets: Sheets, marks: Marks) -> None:
    columns = (
        Column("移民与劳务", 5.2),
        Column("数", 3.0, "TableName"),
        Column("说明", 8.8, "TableQuiet"),
    )
    rows: list[tuple[Cell, ...]] = [
        (name, (whole(key), marks(key)), note) for key, name, note in _OLDER
    ]
    sheets.caption("表", 3, "移民与劳务，{{ settled_workers|as_of }}")
    sheets.table(columns, rows, "移民与劳务各项数字，每行一项")
