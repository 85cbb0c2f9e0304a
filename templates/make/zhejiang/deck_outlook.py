"""Slides 9 to 11: what Fuling gives back, what comes next, where the figures come from."""

from __future__ import annotations

from pptx.presentation import Presentation as Deck

from templates.make.kit.phrases import when
from templates.make.kit.slides import base
from templates.make.kit.slides.blocks import (
    HALVES,
    MIDDLE,
    deal,
    number_row,
    proposals,
    words_row,
)
from templates.make.kit.slides.pages import sources_table
from templates.make.kit.slides.sheet import Figure, Sheet


def add_outlook(deck: Deck) -> None:
    """Fuling's thanks in deeds, the next steps, the sources."""
    for slide in (_thanks, _next, _sources):
        slide(deck)


def _thanks(deck: Deck) -> None:
    sheet = Sheet(deck, base.BLOCKS)
    sheet.head(
        "{% if free_visits is expired %}"
        "涪陵的心意：核心景区向浙江籍游客免票{{ ticket_policy_years|number }}年"
        "{% else %}"
        "涪陵的心意：核心景区免票{{ ticket_policy_years|number }}年，已惠及浙江籍游客{{ free_visits|number }}人次"
        "{% endif %}",
        "涪陵回应",
    )
    number_row(sheet, (
        Figure("ticket_policy_years", "核心景区门票免票", "{{ ticket_policy|period }}起，浙江籍游客"),
        Figure("free_visits", "免票惠及浙江籍游客", "{{ free_visits|as_of }}"),
        Figure("support_funds", "浙企获各级扶持资金", "{{ support_funds|period }}，由涪陵指导申报"),
        Figure("zhejiang_residents", "在涪发展创业的浙江人", "{{ zhejiang_residents|as_of }}"),
    ), MIDDLE)  # fmt: skip
    words_row(sheet, "对在涪浙企的服务", (
        ("企业服务专员", "规上工业企业都有专人对接"),
        ("一企一策", "按企业特点提供精准服务"),
        ("政策找企业", "专员上门讲政策、帮申报"),
        ("要素保障", "水、电、气需求优先安排"),
    ), "服务标题")  # fmt: skip
    sheet.foot(
        "{{ [free_visits, support_funds, zhejiang_residents]|source }}。",
        "数据{{ free_visits|as_of }}",
        note="扶持资金由浙江在涪工业企业获得；在涪浙江人数由{{ zhejiang_residents|said_by }}介绍。",
    )
    sheet.speak(
        "免票见{{ free_visits|source }}；扶持资金和浙江人数见{{ support_funds|source }}。",
        "欢迎更多浙江朋友来涪陵走走看看，这里也是你们的家。",
    )


def _next(deck: Deck) -> None:
    sheet = Sheet(deck, base.BLOCKS)
    sheet.head(
        "接下来一起做：让签下的{{ signed_projects|number }}个项目落地，再谈三个话题", "下一步"
    )
    deal(sheet, HALVES[0], "推介活动集中签约", "{{ promotion_event|period }}，杭州", (
        Figure("signed_projects", "签约项目"), Figure("signed_investment", "协议引资"),
    ))  # fmt: skip
    deal(sheet, HALVES[1], "新引进项目", when("introduced_projects"), (
        Figure("introduced_projects", "新引进项目"), Figure("introduced_investment", "协议投资"),
    ))  # fmt: skip
    proposals(sheet, "有媒体建议，供双方探讨", (
        ("产业创新联盟", "龙头企业与高校院所一起，攻关新材料、新能源的共性技术。"),
        ("人才共育基地", "在涪陵等地设工匠培训和浙商创业实训平台，按产业所需培养。"),
        ("常态化文旅互推", "把景区优惠做成长期安排，共同设计跨区域旅游线路。"),
    ))  # fmt: skip
    sheet.foot(
        "{{ [signed_projects, introduced_projects]|source }}；建议见{{ state_decision|source }}。",
        "数据{{ signed_projects|as_of }}",
        note="两组项目各计各的，不相加；金额均为协议数。三项建议由媒体提出，不是两地决定。",
    )
    sheet.speak(
        "集中签约见{{ signed_projects|source }}；新引进见{{ introduced_projects|source }}；"
        "三项建议见{{ state_decision|source }}，是媒体提出的，不是两地决定。",
        "感谢浙江一路支持，后面的路，我们想继续和大家一起走。",
    )


def _sources(deck: Deck) -> None:
    sheet = Sheet(deck, base.TABLE)
    sheet.head("每个数字都有出处：来源、日期与待补的刊载信息", "数据来源")
    sources_table(sheet)
    sheet.speak(
        "来源表由事实库生成，逐项依据见证据附件。",
        "数字都经得起核对，这也是我们对浙江这份情谊的敬重。",
    )
