"""The brief's sections. Each Chinese term is explained where it first stands."""

from __future__ import annotations

from templates.make.international.words import LIMITS
from templates.make.kit.phrases import fresh, without_age
from templates.make.kit.samples import sample_forecast
from templates.make.kit.tongue import EN
from templates.make.kit.word.fields import See
from templates.make.kit.word.footnotes import Note, SameNote, cited, footnote
from templates.make.kit.word.paragraphs import Run, paragraph_xml
from templates.make.kit.word.sheets import Sheets
from templates.make.kit.word.tables import Cell, Column

_CHART_SIZE = (17.0, 4.7)


def _cited(*keys: str, more: str = "", name: str = "") -> Note:
    """Source, who said it, as of when."""
    return footnote(*keys, between="; data ", end="." + more, name=name)


def _event(*keys: str, more: str = "", name: str = "") -> Note:
    """The source of something that has a date of its own."""
    return cited(*keys, end="." + more, name=name)


def add_programme(sheets: Sheets) -> None:
    """What it is, since when, between whom; who pays."""
    sheets.paragraph(
        "Heading1",
        "Since {{ aid_started|period }} Zhejiang has supported Fuling, a district of the Three "
        "Gorges Reservoir Area",
    )
    sheets.paragraph(
        "Normal",
        Run("Paired assistance", "Strong"),
        " (duikou zhiyuan) pairs a province or city of China with a place elsewhere that it is to "
        "support. In {{ state_decision|period }} the Central Committee of the Communist Party of "
        "China (CPC) and the State Council, the central government, decided on such assistance for "
        "the Three Gorges Reservoir Area, where residents were relocated.",
        _event("state_decision", "huafon_arrival", name="decision"),
        " Zhejiang Province began to support Fuling District in {{ aid_started|period }} and issued "
        "guidelines on it in {{ provincial_opinion|period }}.",
        _event("aid_started", "provincial_opinion", "leader_visit", name="start"),
    )
    sheets.paragraph(
        "Normal",
        "In Zhejiang {{ supporting_cities|number }} cities take part, with "
        "{{ supporting_counties|number }} of their districts, county-level cities and counties. "
        "By {{ public_projects|as_of_date }}, {{ public_projects|number }} public welfare "
        f"projects had been carried out and {without_age('grant_donations', ' ')} of grant donations given.",
        _cited("public_projects", "grant_donations", name="aid"),
        " Both are totals {{ public_projects|period }}; no source ties the donations to the "
        "projects.",
    )
    sheets.paragraph(
        "Normal",
        Run("Who pays? ", "Strong"),
        "Grant donations come from Zhejiang and are not repaid. Firms invest their own money. "
        "Government support funds go to the firms and do not come from Zhejiang.",
    )
    _dates(sheets)


def _dates(sheets: Sheets) -> None:
    columns = (Column("Date", 3.4, "TableName"), Column("Event", 13.6))
    rows = (
        ("{{ state_decision|period }}", ("National decision; Zhejiang begins to support Fuling", SameNote("start"))),
        ("{{ provincial_opinion|period }}", ("Zhejiang’s guidelines on support for resettlement in the reservoir area", SameNote("start"))),
        ("{{ leader_visit|period }}", (
            "Xi Jinping, then Secretary of the CPC Zhejiang Provincial Committee, leads a Party and "
            "government delegation of Zhejiang to Fuling", SameNote("start"),
        )),
        ("{{ school_groundbreaking|period }}", ("Groundbreaking of the Zhejiang–Fuling Friendship School", SameNote("start"))),
        ("{{ huafon_arrival|period }}", ("Huafon, a chemical firm, settles in Fuling", SameNote("decision"))),
        ("{{ promotion_event|period }}", (
            "Promotion event in Hangzhou: {{ signed_projects|number }} projects signed, "
            "{{ signed_investment }} agreed", _cited("signed_projects", "signed_investment", name="signed"),
        )),
    )  # fmt: skip
    sheets.caption("Table", 1, "Key dates")
    sheets.table(columns, rows, "Key dates, one in a row")
    sheets.paragraph("SourceNote", "Agreed sums are not investment made.")


