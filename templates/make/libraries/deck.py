"""C2, the deck for the council: six slides and the sources."""

from __future__ import annotations

from pathlib import Path

from pptx.presentation import Presentation as Deck

from templates.make.kit.package import app_xml, set_core, write_package
from templates.make.kit.phrases import each_row
from templates.make.kit.samples import sample_bars, sample_forecast, sample_line
from templates.make.kit.slides import base
from templates.make.kit.slides.blocks import (
    CHART_SIZE,
    MIDDLE,
    drawn,
    number_row,
    second_row,
    statements,
    takeaway,
)
from templates.make.kit.slides.notes import add_notes_master
from templates.make.kit.slides.pages import cover, cover_as_of
from templates.make.kit.slides.sheet import LEAD, Figure, Sheet
from templates.make.kit.slides.table import Column
from templates.make.kit.slides.text import Run, named, para
from templates.make.kit.tokens import Box
from templates.make.libraries.house import TONGUE, YEAR, logo, put_on_look
from templates.make.libraries.slides import add_logo, new_deck

_THREE = ("Example A", "Example B", "Example C")


def make_deck(path: Path) -> None:
    """Write the deck's template to `path`."""
    deck = new_deck()
    add_notes_master(deck, TONGUE)
    for slide in (_cover, _year, _visits, _e_loans, _ahead, _mill_street, _sources):
        slide(deck)
    set_core(
        deck.core_properties, title=f"Larkmoor libraries in {YEAR}",
        subject="{{ audience.name }}, data {{ visits|as_of }}", keywords="libraries; Larkmoor",
        category="Deck", tongue=TONGUE,
    )  # fmt: skip
    write_package(deck, path, {"docProps/app.xml": app_xml("Microsoft Office PowerPoint")})
    put_on_look(path)


def _cover(deck: Deck) -> None:
    sheet = cover(
        deck, (f"Larkmoor libraries in {YEAR}",), "What was done, what it cost, what comes next",
        "Report to the council", cover_as_of("visits", TONGUE), TONGUE,
    )  # fmt: skip
    add_logo(sheet.slide, logo(), Box(1.8, 2.1, 3.6, 3.6))
    sheet.speak("each page names its own.", "Thank you for keeping the doors open.")


def _year(deck: Deck) -> None:
    sheet = Sheet(deck, base.BLOCKS, tongue=TONGUE)
    sheet.head(
        "{{ visits|number }} visits and {{ events|number }} events: the doors stood open",
        "The year",
    )
    number_row(sheet, (
        _figure("members", "members", "{{ members_added|number }} more in a year"),
        _figure("branches", "branches open", "Saltmarsh is new"),
        _figure("events", "events", "{% if event_guests is not expired %}with {{ event_guests }}{% endif %}"),
        _figure("volunteers", "volunteers in December"),
    ), MIDDLE)  # fmt: skip
    second_row(sheet, "Loans and costs, each counted apart", (
        _figure("loans", "loans of books"),
        _figure("e_loans", "loans of e-books"),
        Figure("spending", "running costs", before="unit", after="scale", gap=""),
    ))  # fmt: skip
    sheet.foot(
        "{{ [members, events]|cite }}.",
        "Data {{ members|as_of }}",
        note="Units differ; nothing here adds up.",
    )
    sheet.speak(
        "all figures are from {{ members|source }}.",
        "Ask which branch grew most: the return does not say.",
    )


def _visits(deck: Deck) -> None:
    sheet = Sheet(deck, base.CHART, tongue=TONGUE)
    sheet.head(
        "Visits grew by {{ visits_added|number }} in a year, to {{ visits|number }}", "Readers"
    )
    drawn(
        sheet,
        "visits_by_year",
        sample_bars(_THREE, (0, 1), CHART_SIZE, "slide", "columns", TONGUE),
        "Visits to all branches, by year",
    )
    takeaway(
        sheet, Figure("visits_growth", "growth", "more visits than the year before"),
        ("One count", "All points are the same count: people at the doors of all branches."),
    )  # fmt: skip
    _foot(sheet, "visits, visits.previous, visits.previous.previous", "visits")
    sheet.speak(
        "{{ [visits, visits.previous]|source }}.",
        "A new branch opened in the year; the doors of all are counted.",
    )


