"""数字问答: ten questions that are asked about the figures; then the sources and their gaps."""

from __future__ import annotations

from templates.make.kit.phrases import each_row, first_rejected
from templates.make.kit.word.paragraphs import Piece, Run
from templates.make.kit.word.sheets import Sheets
from templates.make.kit.word.tables import Column
from templates.make.press.marks import REJECTED, Marks


def add_answers(sheets: Sheets) -> None:
    """Ten questions; every figure in an answer has its mark."""
    marks = Marks(
        "answers",
        ("grant_donations",),
        ("grant_donations.previous",),
        ("industrial_output",),
        ("industrial_firms", "above_scale_firms"),
        ("all_sector_firms",),
        ("paired_schools_zhejiang", "paired_schools_fuling", "secondments", "economic_projects"),
        ("free_visits", "state_document", "introduced_projects", "introduced_investment"),
        ("state_decision",),
        ("aid_started",),
        ("signed_projects", "signed_investment"),
        ("economic_projects_2017_base",),
    )
    questions = (
        _donations, _output, _firms, _schools, _visits, _secondments, _start, _signed, _base,
        _donors,
    )  # fmt: skip
    sheets.paragraph("Heading1", "数字问答：十个容易问错的数")
    sheets.caption("表", 6, "十问十答")
    sheets.table(
        (Column("问", 4.4, "TableName"), Column("答", 12.6)),
        [ask(marks) for ask in questions],
        "数字问答，每行一问",
    )


Answer = tuple[str, tuple[Piece, ...]]


def _donations(marks: Marks) -> Answer:
    return "无偿捐赠资金该用哪个数？", (
        "用{{ grant_donations|number }}元", marks("grant_donations"),
        "：由具名的负责人介绍，与前一时点的{{ grant_donations.previous|number }}元",
        marks("grant_donations.previous"),
        "都是{{ grant_donations|period }}累计。{% if grant_donations.rejected %}另有述评作“"
        + first_rejected("grant_donations")
        + "无偿援助资金”{% else %}没有并存的其他数{% endif %}",
        marks.words("other donations", REJECTED.format("grant_donations")),
        "{% if grant_donations.rejected %}，未说明“援助”与“捐赠”的差别，口径待核。两数不合并、不取中，"
        "也不能看作先后增长{% endif %}。",
    )  # fmt: skip


def _output(marks: Marks) -> Answer:
    return "全年产值达到预计数了吗？", (
        "没有公布。已有的实际数是{{ industrial_output|period }}的{{ industrial_output|number }}元",
        marks("industrial_output"),
        "；{% if industrial_output.forecast is expired %}预计期已过，全年实际数待发布"
        "{% else %}全年{{ industrial_output.forecast|number }}元是"
        "{{ industrial_output.forecast|said_by }}的预计{% endif %}",
        marks.words(
            "forecast",
            "{% if industrial_output.forecast is expired %}原预计数不再引用。{% else %}"
            "{{ [industrial_output.forecast]|cite }}；{{ industrial_output.forecast|as_of }}。{% endif %}",
        ),
        "。部分标题写作已经达到，本资料不采用，也不用已有月份推算全年。",
    )  # fmt: skip


def _firms(marks: Marks) -> Answer:
    return "浙江在涪企业到底有多少家？", (
        "有具名来源的是工业企业{{ industrial_firms|number }}家", marks("industrial_firms"),
        "，其中规上{{ above_scale_firms|number }}家", marks("above_scale_firms"),
        "。全部行业的企业数，报道有{{ all_sector_firms|number }}{{ all_sector_firms|unit }}",
        marks("all_sector_firms"),
        "{% if all_sector_firms.rejected %}，也有" + first_rejected("all_sector_firms") + "{% endif %}",
        marks.words("other firms", REJECTED.format("all_sector_firms")),
        "，口径未统一，不宜采用。",
    )  # fmt: skip


