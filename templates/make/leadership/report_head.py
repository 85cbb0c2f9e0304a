"""The head of the report, which settings fill: plain, or red with mark and number; the opening."""

from __future__ import annotations

from templates.make.kit.word.formal import FormalSheets
from templates.make.kit.word.gongwen_styles import CHARACTER, RED
from templates.make.kit.word.paragraphs import Run

_RED_HEAD = "{% if red_mark is available %}"
# Space above the mark's line, so that its upper edge is 35 mm under the type area's (7.2.4).
_ABOVE_MARK = 1867
# The rule: 4 mm under the number, as wide as the type area (7.2.5, 7.2.7).
_RULE = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="5" w:color="{RED}"/></w:pBdr>'
_FRAME = (
    '<w:framePr w:w="4000" w:hRule="auto" w:hSpace="0" w:wrap="around" w:vAnchor="margin" '
    'w:hAnchor="margin" w:x="0" w:y="{top}"/>'
)


def add_head(sheets: FormalSheets) -> None:
    """Copy number, secrecy, urgency; mark and number with their rule; title and recipient."""
    sheets.text(_RED_HEAD)
    _corner(sheets)
    sheets.paragraph("RedMark", "{{ red_mark }}", more=f'<w:spacing w:before="{_ABOVE_MARK}"/>')
    for _ in range(2):
        sheets.paragraph("DocumentNumber")
    _number(sheets)
    for _ in range(2):
        sheets.paragraph("DocumentNumber")
    sheets.text("{% endif %}")
    sheets.paragraph("Title", "浙江对口支援涪陵工作情况报告")
    sheets.paragraph("Title", "（{{ aid_started|period }}至{{ edition.year }}年）")
    sheets.blank()
    sheets.text("{% if recipient is available %}")
    sheets.paragraph("Recipient", "{{ recipient }}：")
    sheets.text("{% endif %}")


def _corner(sheets: FormalSheets) -> None:
    """份号, 密级, 紧急程度 at the upper left (7.2.1 to 7.2.3); a blank one leaves nothing."""
    for place, name in enumerate(("copy_number", "secrecy", "urgency")):
        sheets.text(f"{{% if {name} is available %}}")
        frame = _FRAME.format(top=place * 579 or 1)
        sheets.paragraph("Corner", f"{{{{ {name} }}}}", more=frame)
        sheets.text("{% endif %}")


def _number(sheets: FormalSheets) -> None:
    """A document that goes up has its number left and its signer right, one character in (7.2.6)."""
    sides = f'<w:tabs><w:tab w:val="right" w:pos="{27 * CHARACTER}"/></w:tabs>'
    left = '<w:jc w:val="left"/>'
    sheets.text("{% if signer is available %}")
    sheets.paragraph(
        "DocumentNumber", "　{{ document_number }}", "\t签发人：", Run("{{ signer }}", "Signer"),
        more=_RULE + sides + left,
    )  # fmt: skip
    sheets.text("{% else %}")
    sheets.paragraph(
        "DocumentNumber",
        "{% if document_number is available %}{{ document_number }}{% endif %}",
        more=_RULE,
    )
    sheets.text("{% endif %}")


def add_opening(sheets: FormalSheets) -> None:
    """总述: the six figures, with their dates."""
    sheets.text(
        "{{ aid_started|period }}，浙江启动对口支援涪陵，至{{ edition.year }}年已{{ years }}。{{ years }}间，协作由援建扩展到产业和人才。"
        "{{ public_projects|as_of }}，公益事业建设项目累计{{ public_projects|number }}个，无偿捐赠资金累计{{ grant_donations|number }}元；"
        "经济合作项目{{ economic_projects|number }}个，累计投资{{ cumulative_investment|number }}元；浙江在涪工业企业{{ industrial_firms|number }}家；"
        "{{ secondments|period }}接收涪陵挂职干部{{ secondments|number }}人。"
        "本报告数字取自公开报道，来源和口径见附件3。现将有关情况报告如下。"
    )
