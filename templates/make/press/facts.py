"""P1: the fact sheet, six pages."""

from __future__ import annotations

from pathlib import Path

from templates.make.kit.package import app_xml, set_core, write_package
from templates.make.kit.word.base import new_paper
from templates.make.kit.word.contents import insert_contents
from templates.make.kit.word.paragraphs import Run
from templates.make.kit.word.sheets import Sheets
from templates.make.press.answers import add_answers, add_sources
from templates.make.press.chronicle import add_chronicle
from templates.make.press.industry import add_industry
from templates.make.press.opening import add_opening
from templates.make.press.people import add_people
from templates.make.press.welfare import add_welfare

FOOTER = "浙江对口支援涪陵{{ years }}　媒体资料　编制日期 {{ edition.as_of }}"


def make_facts(path: Path) -> None:
    """Write the fact sheet's template to `path`."""
    sheets = Sheets(new_paper(FOOTER))
    sheets.paragraph("Eyebrow", Run("■", "Seal"), " 媒体资料　供记者和核查人员使用")
    sheets.paragraph("Title", "浙江对口支援涪陵{{ years }}：数字与出处")
    sheets.paragraph("Subtitle", "这个数谁说的，截至何时，为何与别处不同")
    first = add_opening(sheets)
    for section in (add_industry, add_welfare, add_people, add_chronicle, add_answers, add_sources):
        section(sheets)
    insert_contents(sheets, first)
    set_core(
        sheets.paper.core_properties,
        title="浙江对口支援涪陵{{ years }}：数字与出处",
        subject="{{ audience.name }}资料，编制日期{{ edition.as_of }}",
        keywords="浙江；涪陵；对口支援；三峡库区；事实核查",
        category="媒体资料",
    )
    write_package(sheets.paper, path, {"docProps/app.xml": app_xml("Microsoft Office Word")})
