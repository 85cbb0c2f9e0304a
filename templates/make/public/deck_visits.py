"""Slides 6 to 9: paired schools, friends who visit, questions, sources."""

from __future__ import annotations

from pptx.presentation import Presentation as Deck

from templates.make.kit.phrases import fresh
from templates.make.kit.slides import base
from templates.make.kit.slides.blocks import HALF, HALVES
from templates.make.kit.slides.pages import sources_table
from templates.make.kit.slides.sheet import Sheet
from templates.make.kit.slides.text import Style, para
from templates.make.kit.tokens import Box, column
from templates.make.public.pages import (
    LINE,
    RUNNING,
    Fact,
    big,
    exactly,
    foot,
    page,
    teach,
    word_of_the_day,
)

_WIDE = 9.71
_QUESTIONS = (
    ("家里的变化", "爷爷奶奶小时候，家门口是什么样？"),
    ("远方的朋友", "给浙江的同学写信，你最想说什么？"),
    ("我能做什么", "浙江朋友来做客，你带他去哪儿？"),
)


def add_visits(deck: Deck) -> None:
    """Friends who learn together and visit one another."""
    for slide in (_pairs, _guests, _talk, _sources):
        slide(deck)


def _pairs(deck: Deck) -> None:
    sheet = page(deck, base.BLOCKS, "学校手拉手，干部去学习", "结对和学习")
    facts = (
        Fact("paired_schools_zhejiang", "山那边", "浙江的学校"),
        Fact("paired_schools_fuling", "山这边", "涪陵的学校"),
        Fact("secondments", "去学习", "到浙江挂职的干部"),
    )
    for place, fact in enumerate(facts):
        big(sheet, fact, column(1 + place * 4), 4.75, _WIDE)
    period = fresh("secondments", words="{{ secondments|period }}")
    sheet.text(
        "挂职时段", Box(column(9), 10.1, _WIDE, 1.2), para(LINE.but(size=18, color="grey"), period)
    )
    word_of_the_day(sheet, "挂职", "到别的单位工作一段时间，学好了再回来")
    foot(
        sheet,
        "paired_schools_zhejiang, paired_schools_fuling, secondments",
        "secondments",
        note="两地学校数目不同，不是一所对一所。",
    )
    teach(
        sheet,
        exactly("paired_schools_zhejiang", "paired_schools_fuling", "secondments"),
        "{{ [paired_schools_zhejiang, secondments]|source }}。",
        "想一想：如果和浙江一所学校结对，最想一起上什么课？",
    )


def _guests(deck: Deck) -> None:
    sheet = page(deck, base.BLOCKS, "请浙江朋友来玩，核心景区不收门票", "请浙江朋友来玩")
    left, right = HALVES
    big(
        sheet,
        Fact("ticket_policy_years", "免门票", "核心景区门票，对浙江游客免收"),
        left,
        4.75,
        HALF,
    )
    big(sheet, Fact("free_visits", "欢迎来", "浙江游客免票游玩"), right, 4.75, HALF)
    start = "从{{ ticket_policy|period }}起"
    sheet.text("起始年", Box(left, 10.1, HALF, 1.2), para(LINE.but(size=18, color="grey"), start))
    word_of_the_day(sheet, "人次", "一个人来一次算一人次，来两次算两人次")
    foot(sheet, "free_visits, ticket_policy", "free_visits")
    teach(
        sheet,
        "{{ ticket_policy|period }}起；" + exactly("ticket_policy_years", "free_visits"),
        "{{ [free_visits, ticket_policy]|source }}。",
        "当一回小导游，用三句话介绍家乡的一个景点。",
    )


def _talk(deck: Deck) -> None:
    sheet = page(deck, base.BLOCKS, "说一说：朋友之间，怎样互相帮忙？", "说一说")
    for place, (head, words) in enumerate(_QUESTIONS):
        top = round(4.75 + place * 3.85, 2)
        sheet.rule(1.8, top, 30.27, *(("deep", 2.25) if place == 0 else ("rule", 0.75)))
        name = para(Style(26, 38, True, "river"), head)
        sheet.text(f"话题 {place + 1}", Box(1.8, top + 0.9, 8.6, 1.5), name)
        question = para(LINE.but(size=26, line=38), words)
        sheet.text(f"问题 {place + 1}", Box(column(5), top + 0.9, 20.0, 1.5), question)
    sheet.foot("本页问题由编者拟定。", "编制日期　{{ edition.as_of }}")
    teach(
        sheet,
        "本页没有数字。",
        "本页问题由编者拟定。",
        "分组讨论，每组选一个问题，派一位同学来讲。",
    )


def _sources(deck: Deck) -> None:
    sheet = Sheet(deck, base.TABLE, RUNNING)
    sheet.head("这些数字从哪里来", "数据来源")
    sources_table(sheet)
    teach(
        sheet,
        "讲稿用约数，准确数字见各页备注和证据附件。",
        "来源表由事实库生成。",
        "找一篇报道，看看里面的数字是谁说的。",
    )
