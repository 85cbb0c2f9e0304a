"""产业: the firms by class, output done and expected, two firms, sums agreed."""

from __future__ import annotations

from templates.make.kit.samples import NAMES, sample_columns, sample_forecast
from templates.make.kit.word.fields import See
from templates.make.kit.word.paragraphs import Run
from templates.make.kit.word.sheets import Panel, Sheets
from templates.make.press.marks import Marks

_HEIGHT = 4.6
_STILL = "{% if industrial_output.forecast is expired %}待发布{% else %}仍是预计{% endif %}"


def add_industry(sheets: Sheets) -> None:
    """Firms, output, two leading firms, agreements."""
    marks = Marks(
        "industry",
        (
            "industrial_firms", "above_scale_firms", "srdi_firms", "double_hundred_firms",
            "chain_leaders", "ten_billion_firms", "huafon_cluster_output",
        ),
        ("industrial_output",),
        ("industrial_share", "introduced_projects", "introduced_investment", "wankai_years",
         "wankai_output"),
        ("huafon_arrival", "huafon_partners"),
        ("signed_projects", "signed_investment"),
    )  # fmt: skip
    sheets.page_break_before("Heading1", f"产业：企业按类别计，全年产值{_STILL}")
    _firms(sheets, marks)
    _output(sheets, marks)
    _charts(sheets)
    _leaders(sheets, marks)
    _agreed(sheets, marks)


def _firms(sheets: Sheets, marks: Marks) -> None:
    share = marks.words(
        "share",
        "规上企业占工业企业的比重，{{ above_scale_share|basis }}；{{ industrial_firms|as_of }}。",
    )
    sheets.paragraph(
        "Normal",
        "浙江在涪陵的工业企业有{{ industrial_firms|number }}家", marks("industrial_firms"),
        "，其中规模以上（规上）{{ above_scale_firms|number }}家", marks("above_scale_firms"),
        "，占{{ above_scale_share|number }}%", share,
        "。另按其他名单计：专精特新{{ srdi_firms|number }}家", marks("srdi_firms"),
        "，市级双百{{ double_hundred_firms|number }}家", marks("double_hundred_firms"),
        "，市级领军链主{{ chain_leaders|number }}家", marks("chain_leaders"),
        "，百亿级{{ ten_billion_firms|number }}家", marks("ten_billion_firms"),
        "。一家企业可以同时在几类之中，各类不能相加（", See("图", 1), "）。",
    )  # fmt: skip


def _output(sheets: Sheets, marks: Marks) -> None:
    forecast = marks.words(
        "forecast",
        "{% if industrial_output.forecast is expired %}预计期已过，原预计数不再引用；全年实际数待发布。"
        "{% else %}{{ [industrial_output.forecast]|cite }}；{{ industrial_output.forecast|as_of }}。"
        "是预计数，不是完成数。{% endif %}",
    )
    sheets.paragraph(
        "Normal",
        "{{ industrial_output|period }}，浙江在涪规上工业企业实现产值{{ industrial_output|number }}元",
        marks("industrial_output"),
        "；{% if industrial_output.forecast is expired %}全年实际数待发布{% else %}"
        "{{ industrial_output.forecast|said_by }}在{{ industrial_output.forecast|as_of_date }}"
        "{{ industrial_output.forecast|modality }}全年{{ industrial_output.forecast|number }}元{% endif %}",
        forecast,
        "（", See("图", 2), "）。另有述评称，浙企产值约占涪陵工业产值的",
        "{{ industrial_share|number }}",
        marks("industrial_share"),
        "，所据年份和总数未印，本资料不作推算。",
    )  # fmt: skip


def _charts(sheets: Sheets) -> None:
    sheets.figures("企业数和产值两幅图", (
        Panel("家", "firm_structure", sample_columns(NAMES, (10.4, _HEIGHT), "word"), 10.4, 1,
              "浙江在涪企业，按类别"),
        Panel("亿元", "output_forecast", sample_forecast((6.2, _HEIGHT), "word"), 6.2, 2,
              "浙江在涪规上工业企业产值"),
    ), _HEIGHT)  # fmt: skip
    sheets.paragraph(
        "SourceNote",
        Run("资料来源：", "Strong"),
        "{{ [industrial_firms, industrial_output]|source }}。{{ industrial_firms|as_of }}；"
        "产值{{ industrial_output|as_of }}。图{% if industrial_output.forecast is expired %}中只有实际数"
        "{% else %}中斜纹为预计数{% endif %}；坐标从零开始。",
    )


def _leaders(sheets: Sheets, marks: Marks) -> None:
    sheets.paragraph("Heading2", "两家常被问到的企业")
    sheets.paragraph(
        "Normal",
        Run("华峰集团　", "Strong"),
        "{{ huafon_arrival|period }}落户涪陵", marks("huafon_arrival"),
        "，带来上下游关联企业{{ huafon_partners|number }}家", marks("huafon_partners"),
        "；所在产业集群产值{{ huafon_cluster_output|number }}元", marks("huafon_cluster_output"),
        "，这是整个集群的产值，不是华峰一家的产值。“全球最大己二酸生产基地”是报道的说法，"
        "引用时请注明“据报道”。",
    )  # fmt: skip
    sheets.paragraph(
        "Normal",
        Run("万凯新材料　", "Strong"),
        "由浙江正凯集团在涪陵投资建设，用{{ wankai_years|whole }}", marks("wankai_years"),
        "时间做到产值{{ wankai_output|number }}元", marks("wankai_output"),
        "。两家企业的产值与上面的规上产值有无重叠，报道未说明，不能加减。",
    )  # fmt: skip


def _agreed(sheets: Sheets, marks: Marks) -> None:
    sheets.paragraph("Heading2", "签约数是协议数")
    sheets.paragraph(
        "Normal",
        "{{ promotion_event|period }}，杭州推介活动集中签约项目{{ signed_projects|number }}个", marks("signed_projects"),
        "，协议引资{{ signed_investment|number }}元", marks("signed_investment"),
        "。另有述评称，{{ introduced_projects|period }}新引进浙商投资项目{{ introduced_projects|number }}个",
        marks("introduced_projects"),
        "，协议投资{{ introduced_investment|number }}元", marks("introduced_investment"),
        "。两组各计各的，是否重叠未见说明，不能相加；金额都是协议数，不等于到位的投资。",
    )  # fmt: skip