def _schools(marks: Marks) -> Answer:
    return "结对学校两地数目为何不同？", (
        "两个数都对：浙江{{ paired_schools_zhejiang|number }}所", marks("paired_schools_zhejiang"),
        "学校与涪陵{{ paired_schools_fuling|number }}所", marks("paired_schools_fuling"),
        "学校结对。它们不是一个区间，也不是一对一。",
    )  # fmt: skip


def _visits(marks: Marks) -> Answer:
    return "免票惠及的是人，还是人次？", (
        "是人次：{{ free_visits|number }}人次", marks("free_visits"),
        "。另有报道用同一个数而以“名”为单位",
        marks.words("other visits", REJECTED.format("free_visits")),
        "；景区通常按人次统计，同一人来两次算两人次，所以不能写作人数。",
    )  # fmt: skip


def _secondments(marks: Marks) -> Answer:
    return "挂职干部该按人，还是按人次？", (
        "按人：{{ secondments|period }}{{ secondments|number }}人", marks("secondments"),
        "。{% if secondments.rejected %}另有报道作" + first_rejected("secondments") + "{% else %}"
        "没有并存的其他数{% endif %}",
        marks.words("other secondments", REJECTED.format("secondments")),
        "{% if secondments.rejected %}；人次不能换算为人数，差别的原因未见说明，两数不放在一起比较{% endif %}。",
    )  # fmt: skip


def _start(marks: Marks) -> Answer:
    return "对口支援从哪一天算起？", (
        "没有哪一天。{{ state_document|period }}国务院办公厅发文", marks("state_document"),
        "，{{ state_decision|period }}中央决策", marks("state_decision"),
        "，浙江{{ aid_started|period }}启动", marks("aid_started"),
        "，启动的月日未见报道。到{{ edition.year }}年为{{ years|number }}年",
        marks.words("years", "{{ years|basis }}，版本年份减启动年份。"),
        "；发文日不是浙江的启动日。",
    )  # fmt: skip


def _signed(marks: Marks) -> Answer:
    return "签约金额是已经到位的投资吗？", (
        "不是。推介活动的{{ signed_projects|number }}个项目", marks("signed_projects"),
        "、{{ signed_investment|number }}元", marks("signed_investment"),
        "，以及新引进的{{ introduced_projects|number }}个项目", marks("introduced_projects"),
        "、{{ introduced_investment|number }}元", marks("introduced_investment"),
        "，都是协议数；两组是否重叠未见说明，不能相加，也不能与往年相比看增减。",
    )  # fmt: skip


def _base(marks: Marks) -> Answer:
    return "经济合作项目为何另有一个小得多的数？", (
        "{{ economic_projects|period }}累计{{ economic_projects|number }}个",
        marks("economic_projects"),
        "；另一处的{{ economic_projects_2017_base|number }}个", marks("economic_projects_2017_base"),
        "只从{{ economic_projects_2017_base|period }}计，是另一个口径，不能连成一条线。计数规则未见公布。",
    )  # fmt: skip


def _donors(_: Marks) -> Answer:
    return "能与其他省市的支援相比吗？", (
        "不能排名。各地报道的资金有的是财政援助，有的含各类资金，受援地有一处也有多处，起始年也不同。"
        "本资料不列其他省市的数。",
    )


def add_sources(sheets: Sheets) -> None:
    """One row for each source, with what it does not print of itself."""
    sheets.paragraph("Heading1", "来源与待补信息")
    columns = (
        Column("来源", 7.2, "TableName"),
        Column("日期", 3.2),
        Column("性质", 2.2),
        Column("待补刊载信息", 4.4, "TableQuiet"),
    )
    row = each_row("sources", "citation", "date", "kind", "missing")
    sheets.caption("表", 7, "来源篇目")
    sheets.table(columns, [row], "来源篇目，每行一篇")
    sheets.paragraph("SourceNote", "每个数字的原文依据片段见随附的证据附件。")
    sheets.paragraph(
        "Normal",
        Run("核对与更正　", "Strong"),
        "{% if contact is available %}{{ contact }}{% else %}联系人、电话：＿＿＿＿＿＿＿＿{% endif %}",
    )
