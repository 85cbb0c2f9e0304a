"""Slides 5 to 7: two leading firms, and the fields that firms from Zhejiang work in."""

from __future__ import annotations

from pptx.presentation import Presentation as Deck

from templates.make.investors.words import RUNNING, WANKAI_TIME
from templates.make.kit.slides import base
from templates.make.kit.slides.blocks import LABEL, big_number, statements
from templates.make.kit.slides.sheet import Figure, Sheet
from templates.make.kit.slides.table import Column
from templates.make.kit.slides.text import named, para
from templates.make.kit.tokens import Box, column

_FIELDS = ("先进材料", "新能源", "电子信息", "装备制造")
_ROWS = (
    ("华峰集团", "先进材料产业集群，产品有己二酸", "总部在浙江，{{ huafon_arrival|period }}落户"),
    ("万凯新材料", "聚酯（PET）材料", "浙江正凯集团投资建设"),
    ("新陵微电子", "功率半导体芯片", "{{ xinling_founded|period }}与涪陵本地国企合资成立"),
    ("吉利科技、杭州卡涞", "与同批企业合列，未逐一对应", "报道列为高新技术企业"),
    ("万丰奥威", "报道未单独注明", "在涪企业为重庆万丰奥威铝业有限公司"),
)


def add_firms(deck: Deck) -> None:
    """Who would be the neighbours."""
    for slide in (_huafon, _wankai, _fields):
        slide(deck)


def _huafon(deck: Deck) -> None:
    sheet = Sheet(deck, base.BLOCKS, RUNNING)
    sheet.head(
        "{% if huafon_partners is expired %}"
        "华峰：一家带出一片，上下游企业聚到涪陵"
        "{% else %}"
        "华峰：一家带出一片，上下游企业来了{{ huafon_partners|number }}家"
        "{% endif %}",
        "龙头企业",
    )
    figure = Figure(
        "huafon_cluster_output", "华峰所在产业集群的产值", "{{ huafon_cluster_output|as_of }}"
    )
    big_number(sheet, figure)
    statements(sheet, 19.79, 12.28, (
        (
            "{{ huafon_arrival|period }}落户涪陵",
            "在涪陵建成己二酸生产基地，据报道为全球最大",
        ),
        (
            "带来{{ huafon_partners|number }}家上下游企业",
            "{% if huafon_partners is expired %}{{ huafon_partners|as_of }}"
            "{% else %}上下游关联企业随龙头企业在涪陵聚集{% endif %}",
        ),
        ("这是集群的数", "不是华峰一家的产值，不从规上工业产值中扣减"),
    ))  # fmt: skip
    sheet.foot(
        "{{ [huafon_partners, huafon_cluster_output]|cite }}。",
        "数据{{ huafon_cluster_output|as_of }}",
        note="集群产值所属年份报道未印；“全球最大”为报道用语。",
    )
    sheet.tell(
        "华峰的看点不在一家企业有多大，而在上下游企业跟着来。讲集群产值时，要说清是整个集群的。"
        "“全球最大”只作报道用语转述。",
        "落户、上下游企业见{{ huafon_partners|source }}；"
        "集群产值和“全球最大”见{{ huafon_cluster_output|source }}。",
    )


def _wankai(deck: Deck) -> None:
    sheet = Sheet(deck, base.BLOCKS, RUNNING)
    sheet.head(
        "{% if wankai_output is expired %}"
        "万凯：在涪陵长成产值破百亿元的企业"
        "{% else %}"
        f"万凯：{WANKAI_TIME}的成长，产值{{{{ wankai_output|number }}}}元"
        "{% endif %}",
        "龙头企业",
    )
    figure = Figure("wankai_output", "万凯新材料的产值", "{{ wankai_output|as_of }}")
    big_number(sheet, figure)
    statements(sheet, 19.79, 12.28, (
        (f"用了{WANKAI_TIME}", "达到这一产值所用的时间，起点报道未印"),
        ("由浙江正凯集团投资", "在涪企业名为重庆万凯新材料科技有限公司，产品是聚酯（PET）材料"),
        ("这是一家企业的数", "与华峰集群的产值口径不同，不相加，也不相比"),
    ))  # fmt: skip
    sheet.foot(
        "{{ wankai_output|cite }}。",
        "数据{{ wankai_output|as_of }}",
        note="产值所属年份报道未印。",
    )
    sheet.tell(
        "万凯讲的是成长的速度。另有报道写作“三年”，这里用更谨慎的说法。产能是另一个口径，本页不讲。",
        "产值和所用时间见{{ wankai_output|source }}。",
    )


def _fields(deck: Deck) -> None:
    sheet = Sheet(deck, base.TABLE, RUNNING)
    sheet.head("四个制造领域已有浙企：先进材料、新能源、电子信息、装备制造", "龙头企业")
    for place, field in enumerate(_FIELDS):
        left = column(1 + place * 3)
        sheet.rule(left, 4.75, 7.14, "river", 2.25)
        sheet.text(field, Box(left, 5.05, 7.14, 0.95), para(LABEL, field))
    columns = (
        Column("企业", 7.2, named("table", "deep").but(bold=True)),
        Column("报道所印的领域或产品", 11.4),
        Column("与浙江、与涪陵的关系", 11.67, named("table", "grey")),
    )
    sheet.table("已在涪陵的浙江企业，每行一组", columns, _ROWS, 1.55, at=(1.8, 6.95))
    sheet.foot(
        "{{ [industrial_firms, wankai_output]|source }}。",
        "数据{{ industrial_firms|as_of }}",
        note="四个领域由报道合并列出；企业的领域只填报道印明的。只列部分企业，排列不分先后。",
    )
    sheet.tell(
        "四个领域是报道合在一起列的，并没有逐一对应企业，所以表里只填印明的领域和产品。"
        "想找上下游，请告诉我们要找哪一类，我们请专员来对接。",
        "四个领域和华峰、新陵微电子、万丰奥威见{{ industrial_firms|source }}；"
        "产业集群、总部、万凯、吉利科技、杭州卡涞见{{ wankai_output|source }}。",
    )
