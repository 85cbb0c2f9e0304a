"""Slides 9 to 11: people, the newest agreements with the limits of the data, the sources."""

from __future__ import annotations

from pptx.presentation import Presentation as Deck

from templates.make.international.words import LIMITS, data_as_of
from templates.make.kit.phrases import fresh, when
from templates.make.kit.slides import base
from templates.make.kit.slides.blocks import HALF, MIDDLE
from templates.make.kit.slides.pages import sources_table
from templates.make.kit.slides.sheet import BODY, LEAD, SMALL, Sheet
from templates.make.kit.slides.table import Column
from templates.make.kit.slides.text import named, para
from templates.make.kit.tokens import Box
from templates.make.kit.tongue import EN

_NUMBER = named("table", "deep", "r").but(bold=True)


def add_people(deck: Deck) -> None:
    """People exchanged, agreements, sources."""
    for slide in (_exchange, _agreements, _sources):
        slide(deck)


def _exchange(deck: Deck) -> None:
    sheet = Sheet(deck, base.TABLE, tongue=EN)
    sheet.head(
        fresh(
            "secondments",
            words="{{ secondments|number }} Fuling officials have been seconded to Zhejiang",
            otherwise="Officials are seconded, schools are paired, and visitors come",
        ),
        "People",
    )  # fmt: skip
    columns = (
        Column("Exchange", 10.4),
        Column("Number", 5.2, _NUMBER),
        Column("Period or date", 6.2, named("table", "grey")),
        Column("What is counted", 8.47),
    )
    rows = (
        ("secondments", "period", "Officials seconded to Zhejiang", "young officials, as persons"),
        ("exchange_visits", "period", "Exchange visits", "visits between units, both ways"),
        ("new_secondees", "period", "Latest group of secondees",
         "in {{ secondment_cities|number }} cities of Zhejiang"),
        ("paired_schools_zhejiang", "as_of", "Paired schools, Zhejiang", "the side that helps"),
        ("paired_schools_fuling", "as_of", "Paired schools, Fuling", "kindergartens to vocational"),
        ("free_visits", "as_of", "Free admission to core scenic areas", "visits from Zhejiang"),
    )  # fmt: skip
    sheet.table("Exchange of people, one kind in a row", columns, [_row(*row) for row in rows], 1.5)
    sheet.foot(
        "{{ [secondments, paired_schools_fuling, new_secondees, free_visits]|source }}.",
        data_as_of("secondments"),
        note="A secondment is work in another office for a time. The two numbers of schools differ "
        "and are not added.",
    )
    sheet.tell(
        "Secondments are counted in persons, {{ secondments|period }}, visits in occasions. Fuling "
        "offers residents of Zhejiang free admission to its core scenic areas for "
        "{{ ticket_policy_years }} from {{ ticket_policy|period }}.",
        "secondments, visits, schools: {{ secondments|cite }}; latest group and free admission: "
        "{{ new_secondees|source }}.",
    )


def _row(key: str, part: str, name: str, remark: str) -> tuple[str, ...]:
    return name, f"{{{{ {key}|number }}}}", when(key, part), remark


def _agreements(deck: Deck) -> None:
    sheet = Sheet(deck, base.BLOCKS, tongue=EN)
    sheet.head(
        fresh(
            "signed_projects",
            words="{{ signed_projects|number }} projects were signed in Hangzhou; "
                  "their sums are agreements, not investment",
            otherwise="Projects were signed in Hangzhou; their sums are agreements, not investment",
        ),
        "Outlook",
    )  # fmt: skip
    left = 1.8
    sheet.rule(left, 4.75, HALF, "river", 2.25)
    sheet.text("Event", Box(left, 5.0, HALF, 1), para(LEAD, "Promotion event in Hangzhou"))
    sheet.text("Date", Box(left, 6.0, HALF, 0.8), para(SMALL, "{{ promotion_event|period }}"))
    rows = (
        ("{{ signed_projects|number }}", "signed projects"),
        ("{{ signed_investment }}", "agreed investment, all projects together"),
    )
    for number, (figure, words) in enumerate(rows):
        top = round(7.3 + number * 3.6, 2)
        sheet.text(f"Figure {number + 1}", Box(left, top, HALF, 1.77), para(MIDDLE, figure))
        sheet.text(f"Words {number + 1}", Box(left, top + 1.95, HALF, 0.9), para(BODY, words))
    _limits(sheet)
    sheet.foot(
        "{{ [signed_projects, signed_investment]|source }}.",
        data_as_of("signed_projects"),
        note="One review among the sources prints neither title nor publisher; see the next slide.",
    )
    sheet.tell(
        "Whether the agreed sums were invested is not reported. Please ask before quoting a figure "
        "for another purpose.",
        "the event: {{ signed_projects|source }}.",
    )


def _limits(sheet: Sheet) -> None:
    left = 17.62
    sheet.rule(left, 4.75, HALF, "ochre", 2.25)
    head = para(LEAD.but(color="ochre"), "What these figures do not say")
    sheet.text("Limits heading", Box(left, 5.0, HALF, 1), head)
    for number, words in enumerate(LIMITS):
        top = round(6.5 + number * 1.95, 2)
        if number:
            sheet.rule(left, top, HALF, "rule", 0.75)
        sheet.text(f"Limit {number + 1}", Box(left, top + 0.4, HALF, 1.0), para(BODY, words))


def _sources(deck: Deck) -> None:
    sheet = Sheet(deck, base.TABLE, tongue=EN)
    sheet.head("Every figure has a source; what a source lacks is listed here", "Sources")
    sources_table(sheet)
    sheet.tell(
        "Names of newspapers and titles are translated by us. The annex holds the clause for every "
        "figure in its own script.",
        "the table is made from the fact base.",
    )
