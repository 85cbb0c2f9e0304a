"""Slides 4 to 8: what rose, what was built, one school, the firms, their output."""

from __future__ import annotations

from pptx.presentation import Presentation as Deck

from templates.make.international.words import data_as_of
from templates.make.kit.phrases import fresh, without_age
from templates.make.kit.samples import sample_forecast, sample_pair
from templates.make.kit.slides import base
from templates.make.kit.slides.blocks import SECOND, bars, number_row, second_row, takeaway
from templates.make.kit.slides.sheet import BODY, LEAD, SMALL, Figure, Sheet
from templates.make.kit.slides.text import Run, Style, para
from templates.make.kit.tokens import Box
from templates.make.kit.tongue import EN

_NAMES = tuple(f"Example {letter}" for letter in "ABCDEF")
_DELTA = Style(40, 50, True, "vermilion")
_PANEL = 14.45
_ROW = 16.22, 15.85  # left edge and width of the rows beside a pair of columns


def add_results(deck: Deck) -> None:
    """Five slides, one finding each."""
    for slide in (_growth, _works, _school, _firms, _output):
        slide(deck)


def _growth(deck: Deck) -> None:
    sheet = Sheet(deck, base.PANELS, tongue=EN)
    sheet.head(
        fresh(
            "public_projects", "grant_donations",
            words="Projects and donations have risen since "
                  "{{ public_projects.previous|as_of_date }}",
            otherwise="Projects and donations have both risen",
        ),
        "Aid",
    )  # fmt: skip
    first, second = base.PANELS.box, base.PANELS.second
    assert first is not None
    assert second is not None
    _panel(sheet, 1.8, "Public welfare projects", "number", "projects", "public_projects_added")
    sheet.chart("project_pair", sample_pair((9.0, 10.7), "slide", EN), first)
    _panel(sheet, 17.62, "Grant donations", "RMB million", "RMB million", "grant_donations_added")
    sheet.chart("donation_pair", sample_pair((9.0, 10.7), "slide", EN), second, base.OTHER)
    sheet.foot(
        "{{ [grant_donations, grant_donations.previous]|source }}.",
        data_as_of("public_projects"),
        note="Running totals since {{ aid_started|period }}. No source ties the donations to the "
        "projects. The axes start at zero.",
    )
    sheet.tell(
        "Two points are two points: no rate a year is computed from them. Totals that "
        "begin in later years have another basis and are left out.",
        "the newer figures: {{ grant_donations|cite }}; the earlier ones: "
        "{{ grant_donations.previous|cite }}; the increase: {{ public_projects_added|basis }}, "
        "{{ grant_donations_added|basis }}.",
    )


def _panel(sheet: Sheet, left: float, name: str, unit: str, things: str, added: str) -> None:
    sheet.rule(left, 4.75, _PANEL, "river", 2.25)
    sheet.text(name, Box(left, 5.0, _PANEL, 1), para(LEAD, name, Run(f"\u2003{unit}", SMALL)))
    delta = para(
        _DELTA,
        fresh(added, words="+", otherwise=""),
        Run(fresh(added, words="", otherwise="+"), _DELTA.but(color="grey")),
        f"{{{{ {added}|digits }}}}",
    )
    sheet.text(f"Increase, {name}", Box(left + 9.3, 7.35, 5.1, 1.8), delta)
    earlier = f"{added.removesuffix('_added')}.previous"
    words = para(SMALL, f"{things} more than in {{{{ {earlier}|as_of_date }}}}")
    sheet.text(f"Increase in words, {name}", Box(left + 9.3, 9.3, 5.1, 1.6), words)


