"""A workspace of Ferryport in which the harbour office keeps some things to itself."""

from __future__ import annotations

import io
from pathlib import Path

import ferryport
from docx import Document
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm

# Every word that only an internal statement, its source or a ruling on it has.
SECRETS = (
    "4711", "4,711", "4 711", "1711", "1,711", "57.0", "8642", "8,642", "Quillfeather",
    "sealed-memo", "Sealed Memo", "sealed_memo", "Counted behind closed doors", "hushnote",
    "hushruling", "closed hand", "s.passengers", "s.trips", "s.berths", "Vault Gazette",
)  # fmt: skip

_STATEMENTS = """\
source: sealed-memo
statements:
  s.passengers: {subject: ferryport, measure: passengers, value: "4,711 people", period: 2030-06, as_of: 2030-06,
    evidence: "Counted behind closed doors 4,711 people", said_by: Inspector Quillfeather, note: hushnote, confidentiality: internal}
  s.trips: {subject: ferryport, measure: trips, value: "8,642 occasions", period: 2029, as_of: 2029, said_by: Inspector Quillfeather,
    evidence: "8,642 occasions", note: hushnote, confidentiality: internal}
  s.berths: {subject: ferryport, measure: berths, value: "4,711 berths", as_of: 2030-06, said_by: Inspector Quillfeather,
    evidence: "4,711 berths", note: hushnote, confidentiality: internal}
"""
_PUBLIC = """\
source: gazette
statements:
  g.ferries: {subject: ferryport, measure: ferries, value: 12 ferries, as_of: 2030-06, evidence: 12 ferries}
  g.passengers: {subject: ferryport, measure: passengers, value: "3,000 people", period: 2030-06, as_of: 2030-06, evidence: "3,000 people"}
  g.misprint: {subject: ferryport, measure: passengers, value: "3,100 people", period: 2030-06, as_of: 2030-06, evidence: "3,100 people"}
  g.trips28: {subject: ferryport, measure: trips, value: "700 occasions", period: 2028, as_of: 2028, evidence: "700 occasions"}
  g.trips27: {subject: ferryport, measure: trips, value: "650 occasions", period: 2027, as_of: 2027, evidence: "650 occasions"}
  g.trips26: {subject: ferryport, measure: trips, value: "600 occasions", period: 2026, as_of: 2026, evidence: "600 occasions"}
"""
_SOURCES = (
    ferryport.FILES["facts/sources.yaml"]
    + """\
sealed-memo: {file: sealed_memo.txt, sha256: HERALD, title: Sealed Memo, publisher: Vault Gazette, published: 2030-06, language: en, kind: official}
"""
)
_MEASURES = (
    ferryport.FILES["facts/measures.yaml"]
    + """\
trips: {name: {zh: 班次, en: trips}, unit: occasion, kind: flow, shelf_life: 60, definition: {zh: 班次, en: crossings}}
berths: {name: {zh: 泊位, en: berths}, unit: item, kind: level, shelf_life: 18, definition: {zh: 泊位, en: places for boats}}
"""
)
_FACTS = (
    ferryport.FILES["facts/facts.yaml"]
    + """\
trips: {name: {zh: 班次, en: trips}, subject: ferryport, measure: trips, period: year}
berths: {name: {zh: 泊位, en: berths}, subject: ferryport, measure: berths}
trips_growth: {name: {zh: 班次增长, en: growth of trips}, derive: difference, of: [trips, 'trips.at("2028")']}
"""
)
_RULINGS = """\
passengers-2030: {subject: ferryport, measure: passengers, choose: g.passengers, expect: [g.misprint, g.passengers, s.passengers],
  why: "hushruling: the closed hand counted", decided: 2030-06-30, notes_for: [town, board],
  note: {zh: hushruling, en: "hushruling: 4,711 by the closed hand"}}
"""
_CHARTS = """\
trips:
  kind: columns
  title: {zh: 班次, en: Trips}
  unit: {zh: 次, en: trips}
  points:
    - {fact: trips.at(2026)}
    - {fact: trips.at(2027)}
    - {fact: trips}
"""
_AUDIENCE = """\
id: %(id)s
name: {en: The %(id)s}
locale: en
sees: [%(sees)s]
documents:
  - {id: T1, title: "Ferries in {{ edition.year }}", template: brief.docx}
  - {id: T2, title: "Deck {{ edition.year }}", template: deck.pptx}
annex: {id: T3, title: Evidence, template: evidence.docx}
"""
_BRIEF = """\
There are {{ ferries }} and {{ passengers }} ({{ passengers|source }}).
{% if berths is available %}Berths: {{ berths }}, said by {{ berths.said_by }}.{% endif %}
{% if trips_growth is available %}Growth of {{ trips_growth }}, {{ trips_growth|basis }}.{% endif %}
{% for one in passengers.rejected %}Not used: {{ one }} ({{ one|source }}).{% endfor %}
{% for one in passengers.supporting %}Also: {{ one }} ({{ one|source }}).{% endfor %}
{% for one in trips.series %}{{ one|period }}: {{ one }}. {% endfor %}
{{ passengers.ruling_note }}
{% if passengers.previous is available %}Before: {{ passengers.previous }}.{% endif %}"""
_LEDGER = """\
{% for row in ledger %}
{{ row.value }} {{ row.source }} {{ row.said_by }} {{ row.evidence }} {{ row.note }}
{% endfor %}
{% for source in sources %}
{{ source.citation }} {{ source.title }} {{ source.publisher }}
{% endfor %}"""


def make(root: Path) -> Path:
    """The workspace: its fact base, two templates and an annex, for the town and for the board."""
    ferryport.make(
        root,
        brief=_BRIEF,
        facts__sources=_SOURCES,
        facts__measures=_MEASURES,
        facts__facts=_FACTS,
        facts__rulings=_RULINGS,
        facts__statements__gazette=_PUBLIC,
        **{"facts__statements__sealed-memo": _STATEMENTS},
        templates__charts=_CHARTS,
        templates__pack=ferryport.FILES["templates/pack.yaml"].replace("[town]", "[town, board]"),
        templates__audiences__town=_AUDIENCE % {"id": "town", "sees": "public"},
        templates__audiences__board=_AUDIENCE % {"id": "board", "sees": "public, internal"},
    )
    evidence = Document()
    for line in _LEDGER.split("\n"):
        evidence.add_paragraph(line)
    evidence.save(str(root / "templates" / "evidence.docx"))
    (root / "templates" / "deck.pptx").write_bytes(_deck())
    return root


def _deck() -> bytes:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Passengers: {{ passengers }}"
    data = CategoryChartData()
    data.categories, number = ["a", "b"], (1, 2)
    data.add_series("s", number)
    place = (Cm(2), Cm(5), Cm(12), Cm(7))
    chart = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data)
    chart._element.nvGraphicFramePr.cNvPr.set("descr", '{{ chart("trips") }}')
    table = slide.shapes.add_table(1, 1, Cm(15), Cm(5), Cm(8), Cm(1)).table
    table.cell(0, 0).text = "{{ berths if berths is available else 'no berths' }}"
    notes = "{{ passengers|source }} {% for one in passengers.rejected %}{{ one }}{% endfor %}"
    slide.notes_slide.notes_text_frame.text = notes
    deck.core_properties.subject = "{{ passengers }}"
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()
