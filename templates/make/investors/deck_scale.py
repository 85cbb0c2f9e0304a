"""Slides 1 to 4: the cover, the size of what is here, the firms by class, the output."""

from __future__ import annotations

from pptx.presentation import Presentation as Deck

from templates.make.investors.words import OVERLAP, RUNNING
from templates.make.kit.phrases import when
from templates.make.kit.samples import NAMES, sample_forecast
from templates.make.kit.slides import base
from templates.make.kit.slides.blocks import (
    LARGE,
    bars,
    number_row,
    statements,
    takeaway,
    words_row,
)
from templates.make.kit.slides.pages import cover, cover_as_of
from templates.make.kit.slides.sheet import LEAD, SMALL, Figure, Sheet
from templates.make.kit.slides.text import Run, para
from templates.make.kit.tokens import Box


def add_scale(deck: Deck) -> None:
    """Who is here already, and how large it is."""
    for slide in (_cover, _numbers, _classes, _output):
        slide(deck)


def _cover(deck: Deck) -> None:
    sheet = cover(
        deck,
        ("到涪陵，", "与浙企为邻"),
        "谁已经在这里，规模多大，办事和成本如何",
        "招商推介　供投资人参阅",
        cover_as_of("industrial_firms"),
    )
    sheet.tell(
        "这份材料回答三个问题：谁已经在涪陵，做到多大规模，办事和成本怎样。看完想请您来涪陵走一趟。",
        "封面不列数字；各页来源见页脚和末页来源表，逐项依据见证据附件。",
    )


def _numbers(deck: Deck) -> None:
    sheet = Sheet(deck, base.BLOCKS, RUNNING)
    sheet.head(
        "{% if industrial_firms is expired or cumulative_investment is expired %}"
        "四个数看规模：浙企在涪陵有企业、有产值、有投资"
        "{% else %}"
        "四个数看规模：浙江在涪工业企业{{ industrial_firms|number }}家，"
        "累计投资{{ cumulative_investment|number }}元"
        "{% endif %}",
        "规模",
    )
    number_row(sheet, (
        Figure("industrial_firms", "浙江在涪工业企业", "{{ industrial_firms|as_of }}"),
        Figure("above_scale_firms", "其中规上工业企业", "{{ above_scale_firms|as_of }}"),
        Figure("industrial_output", "规上工业产值", when("industrial_output")),
        Figure("cumulative_investment", "浙江在涪累计投资", when("cumulative_investment")),
    ), LARGE)  # fmt: skip
    words_row(sheet, "这四个数怎么读", (
        ("企业数", "只计工业，不含其他行业"),
        ("规上", "规模以上，含在前一数内"),
        ("产值", "只计规上企业，为实际数"),
        ("投资", "累计投资，不是到位资金"),
    ), "读法标题")  # fmt: skip
    sheet.foot(
        "{{ [industrial_firms, cumulative_investment]|source }}；"
        "企业数和产值由{{ industrial_firms|said_by }}介绍。",
        "数据{{ industrial_firms|as_of }}",
        note="四个数单位和时段不同，各看各的。",
    )
    sheet.tell(
        "先看规模。企业数和规上数是一个口径里的两层；产值是当年前十个月的实际数；投资是多年累计。"
        "四个数不相加，也不互相折算。",
        "企业、产值见{{ industrial_firms|source }}，介绍人：{{ industrial_firms|said_by }}；"
        "投资见{{ cumulative_investment|source }}。",
    )


def _classes(deck: Deck) -> None:
    sheet = Sheet(deck, base.CHART, RUNNING)
    sheet.head(
        "{% if industrial_firms is expired or above_scale_firms is expired %}"
        "企业梯队已成形：从规上企业到百亿级企业都有"
        "{% else %}"
        "企业梯队已成形：{{ industrial_firms|number }}家工业企业中，规上{{ above_scale_firms|number }}家"
        "{% endif %}",
        "规模",
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
        ("各类不能相加", OVERLAP),
    )
    sheet.foot(
        "{{ [industrial_firms, above_scale_firms]|cite }}；占比{{ above_scale_share|basis }}。",
        "数据{{ industrial_firms|as_of }}",
        note="“规上”即规模以上，是工业企业的一部分；其余各类互有重叠，没有合计数。",
    )
    sheet.tell(
        "看梯队：从规上企业到专精特新、领军链主，再到百亿级，各层都有浙企。"
        "一家企业可以同时在几层里，所以这张图没有合计数，也不是漏斗。",
        "各类企业数见{{ industrial_firms|source }}，介绍人：{{ industrial_firms|said_by }}；占比为计算值。",
    )


def _output(deck: Deck) -> None:
    sheet = Sheet(deck, base.PAIR, RUNNING)
    sheet.head(
        "{% if industrial_output is expired or industrial_output.forecast is expired %}"
        "产值只列已实现的数，全年实际数待发布"
        "{% else %}"
        "产值：{{ industrial_output|period }}已实现{{ industrial_output|number }}元，"
        "全年{{ industrial_output.forecast|with_modality }}"
        "{% endif %}",
        "规模",
    )
    sheet.rule(1.8, 4.75, 12.28, points=2.25)
    unit = Run("　{{ industrial_output|scale_unit }}", SMALL)
    sheet.text("图题", Box(1.8, 5.0, 12.28, 1), para(LEAD, "浙江在涪规上工业产值", unit))
    assert base.PAIR.box is not None
    sheet.chart("output_forecast", sample_forecast((12.88, 10.7), "slide"), base.PAIR.box)
    # -- a forecast past its year leaves its column empty --
    sheet.text(
        "待发布",
        Box(7.9, 13.6, 6.0, 1.6),
        para(SMALL.but(align="ctr"), "{%shape if industrial_output.forecast is expired %}待发布{%shape endif %}"),
    )  # fmt: skip
    statements(sheet, 17.22, 14.85, (
        (
            "已实现　{{ industrial_output|number }}元",
            "{{ industrial_output|period }}的实际数，由{{ industrial_output|said_by }}介绍",
        ),
        (
            "{% if industrial_output.forecast is expired %}全年实际数待发布"
            "{% else %}全年{{ industrial_output.forecast|with_modality }}{% endif %}",
            "{% if industrial_output.forecast is expired %}原来的预计数期满，不再使用"
            "{% else %}{{ industrial_output.forecast|said_by }}在"
            "{{ industrial_output.forecast|as_of_date }}的预计，不是完成数{% endif %}",
        ),
        ("不外推，不折算", "集群产值和单个企业的产值另有口径，与这里的数不相加、不相减、不算占比"),
    ), 4.75)  # fmt: skip
    sheet.foot(
        "{{ industrial_output|cite }}。",
        "数据{{ industrial_output|as_of }}",
        note="{% if industrial_output.forecast is expired %}坐标从零开始；全年实际数待发布。"
        "{% else %}斜纹为预计数，不是完成数；坐标从零开始。{% endif %}",
    )
    sheet.tell(
        "左柱是已经实现的数。全年数没有公布之前只有预计，用斜纹表示，引用时要说清谁在什么时候预计。",
        "实际数和预计数均见{{ industrial_output|source }}，介绍人：{{ industrial_output|said_by }}。",
    )
