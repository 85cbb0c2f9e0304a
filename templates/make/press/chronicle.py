"""大事记: a chain of acts in a table, each with its source."""

from __future__ import annotations

from templates.make.kit.word.footnotes import Note, SameNote
from templates.make.kit.word.sheets import Sheets
from templates.make.kit.word.tables import Cell, Column
from templates.make.press.marks import Marks

# The fact that dates a row, what happened, and a word on the date where it needs one.
_EVENTS = (
    ("state_decision", "党中央、国务院作出全国对口支援三峡库区的决策", ""),
    ("state_document", "国务院办公厅就对口支援三峡库区移民工作发出文件", ""),
    ("aid_started", "浙江启动对口支援涪陵", ""),
    ("provincial_opinion", "《浙江省对口支援三峡库区移民工作意见》出台", ""),
    (
        "leader_visit",
        "时任浙江省委书记的习近平同志率浙江省党政代表团到涪陵，指导对口支援工作",
        "",
    ),
    ("school_groundbreaking", "浙涪友谊学校（原涪陵城区第四小学）奠基", ""),
    ("reply_letter", "习近平同志给浙涪友谊学校师生回信", ""),
    ("huafon_arrival", "华峰集团落户涪陵", ""),
    ("community_renewal", "马鞍街道双溪社区移民小区开始改造", ""),
    ("gdp_milestone", "涪陵{{ gdp_milestone|name }}（同期的涪陵）", ""),
    ("expert_visit", "浙江等地的农业机械专家到涪陵，研发榨菜收获机械", ""),
    ("chamber_founded", "涪陵浙江商会成立", ""),
    ("wankai_groundbreaking", "万凯新材料新项目开工", "，年份推定"),
    ("reservoir_meeting", "全国对口支援三峡库区工作座谈会", ""),
    ("ticket_policy", "涪陵核心景区开始对浙江籍游客免票", ""),
    ("new_secondees", "新一批{{ new_secondees|number }}名涪陵干部赴浙江挂职", ""),
    (
        "promotion_event",
        "杭州推介活动集中签约项目{{ signed_projects|number }}个，协议引资{{ signed_investment|number }}元",
        "",
    ),
)
_ORIGINS = (
    ("state_document", "community_renewal", "ticket_policy", "new_secondees"),
    ("state_decision", "huafon_arrival"),
    ("aid_started", "provincial_opinion", "leader_visit", "school_groundbreaking",
     "promotion_event"),
    ("reply_letter", "expert_visit", "chamber_founded", "wankai_groundbreaking"),
    ("reservoir_meeting",),
    ("gdp_milestone",),
)  # fmt: skip


def add_chronicle(sheets: Sheets) -> None:
    """One row an event, dated as exactly as it is known."""
    sheets.paragraph("Heading1", "大事记：决策、发文、启动是几件事，不是一天")
    columns = (Column("时间", 4.6, "TableName"), Column("事件", 12.4))
    marks = Marks("chronicle", *_ORIGINS)
    sheets.caption("表", 5, "大事记；日期照报道所印，只印到月的不补日")
    rows: list[tuple[Cell, ...]] = [
        (f"{{{{ {key}|period }}}}{note}", (words, _mark(marks, key)))
        for key, words, note in _EVENTS
    ]
    sheets.table(columns, rows, "大事记，每行一件")


def _mark(marks: Marks, key: str) -> Note | SameNote:
    """The sources of a group: an event has a date and no as-of."""
    group = next(group for group in _ORIGINS if key in group)
    return marks.words(group[0], f"{{{{ [{', '.join(group)}]|cite }}}}。")
