"""Slides 1 to 5: why people moved, the school, roads and wharves, care."""

from __future__ import annotations

from pptx.presentation import Presentation as Deck

from templates.make.kit.phrases import fresh, whole
from templates.make.kit.samples import sample_columns, sample_pair
from templates.make.kit.slides import base
from templates.make.kit.slides.blocks import HALF, HALVES
from templates.make.kit.slides.pages import cover, cover_as_of
from templates.make.kit.slides.text import para
from templates.make.kit.tokens import Box, column
from templates.make.public.pages import (
    BIG,
    HEAD,
    LINE,
    Fact,
    axis_title,
    big,
    exactly,
    foot,
    instead_of_chart,
    page,
    story,
    teach,
    word_of_the_day,
)

_CHART = (12.88, 10.7)
_TWO = ("示例甲", "示例乙")


def add_home(deck: Deck) -> None:
    """From the cover to the places where people are cared for."""
    for slide in (_cover, _moving, _school, _roads, _care):
        slide(deck)


def _cover(deck: Deck) -> None:
    sheet = cover(
        deck,
        ("山那边的朋友",),
        "浙江帮涪陵的故事",
        "学校和社区讲稿",
        cover_as_of("public_projects"),
    )
    teach(
        sheet,
        "对口支援{{ years|exact }}，{{ years|basis }}。",
        "{{ aid_started|source }}。",
        "在地图上找一找浙江和涪陵，说说中间隔着什么。",
    )


def _moving(deck: Deck) -> None:
    sheet = page(deck, base.BLOCKS, "三峡建水库，江边的人家要搬家", "为什么要搬家")
    left, right = HALVES
    sheet.rule(left, 4.75, HALF, "river", 2.25)
    year = para(BIG, "{{ state_decision|period }}")
    sheet.text("年份", Box(left, 5.25, HALF, 3.05), year)
    sheet.text("决定", Box(left, 8.75, HALF, 1.25), para(HEAD, "国家决定：大家一起来帮忙"))
    big(sheet, Fact("years", "", "浙江帮涪陵，这么多年了"), right, 4.75, HALF)
    start = "从{{ aid_started|period }}到{{ edition.year }}年"
    sheet.text("起止", Box(right, 10.1, HALF, 1.2), para(LINE.but(size=18, color="grey"), start))
    word_of_the_day(sheet, "移民", "为了建水库，把家搬到新地方的人")
    foot(sheet, "state_decision, aid_started", "state_decision")
    teach(
        sheet,
        "中央决策{{ state_decision|period }}；浙江启动{{ aid_started|period }}，月日未见报道；"
        "{{ years|exact }}，{{ years|basis }}。",
        "{{ [state_decision, aid_started]|cite }}。",
        "问问家里的老人：当年搬过家吗，带走了什么？",
    )


def _school(deck: Deck) -> None:
    title = fresh(
        "campus_area",
        words="我们的新学校，校园如今{{ campus_area|number }}亩",
        otherwise="我们的新学校，校园变大了",
    )
    sheet = page(deck, base.PAIR, title, "我们的新学校")
    axis_title(sheet, "campus_area", "校园大小，单位：亩")
    still = "campus_area is not expired"
    assert base.PAIR.box is not None
    sheet.chart("campus_area", sample_pair(_CHART, "slide"), base.PAIR.box, only_if=still)
    instead_of_chart(sheet, "campus_area", ("校园", "变大了"))
    story(sheet, column(7), (
        ("{{ leader_visit|period }}", ("时任浙江省委书记的习近平同志", "率浙江省党政代表团来到涪陵")),
        ("{{ school_groundbreaking|period }}", ("浙江援建的浙涪友谊学校奠基",)),
        (fresh("pupils", words=whole("pupils"), otherwise="现在"), ("同学们在新校园里上学",)),
    ))  # fmt: skip
    foot(
        sheet, "campus_area, leader_visit", "campus_area", note="浙涪友谊学校原是涪陵城区第四小学。"
    )
    teach(
        sheet,
        exactly("first_campus_area", "campus_area", "pupils") + "“最初”是哪一年，报道没有写。",
        "{{ [campus_area, pupils]|cite }}。",
        "量一量自己的教室有多大，算算一亩能放下几间。",
    )


def _roads(deck: Deck) -> None:
    sheet = page(deck, base.BLOCKS, "路和码头，重新修好了", "修好路和码头")
    left, right = HALVES
    big(sheet, Fact("rebuilt_roads", "新的路", "复建的移民道路"), left, 4.75, HALF)
    big(sheet, Fact("rebuilt_wharves", "新码头", "复建的码头"), right, 4.75, HALF)
    word_of_the_day(sheet, "复建", "原来的用不了，换个地方重新修建")
    foot(sheet, "rebuilt_roads, rebuilt_wharves", "rebuilt_roads")
    teach(
        sheet,
        exactly("rebuilt_roads", "rebuilt_wharves"),
        "{{ [rebuilt_roads, rebuilt_wharves]|source }}。",
        "画一画从家到学校的路，标出桥和码头。",
    )


def _care(deck: Deck) -> None:
    sheet = page(deck, base.PAIR, "看病有地方，养老有去处", "看病养老的地方")
    axis_title(sheet, "health_facilities", "浙江援建的地方，单位：个")
    still = "health_facilities is not expired and elderly_homes is not expired"
    assert base.PAIR.box is not None
    sheet.chart("care_places", sample_columns(_TWO, _CHART, "slide"), base.PAIR.box, only_if=still)
    instead_of_chart(sheet, "health_facilities", ("医院", "敬老院"))
    story(sheet, column(7), (
        ("生病了", ("去医院、卫生院看医生",)),
        ("年纪大了", ("在敬老院有人照顾",)),
        ("要办事", ("到党群服务中心问一问",)),
    ))  # fmt: skip
    foot(sheet, "health_facilities, elderly_homes", "health_facilities", note="两种地方各数各的。")
    teach(
        sheet,
        exactly("health_facilities", "elderly_homes", "service_centres"),
        "{{ [health_facilities, elderly_homes, service_centres]|source }}。",
        "说说你家附近的医院或卫生院，谁去过敬老院？",
    )
