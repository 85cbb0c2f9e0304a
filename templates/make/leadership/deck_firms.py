"""Slides 6 to 10: firms, output with its forecast, two leading firms, agreed sums, people."""

from __future__ import annotations

from pptx.presentation import Presentation as Deck

from templates.make.kit.phrases import figure, when, without_age
from templates.make.kit.samples import NAMES, sample_columns, sample_forecast
from templates.make.kit.slides import base
from templates.make.kit.slides.blocks import HALVES, card
from templates.make.kit.slides.sheet import BODY, LEAD, SMALL, Figure, Sheet
from templates.make.kit.slides.table import Column
from templates.make.kit.slides.text import Style, named, para
from templates.make.kit.tokens import Box
from templates.make.leadership.deck_start import NUMBER

_BIG = Style(54, 65, True, "river")
_SUM = Style(40, 50, True, "river")
_TEXT = BODY.but(line=24)
_COLUMN = 22.96  # cm, the left edge of what stands right of a chart


def add_firms(deck: Deck) -> None:
    """Structure, output, Huafon and Wankai, signed and introduced, the exchange of people."""
    for slide in (_structure, _output, _leaders, _agreed, _people):
        slide(deck)


def _structure(deck: Deck) -> None:
    sheet = Sheet(deck, base.CHART)
    sheet.head(
        "{% if industrial_firms is expired or above_scale_firms is expired %}"
        "浙江在涪工业企业中有一部分是规上，各类不能相加"
        "{% else %}"
        "{{ industrial_firms|number }}家工业企业中规上{{ above_scale_firms|number }}家，各类有重叠"
        "{% endif %}",
        "产业协作",
    )
    sheet.text(
        "图题",
        Box(1.8, 4.45, 20, 0.75),
        para(SMALL, "浙江在涪企业，按类别（{{ industrial_firms|unit }}）"),
    )
    assert base.CHART.box is not None
    sheet.chart("firm_structure", sample_columns(NAMES, (20.4, 11.5), "slide"), base.CHART.box)
    sheet.rule(_COLUMN, 5.4, 9.11)
    sheet.figure(Figure("above_scale_share", "规上企业占比"), _COLUMN, 5.75, 9.11, _BIG, 24)
    _aside(sheet, 8.25, "占比说明", "{{ above_scale_share|basis }}")
    sheet.rule(_COLUMN, 10.9, 9.11, "ochre")
    _ochre(sheet, 11.2, "不讲全行业总数")
    _aside(sheet, 12.3, "口径", "全行业浙企数各报道不一，口径未统一，核清前只讲工业企业")
    sheet.foot(
        "{{ [industrial_firms, above_scale_firms]|cite }}。",
        "数据{{ industrial_firms|as_of }}",
        note="“规上”即规模以上；报道只说明规上是工业企业的一部分，各类互有重叠，不能相加。",
    )
    sheet.notes(
        "讲：只讲工业企业。全行业总数有{{ all_sector_firms }}、{% for other in all_sector_firms.rejected %}{{ other }}{% endfor %}两说，"
        "{{ all_sector_firms.ruling_note }}",
        "数据来源：{{ [industrial_firms, above_scale_firms]|cite }}；全行业两说见{{ all_sector_firms|source }}和"
        "{% for other in all_sector_firms.rejected %}{{ other|source }}{% endfor %}。{{ above_scale_share|basis }}。",
    )


def _aside(sheet: Sheet, top: float, name: str, words: str) -> None:
    sheet.text(name, Box(_COLUMN, top, 9.11, 2.6), para(_TEXT, words))


def _ochre(sheet: Sheet, top: float, words: str) -> None:
    head = para(LEAD.but(size=18, color="ochre"), words)
    sheet.text(words, Box(_COLUMN, top, 9.11, 1.0), head)


