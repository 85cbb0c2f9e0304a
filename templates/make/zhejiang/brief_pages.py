"""The brief's three sections and its list of figures. The prose is the pack's own."""

from __future__ import annotations

from templates.make.kit.phrases import each_row, figure, when
from templates.make.kit.samples import NAMES, sample_columns
from templates.make.kit.word.paragraphs import Run, paragraph_xml
from templates.make.kit.word.sheets import Sheets
from templates.make.kit.word.tables import Column

_CHART_SIZE = (17.0, 4.7)


def add_support(sheets: Sheets) -> None:
    """Thanks: how the support began, who gave it, what it built."""
    sheets.paragraph("Heading1", "感谢浙江{{ years }}的支援")
    sheets.paragraph(
        "Normal",
        "{{ state_decision|period }}，党中央、国务院决策部署对口支援三峡库区，浙江同年启动对口支援涪陵。"
        "{{ provincial_opinion|period }}，《浙江省对口支援三峡库区移民工作意见》出台，支援工作有了省级安排。",
    )
    sheets.paragraph(
        "Normal",
        "{{ leader_visit|period }}，时任浙江省委书记的习近平同志率浙江省党政代表团来涪陵指导对口支援工作，"
        "为浙涪友谊学校奠基。{{ reply_letter|period }}，习近平同志给学校师生回信。这份关怀，涪陵人一直记在心里。",
    )
    sheets.paragraph(
        "Normal",
        "杭州、温州、绍兴、嘉兴、台州、金华、湖州{{ supporting_cities|number }}个市和下辖{{ supporting_counties|number }}个区市县"
        "参与支援。{{ provincial_leaders|period }}，浙江{{ provincial_leaders|number }}位省级领导、"
        "{{ department_leaders|number }}位部门领导先后来涪陵。",
    )
    sheets.paragraph(
        "Normal",
        "{{ public_projects|as_of }}，浙江累计援建公益事业建设项目{{ public_projects|number }}个，"
        "无偿捐赠资金{{ grant_donations|number }}元。看病、养老、出行这些身边事，处处有浙江的心意。",
    )
    _works_table(sheets)


def _works_table(sheets: Sheets) -> None:
    rows = (
        ("public_projects", "公益事业建设项目", "{{ public_projects|period }}累计"),
        ("grant_donations", "无偿捐赠资金", "{{ grant_donations|period }}累计"),
        ("health_facilities", "医疗卫生机构", "累计援建"),
        ("elderly_homes", "敬老院", "累计援建"),
        ("service_centres", "党群服务中心", "累计援建"),
        ("rebuilt_roads", "移民道路", "复建"),
        ("rebuilt_wharves", "码头", "复建"),
        ("two_projects", "移民小区综合帮扶“两项工程”", "累计实施"),
    )
    columns = (
        Column("项目", 6.6),
        Column("数", 2.6, "TableFigure"),
        Column("单位", 2.2),
        Column("口径", 5.6, "TableQuiet"),
    )
    sheets.caption("表", 1, "援建清单")
    cells = [(name, *figure(key), note) for key, name, note in rows]
    sheets.table(columns, cells, "援建清单，每行一项")
    sheets.source(
        "{{ [public_projects, health_facilities]|cite }}。{{ public_projects|as_of }}；各项单位不同，不相加。",
    )


