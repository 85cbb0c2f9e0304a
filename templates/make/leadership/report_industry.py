"""一、总体情况 and 二、产业协作. The prose is the pack's own."""

from __future__ import annotations

from templates.make.kit.word.fields import See
from templates.make.kit.word.formal import Column, FormalSheets


def add_overall(sheets: FormalSheets) -> None:
    """How it came about, who takes part: a chain of acts, not one day."""
    sheets.paragraph("Heading1", "一、总体情况")
    sheets.under(
        "（一）部署过程。",
        "{{ state_decision|period }}，党中央、国务院部署全国对口支援三峡库区，{{ state_document|period }}国务院办公厅就移民工作发文，"
        "浙江同年启动对口支援涪陵。{{ provincial_opinion|period }}，《浙江省对口支援三峡库区移民工作意见》出台。"
        "决策、发文、启动先后不同，启动只记到年。",
    )
    sheets.under(
        "（二）重要节点。",
        "{{ leader_visit|period }}，时任浙江省委书记的习近平同志率浙江省党政代表团到涪陵，指导对口支援工作。"
        "{{ school_groundbreaking|period }}，浙涪友谊学校（原涪陵城区第四小学）新校奠基。"
        "{{ reply_letter|period }}，习近平同志给学校师生回信。全部节点见附件4。",
    )
    sheets.under(
        "（三）参与范围。",
        "{{ supporting_cities|as_of }}，杭州、温州、绍兴、嘉兴、台州、金华、湖州{{ supporting_cities|number }}个市及下辖"
        "{{ supporting_counties|number }}个区市县参与。{{ provincial_leaders|period }}，浙江{{ provincial_leaders|number }}位省级领导、"
        "{{ department_leaders|number }}位部门领导到过涪陵。",
    )


def add_industry(sheets: FormalSheets) -> None:
    """Firms, output with its forecast, two leading firms, agreed sums."""
    sheets.paragraph("Heading1", "二、产业协作")
    sheets.under(
        "（一）企业构成。",
        "{{ industrial_firms|as_of }}，浙江在涪工业企业{{ industrial_firms|number }}家，其中规上{{ above_scale_firms|number }}家，占{{ above_scale_share|number }}{{ above_scale_share|unit }}"
        "（{{ above_scale_share|basis }}）。各类互有重叠，不相加，见",
        See("表", 1),
        "。",
    )
    _firms(sheets)
    sheets.under("（二）产值。", *_output())
    sheets.under(
        "（三）龙头企业。",
        "{{ huafon_arrival|period }}，华峰集团落户涪陵，带来上下游企业{{ huafon_partners|number }}家；{{ huafon_cluster_output|as_of }}，所在产业集群产值"
        "{{ huafon_cluster_output|number }}元，这是集群数，不是一家企业的产值。浙江正凯集团投资的万凯新材料，用{{ wankai_years|whole }}"
        "达到产值{{ wankai_output|number }}元。",
    )
    sheets.under(
        "（四）投资与签约。",
        "{{ economic_projects|as_of }}，经济合作项目{{ economic_projects|number }}个，累计投资{{ cumulative_investment|number }}元；{{ economic_projects.previous|as_of_date }}为"
        "{{ economic_projects.previous|number }}个，按两个累计数计算增加{{ economic_projects_added|number }}个。{{ promotion_event|period }}杭州推介活动集中签约"
        "{{ signed_projects|number }}个，协议引资{{ signed_investment|number }}元。{{ introduced_projects|period }}新引进浙商投资项目{{ introduced_projects|number }}个，协议投资"
        "{{ introduced_investment|number }}元{% if introduced_projects is expired %}（{{ introduced_projects|as_of }}）{% endif %}。两笔各计各的，不相加；协议数不是到位数。",
    )


def _output() -> tuple[str, ...]:
    """The forecast goes when its year is over; what is due is said in its place."""
    return (
        "{{ industrial_output|period }}，浙江在涪规上工业企业产值{{ industrial_output|number }}元"
        "{% if industrial_output is expired %}（{{ industrial_output|as_of }}）{% endif %}。",
        "{% if industrial_output.forecast is expired %}全年实际数待发布。"
        "{% else %}全年{{ industrial_output.forecast|with_modality }}，系{{ industrial_output.forecast|said_by }}"
        "{{ industrial_output.forecast|as_of_date }}所说的预计数，不是完成数。{% endif %}",
        "另有述评称涪陵工业产值{{ industrial_share|number }}来自浙企，年份和总数未印，不宜引用。",
    )


def _firms(sheets: FormalSheets) -> None:
    keys = (
        ("工业企业", "industrial_firms"), ("其中规上", "above_scale_firms"),
        ("专精特新", "srdi_firms"), ("市级双百", "double_hundred_firms"),
        ("领军链主", "chain_leaders"), ("百亿级", "ten_billion_firms"),
    )  # fmt: skip
    sheets.caption("表", 1, "浙江在涪企业类别（{{ industrial_firms|as_of }}）")
    sheets.table(
        [Column(name, 26) for name, _ in keys],
        [[f"{{{{ {key}|number }}}}家" for _, key in keys]],
        "浙江在涪企业类别，每列一类",
    )