def _output(deck: Deck) -> None:
    sheet = Sheet(deck, base.CHART)
    sheet.head(
        "{% if industrial_output is expired or industrial_output.forecast is expired %}"
        "已实现的产值是当年前些月份的数，全年实际数待发布"
        "{% else %}"
        "{{ industrial_output|period }}已实现{{ industrial_output|number }}元，全年{{ industrial_output.forecast|number }}元是预计"
        "{% endif %}",
        "产业协作",
    )
    sheet.text(
        "图题",
        Box(1.8, 4.45, 20, 0.75),
        para(SMALL, "浙江在涪规上工业企业产值（{{ industrial_output|scale_unit }}）"),
    )
    box = base.CHART.box
    assert box is not None
    sheet.chart("output_forecast", sample_forecast((box.width, box.height), "slide"), box)
    sheet.rule(_COLUMN, 5.4, 9.11)
    sheet.text(
        "预计标题", Box(_COLUMN, 5.75, 9.11, 1.0), para(LEAD.but(size=18), "全年数还不能讲成完成")
    )
    _aside(
        sheet, 6.85, "预计说明",
        "{% if industrial_output.forecast is expired %}预计已过期，全年实际数待发布"
        "{% else %}预计由{{ industrial_output.forecast|said_by }}{{ industrial_output.forecast|as_of_date }}提出，公布前一律带“预计”二字{% endif %}",
    )  # fmt: skip
    sheet.rule(_COLUMN, 10.9, 9.11, "ochre")
    _ochre(sheet, 11.2, "“{{ industrial_share|number }}”不宜引用")
    _aside(sheet, 12.3, "占比说明", "有述评称浙企贡献涪陵工业产值的这一比重，年份和总数都没有印出")
    sheet.foot(
        "{{ industrial_output|cite }}；占比见{{ industrial_share|source }}。",
        "数据{{ industrial_output|as_of }}",
        note="实心为已实现，斜纹为预计；两数时段不同，不相减、不求比、不外推。",
    )
    sheet.notes(
        "讲：已实现的是{{ industrial_output|period }}的数。有报道标题把全年数写成已经做到，那是预计，不采用。不用它除以全区产值，也不拆出华峰、万凯的份额。",
        "数据来源：{{ [industrial_output, industrial_share]|cite }}；{{ industrial_output|as_of }}。",
    )


def _leaders(deck: Deck) -> None:
    sheet = Sheet(deck, base.BLOCKS)
    sheet.head(
        "{% if huafon_cluster_output is expired %}"
        "华峰与万凯各有来路：一个带出集群，一个快速成长"
        "{% else %}"
        "华峰与万凯各有来路：集群产值{{ huafon_cluster_output|number }}元，单家产值{{ wankai_output|number }}元"
        "{% endif %}",
        "产业协作",
    )
    card(sheet, HALVES[0], "华峰集团", (
        ("{{ huafon_arrival|period }}", "", "落户涪陵"),
        ("{{ huafon_partners|digits }}", "{{ huafon_partners|scale_unit }}", "带来的上下游企业"),
        ("{{ huafon_cluster_output|digits }}", "{{ huafon_cluster_output|scale_unit }}", "所在产业集群的产值，不是一家之数"),
    ))  # fmt: skip
    card(sheet, HALVES[1], "万凯新材料", (
        ("正凯集团", "", "浙江母公司，在涪投资建厂"),
        ("{{ wankai_output|number }}", "{{ wankai_output|unit }}", "在涪企业的产值"),
        (without_age("wankai_years"), "", "达到这一产值所用时间"),
    ))  # fmt: skip
    sheet.foot(
        "{{ [huafon_partners, huafon_cluster_output, wankai_output]|source }}。",
        "数据{{ huafon_cluster_output|as_of }}",
        note="集群可能含非浙江企业；集群数、单家数与全部浙企产值的关系没有说明，不相加减。",
    )
    sheet.notes(
        "讲：{{ huafon_cluster_output|number }}元是集群数，讲的时候不说“华峰产值”。万凯用时取较严的{{ wankai_years|whole }}，另有报道说得短些。"
        "正凯集团是母公司，万凯是在涪企业。",
        "数据来源：落户、上下游见{{ huafon_partners|source }}；集群见{{ huafon_cluster_output|cite }}；万凯见{{ wankai_output|source }}。",
    )


