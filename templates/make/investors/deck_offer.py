"""Slides 8 to 12: services, support and costs, what was signed, whom to call, the sources."""

from __future__ import annotations

from pptx.presentation import Presentation as Deck

from templates.make.investors.words import PRICES, RUNNING, SERVICES
from templates.make.kit.phrases import when
from templates.make.kit.slides import base
from templates.make.kit.slides.blocks import HALVES, deal, named_rows, words_row
from templates.make.kit.slides.pages import closing, sources_table
from templates.make.kit.slides.sheet import BODY, LEAD, SMALL, Figure, Sheet
from templates.make.kit.slides.table import Column
from templates.make.kit.slides.text import Style, named, para
from templates.make.kit.tokens import Box

_BIG = Style(54, 65, True, "river")
_CASE_FIRM = "{{ xinling_founded|period }}成立，浙江企业与涪陵本地国企合资，做功率半导体芯片。"
_CASE_COURSE = (
    "{{ xinling_machines|as_of_date }}，设备陆续到货，厂房装修还没完工。企业打电话给服务专员，"
    "涪陵高新区管委会在标准化厂房里腾出了临时仓储空间。"
)
_COSTS = (
    ("水", "日用水量、水质要求"),
    ("电", "用电负荷、电压等级"),
    ("气", "月用气量、用气压力"),
    ("土地", "面积、用途、开工时间"),
    ("用工", "人数、工种、到岗时间"),
    ("物流", "货物、流向、运量"),
)


def add_offer(deck: Deck) -> None:
    """How business is done here, what it costs, what was signed last, whom to call."""
    for slide in (_services, _support, _signed, _invitation, _sources):
        slide(deck)


def _services(deck: Deck) -> None:
    sheet = Sheet(deck, base.BLOCKS, RUNNING)
    sheet.head(
        "有事找专员：一通电话，{{ xinling_machines|number }}台设备有了存放处",
        "办事",
    )
    _case(sheet)
    named_rows(sheet, 15.25, SERVICES, 3.0)
    sheet.foot(
        "{{ [xinling_founded, support_funds]|source }}。",
        "数据{{ support_funds|as_of }}",
        note="左边是{{ xinling_machines|as_of_date }}的一个案例，不代表全部；问题也可在“AI+企业码上服务”平台反映。",
    )
    sheet.tell(
        "先讲案例，再讲制度：设备到了、厂房没好，一通电话，园区腾出了仓储空间。"
        "这背后是专员、一企一策、政策找企业和要素保障四件事。",
        "案例和四项服务均见{{ xinling_founded|source }}。",
    )


def _case(sheet: Sheet) -> None:
    left, width = 1.8, 11.6
    sheet.rule(left, 4.75, width, "river", 2.25)
    sheet.text("案例", Box(left, 5.05, width, 1.0), para(LEAD, "案例：新陵微电子"))
    figure = Figure("xinling_machines", "从国外采购的精密设备")
    sheet.figure(figure, left, 6.45, width, _BIG, 24)
    sheet.text(figure.label, Box(left, 8.95, width, 0.9), para(BODY, figure.label))
    sheet.rule(left, 10.35, width, "rule", 0.75)
    for place, (top, words) in enumerate(((10.7, _CASE_FIRM), (12.95, _CASE_COURSE))):
        sheet.text(f"案例经过 {place + 1}", Box(left, top, width, 3.55), para(BODY, words))


def _support(deck: Deck) -> None:
    sheet = Sheet(deck, base.TABLE, RUNNING)
    sheet.head(
        "{% if support_funds is expired %}"
        "政策帮您算清：扶持资金有人指导申报，要素价格当面谈"
        "{% else %}"
        "政策帮您算清：{{ support_funds|period }}，浙企获各级扶持资金{{ support_funds|number }}元"
        "{% endif %}",
        "成本",
    )
    columns = (
        Column("要素", 3.6, named("table", "deep").but(bold=True)),
        Column("价格", 5.4, named("table", "ochre").but(bold=True)),
        Column("询价时请告诉我们", 10.6),
    )
    rows = [(name, PRICES, ask) for name, ask in _COSTS]
    sheet.table("要素价格，每行一项，均在洽谈时提供", columns, rows, 1.55)
    _funds(sheet)
    sheet.foot(
        "{{ support_funds|source }}。",
        "数据{{ support_funds|as_of }}",
        note="本材料不列要素价格，由洽谈时按项目提供；扶持资金由各级政府给企业，不来自浙江。",
    )
    sheet.tell(
        "价格不在这里报，因为要看项目。请带着右边一栏的数来，我们按项目给出书面答复。"
        "扶持资金是企业按政策申报得到的，不是承诺。",
        "扶持资金和要素保障见{{ support_funds|source }}；价格一栏不含任何数字。",
    )