def _e_loans(deck: Deck) -> None:
    sheet = Sheet(deck, base.CHART, tongue=TONGUE)
    sheet.head(
        "E-books reach {{ e_loans|number }} loans, printed books {{ loans|number }}",
        "Shelves",
    )
    years = sample_line(_THREE, CHART_SIZE, "slide", TONGUE)
    drawn(sheet, "e_loans_by_year", years, "Loans of e-books, by year")
    takeaway(
        sheet, _figure("loans", "printed", "printed loans, after {{ loans.previous|number }}"),
        ("Two counts", "E-books and printed books are counted apart and have no common sum."),
    )  # fmt: skip
    _foot(sheet, "e_loans, loans, e_loans.previous, e_loans.previous.previous", "e_loans")
    sheet.speak("{{ [e_loans, loans]|source }}.", "Audio books are counted among the e-books.")


def _ahead(deck: Deck) -> None:
    sheet = Sheet(deck, base.CHART, tongue=TONGUE)
    sheet.head(
        "{{ visits_expected|period }}: {{ visits_expected|with_modality }}", "What comes next"
    )
    drawn(
        sheet,
        "visits_ahead",
        sample_forecast(CHART_SIZE, "slide", TONGUE),
        "Visits counted, and visits expected",
    )
    takeaway(
        sheet, Figure("spending", "cost", "what a year cost, {{ spending|period }}", "unit", "scale", ""),
        ("Not yet", "The hatched column is a forecast by {{ visits_expected|said_by }}."),
    )  # fmt: skip
    _foot(sheet, "visits_expected, spending", "visits_expected")
    sheet.speak("{{ [visits_expected, spending]|source }}.", "Say “expected”, never “reached”.")


def _mill_street(deck: Deck) -> None:
    sheet = Sheet(deck, base.BLOCKS, tongue=TONGUE)
    sheet.head(
        "Mill Street: the owner asks for {{ mill_street_rent }} a year", "Not for publication"
    )
    style = named("kpi", "river")
    money = Run("{{ mill_street_rent|unit }}", style.but(size=24))
    sheet.rule(1.8, 4.75, 12.28, "river", 2.25)
    sheet.text(
        "Figure rent",
        Box(1.8, 5.4, 12.28, 2.6),
        para(style, money, "{{ mill_street_rent|digits }}"),
    )
    sheet.text(
        "Rent",
        Box(1.8, 8.2, 12.28, 1.0),
        para(LEAD, "rent asked for {{ mill_street_rent|period }}"),
    )
    statements(sheet, 17.22, 14.85, (
        ("Where it stands", "The lease ends, and talks with the owner go on."),
        ("Beside it", "Running all branches cost {{ spending }} in {{ spending|period }}."),
        ("Stays in this room", "The figure is the owner's and would weaken our hand in print."),
    ), first=4.75)  # fmt: skip
    _foot(sheet, "mill_street_rent, spending", "mill_street_rent")
    sheet.speak("{{ mill_street_rent|source }}.", "This slide stays in the room.")


def _sources(deck: Deck) -> None:
    sheet = Sheet(deck, base.TABLE, tongue=TONGUE)
    sheet.head("Every figure of this deck comes from these sources", "Sources")
    dense = named("table_dense")
    columns = (
        Column("Source", 19.0, dense.but(bold=True, color="deep")),
        Column("Date", 6.0, dense),
        Column("Kind of text", 5.27, dense),
    )
    sheet.table(
        "Sources of this deck, one in a row",
        columns,
        [each_row("sources", "citation", "date", "kind")],
        1.4,
    )
    sheet.foot(
        "The report's last pages quote, for each figure, the words that carry it.",
        "Compiled {{ edition.as_of }}",
    )
    sheet.speak("see the table.", "The report's last page has the clause for each figure.")


def _figure(key: str, label: str, remark: str = "") -> Figure:
    """A count: what is counted stands in its label, so only a scale word stands beside the digits."""
    return Figure(key, label, remark, after="scale")


def _foot(sheet: Sheet, keys: str, dated: str) -> None:
    sheet.foot(f"{{{{ [{keys}]|cite }}}}.", f"Data {{{{ {dated}|as_of }}}}")
