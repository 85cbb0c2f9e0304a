"""附件1 charts, 附件2 the other donors with every footnote, 附件4 the events."""

from __future__ import annotations

from generator.documents.charts.chart import ChartParts
from templates.make.kit.samples import sample_forecast, sample_pair, sample_threshold
from templates.make.kit.word.formal import Column, FormalSheets, cell_xml
from templates.make.kit.word.paragraphs import paragraph_xml
from templates.make.leadership.report_ledger import source_mark

_SIZE = (7.5, 5.3)  # cm, a chart in its quarter of the page
_AREA = 78.0  # mm


def add_figures(sheets: FormalSheets) -> None:
    """附件1: two pairs, output with its forecast, the district's GDP of the same years."""
    sheets.annex("1", "主要数字图", blank=False)
    left = (
        _chart(sheets, 1, "project_pair", sample_pair(_SIZE, "word"), "公益事业建设项目（个）",
               "增加{{ public_projects_added|number }}个，{{ public_projects_added|basis }}。"),
        _chart(sheets, 3, "output_forecast", sample_forecast(_SIZE, "word"), "浙江在涪规上工业产值（亿元）",
               "实心为已实现数，斜纹为预计数；时段不同，不相减、不求比。"),
    )  # fmt: skip
    right = (
        _chart(sheets, 2, "donation_pair", sample_pair(_SIZE, "word"), "无偿捐赠资金（亿元）",
               "增加{{ grant_donations_added|number }}元，{{ grant_donations_added|basis }}。"),
        _chart(sheets, 4, "gdp_columns", sample_threshold(_SIZE, "word"), "同期的涪陵地区生产总值（亿元）",
               "增加{{ gdp_increase|number }}元，增长{{ gdp_growth|number }}{{ gdp_growth|unit }}，{{ gdp_growth|basis }}，未剔除价格因素。"),
    )  # fmt: skip
    for a, b in zip(left, right, strict=True):
        cells = cell_xml(a, _AREA) + cell_xml(b, _AREA)
        row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
        sheets.rows([_AREA, _AREA], row, "主要数字图，两幅并列", borders=False)
        sheets.paragraph("Gap")
    sheets.paragraph(
        "Note",
        "图1、图2均为{{ public_projects|period }}累计。图3由{{ industrial_output|said_by }}讲述。图4为全区数，只说明同期情况；"
        "横线为{{ gdp_threshold|period }}所过关口，当年数值未见报道；{{ gdp|as_of }}。资料来源："
        "{{ [public_projects, public_projects.previous, gdp, gdp_threshold]|source }}。",
    )


def _chart(
    sheets: FormalSheets, number: int, id: str, files: ChartParts, words: str, note: str
) -> tuple[str, ...]:
    return (
        sheets.chart_xml(id, files, *_SIZE),
        sheets.caption_xml("图", number, words),
        paragraph_xml("FigureNote", note),
    )


def add_donors(sheets: FormalSheets) -> None:
    """附件2: what each donor told the meeting of 2023, in the order of the report, without ranks."""
    sheets.annex("2", "三峡库区各方支援情况")
    columns = (
        Column("支援方→受援地", 40, "SmallText"), Column("援助资金", 25, "SmallCentre"),
        Column("项目", 29, "SmallCentre"), Column("培训", 25, "SmallCentre"),
        Column("其他", 37, "SmallText"),
    )  # fmt: skip
    rows = (
        ("北京→巴东", "{{ aid_beijing }}", "{{ projects_beijing }}", "—",
         "{{ departments_beijing }}部门、{{ districts_beijing }}区县、{{ firms_beijing }}企业参与"),
        ("吉林→巫溪①", "—", "—", "—", "马铃薯种植户{{ potato_households_jilin }}脱贫"),
        ("上海→万州、夷陵②", "{{ aid_shanghai }}", "{{ projects_shanghai }}", "—", "惠及移民{{ beneficiaries_shanghai }}"),
        ("江苏→万州、云阳、秭归③", "{{ aid_jiangsu }}", "{{ projects_jiangsu }}", "{{ training_jiangsu }}", "助销农特产品{{ sales_jiangsu }}"),
        ("广东→巫山④", "{{ aid_guangdong }}", "{{ projects_guangdong }}", "—", "安置移民{{ resettled_guangdong|number }}人"),
        ("大连→兴山⑤", "{{ aid_dalian }}", "{{ projects_dalian }}", "{{ training_dalian }}", "培训班{{ training_classes_dalian }}"),
        ("宁波→万州⑥", "{{ aid_ningbo }}", "{{ projects_ningbo }}", "—", "—"),
        ("浙江→涪陵⑦", "{{ aid_zhejiang }}", "公益{{ public_projects.previous|number }}个，经济{{ economic_projects.previous|number }}个",
         "{{ training|number }}人次", "外迁安置{{ relocated_people|number }}人"),
    )  # fmt: skip
    sheets.paragraph(
        "Note",
        "按{{ reservoir_meeting|period }}座谈会上各方所述（{{ aid_beijing|source }}），依报道先后排列，不排名；“—”为报道未述。",
    )
    sheets.table(columns, rows, "各方支援情况，每行一方", head="SmallHead", height=480, exact=False)
    for note in _NOTES:
        sheets.paragraph("Note", note)


