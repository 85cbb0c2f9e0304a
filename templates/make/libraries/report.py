"""C1, the report to the council: two pages and the list of figures."""

from __future__ import annotations

from pathlib import Path

from templates.make.kit.package import app_xml, set_core, write_package
from templates.make.kit.samples import sample_bars
from templates.make.kit.word.paragraphs import Run, paragraph_xml
from templates.make.kit.word.sheets import Sheets
from templates.make.kit.word.tables import Column
from templates.make.libraries.house import TONGUE, YEAR, logo, put_on_look
from templates.make.libraries.pages import add_logo, new_pages

_CHART = (17.0, 4.7)
_NAMES = ("Example A", "Example B", "Example C")


def make_report(path: Path) -> None:
    """Write the report's template to `path`."""
    sheets = Sheets(
        new_pages(f"Larkmoor libraries in {YEAR}    data {{{{ visits|as_of }}}}"), TONGUE
    )
    for section in (_head, _readers, _shelves, _costs, _sources):
        section(sheets)
    add_logo(sheets.paper, logo())
    set_core(
        sheets.paper.core_properties,
        title=f"Larkmoor libraries in {YEAR}: report to the council",
        subject="{{ audience.name }}, data {{ visits|as_of }}",
        keywords="libraries; Larkmoor; yearly report",
        category="Report",
        tongue=TONGUE,
    )
    write_package(sheets.paper, path, {"docProps/app.xml": app_xml("Microsoft Office Word")})
    put_on_look(path)


def _head(sheets: Sheets) -> None:
    sheets.paragraph("Eyebrow", "Report to the council   {{ edition.as_of }}")
    sheets.paragraph("Title", f"Larkmoor libraries in {YEAR}")
    sheets.paragraph("Subtitle", "What was done, what it cost, what comes next")
    sheets.strip((
        number("visits", "visits to all branches", "{{ visits_growth }} in a year"),
        number("members", "members", "{{ members_added }} more than a year before"),
        number("e_loans", "loans of e-books", "a count of their own"),
        number("spending", "running costs", "{{ spending|period }}", money=True),
    ), "Four main figures")  # fmt: skip


def number(key: str, label: str, note: str, money: bool = False) -> tuple[str, ...]:
    """Value, label, note."""
    unit = Run(f" {{{{ {key}|scale }}}}", "Unit")
    before = (Run(f"{{{{ {key}|unit }}}}", "Unit"),) if money else ()
    return (
        paragraph_xml("KPIValue", *before, f"{{{{ {key}|digits }}}}", unit),
        paragraph_xml("KPILabel", label),
        paragraph_xml("KPINote", note),
    )


def _readers(sheets: Sheets) -> None:
    sheets.paragraph(
        "Heading1",
        "Readers came {{ visits|number }} times, and members grew to {{ members|number }}",
    )
    sheets.paragraph(
        "Normal",
        "The branches counted {{ visits }} in {{ visits|period }}, {{ visits_added|number }} more than the year before. "
        "{{ members }} had used their card in the last two years. "
        "Saltmarsh opened on {{ saltmarsh_opened|period }}, and {{ branches }} are open now.",
    )
    sheets.paragraph("UnitLine", "Visits to all branches, by year")
    sheets.chart(
        "visits_by_year", sample_bars(_NAMES, (0, 1), _CHART, "word", "columns", TONGUE), *_CHART
    )
    sheets.caption("Figure", 1, "Visits have grown for two years running")
    _source(sheets, "visits, members, visits.previous, visits.previous.previous", "visits")
    sheets.callout("Which figure, and why", (
        paragraph_xml("CalloutHead", "Which figure for members"),
        paragraph_xml("CalloutText", "{{ members.ruling_note }} This report counts cards in use."),
    ))  # fmt: skip


def _shelves(sheets: Sheets) -> None:
    sheets.paragraph("Heading1", "E-books grow, printed loans fall: two counts, never one sum")
    columns = (
        Column("Measure", 5.0, "TableName"),
        Column("Counts", 5.2, "TableQuiet"),
        Column("{{ loans.previous|period }}", 3.4, "TableFigure"),
        Column("{{ loans|period }}", 3.4, "TableFigure"),
    )
    rows = tuple(
        (name, counts, f"{{{{ {key}.previous|number }}}}", f"{{{{ {key}|number }}}}")
        for key, name, counts in (
            ("loans", "loans of books", "printed books"),
            ("e_loans", "loans of e-books", "e-books and audio"),
            ("events", "events", "open to all"),
        )
    )
    sheets.caption("Table", 1, "Loans and events, this year and the year before")
    sheets.table(columns, rows, "Loans and events, one measure a row")
    _source(sheets, "loans, loans.previous", "loans")
    sheets.paragraph(
        "Normal",
        "{{ events|number }} events drew {{ event_guests }}; {{ volunteers }} helped in December.",
    )


def _costs(sheets: Sheets) -> None:
    sheets.page_break_before("Heading1", "A year cost {{ spending }}, and more visits are expected")
    sheets.paragraph(
        "Normal",
        "Running the network cost {{ spending }} in {{ spending|period }}, after {{ spending.previous }} in {{ spending.previous|period }}. "
        "Visits in {{ visits_expected|period }}: {{ visits_expected|with_modality }}.",
    )
    sheets.paragraph(
        "Normal",
        Run("Not for publication. ", "Strong"),
        "The owner of Mill Street asks for {{ mill_street_rent }} a year; talks are not over.",
    )
    _source(sheets, "spending, visits_expected", "spending")


def _source(sheets: Sheets, keys: str, dated: str) -> None:
    sheets.paragraph(
        "SourceNote",
        Run("Sources: ", "Strong"),
        f"{{{{ [{keys}]|cite }}}}. Data {{{{ {dated}|as_of }}}}.",
    )


def _sources(sheets: Sheets) -> None:
    sheets.paragraph("Heading1", "Where each figure comes from")
    columns = (
        Column("No.", 0.9, "TableQuiet"),
        Column("Figure", 2.7, "TableName"),
        Column("Measure", 3.1),
        Column("As of", 2.7),
        Column("Source", 4.0, "TableQuiet"),
        Column("Clause", 3.6, "TableQuiet"),
    )
    row = (
        "{% for row in ledger %}{{ row.no }}",
        "{{ row.value }}",
        "{{ row.name }}",
        "{{ row.as_of }}",
        "{{ row.source }}",
        "{{ row.evidence }}{% endfor %}",
    )
    sheets.caption("Table", 2, "Figures of this report")
    sheets.table(columns, [row], "Figures of this report, one a row")
