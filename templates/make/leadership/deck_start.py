"""Slides 1 to 5: the six figures, how it came about, what grew, what was built."""

from __future__ import annotations

from pptx.presentation import Presentation as Deck

from generator.documents.charts.chart import ChartParts
from templates.make.kit.phrases import figure
from templates.make.kit.samples import sample_bars, sample_pair, sample_timeline
from templates.make.kit.slides import base
from templates.make.kit.slides.blocks import KPI, LABEL
from templates.make.kit.slides.pages import cover, cover_as_of
from templates.make.kit.slides.sheet import LEAD, SMALL, Figure, Sheet
from templates.make.kit.slides.table import Column
from templates.make.kit.slides.text import Run, Style, named, para
from templates.make.kit.tokens import Box, column

DELTA = Style(40, 50, True, "vermilion")
NUMBER = named("table", "deep", "r").but(bold=True)


def add_start(deck: Deck) -> None:
    """Cover, six figures, timeline, two pairs, works."""
    for slide in (_cover, _six, _timeline, _growth, _works):
        slide(deck)


def _cover(deck: Deck) -> None:
    sheet = cover(
        deck,
        ("浙江对口支援涪陵{{ years }}", "成果与口径"),
        "哪些数可以讲，谁提供的，哪些还不能讲",
        "工作汇报　供区领导参阅",
        cover_as_of("public_projects"),
    )
    sheet.notes(
        "讲：这份材料只讲公开报道印出来、能核对的数。每页页脚有来源和时点；预计、协议、待核的数都标明。",
        "数据来源：对口支援年数按版次年份减{{ aid_started|period }}计算，见{{ aid_started|source }}。",
    )


