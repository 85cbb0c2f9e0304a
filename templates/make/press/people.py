"""人才和往来: exchange in a table, training, what Fuling gives back; its GDP in a box."""

from __future__ import annotations

from templates.make.kit.phrases import whole
from templates.make.kit.samples import sample_pair
from templates.make.kit.word.fields import See
from templates.make.kit.word.paragraphs import Run, caption_xml, paragraph_xml
from templates.make.kit.word.sheets import Sheets
from templates.make.kit.word.tables import Cell, Column
from templates.make.press.marks import Marks

_CHART = (8.2, 4.7)
_ROWS = (
    ("secondments", "period", "赴浙江挂职的涪陵干部", "按人计，不按人次计"),
    ("exchange_visits", "period", "两地单位交流互访", "按次计，不按人计"),
    ("new_secondees", "period", "新一批挂职干部", "赴浙江{{ secondment_cities|number }}个地市"),
    ("paired_schools_zhejiang", "as_of_date", "结对学校，浙江方", "数目不等，不是一对一"),
    ("paired_schools_fuling", "as_of_date", "结对学校，涪陵方", "含中小学、幼儿园和职校"),
)


def add_people(sheets: Sheets) -> None:
    """Exchange, training and thanks, then what happened in Fuling in the same years."""
    marks = Marks(
        "people",
        ("secondments", "exchange_visits", "paired_schools_zhejiang", "paired_schools_fuling",
         "support_funds"),
        ("new_secondees", "secondment_cities", "ticket_policy", "ticket_policy_years",
         "free_visits"),
        ("training",),
        ("gdp.previous", "gdp"),
        ("gdp_milestone",),
    )  # fmt: skip
    sheets.page_break_before("Heading1", "人才和往来：挂职按人，互访按次，免票按人次")
    _table(sheets, marks)
    _others(sheets, marks)
    _same_years(sheets, marks)


def _table(sheets: Sheets, marks: Marks) -> None:
    columns = (
        Column("往来", 4.6),
        Column("数", 2.8, "TableName"),
        Column("时段或截至", 4.2, "TableQuiet"),
        Column("说明", 5.4, "TableQuiet"),
    )
    sheets.caption("表", 4, "人才往来")
    rows: list[tuple[Cell, ...]] = []
    for key, part, name, note in _ROWS:
        number = whole(key), marks(key)  # -- marks are asked for in reading order --
        more: Cell = (note, marks("secondment_cities")) if "secondment_cities" in note else note
        rows.append((name, number, f"{{{{ {key}|{part} }}}}", more))
    sheets.table(columns, rows, "人才往来各项数字，每行一项")
    sheets.paragraph("KPINote")


def _others(sheets: Sheets, marks: Marks) -> None:
    sheets.paragraph(
        "Normal",
        Run("培训　", "Strong"),
        "培训数只有旧数：{{ training|number }}人次", marks("training"),
        "，{{ training|as_of }}。",
    )  # fmt: skip
    sheets.paragraph(
        "Normal",
        Run("免票　", "Strong"),
        "{{ ticket_policy|period }}起", marks("ticket_policy"),
        "，涪陵对浙江籍游客实行核心景区门票{{ ticket_policy_years|number }}年免票",
        marks("ticket_policy_years"),
        "，已惠及{{ free_visits|number }}人次", marks("free_visits"),
        "；起止日期未见报道。",
    )  # fmt: skip
    sheets.paragraph(
        "Normal",
        Run("扶持　", "Strong"),
        "{{ support_funds|period }}，浙江在涪工业企业获得各级扶持资金{{ support_funds|number }}元",
        marks("support_funds"),
        "。这是各级政府给企业的扶持，不是来自浙江的援助。",
    )  # fmt: skip


def _same_years(sheets: Sheets, marks: Marks) -> None:
    growth = marks.words("growth", "增幅和增量均{{ gdp_growth|basis }}，未剔除价格因素。")
    text = (
        paragraph_xml("CalloutHead", "同期的涪陵"),
        paragraph_xml(
            "CalloutText",
            "涪陵地区生产总值{{ gdp.previous|period }}为{{ gdp.previous|number }}元",
            marks("gdp.previous"),
            "，{{ gdp|period }}为{{ gdp|number }}元", marks("gdp"),
            "，多{{ gdp_increase|number }}元，增{{ gdp_growth|number }}%", growth,
            "；{{ gdp_milestone|period }}，{{ gdp_milestone|name }}", marks("gdp_milestone"), "（", See("图", 5), "）。",
        ),
        paragraph_xml(
            "CalloutText",
            "这是涪陵全区同期的变化，报道没有说明与对口支援的因果关系。{{ gdp|as_of }}。",
        ),
    )  # fmt: skip
    chart = (
        sheets.chart_xml("gdp_two_years", sample_pair(_CHART, "word"), *_CHART),
        caption_xml("图", 5, "涪陵地区生产总值，亿元", next(sheets.bookmarks)),
    )
    sheets.paragraph("KPINote")
    sheets.callout("同期的涪陵", text, chart, widths=(8.0, 9.0))
