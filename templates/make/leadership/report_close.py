"""六、下一步, the box 口径说明, the list of annexes, organ and date."""

from __future__ import annotations

from templates.make.kit.phrases import first_rejected
from templates.make.kit.word.formal import FormalSheets, cell_xml
from templates.make.kit.word.paragraphs import Run, paragraph_xml

ANNEXES = ("主要数字图", "三峡库区各方支援情况", "数据来源与口径", "大事记")


def add_next_steps(sheets: FormalSheets) -> None:
    """Four figures to verify first; three mechanisms, which are a paper's proposal."""
    sheets.paragraph("Heading1", "六、下一步")
    sheets.under("（一）先核定四个数。", "核定前，对外只讲本报告采用的数。")
    sheets.text(
        "1.全年产值：{% if industrial_output.forecast is expired %}实际数待发布，以发布数为准。"
        "{% else %}{{ industrial_output.forecast|with_modality }}，待年度数公布后核定。{% endif %}"
    )
    sheets.text("2.捐赠资金：由区水利局核清{{ grant_donations|number }}元与另一说的口径。")
    sheets.text("3.全行业浙企数：两篇报道不一，先讲工业企业数。")
    sheets.text(
        f"4.挂职干部：{{{{ secondments|number }}}}人与{first_rejected('secondments')}的差别待查。"
    )
    sheets.under(
        "（二）研究三项机制。",
        "有媒体建议探索产业创新联盟、人才共育基地、常态化文旅互推（{{ mechanisms_proposed|source }}）。"
        "这是报道的建议，不是决定，只供研究。",
    )


def add_box(sheets: FormalSheets) -> None:
    """口径说明: which figure was chosen of those that were printed, and why."""
    old = "；".join((
        "{{ economic_projects_2017_base|period }}另有{{ economic_projects_2017_base|number }}个之说（{{ economic_projects_2017_base|as_of }}），时段不同，不并列",
        "计数规则未见公布，不画趋势，不算年均",
    ))  # fmt: skip
    items = (
        (
            "捐赠资金和公益项目",
            f"{{{{ grant_donations.ruling_note }}}}未采用：{first_rejected('grant_donations')}。",
        ),
        (
            "经济合作项目",
            f"{{{{ economic_projects|number }}}}个，{{{{ economic_projects.previous|as_of_date }}}}为{{{{ economic_projects.previous|number }}}}个；{old}。",
        ),
        (
            "浙企数",
            f"{{{{ all_sector_firms.ruling_note }}}}未采用：{{{{ all_sector_firms }}}}、{first_rejected('all_sector_firms')}。",
        ),
        (
            "挂职干部",
            f"{{{{ secondments.ruling_note }}}}未采用：{first_rejected('secondments')}。",
        ),
        (
            "规上工业产值",
            "{{ industrial_output|period }}为实际数，全年为预计数；有报道标题把预计写成已完成，不采用；不以全年预计数减已实现数，也不计算占比。",
        ),
        ("免票", f"{{{{ free_visits.ruling_note }}}}未采用：{first_rejected('free_visits')}。"),
    )
    paragraphs = [paragraph_xml("BoxHead", "口径说明")]
    paragraphs += [
        paragraph_xml("BoxText", Run(f"{name}。", "Hei"), words) for name, words in items
    ]
    row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell_xml(paragraphs, 156)}</w:tr>"
    sheets.rows([156], row, "口径说明")


def add_close(sheets: FormalSheets) -> None:
    """附件说明 (7.3.4), 署名 and 成文日期 (7.3.5); a blank organ is not printed."""
    sheets.blank()
    for number, name in enumerate(ANNEXES, 1):
        if number == 1:
            sheets.paragraph("AnnexList", f"附件：1.{name}")
        else:
            sheets.paragraph("AnnexListMore", f"{number}.{name}")
    sheets.blank()
    sheets.text("{% if issuing_organ is available %}")
    sheets.paragraph("Signature", "\t{{ issuing_organ }}")
    sheets.text("{% endif %}")
    sheets.paragraph("Date", "{{ edition.as_of }}")
