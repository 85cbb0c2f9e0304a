"""I1: one page for investors."""

from __future__ import annotations

from pathlib import Path

from templates.make.investors.words import PRICES, SERVICES, WANKAI_TIME
from templates.make.kit.package import app_xml, set_core, write_package
from templates.make.kit.phrases import figure, when
from templates.make.kit.samples import sample_forecast
from templates.make.kit.word.onepage import WIDTH, one_page
from templates.make.kit.word.paragraphs import Run, number_cell, paragraph_xml
from templates.make.kit.word.sheets import Sheets

_QUARTER, _HALF = 4.2, 8.5
_CHART_SIZE = (8.5, 4.4)
_OUTPUT_HEAD = (
    "{% if industrial_output.forecast is expired %}产值：已实现的数"
    "{% else %}产值：已实现与预计{% endif %}"
)


def make_onepager(path: Path) -> None:
    """Write the one-pager's template to `path`."""
    sheets = Sheets(one_page((2.35, 5.7)))
    _head(sheets)
    for block in (_output_and_firms, _services, _money, _foot):
        block(sheets)
    set_core(
        sheets.paper.core_properties,
        title="浙企已在涪陵成规模",
        subject="{{ audience.name }}，数据截至{{ industrial_firms|as_of_date }}",
        keywords="涪陵；浙江；投资；产业",
        category="招商推介",
    )
    write_package(sheets.paper, path, {"docProps/app.xml": app_xml("Microsoft Office Word")})


def _head(sheets: Sheets) -> None:
    sheets.paragraph("Eyebrow", Run("■", "Seal"), " 招商推介　供投资人参阅　{{ edition.as_of }}")
    sheets.paragraph("Title", "浙企已在涪陵成规模")
    sheets.panels(
        [_QUARTER] * 4,
        (
            number_cell("industrial_firms", "浙江在涪工业企业", "只计工业，不含其他行业"),
            number_cell("above_scale_firms", "其中规上工业企业", "规模以上，含在前一数内"),
            number_cell("chain_leaders", "市级领军链主企业", "与其他类别有重叠"),
            number_cell("srdi_firms", "专精特新企业", "与其他类别有重叠"),
        ),
        "四个主要数字",
    )
    sheets.source(
        "{{ industrial_firms|cite }}。{{ industrial_firms|as_of }}；各类互有重叠，不相加。"
    )


def _output_and_firms(sheets: Sheets) -> None:
    sheets.panels([_HALF, _HALF], (_output(sheets), _firms()), "产值与龙头企业", 0.4, "deep")
    sheets.source(
        "{{ [industrial_output, huafon_partners, huafon_cluster_output, wankai_output]|cite }}，"
        "{{ wankai_output|as_of }}。集群产值不是华峰一家的；各产值口径不同，不相加。",
    )


def _output(sheets: Sheets) -> tuple[str, ...]:
    lines = (
        "左柱为{{ industrial_output|period }}的实际数。",
        "{% if industrial_output is expired %}{{ industrial_output|as_of }}。"
        "{% else %}斜纹为全年{{ industrial_output.forecast|with_modality }}，不是完成数。{% endif %}",
        "{% if industrial_output.forecast is expired %}全年实际数待发布。"
        "{% else %}预计由{{ industrial_output.forecast|said_by }}在"
        "{{ industrial_output.forecast|as_of_date }}提出。{% endif %}",
    )
    return (
        paragraph_xml("Heading1", _OUTPUT_HEAD),
        paragraph_xml("UnitLine", "浙江在涪规上工业产值（{{ industrial_output|scale_unit }}）"),
        sheets.chart_xml("output_forecast", sample_forecast(_CHART_SIZE, "word"), *_CHART_SIZE),
        *(paragraph_xml("CardText", line) for line in lines),
    )


def _firms() -> tuple[str, ...]:
    return (
        paragraph_xml("Heading1", "两家龙头，已成邻居"),
        paragraph_xml("CardName", "华峰集团，{{ huafon_arrival|period }}落户"),
        _fact("huafon_cluster_output", "所在产业集群的产值"),
        _fact("huafon_partners", "带来的上下游关联企业"),
        paragraph_xml("CardText", "在涪陵建成己二酸生产基地，据报道为全球最大。"),
        paragraph_xml("CardName", "万凯新材料，浙江正凯集团投资"),
        _fact("wankai_output", "产值"),
        paragraph_xml("FactLine", Run(WANKAI_TIME, "FactValue"), "　达到这一产值所用的时间"),
        paragraph_xml("CardText", "生产聚酯（PET）材料；所用时间的起点报道未印。"),
    )


def _services(sheets: Sheets) -> None:
    sheets.ruled("Heading1", "有事找专员，政策找企业")
    cells = [
        (paragraph_xml("CardName", name), paragraph_xml("CardText", words))
        for name, words in SERVICES
    ]
    sheets.panels([_QUARTER] * 4, cells, "四项服务", rule="")
    sheets.source("{{ support_funds|source }}。")


def _money(sheets: Sheets) -> None:
    left = (
        paragraph_xml("Heading1", "扶持资金，有人指导申报"),
        _fact("support_funds", "浙企获得的各级扶持资金"),
        paragraph_xml("CardText", when("support_funds") + "；由各级政府给企业，不来自浙江。"),
    )
    right = (
        paragraph_xml("Heading1", "{{ promotion_event|period }}，杭州签约"),
        paragraph_xml(
            "FactLine", *_value("signed_projects"), "　签约项目　　", *_value("signed_investment"),
            "　协议引资",
        ),
        paragraph_xml("CardText", "推介活动集中签约；金额为协议数，不等于实际投资。"),
    )  # fmt: skip
    sheets.panels([_HALF, _HALF], (left, right), "扶持资金与签约", 0.4, "deep")
    sheets.source("{{ [support_funds, signed_projects]|source }}。{{ support_funds|as_of }}。")


def _foot(sheets: Sheets) -> None:
    ask = (
        "水、电、气、土地、用工、物流的价格因项目而异，本页不列；请带着用量、面积、人数和货流来谈。"
    )
    sheets.callout("要素价格与联系", (
        paragraph_xml("CalloutHead", f"要素价格{PRICES}"),
        paragraph_xml("CalloutText", ask),
        paragraph_xml("CalloutText", "{% if contact is available %}"),
        paragraph_xml("CalloutText", Run("联系　", "Strong"), "{{ contact }}　{{ phone }}　{{ mail }}"),
        paragraph_xml("CalloutText", "{% endif %}"),
    ), widths=(WIDTH,))  # fmt: skip
    sheets.paragraph("Gap")  # Word wants a paragraph after a table: a small one


def _fact(key: str, name: str) -> str:
    return paragraph_xml("FactLine", *_value(key), f"　{name}")


def _value(key: str) -> tuple[Run, Run]:
    digits, scale_unit = figure(key)
    return Run(digits, "FactValue"), Run(f" {scale_unit}", "FactUnit")
