"""Slides 1 to 5: how the support began, and what it built."""

from __future__ import annotations

from pptx.presentation import Presentation as Deck

from templates.make.kit.samples import sample_pair, sample_timeline
from templates.make.kit.slides import base
from templates.make.kit.slides.blocks import SECOND, number_row, second_row
from templates.make.kit.slides.pages import cover, cover_as_of
from templates.make.kit.slides.sheet import BODY, LEAD, SMALL, Figure, Sheet
from templates.make.kit.slides.text import Run, Style, para
from templates.make.kit.tokens import Box, column


def add_start(deck: Deck) -> None:
    """The cover, the way so far, who took part, the works, the school."""
    for slide in (_cover, _timeline, _cities, _works, _school):
        slide(deck)


def _cover(deck: Deck) -> None:
    span = "{{ aid_started|period }}至{{ edition.year }}年：支援变成了什么，接下来一起做什么"
    sheet = cover(
        deck,
        ("山海{{ years }}", "浙江对口支援涪陵"),
        span,
        "会谈材料　供浙江代表团参阅",
        cover_as_of("public_projects"),
    )
    sheet.speak(
        "各页来源见页脚和末页来源表；对口支援年数按版本年份减启动年份计算。",
        "感谢在座的浙江同志，也感谢多年来每一位为涪陵出过力的人。",
    )


def _timeline(deck: Deck) -> None:
    sheet = Sheet(deck, base.PICTURE)
    sheet.head("从{{ aid_started|period }}启动走到今天，浙江与涪陵同行{{ years }}", "缘起与历程")
    assert base.PICTURE.box is not None
    sheet.picture("timeline_short", sample_timeline(), base.PICTURE.box)
    sheet.foot(
        "{{ [aid_started, provincial_opinion, leader_visit, reply_letter, huafon_arrival,"
        " chamber_founded, promotion_event]|source }}。",
        "数据{{ promotion_event|as_of }}",
    )
    sheet.speak(
        "启动、意见、来访见{{ aid_started|source }}；回信、商会见{{ reply_letter|source }}；"
        "企业落户见{{ huafon_arrival|source }}。节点位置按时间比例排列。",
        "这条线上的每一个节点，都有浙江同志的身影，涪陵一直记着。",
    )


def _cities(deck: Deck) -> None:
    sheet = Sheet(deck, base.BLOCKS)
    sheet.head(
        "{% if supporting_cities is expired or supporting_counties is expired %}"
        "浙江多市和下辖区市县，持续参与支援涪陵"
        "{% else %}"
        "浙江{{ supporting_cities|number }}个市和下辖{{ supporting_counties|number }}个区市县，持续参与支援涪陵"
        "{% endif %}",
        "缘起与历程",
    )
    figures = (
        Figure("supporting_cities", "参与支援的市", "{{ supporting_cities|period }}"),
        Figure("supporting_counties", "下辖参与的区市县", "{{ supporting_counties|period }}"),
        Figure("provincial_leaders", "来涪的省级领导", "{{ provincial_leaders|period }}"),
        Figure("department_leaders", "来涪的部门领导", "{{ department_leaders|period }}"),
    )
    number_row(sheet, figures)
    sheet.band(11.35, 4.75)
    sheet.text("名单标题", Box(1.8, 11.75, 20, 0.99), para(LEAD.but(size=16), "参与支援的市"))
    for place, city in enumerate(("杭州", "温州", "绍兴", "嘉兴", "台州", "金华", "湖州")):
        box = Box(round(1.8 + place * 4.5, 2), 13.35, 3.9, 1.4)
        sheet.text(city, box, para(Style(24, 34, True, "river"), city))
    sheet.foot(
        "{{ [supporting_cities, provincial_leaders]|source }}。",
        "数据{{ supporting_cities|as_of }}",
        note="市名按报道所列顺序；来涪领导为{{ provincial_leaders|period }}累计人数。",
    )
    sheet.speak(
        "市和区市县见{{ supporting_cities|source }}；来涪领导见{{ provincial_leaders|source }}。",
        "向名单上的每一座城市，向在座和不在座的同志们，道一声感谢。",
    )