def _agreed(deck: Deck) -> None:
    sheet = Sheet(deck, base.BLOCKS)
    sheet.head("集中签约与当年引进是两本账，都是协议数，不相加", "产业协作")
    _account(sheet, 1.8, "杭州推介活动集中签约", "{{ promotion_event|period }}", "一次活动现场签约的项目",
             (("signed_projects", "签约项目"), ("signed_investment", "协议引资")))  # fmt: skip
    _account(sheet, 17.62, "新引进浙商投资项目", when("introduced_projects"), "当年引进的项目，述评所列",
             (("introduced_projects", "引进项目"), ("introduced_investment", "协议投资")))  # fmt: skip
    sheet.foot(
        "{{ [signed_projects, introduced_projects]|source }}。",
        "数据{{ introduced_projects|as_of }}",
        note="协议数不等于到位数；两组是否有同一个项目，报道没有说明。",
    )
    sheet.notes(
        "讲：分开讲，先讲签约，再讲引进，不给合计。用“协议”，不用“投资”或“到位”。以往年度的签约数时段不同，不拿来比升降。",
        "数据来源：签约见{{ signed_projects|source }}；引进见{{ introduced_projects|source }}。",
    )


def _account(
    sheet: Sheet,
    left: float,
    name: str,
    time: str,
    remark: str,
    figures: tuple[tuple[str, str], ...],
) -> None:
    width = 14.45
    sheet.rule(left, 4.75, width, "river", 2.25)
    sheet.text(name, Box(left, 5.05, width, 1), para(LEAD, name))
    sheet.text(f"{name}时间", Box(left, 6.1, width, 1.49), para(SMALL, f"{time}，{remark}"))
    for place, (key, label) in enumerate(figures):
        top = round(7.6 + place * 4.1, 2)
        sheet.rule(left, top, width, "rule", 0.75)
        sheet.figure(Figure(key, label), left, round(top + 0.5, 2), width, _SUM, 18)
        sheet.text(f"{name}{label}", Box(left, round(top + 2.45, 2), width, 0.9), para(BODY, label))


def _people(deck: Deck) -> None:
    sheet = Sheet(deck, base.TABLE)
    sheet.head(
        "{% if secondments is expired %}"
        "人才往来有三条渠道：挂职、结对、培训"
        "{% else %}"
        "人才往来有三条渠道：挂职{{ secondments|number }}人，学校结对，集中培训"
        "{% endif %}",
        "人才交流",
    )
    columns = (
        Column("渠道", 3.4), Column("内容", 8.6), Column("数", 3.6, NUMBER), Column("单位", 2.2),
        Column("时段或时点", 5.6, named("table", "grey")), Column("怎么讲", 6.87),
    )  # fmt: skip
    rows = (
        ("挂职", "浙江接收的涪陵挂职干部", "secondments", "{{ secondments|period }}", "按人计，不用人次"),
        ("", "新一批赴{{ secondment_cities|number }}个地市", "new_secondees", when("new_secondees"), "一年之数"),
        ("", "单位之间交流互访", "exchange_visits", "{{ exchange_visits|period }}", "按次计"),
        ("结对", "浙江方学校", "paired_schools_zhejiang", "{{ paired_schools_zhejiang|as_of_date }}", "两方数目不等"),
        ("", "涪陵方学校", "paired_schools_fuling", "{{ paired_schools_fuling|as_of_date }}", "不是逐一结对"),
        ("培训", "干部、医生、教师等", "training", "{{ training|as_of_date }}", "旧数，带日期讲"),
    )  # fmt: skip
    sheet.table("人才往来各项数字，每行一项", columns, [_row(*row) for row in rows], 1.6)
    sheet.foot(
        "{{ [secondments, new_secondees, training]|source }}。",
        "数据{{ secondments|as_of }}",
        note="培训{{ training|as_of }}。",
    )
    sheet.notes(
        "讲：挂职数连着时段讲：{{ secondments|period }}。另有报道作{% for other in secondments.rejected %}{% if loop.first %}{{ other }}{% endif %}{% endfor %}，"
        "{{ secondments.ruling_note }}培训是旧数，讲时带日期。",
        "数据来源：挂职、互访、结对见{{ secondments|source }}；新一批见{{ new_secondees|source }}；培训见{{ training|cite }}。",
    )


def _row(channel: str, name: str, key: str, time: str, remark: str) -> tuple[str, ...]:
    return channel, name, *figure(key), time, remark