def add_works(sheets: Sheets) -> None:
    """What aid built, and the firms that came after it."""
    sheets.page_break_before("Heading1", "Aid built services; firms followed")
    sheets.paragraph(
        "Normal",
        "Aid built {{ health_facilities|number }} health facilities, {{ elderly_homes|number }} "
        "homes for the elderly and {{ service_centres|number }} Party and community service "
        "centres, and roads and wharves were rebuilt (",
        See("Table", 2),
        f"). The Zhejiang–Fuling Friendship School had {without_age('first_campus_area', ' ')} of land at "
        f"first ({without_age('first_campus_area_hectares', ' ')}); it now has {without_age('campus_area', ' ')} "
        f"({without_age('campus_area_hectares', ' ')}) and {{{{ pupils|number }}}} pupils.",
        _cited("campus_area", "pupils", more=" A mu is one fifteenth of a hectare."),
    )
    _works_table(sheets)
    _firms(sheets)


def _works_table(sheets: Sheets) -> None:
    rows = (
        ("health_facilities", "Health facilities", "built"),
        ("elderly_homes", "Homes for the elderly", "built"),
        ("service_centres", "Party and community service centres", "built"),
        ("rebuilt_roads", "Resettlement roads", "rebuilt"),
        ("rebuilt_wharves", "Wharves", "rebuilt"),
        ("two_projects", "“Two Projects” for resettlement communities", "carried out"),
        ("public_projects", "Public welfare projects", "total, of every kind"),
        ("grant_donations", "Grant donations", "total"),
    )
    columns = (
        Column("Work", 8.0),
        Column("Figure", 3.6, "TableFigure"),
        Column("Basis", 5.4, "TableQuiet"),
    )
    sheets.caption("Table", 2, "What was built and given {{ public_projects|period }}")
    note = _cited("health_facilities", name="works")
    cells = [
        ((name, note) if number == 0 else (name, SameNote("works")), _value(key), basis)
        for number, (key, name, basis) in enumerate(rows)
    ]
    sheets.table(columns, cells, "What was built and given, one kind in a row")
    sheets.paragraph(
        "SourceNote",
        "Resettlement communities are estates of relocated residents; the sources do not explain "
        "the “Two Projects”. Units differ and are not added up; the buildings are not said to be "
        "part of the public welfare projects.",
    )


def _value(key: str) -> str:
    """The figure with its unit; its age stands in the footnote of the table."""
    if key == "grant_donations":
        return "{{ grant_donations|unit }} {{ grant_donations|number }}"
    return (
        f"{{{{ {key}|number }}}} {{{{ {key}|unit }}}}"
        if key == "rebuilt_roads"
        else f"{{{{ {key}|number }}}}"
    )


def _firms(sheets: Sheets) -> None:
    sheets.paragraph("Heading2", "Firms")
    sheets.paragraph(
        "Normal",
        "By {{ economic_projects|as_of_date }} there were {{ economic_projects|number }} economic "
        "cooperation projects and {{ industrial_firms|number }} Zhejiang industrial firms in Fuling, "
        "{{ above_scale_firms|number }} of them above designated size, a threshold of Chinese "
        "statistics.",
        _cited("economic_projects", "industrial_firms", "above_scale_firms",
               more=" The counting rule for cooperation projects is not published."),
        f" Their output in {{{{ industrial_output|period }}}} was {without_age('industrial_output', ' ')} (",
        See("Figure", 1),
        "). {% if industrial_output.forecast is expired %}For the full year the figure is not yet "
        "published.{% else %}The full year is {{ industrial_output.forecast|with_modality }}, "
        "said {{ industrial_output.forecast|said_by }} in {{ industrial_output.forecast|as_of_date }}."
        "{% endif %}",
        _cited("industrial_output", name="output"),
    )  # fmt: skip
    sheets.paragraph("UnitLine", "{{ industrial_output|unit }} {{ industrial_output|scale }}")
    sheets.chart("output_forecast", sample_forecast(_CHART_SIZE, "word", EN), *_CHART_SIZE)
    sheets.caption("Figure", 1, "Output of Zhejiang industrial enterprises above designated size")
    sheets.paragraph(
        "SourceNote",
        Run("Sources: ", "Strong"),
        "{{ industrial_output|source }}. The hatched bar is a forecast, not a result.",
    )
    sheets.paragraph(
        "Normal",
        "Two groups show the scale. Huafon, which makes adipic acid among other chemicals, came in "
        "{{ huafon_arrival|period }}; {{ huafon_partners|number }} firms followed, and the whole "
        f"industrial cluster around it has an output of {without_age('huafon_cluster_output', ' ')}.",
        _cited("huafon_partners", "huafon_cluster_output"),
        " Wankai, which makes PET polyester and belongs to Zhejiang’s Zhengkai Group, reached an output "
        f"of {without_age('wankai_output', ' ')} in {without_age('wankai_years', ' ')}.",
        _cited("wankai_output", "wankai_years", "new_secondees", "free_visits", name="review"),
    )