def _works(deck: Deck) -> None:
    sheet = Sheet(deck, base.BLOCKS)
    sheet.head(
        "{% if public_projects is expired or grant_donations is expired %}"
        "援建看得见：医疗机构、敬老院、道路和码头就在身边"
        "{% else %}"
        "援建看得见：公益项目{{ public_projects|number }}个，无偿捐赠{{ grant_donations|number }}元"
        "{% endif %}",
        "援建",
    )
    number_row(sheet, (
        Figure("public_projects", "公益事业建设项目", "{{ public_projects|period }}累计"),
        Figure("grant_donations", "无偿捐赠资金", "{{ grant_donations|period }}累计"),
        Figure("health_facilities", "援建医疗卫生机构"),
        Figure("elderly_homes", "援建敬老院"),
    ))  # fmt: skip
    second_row(sheet, "援建与复建", (
        Figure("service_centres", "援建党群服务中心"),
        Figure("rebuilt_roads", "复建移民道路"),
        Figure("rebuilt_wharves", "复建码头"),
        Figure("two_projects", "移民小区“两项工程”"),
    ))  # fmt: skip
    sheet.foot(
        "{{ [public_projects, health_facilities]|cite }}。",
        "数据{{ public_projects|as_of }}",
        note="各项单位不同，不相加。",
    )
    sheet.speak(
        "本页各项均见{{ public_projects|source }}，介绍人：{{ public_projects|said_by }}。",
        "看病有了去处，老人有了依靠，这些都是浙江援建留下的，谢谢你们。",
    )


def _school(deck: Deck) -> None:
    sheet = Sheet(deck, base.PAIR)
    sheet.head(
        "{% if campus_area is expired %}"
        "一所学校的变化：浙涪友谊学校从小校园长成大校园"
        "{% else %}"
        "一所学校的变化：校园最初{{ first_campus_area|number }}亩，如今{{ campus_area|number }}亩"
        "{% endif %}",
        "援建",
    )
    sheet.rule(1.8, 4.75, 12.28, points=2.25)
    unit = Run("　{{ campus_area|unit }}", SMALL)
    sheet.text("图题", Box(1.8, 5.0, 12.28, 1), para(LEAD, "浙涪友谊学校占地面积", unit))
    assert base.PAIR.box is not None
    sheet.chart("campus_area", sample_pair((12.88, 10.7), "slide"), base.PAIR.box)
    _school_rows(sheet)
    sheet.foot(
        "{{ campus_area|source }}。",
        "数据{{ campus_area|as_of }}",
        note="“最初”为报道用语，未注年份；坐标从零开始。",
    )
    sheet.speak(
        "面积、学生、荣誉和奠基日期均见{{ campus_area|source }}。",
        "孩子们在浙江援建的校园里长大，这份情谊会一届一届传下去。",
    )


def _school_rows(sheet: Sheet) -> None:
    left, width = column(7), 14.85
    rows = (
        ("school_groundbreaking", "", "由浙江援建的新校奠基，定名浙涪友谊学校"),
        ("pupils", "unit", "如今在校学生"),
        ("school_honours", "unit", "先后获得的荣誉称号"),
    )
    for number, (key, unit, words) in enumerate(rows):
        top = round(4.75 + number * 3.85, 2)
        sheet.rule(left, top, width, *(("deep", 2.25) if number == 0 else ("rule", 0.75)))
        if unit:
            sheet.figure(Figure(key, words), left, top + 0.5, width, SECOND, 16)
        else:
            box = Box(left, top + 0.5, width, 1.48)
            sheet.text(f"数 {words}", box, para(SECOND, f"{{{{ {key}|period }}}}"))
        sheet.text(words, Box(left, top + 2.1, width, 0.9), para(BODY, words))
