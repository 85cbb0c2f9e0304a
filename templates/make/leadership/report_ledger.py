"""附件3: every figure of the report under its source, with the clause that carries it, and 口径."""

from __future__ import annotations

from dataclasses import dataclass

from templates.make.kit.phrases import whole, without_age
from templates.make.kit.word.formal import FormalSheets, cell_xml, row_xml
from templates.make.kit.word.paragraphs import paragraph_xml

_WIDTHS = (48.0, 76.0, 32.0)  # mm: figures, clauses, scope

# The sources in the order of this annex; 附件4 refers to them by these marks.
MARKS = (
    ("①", "cqcb-2025-12"), ("②", "cqrb-review-2025-12"), ("③", "cqrb-comment-2025-12"),
    ("④", "review-2025-12"), ("⑤", "cqrb-2023-10-21"), ("⑥", "fuling-2022"),
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """What one passage says: names and facts, how they count; the facts whose clauses carry all."""

    figures: tuple[tuple[str, str], ...]
    scope: str
    clauses: tuple[str, ...] = ()


# Mark of the source, the fact that names it and its speaker, what it says.
_GROUPS: tuple[tuple[str, str, tuple[Line, ...]], ...] = (
    ("①", "industrial_firms", (
        Line((("工业企业", "industrial_firms"), ("规上", "above_scale_firms"), ("专精特新", "srdi_firms"),
              ("双百", "double_hundred_firms"), ("领军链主", "chain_leaders"), ("百亿级", "ten_billion_firms")),
             "类别有重叠，不相加"),
        Line((("规上产值", "industrial_output"), ("全年", "industrial_output.forecast")), "{{ industrial_output|period }}为实际数，全年为预计数"),
        Line((("华峰集群产值", "huafon_cluster_output"),), "集群数"),
    )),
    ("①", "public_projects", (
        Line((("公益项目", "public_projects"), ("捐赠", "grant_donations")), "{{ public_projects|period }}累计"),
        Line((("医疗卫生机构", "health_facilities"), ("敬老院", "elderly_homes"), ("党群服务中心", "service_centres"),
              ("移民道路", "rebuilt_roads"), ("码头", "rebuilt_wharves"), ("“两项工程”", "two_projects")),
             "单位不同，不相加；道路、码头为复建"),
    )),
    ("①", "economic_projects", (
        Line((("参与", "supporting_cities"), ("区市县", "supporting_counties")), "宁波不在其内"),
        Line((("经济合作项目", "economic_projects"), ("投资", "cumulative_investment")), "投资不是到位资金"),
        Line((("签约", "signed_projects"), ("协议引资", "signed_investment")), "{{ promotion_event|period }}"),
        Line((("学校占地最初", "first_campus_area"), ("如今", "campus_area")), "未印各自年份", ("campus_area",)),
        Line((("挂职", "secondments"), ("互访", "exchange_visits")), "{{ secondments|period }}，人、次分计"),
        Line((("浙江学校", "paired_schools_zhejiang"), ("涪陵学校", "paired_schools_fuling")), "不是逐一结对"),
        Line((("扶持资金", "support_funds"),), "{{ support_funds|period }}，不来自浙江"),
        Line((("在涪浙江人", "zhejiang_residents"),), "商会会长所述概数"),
    )),
    ("②", "provincial_leaders", (
        Line((("省级领导", "provincial_leaders"), ("部门领导", "department_leaders")), "{{ provincial_leaders|period }}，两类分计"),
        Line((("华峰带来企业", "huafon_partners"),), "上下游企业"),
    )),
    ("③", "all_sector_firms", (
        Line((("浙企总数一说", "all_sector_firms"),), "未采用"),
    )),
    ("④", "industrial_share", (
        Line((("占工业产值", "industrial_share"),), "未印基数，不引用"),
        Line((("万凯用时", "wankai_years"), ("产值", "wankai_output")), "取较严之说"),
        Line((("新引进", "introduced_projects"), ("协议投资", "introduced_investment")), "不等于到位数"),
        Line((("双溪社区", "community_funds"), ("防护林", "shelter_forest")), "两处分别计"),
        Line((("新一批挂职", "new_secondees"), ("地市", "secondment_cities")), "{{ new_secondees|period }}一批", ("new_secondees",)),
        Line((("免票", "ticket_policy_years"), ("惠及", "free_visits")), "按人次计"),
    )),
    ("⑤", "settled_workers", (
        Line((("公益项目", "public_projects.previous"), ("捐赠", "grant_donations.previous"), ("经济合作", "economic_projects.previous")),
             "{{ public_projects|period }}累计，较早一点"),
        Line((("安置", "settled_workers"), ("劳务输出", "labour_placements"), ("外迁", "relocated_households"), ("", "relocated_people")),
             "旧数，带日期引用", ("settled_workers", "labour_placements", "relocated_people")),
        Line((("培训", "training"),), "旧数，带日期引用"),
    )),
    ("⑥", "economic_projects_2017_base", (
        Line((("医疗卫生机构", "health_facilities.previous"), ("经济合作", "economic_projects_2017_base")),
             "较早一点；{{ economic_projects_2017_base|period }}，另一时段"),
    )),
)  # fmt: skip


def add_sources(sheets: FormalSheets) -> None:
    """A table with a heading row for each source."""
    sheets.annex("3", "数据来源与口径", blank=False)
    head = [(name, "SmallHead") for name in ("数字", "依据片段", "口径")]
    rows = row_xml(head, _WIDTHS, header=True)
    seen: set[str] = set()
    for mark, first, lines in _GROUPS:
        rows += _source_row(mark, first, named=mark in seen)
        seen.add(mark)
        rows += "".join(row_xml(_cells(line), _WIDTHS) for line in lines)
    sheets.rows(_WIDTHS, rows, "数据来源与口径，按来源分组，每行一项")


def _source_row(mark: str, first: str, named: bool) -> str:
    """The source, named once; who said it; the date of what follows."""
    source = "" if named else f"{{{{ {first}|source }}}}　"
    speaker = (
        f"{{% if {first}.said_by %}}{{{{ {first}|said_by }}}}述{{% else %}}报道自述{{% endif %}}"
    )
    words = f"{mark}{source}{speaker}　{{{{ {first}|as_of }}}}"
    cell = cell_xml((paragraph_xml("SmallGroup", words),), sum(_WIDTHS), span=len(_WIDTHS))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"


def _cells(line: Line) -> list[tuple[str, str]]:
    figures = "，".join(f"{name}{_value(key)}" for name, key in line.figures)
    clauses = line.clauses or tuple(key for _, key in line.figures)
    evidence = "；".join(map(_clause, clauses))
    return [(figures, "SmallText"), (evidence, "SmallText"), (line.scope, "SmallText")]


def _clause(key: str) -> str:
    """The clause that carries a figure; a forecast whose year is over has none to show."""
    clause = f"{{% for row in ledger(['{key}']) %}}{{{{ row.evidence }}}}{{% endfor %}}"
    if key.endswith(".forecast"):
        return f"{{% if {key} is expired %}}预计数已过期{{% else %}}{clause}{{% endif %}}"
    return clause


def _value(key: str) -> str:
    if key.endswith(".forecast"):
        return f"{{% if {key} is expired %}}实际数待发布{{% else %}}{{{{ {key}|with_modality }}}}{{% endif %}}"
    return without_age(key) if key == "wankai_years" else whole(key)  # 3年多


def source_mark(key: str) -> str:
    """The mark of an event's source; a source that has none is cited."""
    first, *others = (
        f"{key}.source.id == '{id}' %}}{mark}" for mark, id in MARKS
    )  # fmt: skip
    tests = "".join(f"{{% elif {other}" for other in others)
    return f"{{% if {first}{tests}{{% else %}}{{{{ {key}|source }}}}{{% endif %}}"
