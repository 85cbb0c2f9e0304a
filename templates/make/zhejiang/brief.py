"""Z1: the brief for the talks, three pages and the list of figures."""

from __future__ import annotations

from pathlib import Path

from templates.make.kit.package import app_xml, set_core, write_package
from templates.make.kit.word.base import new_paper
from templates.make.kit.word.paragraphs import Run, number_cell
from templates.make.kit.word.sheets import Sheets
from templates.make.zhejiang.brief_pages import add_answer, add_common, add_sources, add_support

FOOTER = "浙江对口支援涪陵{{ years }}　会谈要点　数据{{ public_projects|as_of }}"


def make_brief(path: Path) -> None:
    """Write the brief's template to `path`."""
    sheets = Sheets(new_paper(FOOTER))
    _head(sheets)
    for section in (add_support, add_common, add_answer, add_sources):
        section(sheets)
    set_core(
        sheets.paper.core_properties,
        title="浙江对口支援涪陵{{ years }}：会谈要点",
        subject="{{ audience.name }}，数据截至{{ public_projects|as_of_date }}",
        keywords="浙江；涪陵；对口支援；三峡库区",
    )
    write_package(sheets.paper, path, {"docProps/app.xml": app_xml("Microsoft Office Word")})


def _head(sheets: Sheets) -> None:
    sheets.paragraph(
        "Eyebrow", Run("■", "Seal"), " 会谈要点　供浙江代表团参阅　{{ edition.as_of }}"
    )
    sheets.paragraph("Title", "浙江对口支援涪陵{{ years }}")
    sheets.paragraph("Subtitle", "支援变成了什么，接下来一起做什么")
    sheets.strip(
        (
            number_cell("public_projects", "公益事业建设项目", "{{ public_projects|period }}累计"),
            number_cell("grant_donations", "无偿捐赠资金", "{{ grant_donations|period }}累计"),
            number_cell(
                "industrial_firms", "浙江在涪工业企业", "其中规上{{ above_scale_firms|number }}家"
            ),
            number_cell("secondments", "赴浙江挂职干部", "{{ secondments|period }}累计"),
        ),
        "四个主要数字",
    )