def add_common(sheets: Sheets) -> None:
    """What the support has become: firms, a school, people who know one another."""
    sheets.page_break_before("Heading1", "支援已长成共同的事业")
    sheets.paragraph(
        "Normal",
        "{{ economic_projects|as_of }}，浙江在涪陵的经济合作项目有{{ economic_projects|number }}个，累计投资{{ cumulative_investment|number }}元。"
        "工业企业{{ industrial_firms|number }}家，其中规上{{ above_scale_firms|number }}家、百亿级{{ ten_billion_firms|number }}家。",
    )
    sheets.paragraph("UnitLine", "浙江在涪企业，按类别（{{ industrial_firms|unit }}）")
    sheets.chart("firm_structure", sample_columns(NAMES, _CHART_SIZE, "word"), *_CHART_SIZE)
    sheets.caption("图", 1, "浙企在涪陵扎下根：各类企业数")
    sheets.source(
        "{{ [industrial_firms, ten_billion_firms]|cite }}。{{ industrial_firms|as_of }}；各类有重叠，不相加。",
    )
    sheets.paragraph("Heading2", "由一家企业到一个集群")
    sheets.paragraph(
        "Normal",
        "{{ huafon_arrival|period }}，华峰集团落户涪陵，带来上下游关联企业{{ huafon_partners|number }}家，"
        "所在产业集群的产值{{ huafon_cluster_output|number }}元。浙江正凯集团投资建设的万凯新材料，"
        "用{{ wankai_years|whole }}时间做到产值{{ wankai_output|number }}元。集群产值是整个集群的产值，两家企业的数字不相加。",
    )
    sheets.paragraph("Heading2", "一所学校的变化")
    sheets.paragraph(
        "Normal",
        "{{ school_groundbreaking|period }}，由浙江援建的新校奠基，定名浙涪友谊学校。校园最初{{ first_campus_area|number }}亩，"
        "如今{{ campus_area|number }}亩；在校学生{{ pupils|number }}人，先后获得荣誉称号{{ school_honours|number }}项。",
    )
    _people(sheets)


def _people(sheets: Sheets) -> None:
    sheets.paragraph("Heading2", "干部往来，学校结对")
    sheets.paragraph(
        "Normal",
        "涪陵的年轻干部到浙江挂职，两地单位随之常来常往；两地学校结成对子，管理上帮、名师来带、项目支持，帮扶已成常态。",
    )
    rows = (
        ("secondments", "period", "浙江接收的涪陵挂职干部", "优秀年轻干部"),
        ("exchange_visits", "period", "交流互访", "挂职单位与挂职地区相关单位之间"),
        ("new_secondees", "period", "新一批挂职干部", "赴浙江{{ secondment_cities|number }}个地市"),
        ("paired_schools_zhejiang", "as_of_date", "结对学校，浙江方", "以管理、名师和项目帮扶"),
        (
            "paired_schools_fuling",
            "as_of_date",
            "结对学校，涪陵方",
            "职业教育、普通中学、小学、幼儿园",
        ),
    )
    columns = (
        Column("往来", 4.6),
        Column("数", 1.9, "TableFigure"),
        Column("单位", 1.5),
        Column("时段或截至", 3.2, "TableQuiet"),
        Column("说明", 5.8, "TableQuiet"),
    )
    sheets.caption("表", 2, "人才往来")
    sheets.table(
        columns,
        [(name, *figure(key), f"{{{{ {key}|{part} }}}}", note) for key, part, name, note in rows],
        "人才往来各项数字，每行一项",
    )
    sheets.source(
        "华峰、万凯见{{ [huafon_partners, huafon_cluster_output, wankai_output]|source }}；"
        "学校和人才见{{ [campus_area, secondments, new_secondees]|source }}。{{ secondments|as_of }}"
        "{% if new_secondees is expired %}；新一批挂职{{ new_secondees|as_of }}{% endif %}。",
    )


def add_answer(sheets: Sheets) -> None:
    """What Fuling gives back, what is signed, what may be talked over."""
    sheets.page_break_before("Heading1", "涪陵怎样回应，下一步谈什么")
    sheets.paragraph("Heading2", "涪陵的心意")
    sheets.paragraph(
        "Normal",
        Run("请浙江朋友来作客。", "Strong"),
        "{{ ticket_policy|period }}起，涪陵对浙江籍游客实行核心景区门票免票，为期{{ ticket_policy_years|number }}年；"
        "{{ free_visits|as_of }}，已惠及{{ free_visits|number }}人次。",
    )
    sheets.paragraph(
        "Normal",
        Run("替浙企把政策办到位。", "Strong"),
        "涪陵指导浙江在涪工业企业申报政策，{{ support_funds|period }}获得各级扶持资金{{ support_funds|number }}元。"
        "规上工业企业有服务专员，服务“一企一策”，水、电、气需求优先保障。",
    )
    sheets.paragraph(
        "Normal",
        Run("把浙商当自家人。", "Strong"),
        "{{ chamber_founded|period }}，涪陵浙江商会成立。据{{ zhejiang_residents|said_by }}介绍，"
        "在涪陵发展创业的浙江人有{{ zhejiang_residents|number }}人。",
    )
    _signed(sheets)
    _topics(sheets)
    sheets.paragraph(
        "Normal",
        "再次感谢浙江的同志们。以上数字如与贵方掌握的不同，请随时告诉我们，一起核对清楚。",
    )


