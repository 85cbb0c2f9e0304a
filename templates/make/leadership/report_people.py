"""三、民生改善, 四、人才交流 and 五、双向往来. The prose is the pack's own."""

from __future__ import annotations

from templates.make.kit.phrases import when, whole
from templates.make.kit.word.fields import See
from templates.make.kit.word.formal import Column, FormalSheets


def add_services(sheets: FormalSheets) -> None:
    """Projects and money since 1992, what was built, those who moved."""
    sheets.paragraph("Heading1", "三、民生改善")
    sheets.under(
        "（一）项目和资金。",
        "{{ public_projects|as_of }}，公益事业建设项目{{ public_projects|number }}个，无偿捐赠资金{{ grant_donations|number }}元。"
        "{{ public_projects.previous|as_of_date }}分别为{{ public_projects.previous|number }}个、{{ grant_donations.previous|number }}元，按两个累计数计算，"
        "增加{{ public_projects_added|number }}个、{{ grant_donations_added }}。两项均为{{ public_projects|period }}累计；资金与项目是否对应，报道没有说明。",
    )
    sheets.under(
        "（二）设施。",
        "援建和复建的设施见",
        See("表", 2),
        "。医疗卫生机构比{{ health_facilities.previous|as_of_date }}的{{ health_facilities.previous|number }}个多{{ health_facilities_added|number }}个（计算数）；道路和码头为复建。",
    )
    _works(sheets)
    sheets.under(
        "（三）移民安置和社区。",
        "累计安置企业职工和移民{{ settled_workers|number }}人次，移民劳务输出{{ labour_placements|number }}人次，两项各计各的；外迁安置"
        "{{ relocated_households|number }}户、{{ relocated_people|number }}人。以上{{ settled_workers|as_of }}。{{ community_renewal|period }}起，双溪社区移民小区改造"
        "获援建资金{{ community_funds|number }}元；学堂村建防护林{{ shelter_forest|number }}亩。浙涪友谊学校占地最初{{ first_campus_area|number }}亩，如今"
        "{{ campus_area|number }}亩。",
    )


def _works(sheets: FormalSheets) -> None:
    def cells(name: str, key: str) -> tuple[str, str]:
        return name, whole(key)

    pairs = (
        (cells("公益事业建设项目", "public_projects"), cells("党群服务中心", "service_centres")),
        (cells("无偿捐赠资金", "grant_donations"), cells("复建移民道路", "rebuilt_roads")),
        (cells("医疗卫生机构", "health_facilities"), cells("复建码头", "rebuilt_wharves")),
        (cells("敬老院", "elderly_homes"), cells("“两项工程”", "two_projects")),
    )
    columns = (
        Column("项目", 46, "TableLeft"), Column("数量", 32), Column("项目", 46, "TableLeft"),
        Column("数量", 32),
    )  # fmt: skip
    sheets.caption("表", 2, "援建和复建情况（{{ health_facilities|as_of }}）")
    sheets.table(columns, [(*left, *right) for left, right in pairs], "援建和复建情况，每行两项")


def add_talent(sheets: FormalSheets) -> None:
    """Secondments, visits, paired schools; an old figure on training."""
    sheets.paragraph("Heading1", "四、人才交流")
    sheets.text(
        "挂职、结对、培训并行，各项数字见",
        See("表", 3),
        "。挂职按人计，互访按次计，学校按所计，两地学校数目不等，不是逐一结对。培训{{ training|number }}人次，{{ training|as_of }}，引用时须带日期。",
    )
    rows = (
        ("浙江接收涪陵挂职干部", "secondments", "{{ secondments|period }}"),
        ("单位之间交流互访", "exchange_visits", "{{ exchange_visits|period }}"),
        (
            "新一批挂职干部（{{ secondment_cities|number }}个地市）",
            "new_secondees",
            when("new_secondees"),
        ),
        ("结对学校，浙江方", "paired_schools_zhejiang", "{{ paired_schools_zhejiang|as_of }}"),
        ("结对学校，涪陵方", "paired_schools_fuling", "{{ paired_schools_fuling|as_of }}"),
    )
    columns = (Column("项目", 74, "TableLeft"), Column("数量", 32), Column("时段或时点", 50))
    sheets.caption("表", 3, "人才往来情况")
    sheets.table(
        columns,
        [(name, whole(key), time) for name, key, time in rows],
        "人才往来情况，每行一项",
        exact=False,
    )


def add_exchange(sheets: FormalSheets) -> None:
    """What Fuling gives back: services, help with funds, free admission."""
    sheets.paragraph("Heading1", "五、双向往来")
    sheets.text(
        "涪陵以企业服务、资金申报指导和景区免票作回应。浙企有服务专员对接，一企一策，水、电、气需求优先保障。{{ support_funds|period }}，浙江在涪工业企业获各级扶持资金{{ support_funds|number }}元，"
        "资金来自各级政府，不来自浙江。{{ chamber_founded|period }}，涪陵浙江商会成立；据商会会长邹旭波介绍，在涪发展创业的浙江人有"
        "{{ zhejiang_residents|number }}人，系概数。{{ ticket_policy|period }}起，核心景区对浙江籍游客免门票{{ ticket_policy_years|number }}年，"
        "{{ free_visits|as_of }}已惠及{{ free_visits|number }}人次。"
    )
