"""Slides 11 and 12: which figure was chosen and why; what to verify before anything goes out."""

from __future__ import annotations

from pptx.presentation import Presentation as Deck

from templates.make.kit.phrases import first_rejected, whole
from templates.make.kit.slides import base
from templates.make.kit.slides.sheet import LEAD, Sheet
from templates.make.kit.slides.table import Column
from templates.make.kit.slides.text import Style, named, para
from templates.make.kit.tokens import Box, column

_DENSE = named("table_dense")
_FIGURE = named("table_dense", "deep").but(bold=True)
_QUIET = named("table_dense", "grey")


def add_verdict(deck: Deck) -> None:
    """The six scopes, then the four figures and the three proposals."""
    for slide in (_scopes, _verify):
        slide(deck)


def _scopes(deck: Deck) -> None:
    sheet = Sheet(deck, base.TABLE)
    sheet.head("六项数字取哪个、为什么：有署名、有时点、同一条线上的优先", "口径")
    columns = (
        Column("事项", 5.2, _DENSE.but(bold=True)), Column("采用", 5.4, _FIGURE),
        Column("未采用或只作说明", 6.6, _QUIET), Column("为什么", 13.07, _DENSE),
    )  # fmt: skip
    rows = (
        ("无偿捐赠资金", whole("grant_donations"), first_rejected("grant_donations"),
         "区水利局负责人说出，与{{ grant_donations.previous|as_of_date }}的{{ grant_donations.previous|number }}元衔接；另一数无署名，称“援助”"),
        ("经济合作项目", whole("economic_projects"), "{{ economic_projects_2017_base|number }}个（{{ economic_projects_2017_base|period }}）",
         "{{ economic_projects.previous|as_of_date }}为{{ economic_projects.previous|number }}个；计数规则未见公布，只列两点，不画趋势"),
        ("浙企数", f"工业企业{whole('industrial_firms')}", f"{whole('all_sector_firms')}、{first_rejected('all_sector_firms')}",
         "工业企业数由区委书记说出；全行业两说都无署名，口径未统一"),
        ("挂职干部", whole("secondments"), first_rejected("secondments"), "按人计，{{ secondments|period }}；人次不能换算成人数，差别原因未见说明"),
        ("规上工业产值", "{{ industrial_output|number }}元（{{ industrial_output|period }}）",
         "{% if industrial_output.forecast is expired %}预计数已过期{% else %}{{ industrial_output.forecast|with_modality }}{% endif %}",
         "已实现的采用；全年数只作预计，不作完成数"),
        ("免票惠及", whole("free_visits"), first_rejected("free_visits"), "景区按人次统计，人次不等于人数"),
    )  # fmt: skip
    sheet.table("六项数字的取舍，每行一项", columns, rows, 1.62)
    sheet.foot(
        "采用数多见{{ grant_donations|source }}；其余来源见末页。",
        "数据{{ grant_donations|as_of }}",
        note="{{ economic_projects_2017_base|number }}个之说{{ economic_projects_2017_base|as_of }}；未采用的数不进正文、不进图。",
    )
    sheet.notes(
        "讲：取数的次序是，有职务、有日期的署名数优先；其次是“据统计”；再次是没有署名的说法。口径不变时，新的时点才顶替旧的。",
        "数据来源：采用数见{{ [grant_donations, economic_projects, industrial_firms, secondments, industrial_output, free_visits]|cite }}；"
        "未采用数见{% for other in grant_donations.rejected %}{{ other|source }}{% endfor %}、{{ all_sector_firms|source }}。",
    )


def _verify(deck: Deck) -> None:
    sheet = Sheet(deck, base.TABLE)
    sheet.head("发布前先核四个数；三项机制只是建议，不作工作安排讲", "下一步")
    columns = (
        Column("先核什么", 6.4, _DENSE.but(bold=True)), Column("现用", 6.2, _FIGURE),
        Column("要弄清的", 11.0, _DENSE), Column("由谁核", 6.67, _DENSE),
    )  # fmt: skip
    forecast = (
        "{% if industrial_output.forecast is expired %}实际数待发布"
        "{% else %}{{ industrial_output.forecast|with_modality }}{% endif %}"
    )
    rows = (
        ("全年规上工业产值", forecast, "全年实际数，以及企业范围", "统计部门（待确认）"),
        ("无偿捐赠资金", whole("grant_donations"), "与另一说的差别：捐赠还是援助", "区水利局"),
        ("全行业浙企总数", "不用", "名录、时点、是否含个体", "招商部门（待确认）"),
        ("挂职干部", whole("secondments"), "人与人次，起算年份", "区水利局"),
    )
    sheet.table("先核的四个数，每行一个", columns, rows, 1.25)
    _proposals(sheet)
    sheet.foot(
        "建议见{{ mechanisms_proposed|source }}；其余见{{ [grant_donations, secondments]|source }}。",
        "数据{{ grant_donations|as_of }}",
        note="三项机制由报道提出，不是两地决定；报道只写出区水利局和商会，其他部门待确认。",
    )
    sheet.notes(
        "讲：四个数核完再对外；核完之前，按前一页的取数讲。三项机制是媒体的建议，可以研究，不说“将”“拟”。",
        "数据来源：建议见{{ mechanisms_proposed|source }}（{{ mechanisms_proposed.note }}）；取数依据见前一页。",
    )


def _proposals(sheet: Sheet) -> None:
    """Below an ochre rule: what a paper proposed."""
    top = 11.55
    sheet.rule(1.8, top, 30.27, "ochre", 2.25)
    sheet.chip(1.8, top + 0.45, "建议")
    head = "有媒体建议探索的{{ mechanisms_proposed|number }}项机制"
    sheet.text(
        "建议标题", Box(3.7, top + 0.3, 26, 0.99), para(LEAD.but(size=18, color="ochre"), head)
    )
    items = (
        ("产业创新联盟", "两地龙头企业与高校院所合力攻关"),
        ("人才共育基地", "工匠培训、创业实训，跟着产业走"),
        ("常态化文旅互推", "景区优惠长期化，共同设计线路"),
    )
    for place, (name, words) in enumerate(items):
        left = column(1 + place * 4)
        sheet.text(name, Box(left, top + 1.65, 9.71, 1.0), para(Style(20, 28, True, "ink"), name))
        sheet.text(
            f"{name}内容",
            Box(left, top + 2.8, 9.71, 0.9),
            para(_DENSE.but(size=16, line=25), words),
        )