_NOTES = (
    "①未述援助资金总额；“贫困户”原文兼用“名”，按户还是按人不明。",
    "②为财政援助资金；受援地两处；起始年未印。",
    "③受援地三处；培训只计干部人才，与其他方不可比。",
    "④起始年未印；安置人数{{ resettled_guangdong|as_of }}。",
    "⑤为无偿援助资金，{{ aid_dalian|period }}；培训只计干部人才。",
    "⑥为到位各类资金，不限于援助；起始年未印；宁波不在支援涪陵的浙江各市之内。",
    "⑦为到位无偿捐赠资金，由受援的涪陵讲述；采用同一时点的数，不用{{ grant_donations|as_of_date }}的数；项目分公益、经济两类，培训对象较宽。",
    "各方用语不一（援助、财政援助、无偿援助、各类资金、无偿捐赠），起始年、受援地数目也不同，只能并列，不能比较大小、相加或排名。"
    "培训和外迁两项{{ training|as_of }}。",
)


def add_events(sheets: FormalSheets) -> None:
    """附件4: the events, each with its source."""
    sheets.annex("4", "大事记")
    columns = (
        Column("时间", 42, "SmallCentre"), Column("事项", 96, "SmallText"),
        Column("来源", 18, "SmallCentre"),
    )  # fmt: skip
    rows = [
        (f"{{{{ {key}|period }}}}{after}", words, source_mark(key)) for key, after, words in _EVENTS
    ]
    sheets.table(columns, rows, "大事记，每行一事", head="SmallHead", height=480, exact=False)
    sheets.paragraph("Note", "来源序号同附件3。")


_EVENTS = (
    ("state_decision", "", "党中央、国务院部署全国对口支援三峡库区"),
    ("state_document", "", "国务院办公厅就三峡库区移民工作发文"),
    ("aid_started", "", "浙江启动对口支援涪陵"),
    ("provincial_opinion", "", "《浙江省对口支援三峡库区移民工作意见》出台"),
    ("leader_visit", "", "时任浙江省委书记的习近平同志率浙江省党政代表团到涪陵"),
    ("school_groundbreaking", "", "浙涪友谊学校（原涪陵城区第四小学）新校奠基"),
    ("reply_letter", "", "习近平同志给浙涪友谊学校师生回信"),
    ("huafon_arrival", "", "华峰集团落户涪陵"),
    ("community_renewal", "起", "双溪社区移民小区改造"),
    ("gdp_milestone", "", "涪陵地区生产总值过千亿元（同期，全区数）"),
    ("expert_visit", "", "浙江榨菜机械专家到涪陵"),
    ("chamber_founded", "", "涪陵浙江商会成立"),
    ("wankai_groundbreaking", "", "万凯新材料新项目开工（年份为推定）"),
    ("xinling_founded", "", "新陵微电子成立"),
    ("reservoir_meeting", "", "全国对口支援三峡库区座谈会"),
    ("ticket_policy", "起", "核心景区对浙江籍游客免票"),
    ("new_secondees", "", "新一批挂职干部{{ new_secondees|number }}名赴浙江"),
    ("promotion_event", "", "杭州推介活动，签约{{ signed_projects|number }}个，协议引资{{ signed_investment|number }}元"),
)  # fmt: skip
