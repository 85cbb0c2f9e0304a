"""E1: the English brief, three pages with a footnote for every block of figures."""

from __future__ import annotations

from pathlib import Path

from templates.make.international.brief_pages import (
    add_limits,
    add_people,
    add_programme,
    add_works,
)
from templates.make.international.words import SHORT_TITLE
from templates.make.kit.package import app_xml, set_core, write_package
from templates.make.kit.tongue import EN
from templates.make.kit.word.base import new_paper
from templates.make.kit.word.paragraphs import Run, paragraph_xml
from templates.make.kit.word.sheets import Sheets

_FOOTER = f"{SHORT_TITLE}\u2003data {{{{ public_projects|as_of }}}}"


def make_english_brief(path: Path) -> None:
    """Write the brief's template to `path`."""
    sheets = Sheets(new_paper(_FOOTER, EN), EN)
    _head(sheets)
    for section in (add_programme, add_works, add_people, add_limits):
        section(sheets)
    set_core(
        sheets.paper.core_properties,
        title="{{ years }} of paired assistance: brief",
        subject="{{ audience.name }}, data {{ public_projects|as_of }}",
        keywords="Zhejiang; Fuling; paired assistance; Three Gorges Reservoir Area",
        category="Briefing",
        tongue=EN,
    )
    write_package(sheets.paper, path, {"docProps/app.xml": app_xml("Microsoft Office Word")})


def _head(sheets: Sheets) -> None:
    kicker = " Brief for consulates, firms and development bodies\u2003{{ edition.as_of }}"
    sheets.paragraph("Eyebrow", Run("■", "Seal"), kicker)
    sheets.paragraph("Title", "{{ years }} of paired assistance")
    sheets.paragraph(
        "Subtitle", "Zhejiang to Fuling, Chongqing: what it is, who pays, what came of it"
    )
    sheets.strip(
        (
            _number("public_projects", "public welfare projects", "{{ public_projects|period }}"),
            _number("grant_donations", "grant donations", "{{ grant_donations|period }}"),
            _number(
                "industrial_firms", "industrial firms",
                "of Zhejiang, {{ above_scale_firms|number }} above designated size",
            ),
            _number("secondments", "officials seconded", "{{ secondments|period }}"),
        ),
        "Four main figures",
    )  # fmt: skip


def _number(key: str, label: str, note: str) -> tuple[str, ...]:
    """Value, label, note; a figure past its shelf life says so in the note's place."""
    note = f"{{% if {key} is expired %}}{{{{ {key}|as_of }}}}{{% else %}}{note}{{% endif %}}"
    money = key == "grant_donations"
    value = (Run(f"{{{{ {key}|unit }}}} ", "Unit"),) if money else ()
    scale = (Run(f" {{{{ {key}|scale }}}}", "Unit"),) if money else ()
    return (
        paragraph_xml("KPIValue", *value, f"{{{{ {key}|digits }}}}", *scale),
        paragraph_xml("KPILabel", label),
        paragraph_xml("KPINote", note),
    )
