"""R1, one page for the notice board."""

from __future__ import annotations

from pathlib import Path

from templates.make.kit.package import app_xml, set_core, write_package
from templates.make.kit.samples import sample_bars
from templates.make.kit.word.paragraphs import Run
from templates.make.kit.word.sheets import Sheets
from templates.make.libraries.house import TONGUE, YEAR, logo, put_on_look
from templates.make.libraries.pages import add_logo, new_pages
from templates.make.libraries.report import number

_CHART = (17.0, 7.0)


def make_page(path: Path) -> None:
    """Write the page's template to `path`."""
    sheets = Sheets(new_pages("Larkmoor Library Network    data {{ visits|as_of }}"), TONGUE)
    sheets.paragraph("Eyebrow", "For everybody with a card, or without one yet")
    sheets.paragraph("Title", f"Your libraries in {YEAR}")
    sheets.paragraph("Subtitle", "{{ branches|number }} doors, open to all")
    sheets.strip((
        number("visits", "visits", "{{ visits_added|number }} more than the year before"),
        number("events", "readings, classes, story hours", "{% if event_guests is not expired %}with {{ event_guests }}{% endif %}"),
        number("volunteers", "volunteers", "helped in December"),
        number("branches", "branches", "Saltmarsh is new"),
    ), "Four figures of the year")  # fmt: skip
    sheets.paragraph("Heading1", "You came {{ visits|number }} times")
    sheets.chart(
        "visits_by_year",
        sample_bars(
            ("Example A", "Example B", "Example C"), (0, 1), _CHART, "word", "columns", TONGUE
        ),
        *_CHART,
    )
    sheets.caption("Figure", 1, "Visits to all branches, by year")
    sheets.paragraph(
        "Heading1", "You borrowed {{ loans|number }} books and {{ e_loans|number }} e-books"
    )
    sheets.paragraph(
        "Normal",
        "Printed books and e-books are counted apart: a renewal is no new loan, and an audio book is an e-book.",
    )
    sheets.paragraph("Heading1", "More of you are coming: {{ visits_expected|period }}")
    sheets.paragraph(
        "Normal",
        "Next year is {{ visits_expected|with_modality }}. That is a forecast, not a count.",
    )
    sheets.paragraph("Heading1", "Come in")
    sheets.paragraph(
        "Normal",
        "A card is free. Saltmarsh, our newest branch, opened on {{ saltmarsh_opened|period }}.",
    )
    sheets.paragraph(
        "SourceNote",
        Run("Sources: ", "Strong"),
        "{{ [visits, visits.previous, visits.previous.previous, branches]|cite }}. Data {{ visits|as_of }}.",
    )
    add_logo(sheets.paper, logo())
    set_core(
        sheets.paper.core_properties, title=f"Your libraries in {YEAR}",
        subject="{{ audience.name }}, data {{ visits|as_of }}", keywords="libraries; Larkmoor",
        category="Notice", tongue=TONGUE,
    )  # fmt: skip
    write_package(sheets.paper, path, {"docProps/app.xml": app_xml("Microsoft Office Word")})
    put_on_look(path)
