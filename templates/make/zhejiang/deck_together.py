"""Slides 6 to 8: the firms that took root, and the people who come and go."""

from __future__ import annotations

from pptx.presentation import Presentation as Deck

from templates.make.kit.phrases import figure, when, without_age
from templates.make.kit.samples import NAMES
from templates.make.kit.slides import base
from templates.make.kit.slides.blocks import HALVES, bars, card, takeaway
from templates.make.kit.slides.sheet import Figure, Sheet
from templates.make.kit.slides.table import Column
from templates.make.kit.slides.text import named

_NUMBER = named("table", "deep", "r").but(bold=True)


def add_together(deck: Deck) -> None:
    """The structure of the firms, two of them, and the exchange of people."""
    for slide in (_firms, _leaders, _people):
        slide(deck)


def _firms(deck: Deck) -> None:
    sheet = Sheet(deck, base.CHART)
    sheet.head(
        "{% if industrial_firms is expired or above_scale_firms is expired %}"
        "浙企在涪陵扎下根：从规上企业到百亿级企业都有"
        "{% else %}"
        "浙企在涪陵扎下根：工业企业{{ industrial_firms|number }}家，其中规上{{ above_scale_firms|number }}家"
        "{% endif %}",
        "共建产业",
    )
    bars(
        sheet,
        "firm_structure",
        NAMES,
        "浙江在涪企业，按类别（{{ industrial_firms|unit }}）",
    )
    takeaway(
        sheet,
        Figure("above_scale_share", "规上企业占比", "规上占浙江在涪工业企业的比重，由两数相除得出"),
        ("各类不能相加", "同一家企业可以同时属于几个类别，数字只在各自一类内有意义"),
    )
    sheet.foot(
        "{{ [industrial_firms, above_scale_firms]|cite }}；占比{{ above_scale_share|basis }}。",
        "数据{{ industrial_firms|as_of }}",
        note="“规上”即规模以上；报道只说明规上企业是工业企业的一部分。",
    )
    sheet.speak(
        "各类企业数见{{ industrial_firms|source }}，介绍人：{{ industrial_firms|said_by }}；占比为计算值。",
        "感谢浙商把厂房建在涪陵，把信任也留在涪陵。",
    )


def _leaders(deck: Deck) -> None:
    sheet = Sheet(deck, base.BLOCKS)
    sheet.head(
        "{% if huafon_partners is expired %}"
        "由一家企业到一个集群：华峰、万凯在涪陵与伙伴一起成长"
        "{% else %}"
        "由一家企业到一个集群：华峰带来上下游企业{{ huafon_partners|number }}家"
        "{% endif %}",
        "共建产业",
    )
    card(sheet, HALVES[0], "华峰集团", (
        ("{{ huafon_arrival|period }}", "", "落户涪陵"),
        ("{{ huafon_partners|digits }}", "{{ huafon_partners|scale_unit }}", "带来的上下游关联企业"),
        ("{{ huafon_cluster_output|digits }}", "{{ huafon_cluster_output|scale_unit }}", "所在产业集群的产值"),
    ))  # fmt: skip
    card(sheet, HALVES[1], "万凯新材料", (
        ("正凯集团", "", "浙江母公司，在涪投资建厂"),
        ("{{ wankai_output|number }}", "{{ wankai_output|unit }}", "在涪企业的产值"),
        (without_age("wankai_years"), "", "达到这一产值所用时间"),
    ))  # fmt: skip
    sheet.foot(
        "{{ [huafon_partners, huafon_cluster_output, wankai_output]|source }}。",
        "数据{{ huafon_cluster_output|as_of }}",
        note="集群产值是整个产业集群的产值，不是华峰一家的产值；两家企业的数字不相加。",
    )
    sheet.speak(
        "落户、上下游企业见{{ huafon_partners|source }}；集群产值见{{ huafon_cluster_output|source }}；"
        "万凯见{{ wankai_output|source }}。",
        "一家企业带来一群伙伴，这是浙商给涪陵的一份厚礼，谢谢大家。",
    )


def _people(deck: Deck) -> None:
    sheet = Sheet(deck, base.TABLE)
    sheet.head(
        "{% if secondments is expired %}"
        "干部往来，学校结对：两地的人走得越来越近"
        "{% else %}"
        "干部往来，学校结对：{{ secondments|period }}挂职干部{{ secondments|number }}人"
        "{% endif %}",
        "人才往来",
    )
    columns = (
        Column("往来", 7.4),
        Column("数", 3.6, _NUMBER),
        Column("单位", 2.2),
        Column("时段", 5.6, named("table", "grey")),
        Column("说明", 11.47),
    )
    rows = (
        ("secondments", "period", "挂职干部", "浙江接收的涪陵优秀年轻干部"),
        ("exchange_visits", "period", "交流互访", "挂职干部所在单位与挂职地区相关单位"),
        ("new_secondees", "period", "新一批挂职干部", "赴浙江{{ secondment_cities|number }}个地市"),
        ("paired_schools_zhejiang", "as_of", "结对学校，浙江方", "以管理、名师和项目帮扶涪陵学校"),
        (
            "paired_schools_fuling",
            "as_of",
            "结对学校，涪陵方",
            "含职业教育、普通中学、小学、幼儿园",
        ),
    )
    sheet.table("人才往来各项数字，每行一项", columns, [_people_row(*row) for row in rows], 1.8)
    sheet.foot(
        "{{ [secondments, paired_schools_fuling, new_secondees]|source }}。",
        "数据{{ secondments|as_of }}",
        note="挂职干部按人计；互访按次计；两方结对学校数不相加。",
    )
    sheet.speak(
        "挂职、互访、结对见{{ secondments|source }}；新一批挂职干部见{{ new_secondees|source }}。",
        "谢谢浙江的单位和学校，把涪陵的干部和孩子当自家人来带。",
    )


def _people_row(key: str, part: str, name: str, remark: str) -> tuple[str, ...]:
    return name, *figure(key), when(key, part), remark
