"""The first page: eight figures with their dates and speakers, and which to use."""

from __future__ import annotations

from typing import Any

from templates.make.kit.phrases import first_rejected, whole
from templates.make.kit.word.paragraphs import Run, paragraph_xml
from templates.make.kit.word.sheets import Sheets
from templates.make.kit.word.tables import Cell, Column
from templates.make.press.marks import REJECTED, Marks

_WHO = "{{% if {0}.said_by %}}{{{{ {0}|said_by }}}}{{% else %}}报道，未注明介绍人{{% endif %}}"
_ROWS = (
    ("public_projects", "公益事业建设项目，{{ public_projects|period }}累计"),
    ("grant_donations", "无偿捐赠资金，{{ grant_donations|period }}累计"),
    ("economic_projects", "经济合作项目，{{ economic_projects|period }}累计"),
    ("cumulative_investment", "经济合作项目累计投资，不等于到位资金"),
    ("industrial_firms", "浙江在涪工业企业，不含其他行业"),
    ("industrial_output", "浙江在涪规上工业企业产值，{{ industrial_output|period }}"),
    ("secondments", "赴浙江挂职的涪陵优秀年轻干部，{{ secondments|period }}"),
    ("free_visits", "核心景区对浙江籍游客免票惠及人次"),
)


def add_opening(sheets: Sheets) -> Any:
    """先看八个数; returns the heading, in front of which the contents go."""
    marks = Marks(
        "opening",
        ("public_projects", "grant_donations"),
        ("economic_projects", "cumulative_investment", "secondments"),
        ("industrial_firms",),
        ("industrial_output",),
        ("free_visits",),
    )
    heading = sheets.paragraph("Heading1", "先看八个数：谁说的，截至何时")
    sheets.paragraph(
        "Normal",
        "每个数字都有脚注，写明来源、介绍人和截至时间；同页同一出处的数字共用一个注号。"
        "“超”“近”“多”“余”等字是原数的一部分，引用时请保留。",
    )
    columns = (
        Column("数字", 2.9, "TableName"),
        Column("指标与口径", 7.4),
        Column("数据截至", 2.9, "TableQuiet"),
        Column("谁说的", 3.8, "TableQuiet"),
    )
    sheets.caption("表", 1, "八个主要数字")
    sheets.table(columns, [_row(marks, *row) for row in _ROWS], "八个主要数字，每行一个")
    _which(sheets, marks)
    return heading


def _row(marks: Marks, key: str, name: str) -> tuple[Cell, ...]:
    return (whole(key), marks(key)), name, f"{{{{ {key}|as_of_date }}}}", _WHO.format(key)


def _which(sheets: Sheets, marks: Marks) -> None:
    sheets.paragraph("KPINote")
    sheets.callout("采用哪个数", (
        paragraph_xml("CalloutHead", "采用哪个数"),
        paragraph_xml(
            "CalloutText",
            Run("无偿捐赠资金　", "Strong"),
            "采用{{ grant_donations|number }}元", marks("grant_donations"),
            "{% if grant_donations.rejected %}。另有述评作“"
            + first_rejected("grant_donations") + "无偿援助资金”{% endif %}",
            marks.words("other", REJECTED.format("grant_donations")),
            "{% if grant_donations.rejected %}，口径待核{% endif %}。",
        ),
        paragraph_xml(
            "CalloutText",
            Run("企业　", "Strong"),
            "只用工业企业{{ industrial_firms|number }}家", marks("industrial_firms"),
            "；全部行业的企业数各报道不一，不采用。",
        ),
        paragraph_xml(
            "CalloutText",
            Run("产值　", "Strong"),
            "全年实际数没有公布，写作已经达到的标题不采用。",
        ),
        paragraph_xml("CalloutText", "逐条说明见“数字问答”。"),
    ))  # fmt: skip
