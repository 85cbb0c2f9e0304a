"""Three slides in reserve — other donors, the district's own figures, old figures — and the sources."""

from __future__ import annotations

from pptx.presentation import Presentation as Deck

from templates.make.kit.samples import sample_bars, sample_stack, sample_threshold
from templates.make.kit.slides import base
from templates.make.kit.slides.pages import sources_table
from templates.make.kit.slides.sheet import LEAD, SMALL, Sheet
from templates.make.kit.slides.table import Column
from templates.make.kit.slides.text import Run, Style, para
from templates.make.kit.tokens import Box, column
from templates.make.leadership.deck_start import NUMBER

_DONORS = tuple(f"示例→示例、示例、示例{mark}" for mark in "甲乙丙丁戊己庚")
_POINT = Style(24, 32, True, "deep")


def add_reserve(deck: Deck) -> None:
    """B1, B2, B3 and the sources."""
    for slide in (_donors, _district, _old, _sources):
        slide(deck)


def _donors(deck: Deck) -> None:
    sheet = Sheet(deck, base.BARS)
    sheet.head("各方援助资金用语不一、起点不一，只能并列，不能比大小", "备用　三峡库区")
    caption = "{{ reservoir_meeting|period }}座谈会上各方所述援助资金（{{ aid_zhejiang|scale_unit }}），依报道先后"
    sheet.text("图题", Box(1.8, 4.45, 23, 0.75), para(SMALL, caption))
    box = base.BARS.box
    assert box is not None
    sheet.chart(
        "donor_funds", sample_bars(_DONORS, (0, 3, 4), (box.width, box.height), "slide"), box
    )
    _key(sheet)
    sheet.foot(
        "{{ aid_zhejiang|source }}。吉林援助巫溪未述总额，未列入。",
        "数据截至{{ aid_zhejiang|as_of_date }}",
        note="①财政援助，受援地两处；②受援地三处；③无偿援助，{{ aid_dalian|period }}；④各类资金；⑤到位无偿捐赠，由涪陵讲述。",
    )
    sheet.notes(
        "讲：这一页只在被问到时用。各方各说各的口径，不排名、不相加、不比大小。浙江一笔用同一时点的数，不用{{ grant_donations|as_of_date }}的数。"
        "宁波支援的是万州，与涪陵无关；万州出口用时由{{ export_time_before|number }}天缩短到{{ export_time|number }}小时（{{ export_time|as_of }}），是那边的事。",
        "数据来源：{{ aid_zhejiang|source }}；除浙江一笔由涪陵讲述外，均为各支援方自述。大连自述从{{ aid_dalian|period }}累计。",
    )


def _key(sheet: Sheet) -> None:
    """What the bars' looks mean."""
    left, width = 25.43, 6.64
    sheet.rule(left, 5.4, width)
    sheet.text("读图标题", Box(left, 5.65, width, 1.0), para(LEAD.but(size=16), "怎样读这张图"))
    rows = (
        ("river", "", "浙江→涪陵，到位无偿捐赠资金", "river"),
        ("muted", "", "单一受援地的援助资金", "ink"),
        ("white", "stone", "多个受援地，或含其他资金，不能与实心条比", "ink"),
    )
    for place, (fill, edge, words, color) in enumerate(rows):
        top = round(7.0 + place * 2.2, 2)
        sheet.swatch(f"图例 {place + 1}", Box(left, top + 0.1, 0.75, 0.48), fill, edge)
        style = Style(14, 21, place == 0, color)
        sheet.text(
            f"图例说明 {place + 1}", Box(left + 1.1, top, width - 1.1, 2.25), para(style, words)
        )


def _district(deck: Deck) -> None:
    sheet = Sheet(deck, base.PAIR)
    sheet.head("同期的涪陵在增长，这是全区的数，不能算作支援的结果", "备用　同期与两点")
    sheet.rule(1.8, 4.75, 12.28)
    unit = Run("　{{ gdp|scale_unit }}", SMALL)
    sheet.text("图题", Box(1.8, 5.0, 12.28, 1), para(LEAD, "涪陵地区生产总值", unit))
    box = base.PAIR.box
    assert box is not None
    sheet.chart("gdp_columns", sample_threshold((box.width, box.height), "slide"), box)
    _points(sheet)
    sheet.foot(
        "{{ gdp|source }}；其余来源见末页。",
        "数据{{ economic_projects|as_of }}",
        note="地区生产总值{{ gdp|as_of }}；横线为{{ gdp_threshold|period }}所过关口，当年数值未见报道。",
    )
    sheet.notes(
        "讲：地区生产总值是全区的，说“同期”，不说是支援带来的。{{ gdp_threshold|period }}只知道过了关口，没有数值；更晚的年份报道没有数。两年之间增加{{ gdp_increase|number }}元、"
        "增长{{ gdp_growth|number }}{{ gdp_growth|unit }}（{{ gdp_growth|basis }}，未剔除价格因素）。"
        "右边三项各只有两个点，不连线、不算年均；“双百”两次的名单可能是同一种，未证实。",
        "数据来源：地区生产总值见{{ gdp|source }}，关口见{{ gdp_threshold|source }}；经济合作项目{{ economic_projects_added|basis }}；"
        "双百企业较早一点见{{ double_hundred_firms.previous|source }}。",
    )


