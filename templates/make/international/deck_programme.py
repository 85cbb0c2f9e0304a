"""Slides 1 to 3: what paired assistance is, between whom, since when."""

from __future__ import annotations

from pptx.presentation import Presentation as Deck

from templates.make.international.words import PAIRED, SUBTITLE, data_as_of
from templates.make.kit.samples import sample_timeline
from templates.make.kit.slides import base
from templates.make.kit.slides.pages import cover, cover_as_of
from templates.make.kit.slides.sheet import BODY, LEAD, SMALL, Sheet
from templates.make.kit.slides.text import Run, para
from templates.make.kit.tokens import Box
from templates.make.kit.tongue import EN

_SIDE = 8.5  # width of the two sides of the diagram
_LEFT, _RIGHT = 1.8, 23.57
_TOP, _HEIGHT = 7.1, 7.1
_LANES = (
    ("grant donations, public welfare projects", True),
    ("firms with investment of their own", True),
    ("help from paired schools", True),
    ("young officials on secondment", False),
    ("services for firms, free admission to sights", False),
)


def add_programme(deck: Deck) -> None:
    """The cover, the two sides, the key dates."""
    for slide in (_cover, _sides, _dates):
        slide(deck)


def _cover(deck: Deck) -> None:
    sheet = cover(
        deck,
        ("{{ years }} of paired assistance", "Zhejiang to Fuling, Chongqing"),
        SUBTITLE,
        "Briefing for consulates, firms and development bodies",
        cover_as_of("public_projects", EN),
        EN,
    )
    sheet.tell(
        "This deck says what paired assistance is, who takes part, and what is known of its "
        "results. Every slide names its sources and the date of its data.",
        "see the foot of each slide and the last one; the years are the edition's year less the "
        "first year.",
    )


def _sides(deck: Deck) -> None:
    sheet = Sheet(deck, base.BLOCKS, tongue=EN)
    sheet.head("A province supports a district, with exchange both ways", "Programme")
    sheet.text("Definition", Box(1.8, 3.35, 30.27, 0.95), para(BODY, PAIRED))
    sheet.block("Decision panel", Box(1.8, 4.75, 30.27, 1.95), "tint")
    sheet.text(
        "Decision", Box(2.4, 4.93, 29.07, 1.7),
        para(BODY.but(bold=True, color="deep", align="ctr"), "CPC Central Committee and State Council"),
        para(SMALL.but(color="ink", align="ctr"), "decide that provinces and cities assist the Three Gorges Reservoir Area, whose residents were relocated"),
    )  # fmt: skip
    _side(sheet, _LEFT, "river", "Zhejiang Province", (
        "The supporting side: cities with their districts, county-level cities and counties, "
        "provincial departments, firms, schools"
    ))  # fmt: skip
    _side(sheet, _RIGHT, "deep", "Fuling District", (
        "The supported side: a district of Chongqing in the Three Gorges Reservoir Area, "
        "home to relocated residents"
    ))  # fmt: skip
    _lanes(sheet)
    sheet.text(
        "Who pays", Box(1.8, 14.75, 30.27, 1.8),
        para(BODY, Run("Who pays? ", BODY.but(bold=True, color="deep")),
             "Donations come from Zhejiang. Firms invest their own money. Government support "
             "funds go to the firms and do not come from Zhejiang."),
    )  # fmt: skip
    sheet.foot(
        "{{ [state_decision, grant_donations, support_funds, ticket_policy]|source }}.",
        data_as_of("grant_donations"),
    )
    sheet.tell(
        "The central authorities decided on paired assistance; Zhejiang was paired with Fuling. "
        "The arrows show kinds of exchange, not amounts.",
        "the decision: {{ state_decision|source }}; donations, secondments and support funds: "
        "{{ grant_donations|source }}; free admission: {{ ticket_policy|source }}.",
    )


def _side(sheet: Sheet, left: float, color: str, name: str, words: str) -> None:
    sheet.block(f"{name} panel", Box(left, _TOP, _SIDE, _HEIGHT), color)
    sheet.text(
        name, Box(left + 0.6, _TOP + 0.75, _SIDE - 1.2, 5.6),
        para(LEAD.but(size=22, line=32, color="white"), name),
        para(BODY.but(color="white"), words),
    )  # fmt: skip


def _lanes(sheet: Sheet) -> None:
    """Who gives what: three arrows to Fuling, two back."""
    start, end = _LEFT + _SIDE + 0.5, _RIGHT - 0.5
    for number, (words, forth) in enumerate(_LANES):
        top = round(_TOP + 0.15 + number * 1.39, 2)
        color = "river" if forth else "deep"
        style = SMALL.but(color="ink", align="ctr")
        sheet.text(words, Box(start, top, end - start, 0.75), para(style, words))
        x, width = (start, end - start) if forth else (end, start - end)
        sheet.arrow(f"Arrow {number + 1}", x, round(top + 0.92, 2), round(width, 2), color)


def _dates(deck: Deck) -> None:
    sheet = Sheet(deck, base.PICTURE, tongue=EN)
    sheet.head("The pairing began in {{ aid_started|period }} and continues today", "Key dates")
    assert base.PICTURE.box is not None
    sheet.picture("timeline_english", sample_timeline(), base.PICTURE.box)
    sheet.foot(
        "{{ [state_decision, aid_started, leader_visit, huafon_arrival, promotion_event]|source }}.",
        data_as_of("promotion_event"),
        note="Positions are to scale. Agreed sums are not investment made.",
    )
    sheet.tell(
        "The national decision, Zhejiang's start and the provincial guidelines are three acts with "
        "dates of their own. The visit is dated by month.",
        "start, guidelines, visit and promotion event: {{ aid_started|source }}; the decision and "
        "Huafon: {{ state_decision|source }}.",
    )