def _signed(sheets: Sheets) -> None:
    sheets.paragraph("Heading2", "已经签下的合作")
    columns = (
        Column("合作", 6.4),
        Column("时间", 3.8, "TableQuiet"),
        Column("项目", 2.4, "TableFigure"),
        Column("协议金额", 4.4, "TableFigure"),
    )
    rows = (
        (
            "推介活动集中签约（杭州）",
            "{{ promotion_event|period }}",
            "{{ signed_projects|number }}个",
            "{{ signed_investment|number }}元",
        ),
        (
            "新引进浙商投资项目",
            when("introduced_projects"),
            "{{ introduced_projects|number }}个",
            "{{ introduced_investment|number }}元",
        ),
    )
    sheets.caption("表", 3, "新签约和新引进项目")
    sheets.table(columns, rows, "新签约和新引进项目，每行一组")
    sheets.source(
        "{{ [signed_projects, introduced_projects]|source }}。金额均为协议数；两组各计各的，不相加。",
    )


def _topics(sheets: Sheets) -> None:
    sheets.paragraph("Heading2", "供探讨的三个话题")
    sheets.callout("话题的由来", (
        paragraph_xml("CalloutHead", "有媒体建议，供双方探讨"),
        paragraph_xml(
            "CalloutText",
            "下列话题由{{ state_decision|source }}提出，不是两地决定；“可先谈”为本材料所列。",
        ),
    ))  # fmt: skip
    columns = (
        Column("话题", 2.7, "TableName"),
        Column("建议内容", 5.3),
        Column("已有基础", 4.6),
        Column("可先谈", 4.4, "TableQuiet"),
    )
    rows = (
        (
            "产业创新联盟",
            "两地龙头企业与高校院所组队，攻关新材料、新能源的共性技术",
            "经济合作项目{{ economic_projects|number }}个",
            "牵头单位、首批课题、经费",
        ),
        (
            "人才共育基地",
            "在涪陵等地设工匠培训、浙商创业实训平台，让培养跟着产业走",
            "{{ secondments|period }}挂职{{ secondments|number }}人，互访{{ exchange_visits|number }}次",
            "选址、年度名额、结业认定",
        ),
        (
            "常态化文旅互推",
            "把景区优惠做成长期安排，共同设计跨区域的旅游线路",
            "免票惠及{{ free_visits|number }}人次",
            "期满后的衔接、统计口径",
        ),
    )
    sheets.caption("表", 4, "三个话题")
    sheets.table(columns, rows, "供探讨的三个话题，每行一个")
    sheets.source(
        "已有基础见{{ [economic_projects, secondments, free_visits]|source }}。{{ economic_projects|as_of }}。",
    )


def add_sources(sheets: Sheets) -> None:
    """附：数据来源, one row a figure, then one row a source."""
    sheets.page_break_before("Heading1", "附：数据来源")
    sheets.paragraph("Normal", "下表列出会谈材料的数字；口径和原文依据片段见随附的证据附件。")
    figures = (
        Column("序号", 0.9, "TableQuiet"),
        Column("数字", 3.2, "TableName"),
        Column("指标", 4.0),
        Column("数据截至", 2.8),
        Column("来源", 6.1, "TableQuiet"),
    )
    row = each_row("ledger", "no", "value", "name", "as_of", "source")
    sheets.caption("表", 5, "会谈材料所用数字")
    sheets.table(figures, [row], "会谈材料所用数字，每行一个")
    sheets.paragraph("SourceNote", "截至日期空白的，是按年份计算的数。")
    sources = (
        Column("来源", 7.6, "TableName"),
        Column("日期", 3.2),
        Column("待补刊载信息", 6.2, "TableQuiet"),
    )
    source = each_row("sources", "citation", "date", "missing")
    sheets.caption("表", 6, "来源篇目")
    sheets.table(sources, [source], "来源篇目，每行一篇")