def add_people(sheets: Sheets) -> None:
    """Secondments, schools, visitors, support funds."""
    sheets.paragraph("Heading1", "People move both ways")
    sheets.paragraph(
        "Normal",
        "Young officials of Fuling work for a time in offices in Zhejiang, which is called "
        "secondment; schools on both sides are paired, and the paired schools in Zhejiang help with "
        "management, teachers and projects (",
        See("Table", 3),
        ").",
    )
    _people_table(sheets)
    sheets.paragraph("Heading2", "What Fuling gives back")
    sheets.paragraph(
        "Normal",
        "From {{ ticket_policy|period }} Fuling admits residents of Zhejiang free of charge to its "
        f"core scenic areas, for {without_age('ticket_policy_years', ' ')}. By {{{{ free_visits|as_of_date }}}} this "
        f"had been used for {without_age('free_visits', ' ')}.",
        SameNote("review"),
        " Fuling also helps Zhejiang firms to apply for government support funds: they received "
        f"{without_age('support_funds', ' ')} {{{{ support_funds|period }}}}, from government at all levels and not from "
        "Zhejiang.",
        SameNote("people"),
    )


def _people_table(sheets: Sheets) -> None:
    rows = (
        ("secondments", "period", "Officials seconded to Zhejiang", "persons"),
        ("exchange_visits", "period", "Exchange visits of the units concerned", "visits"),
        ("new_secondees", "period", "Latest group of secondees",
         "persons, in {{ secondment_cities|number }} cities"),
        ("paired_schools_zhejiang", "as_of_date", "Paired schools in Zhejiang", "schools"),
        ("paired_schools_fuling", "as_of_date", "Paired schools in Fuling",
         "schools of every level"),
    )  # fmt: skip
    columns = (
        Column("Exchange", 6.2),
        Column("Number", 3.0, "TableFigure"),
        Column("Period or date", 3.9, "TableQuiet"),
        Column("Counted", 3.9, "TableQuiet"),
    )
    sheets.caption("Table", 3, "Exchange of people")
    people = ("secondments", "exchange_visits", "paired_schools_fuling", "support_funds")
    notes: dict[str, Note | SameNote] = {
        "secondments": _cited(*people, name="people"),
        "new_secondees": SameNote("review"),
    }
    cells: list[tuple[Cell, ...]] = []
    for key, part, name, counted in rows:
        note = notes.get(key, SameNote("people"))
        cells.append(((name, note), f"{{{{ {key}|number }}}}", _when(key, part), counted))
    sheets.table(columns, cells, "Exchange of people, one kind in a row")
    sheets.paragraph("SourceNote", "The two numbers of schools differ and are not added.")


def _when(key: str, part: str) -> str:
    """The period; past its shelf life the date, of which the footnote says that it is the latest."""
    return fresh(key, words=f"{{{{ {key}|{part} }}}}", otherwise=f"{{{{ {key}|as_of_date }}}}")


def add_limits(sheets: Sheets) -> None:
    """The box, and where more is to be had."""
    limits = (
        *LIMITS,
        "The output of a cluster is not the output of one firm.",
        "Fuling’s growth is not credited to the assistance.",
    )
    head = paragraph_xml("CalloutHead", "What these figures do not say")
    lines = [paragraph_xml("CalloutText", words) for words in limits]
    sheets.callout("What these figures do not say", (head, *lines))
    sheets.paragraph("Heading2", "Sources and further questions")
    sheets.paragraph(
        "Normal",
        "All figures come from press reports in Chinese; names of newspapers are our translations. "
        "The evidence annex gives, for each figure, the clause that carries it. "
        "{% if office is available %}Please address questions to {{ office }}.{% endif %}",
    )