def _works(deck: Deck) -> None:
    sheet = Sheet(deck, base.BLOCKS, tongue=EN)
    sheet.head(
        fresh(
            "health_facilities", "elderly_homes",
            words="Aid built {{ health_facilities|number }} health facilities and "
                  "{{ elderly_homes|number }} homes for the elderly",
            otherwise="Aid built health facilities, homes for the elderly and service centres",
        ),
        "Aid",
    )  # fmt: skip
    number_row(sheet, (
        Figure("health_facilities", "health facilities"),
        Figure("elderly_homes", "homes for the elderly"),
        Figure("service_centres", "Party and community service centres"),
        Figure("rebuilt_wharves", "rebuilt wharves"),
    ))  # fmt: skip
    second_row(sheet, "Other works and totals, in units that are not added up", (
        Figure("rebuilt_roads", "rebuilt resettlement roads"),
        Figure("two_projects", "“Two Projects” for resettlement communities"),
        Figure("public_projects", "public welfare projects in all"),
        Figure("grant_donations", "grant donations", before="unit", after="scale"),
    ))  # fmt: skip
    sheet.foot(
        "{{ [public_projects, health_facilities]|cite }}.",
        data_as_of("health_facilities"),
        note="Totals since {{ aid_started|period }}; the buildings are not said to be part of the "
        "public welfare projects.",
    )
    sheet.tell(
        "“Resettlement communities” are estates of relocated residents. The “Two Projects” are "
        "named in the source without an explanation.",
        "all figures on this slide: {{ public_projects|cite }}.",
    )


def _school(deck: Deck) -> None:
    sheet = Sheet(deck, base.PAIR, tongue=EN)
    sheet.head(
        fresh(
            "campus_area",
            words="One school’s campus grew from {{ first_campus_area }} to {{ campus_area }}",
            otherwise="One school grew from a small campus to a large one",
        ),
        "Aid",
    )  # fmt: skip
    sheet.rule(1.8, 4.75, 12.28, points=2.25)
    head = para(LEAD, "Campus area", Run("\u2003{{ campus_area|unit }}", SMALL))
    sheet.text("Chart heading", Box(1.8, 5.0, 12.28, 1), head)
    assert base.PAIR.box is not None
    sheet.chart("campus_area", sample_pair((12.88, 10.7), "slide", EN), base.PAIR.box)
    _school_rows(sheet)
    sheet.foot(
        "{{ [campus_area, pupils]|source }}.",
        data_as_of("campus_area"),
        note="A mu is a Chinese unit of area, one fifteenth of a hectare. The source dates "
        "neither area. The axis starts at zero.",
    )
    sheet.tell(
        "The Zhejiang–Fuling Friendship School was an urban primary school of Fuling; its new building was "
        "begun with aid from Zhejiang.",
        "areas, pupils and the day of the groundbreaking: {{ campus_area|source }}; hectares: "
        "{{ campus_area_hectares|basis }}.",
    )


def _school_rows(sheet: Sheet) -> None:
    left, width = _ROW
    rows = (
        ("{{ school_groundbreaking|period }}", "groundbreaking of the Zhejiang–Fuling Friendship School"),
        ("{{ campus_area_hectares|number }} {{ campus_area_hectares|unit }}", "campus now, {{ first_campus_area_hectares|number }} {{ first_campus_area_hectares|unit }} at first"),
        ("{{ pupils|number }}", "pupils now"),
    )  # fmt: skip
    for number, (told, words) in enumerate(rows):
        top = round(4.75 + number * 3.85, 2)
        sheet.rule(left, top, width, *(("deep", 2.25) if number == 0 else ("rule", 0.75)))
        sheet.text(f"Figure {number + 1}", Box(left, top + 0.5, width, 1.48), para(SECOND, told))
        box = Box(left, top + 2.1, width, 0.9)
        sheet.text(f"Words {number + 1}", box, para(BODY, words))


