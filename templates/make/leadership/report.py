"""L1: the report to the district's leaders, by GB/T 9704-2012; five pages and four annexes."""

from __future__ import annotations

from pathlib import Path

from templates.make.kit.package import app_xml, set_core, write_package
from templates.make.kit.word.formal import FormalSheets
from templates.make.kit.word.gongwen import new_gongwen
from templates.make.leadership.report_annexes import add_donors, add_events, add_figures
from templates.make.leadership.report_close import add_box, add_close, add_next_steps
from templates.make.leadership.report_head import add_head, add_opening
from templates.make.leadership.report_industry import add_industry, add_overall
from templates.make.leadership.report_ledger import add_sources
from templates.make.leadership.report_people import add_exchange, add_services, add_talent


def make_report(path: Path) -> None:
    """Write the report's template to `path`."""
    sheets = FormalSheets(new_gongwen())
    for section in (
        add_head, add_opening, add_overall, add_industry, add_services, add_talent, add_exchange,
        add_next_steps, add_box, add_close, add_figures, add_donors, add_sources, add_events,
    ):  # fmt: skip
        section(sheets)
    set_core(
        sheets.paper.core_properties,
        title="浙江对口支援涪陵工作情况报告",
        subject="{{ audience.name }}，数据截至{{ public_projects|as_of_date }}",
        keywords="浙江；涪陵；对口支援；口径",
        category="工作报告",
    )
    write_package(sheets.paper, path, {"docProps/app.xml": app_xml("Microsoft Office Word")})