def _six(deck: Deck) -> None:
    sheet = Sheet(deck, base.BLOCKS)
    sheet.head("六个数字看全局：援建、投资、企业、干部，各有时点和出处", "总览")
    cards = (
        ("grant_donations", "无偿捐赠资金", "period"),
        ("public_projects", "公益事业建设项目", "period"),
        ("economic_projects", "经济合作项目", "period"),
        ("cumulative_investment", "经济合作累计投资", "period"),
        ("industrial_firms", "浙江在涪工业企业", ""),
        ("secondments", "浙江接收的挂职干部", "period"),
    )
    for place, (key, label, span) in enumerate(cards):
        _card(sheet, key, label, span, column(1 + place % 3 * 4), 4.75 + place // 3 * 6.1)
    sheet.foot(
        "{{ [grant_donations, economic_projects, industrial_firms, secondments]|cite }}。",
        "数据{{ grant_donations|as_of }}",
        note="投资是经济合作投资，不是捐赠，也不是到位资金；六个数单位不同，不相加。",
    )
    sheet.notes(
        "讲：六个数都可以讲，前提是带上时点。捐赠和公益项目由{{ grant_donations|said_by }}提供，企业数由{{ industrial_firms|said_by }}提供，"
        "其余三个数报道没有写明讲述人，对外前请主管部门认一遍。",
        "数据来源：{{ [grant_donations, economic_projects, industrial_firms, secondments]|cite }}；{{ grant_donations|as_of }}。",
    )


def _card(sheet: Sheet, key: str, label: str, span: str, left: float, top: float) -> None:
    width = 9.71
    sheet.rule(left, top, width, "river", 2.25)
    sheet.figure(Figure(key, label), left, round(top + 0.3, 2), width, KPI, 18)
    sheet.text(label, Box(left, round(top + 3.0, 2), width, 0.92), para(LABEL, label))
    period = f"　{{{{ {key}|{span} }}}}" if span else ""
    words = f"{{{{ {key}|as_of }}}}{period}"
    box = Box(left, round(top + 3.95, 2), width, 1.49)
    sheet.text(f"{label}口径", box, para(SMALL, words))


def _timeline(deck: Deck) -> None:
    sheet = Sheet(deck, base.PICTURE)
    sheet.head("协作因三峡移民而起：{{ aid_started|period }}启动，节点清楚、逐项有据", "缘起与历程")
    assert base.PICTURE.box is not None
    sheet.picture("timeline_full", sample_timeline(), base.PICTURE.box)
    sheet.foot(
        "{{ [state_decision, aid_started, reply_letter, state_document, reservoir_meeting]|source }}。位置按时间比例排列。",
        "数据{{ promotion_event|as_of }}",
    )
    sheet.notes(
        "讲：决策、发文、启动是{{ aid_started|period }}先后的三件事，不说成某一天开始。{{ leader_visit|period }}来涪和"
        "{{ school_groundbreaking|period }}学校奠基是两条记录，奠基日不写成来访日。{{ reply_letter|period }}回信，报道未印职务，不补。",
        "数据来源：决策见{{ state_decision|source }}；发文见{{ state_document|source }}；启动、来访、奠基见{{ aid_started|source }}；"
        "回信、商会见{{ reply_letter|source }}；座谈会见{{ reservoir_meeting|source }}。",
    )


def _growth(deck: Deck) -> None:
    sheet = Sheet(deck, base.PANELS)
    sheet.head(
        "{% if public_projects is expired or grant_donations is expired %}"
        "公益项目和无偿捐赠都在增加，两项都从{{ aid_started|period }}累计"
        "{% else %}"
        "自{{ public_projects.previous|as_of_date }}以来，项目增{{ public_projects_added|number }}个、捐赠增{{ grant_donations_added|number }}元"
        "{% endif %}",
        "民生援建",
    )
    size = (9.0, 10.7)
    _pair(
        sheet,
        1.8,
        "project_pair",
        "公益事业建设项目",
        "public_projects",
        base.CONTENT,
        sample_pair(size, "slide"),
    )
    _pair(
        sheet,
        17.62,
        "donation_pair",
        "无偿捐赠资金",
        "grant_donations",
        base.OTHER,
        sample_pair(size, "slide"),
    )
    sheet.foot(
        "{{ [public_projects, public_projects.previous]|source }}。",
        "数据{{ public_projects|as_of }}",
        note="两次均为{{ public_projects|period }}累计，坐标从零开始；增量为计算数；资金与项目是否对应，报道未说明。",
    )
    sheet.notes(
        "讲：能讲的是两个时点之间增加了多少，不讲年均，也不说是哪次公布以来。另有{{ public_projects_2017_base|period }}"
        "{{ public_projects_2017_base|number }}个、{{ grant_donations_2017_base|number }}元（{{ grant_donations_2017_base|as_of }}），"
        "是另一个口径，不与本页的数并列。",
        "数据来源：{{ public_projects|as_of_date }}见{{ public_projects|cite }}；{{ public_projects.previous|as_of_date }}见{{ public_projects.previous|cite }}。"
        "项目{{ public_projects_added|basis }}；捐赠{{ grant_donations_added|basis }}。",
    )


def _pair(
    sheet: Sheet, left: float, id: str, name: str, key: str, index: int, sample: ChartParts
) -> None:
    """A panel: rule, name with unit, two columns, the increase."""
    sheet.rule(left, 4.75, 14.45)
    unit = Run(f"　累计，{{{{ {key}|scale_unit }}}}", SMALL)
    sheet.text(f"图题 {name}", Box(left, 5.0, 14.45, 1), para(LEAD, name, unit))
    sheet.chart(id, sample, Box(round(left - 0.3, 2), 6.0, 9.0, 10.7), index)
    added = f"{key}_added"
    small = Run(f" {{{{ {added}|scale_unit }}}}", DELTA.but(size=16))
    x = round(left + 8.85, 2)
    sheet.text(
        f"增量 {name}", Box(x, 7.35, 5.6, 1.77), para(DELTA, f"+{{{{ {added}|digits }}}}", small)
    )
    words = f"{{{{ {key}.previous|as_of_date }}}}至{{{{ {key}|as_of_date }}}}，按两个累计数计算"
    sheet.text(f"增量说明 {name}", Box(x, 9.2, 4.9, 2.3), para(SMALL, words))


def _works(deck: Deck) -> None:
    sheet = Sheet(deck, base.CHART_AND_TABLE)
    sheet.head(
        "{% if health_facilities is expired %}"
        "援建和复建涵盖医疗、养老、公共服务、码头，各计各的"
        "{% else %}"
        "援建和复建涵盖医疗、养老、公共服务、码头：医疗卫生机构{{ health_facilities|number }}个"
        "{% endif %}",
        "民生援建",
    )
    sheet.rule(1.8, 4.75, 14.45)
    sheet.text(
        "图题", Box(1.8, 5.0, 14.45, 1), para(LEAD, "四类设施", Run("　个（码头为座）", SMALL))
    )
    names = tuple(f"示例示例示例{mark}" for mark in "甲乙丙丁")
    box = base.CHART_AND_TABLE.box
    assert box is not None
    sheet.chart("works_bars", sample_bars(names, (3,), (box.width, box.height), "slide"), box)
    columns = (
        Column("其他各项", 7.2),
        Column("数", 3.2, NUMBER),
        Column("单位", 2.4),
        Column("", 1.65),
    )
    rows = [
        (name, *figure(key), note)
        for name, key, note in (
            ("公益事业建设项目", "public_projects", "累计"),
            ("无偿捐赠资金", "grant_donations", "累计"),
            ("移民道路", "rebuilt_roads", "复建"),
            ("移民小区“两项工程”", "two_projects", "累计"),
        )
    ]
    sheet.table("其他援建和复建，每行一项", columns, rows, 1.6, (17.62, 4.75), base.OTHER)
    sheet.foot(
        "{{ [health_facilities, public_projects]|cite }}。",
        "数据{{ health_facilities|as_of }}",
        note="各项单位不同，不相加；没有文字说这些设施都在公益项目之内。医疗卫生机构增量{{ health_facilities_added|basis }}。",
    )
    sheet.notes(
        "讲：道路和码头是复建，不说援建。医疗卫生机构{{ health_facilities.previous|as_of_date }}为{{ health_facilities.previous|number }}个，"
        "多了{{ health_facilities_added|number }}个（计算数）。“两项工程”所指，待区水利局说明。",
        "数据来源：{{ [health_facilities, health_facilities.previous]|cite }}；{{ health_facilities|as_of }}。",
    )