def _funds(sheet: Sheet) -> None:
    left, width = 22.96, 9.11
    sheet.rule(left, 4.55, width, "river", 2.25)
    figure = Figure("support_funds", "浙企获得的各级扶持资金")
    sheet.figure(figure, left, 4.95, width, Style(40, 50, True, "river"), 18)
    sheet.text(
        figure.label,
        Box(left, 6.9, width, 0.9),
        para(BODY.but(bold=True, color="deep"), figure.label),
    )
    sheet.text("扶持资金口径", Box(left, 7.85, width, 1.5), para(SMALL, when("support_funds")))
    sheet.rule(left, 10.35, width)
    sheet.text("申报", Box(left, 10.7, width, 1.0), para(LEAD, "有人上门讲，指导申报"))
    words = "服务专员为企业解读各级扶持政策；水、电、气建有联动保障机制，优先满足浙企"
    sheet.text("申报说明", Box(left, 11.8, width, 3.6), para(BODY, words))


def _signed(deck: Deck) -> None:
    sheet = Sheet(deck, base.BLOCKS, RUNNING)
    sheet.head(
        "{% if introduced_projects is expired %}"
        "{{ promotion_event|period }}，杭州签约{{ signed_projects|number }}个项目，"
        "协议引资{{ signed_investment|number }}元"
        "{% else %}"
        "最近签下的项目：杭州签约{{ signed_projects|number }}个，"
        "协议引资{{ signed_investment|number }}元"
        "{% endif %}",
        "机会",
    )
    deal(sheet, HALVES[0], "推介活动集中签约", "{{ promotion_event|period }}，杭州", (
        Figure("signed_projects", "签约项目"), Figure("signed_investment", "协议引资"),
    ))  # fmt: skip
    deal(sheet, HALVES[1], "新引进项目", when("introduced_projects"), (
        Figure("introduced_projects", "新引进项目"), Figure("introduced_investment", "协议投资"),
    ))  # fmt: skip
    words_row(sheet, "签约项目的领域，由报道列出", (
        ("先进材料", "与已有集群同一领域"),
        ("新能源", "浙企已有布局的领域"),
        ("人工智能", "报道列为前沿领域"),
        ("生物科技", "报道列为前沿领域"),
    ), "领域标题")  # fmt: skip
    sheet.foot(
        "{{ [signed_projects, introduced_projects]|source }}。",
        "数据{{ signed_projects|as_of }}",
        note="金额均为协议数，不等于实际投资；两组各计各的，是否重叠报道未说明，没有合计数。",
    )
    sheet.tell(
        "左边是一次活动，右边是当年新引进，两本账不相加，也不拿来比快慢。说到金额一定带“协议”两个字。",
        "集中签约见{{ signed_projects|source }}；新引进见{{ introduced_projects|source }}。",
    )


def _fresh(words: str, later: str) -> str:
    """Words for as long as the count of residents is fresh: the deep page has no grey of age."""
    return f"{{% if zhejiang_residents is expired %}}{later}{{% else %}}{words}{{% endif %}}"


def _called(words: str, otherwise: str) -> str:
    """Words for when the settings name somebody to call."""
    return f"{{% if contact is available %}}{words}{{% else %}}{otherwise}{{% endif %}}"


_RESIDENTS = _fresh(
    "在涪陵发展创业的浙江人有{{ zhejiang_residents|number }}人", "浙江人在涪陵发展创业"
)
_CORRECTION = "数字如与您掌握的不同，请注明页码告诉我们"


def _invitation(deck: Deck) -> None:
    sheet = closing(
        deck,
        _fresh(
            "同乡已{{ zhejiang_residents|number }}人，欢迎您来涪陵看一看",
            "同乡在这里，欢迎您来涪陵看一看",
        ),
        "邀请",
        (
            ("同乡", (_RESIDENTS, "请来看园区，也看看同乡的企业")),
            ("涪陵浙江商会", ("{{ chamber_founded|period }}成立", "想听同乡怎么说，可先找商会")),
            (
                _called("联系", "更正"),
                (_called("{{ contact }}", _CORRECTION), _called("{{ phone }} {{ mail }}", "")),
            ),
        ),
    )
    sheet.origin(
        _fresh(
            "{{ [zhejiang_residents, chamber_founded]|source }}。", "{{ chamber_founded|source }}。"
        ),
        _fresh("数据{{ zhejiang_residents|as_of }}", "编制日期　{{ edition.as_of }}"),
        note=_fresh(
            "在涪浙江人数为概数，由{{ zhejiang_residents|said_by }}介绍。",
            "在涪浙江人数待更新。",
        ),
    )
    sheet.tell(
        "最后是邀请：请您来涪陵看两样，一是园区，二是已经在这里的同乡企业。联系方式见本页。",
        "在涪浙江人见{{ zhejiang_residents|source }}；商会成立见{{ chamber_founded|source }}。",
    )


def _sources(deck: Deck) -> None:
    sheet = Sheet(deck, base.TABLE, RUNNING)
    sheet.head("每个数字都有出处：来源、日期与待补的刊载信息", "数据来源")
    sources_table(sheet)
    sheet.tell(
        "有人问数字从哪里来，就翻到这一页；逐项依据在证据附件里。",
        "来源表由事实库生成。",
    )