def _firms(deck: Deck) -> None:
    sheet = Sheet(deck, base.CHART, tongue=EN)
    sheet.head(
        fresh(
            "industrial_firms", "above_scale_firms",
            words="Of {{ industrial_firms|number }} Zhejiang industrial firms in Fuling, "
                  "{{ above_scale_firms|number }} are above designated size",
            otherwise="Zhejiang industrial firms in Fuling range from small to large",
        ),
        "Firms",
    )  # fmt: skip
    bars(sheet, "firm_structure", _NAMES, "Zhejiang firms in Fuling, by class (number of firms)")
    takeaway(
        sheet,
        Figure("above_scale_share", "share", "are above designated size, a threshold of Chinese statistics"),
        ("The classes overlap", "One firm can be in several classes, so they have no sum"),
    )  # fmt: skip
    sheet.foot(
        "{{ [industrial_firms, above_scale_firms]|source }}; the share is computed from both.",
        data_as_of("industrial_firms"),
        note="SRDI: specialised and innovative. Double Hundred: a municipal list. Chain leader: a "
        "firm that leads a supply chain.",
    )
    sheet.tell(
        "The source says only that the firms above designated size are part of the industrial "
        "firms. It names no firm for the highest class.",
        "numbers of firms: {{ industrial_firms|cite }}; share: {{ above_scale_share|basis }}.",
    )


def _output(deck: Deck) -> None:
    sheet = Sheet(deck, base.PAIR, tongue=EN)
    sheet.head(
        fresh(
            "industrial_output",
            words="Output was {{ industrial_output }} in {{ industrial_output|period }}; "
                  "the full year is a forecast",
            otherwise="The full-year output of Zhejiang firms is not yet published",
        ),
        "Firms",
    )  # fmt: skip
    sheet.rule(1.8, 4.75, 12.28, points=2.25)
    head = para(
        LEAD,
        "Output",
        Run("\u2003{{ industrial_output|unit }} {{ industrial_output|scale }}", SMALL),
    )
    sheet.text("Chart heading", Box(1.8, 5.0, 12.28, 1), head)
    assert base.PAIR.box is not None
    sample = sample_forecast((12.88, 10.7), "slide", EN)
    sheet.chart("output_forecast", sample, base.PAIR.box)
    _output_rows(sheet)
    sheet.foot(
        "{{ [industrial_output, wankai_output]|source }}.",
        data_as_of("industrial_output"),
        note="Output of Zhejiang industrial enterprises above designated size. The hatched bar is a "
        "forecast.",
    )
    sheet.tell(
        "The solid bar is a result, the hatched one a forecast by a named official. No share and "
        "no annual total is computed from them.",
        "output and forecast: {{ industrial_output|cite }}; Huafon: "
        "{{ huafon_cluster_output|cite }}; Wankai: {{ wankai_output|source }}.",
    )


def _output_rows(sheet: Sheet) -> None:
    left, width = _ROW
    forecast = fresh(
        "industrial_output.forecast",
        words="{{ industrial_output.forecast }}",
        otherwise="not yet published",
    )
    said = fresh(
        "industrial_output.forecast",
        words="full-year forecast by {{ industrial_output.forecast|said_by }}, "
        "{{ industrial_output.forecast|as_of_date }}",
        otherwise="output of the full year",
    )
    rows = (
        (forecast, said),
        (without_age("huafon_cluster_output", " "), "output of the cluster around Huafon (chemicals): the "
                                        "whole cluster, not Huafon alone"),
        (without_age("wankai_output", " "), "output of Wankai (PET polyester), a Zhengkai Group firm"),
    )  # fmt: skip
    for number, (told, words) in enumerate(rows):
        top = round(4.75 + number * 4.0, 2)
        color = "ochre" if number == 0 else "deep"
        sheet.rule(left, top, width, *((color, 2.25) if number == 0 else ("rule", 0.75)))
        sheet.text(f"Figure {number + 1}", Box(left, top + 0.4, width, 1.48), para(SECOND, told))
        box = Box(left, top + 2.0, width, 1.77)
        sheet.text(f"Words {number + 1}", box, para(BODY, words))