def _points(sheet: Sheet) -> None:
    """Three pairs of points that stand by themselves: no line, no rate."""
    left, width = column(7), 14.85
    rows = (
        ("经济合作项目", "economic_projects", "计数规则未见公布，不画趋势"),
        ("援建医疗卫生机构", "health_facilities", "同一说法的两个时点"),
        ("市级双百企业", "double_hundred_firms", "可能是同一种名单，未证实"),
    )
    for place, (name, key, remark) in enumerate(rows):
        top = round(4.75 + place * 3.85, 2)
        sheet.rule(left, top, width, *(("deep", 1.5) if place == 0 else ("rule", 0.75)))
        words = para(LEAD.but(size=16), name, Run(f"　{remark}", SMALL))
        sheet.text(name, Box(left, round(top + 0.3, 2), width, 0.99), words)
        _point(sheet, f"{key}.previous", name, left, top, "muted", "ink")
        _point(sheet, key, name, left + 7.4, top, "river", "river")


def _point(
    sheet: Sheet, key: str, name: str, left: float, top: float, fill: str, color: str
) -> None:
    sheet.swatch(f"点 {key}", Box(left, round(top + 1.95, 2), 0.46, 0.46), fill, oval=True)
    style = _POINT.but(color=color)
    unit = Run(f" {{{{ {key}|scale_unit }}}}", style.but(size=14))
    box = Box(round(left + 0.9, 2), round(top + 1.6, 2), 6.2, 1.13)
    sheet.text(f"数 {name} {fill}", box, para(style, f"{{{{ {key}|digits }}}}", unit))
    when = Box(round(left + 0.9, 2), round(top + 2.75, 2), 6.2, 0.75)
    sheet.text(f"时点 {name} {fill}", when, para(SMALL, f"{{{{ {key}|as_of_date }}}}"))


def _old(deck: Deck) -> None:
    sheet = Sheet(deck, base.CHART_AND_TABLE)
    sheet.head("移民、劳务、产能都是旧数：引用带日期，产能只是规划", "备用　旧数")
    sheet.rule(1.8, 4.75, 14.45)
    unit = Run("　{{ pet_capacity|scale_unit }}／年，当年规划，是否建成待核", SMALL)
    sheet.text("图题", Box(1.8, 5.0, 14.45, 1), para(LEAD, "万凯聚酯产能", unit))
    box = base.CHART_AND_TABLE.box
    assert box is not None
    sheet.chart("pet_capacity", sample_stack((box.width, box.height), "slide"), box)
    columns = (
        Column("{{ settled_workers|as_of_date }}移民与劳务", 8.6),
        Column("数", 3.0, NUMBER),
        Column("单位", 2.85),
    )
    rows = [
        (name, f"{{{{ {key}|number }}}}", f"{{{{ {key}|unit }}}}")
        for name, key in (
            ("安置企业职工和移民", "settled_workers"),
            ("移民劳务输出", "labour_placements"),
            ("外迁安置户数", "relocated_households"),
            ("外迁安置人数", "relocated_people"),
            ("培训", "training"),
        )
    ]
    sheet.table("移民与劳务，每行一项", columns, rows, 1.5, (17.62, 4.75), base.OTHER)
    sheet.foot(
        "{{ [settled_workers, pet_capacity]|source }}。",
        "数据截至日期见注",
        note="左为{{ pet_capacity|as_of_date }}所述，斜纹为规划；右{{ settled_workers|as_of }}，安置和劳务各计各的，不相加。",
    )
    sheet.notes(
        "讲：这些数不再更新，引用时带日期。产能{{ pet_capacity_planned|number }}吨是当年的规划总数，没有报道说已经建成，不用现在时。",
        "数据来源：移民、劳务、培训见{{ settled_workers|cite }}；产能见{{ pet_capacity|source }}（{{ pet_capacity|as_of }}）。",
    )


def _sources(deck: Deck) -> None:
    sheet = Sheet(deck, base.TABLE)
    sheet.head("每个数字都有出处：来源、日期与待补的刊载信息", "数据来源")
    sources_table(sheet, "每个数字的依据片段见工作情况报告附件。")
    sheet.notes(
        "讲：来源都是公开报道；缺的刊载信息请宣传部门补齐后再对外引用篇名。",
        "数据来源：本表由事实库生成，逐项依据见工作情况报告附件三。",
    )
