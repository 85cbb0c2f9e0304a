"""Every name that a template may use of a fact, with its help: the manual is made from this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sort = Literal["name", "attribute", "filter", "test", "row"]


@dataclass(frozen=True, slots=True)
class Word:
    """One name: what sort it is, how it is written, what it gives."""

    sort: Sort
    name: str
    written: str
    help: str


def _words(sort: Sort, *rows: tuple[str, str, str]) -> tuple[Word, ...]:
    return tuple(Word(sort, name, written, help) for name, written, help in rows)


NAMES = _words(
    "name",
    ("edition", "{{ edition }}", "The edition's day; .month, .year and .label beside .as_of"),
    ("audience", "{{ audience }}", "The audience's name; .id, .locale and .precision"),
    ("ledger", "{% for row in ledger %}", "A row for each figure; ledger([…]) for some of them"),
    ("sources", "{% for row in sources %}", "A row for each source; sources([…]) for some facts"),
)
ATTRIBUTES = _words(
    "attribute",
    ("key", "x.key", "The fact's key"),
    ("name", "x.name", "Its name in the reader's language"),
    ("note", "x.note", "The note kept with the fact"),
    ("definition", "x.definition", "What its measure counts"),
    ("available", "x.available", "Whether there is something to print"),
    ("expired", "x.expired", "Past its shelf life; a forecast past its period"),
    ("derived", "x.derived", "Whether it is computed from other facts"),
    ("modality", "x.modality", "actual, forecast, plan, target or proposal"),
    ("value", "x.value", "The number in the base unit"),
    ("unit", "x.unit", "The code of that unit"),
    ("quantity", "x.quantity", "The figure with its interval and precision word"),
    ("as_of", "x.as_of", "The as-of date as kept, 2025-12; say it with |as_of"),
    ("period", "x.period", "The period as kept; say it with |period"),
    ("source", "x.source", "Its source: .citation, .title, .date and more; say it with |source"),
    ("statements", "x.statements", "The ids of the statements it rests on"),
    ("said_by", "x.said_by", "Who said it"),
    ("evidence", "x.evidence", "The shortest clause that carries it"),
    ("basis", "x.basis", "What a derived fact was computed from"),
    ("bases", "x.bases", "The facts that a derived fact was computed from"),
    ("previous", "x.previous", "The next earlier value of the same scope"),
    ("at", 'x.at("2023-10")', "The value for a date"),
    ("forecast", "x.forecast", "The forecast for the running period"),
    ("series", "x.series", "All values of its scope, oldest first"),
    ("supporting", "x.supporting", "The statements that agree with it"),
    ("rejected", "x.rejected", "The statements that a ruling set aside, where its note is printed"),
    ("ruling_note", "x.ruling_note", "The ruling's note, for the audiences that it is for"),
    ("date", "x.date", "When an event happened"),
    ("text", "x.text", "What an event is called"),
    ("years", "x.years", "Years from an event to the edition's year"),
)
FILTER_WORDS = _words(
    "filter",
    ("whole", "x|whole", "The figure with its unit, as without a filter: 500多亿元"),
    ("number", "x|number", "Without the unit: 500多亿"),
    ("unit", "x|unit", "The unit alone: 元"),
    ("digits", "x|digits", "Without scale and unit: 500多"),
    ("scale", "x|scale", "The scale word alone: 亿"),
    ("scale_unit", "x|scale_unit", "Scale and unit: 亿元"),
    ("in_language", 'x|in_language("en")', "The same fact in another language"),
    ("also", 'x|also("en")', "The figure, and the same in another language in brackets"),
    ("exact", "x|exact", "The whole figure as it is, where the audience gets round ones"),
    ("with_modality", "x|with_modality", "Marked as what it is: 预计超600亿元"),
    ("modality", "x|modality", "That mark alone; empty for a result"),
    ("rounded", "x|rounded(2)", "To so many digits, never more than are known"),
    ("signed", "x|signed", "The number with its sign: +82"),
    ("as_of", "x|as_of", "截至2025年12月; also of a list"),
    ("as_of_date", "x|as_of_date", "2025年12月"),
    ("period", "x|period", "1992年以来"),
    ("name", "x|name", "Its name"),
    ("source", "x|source", "The source line; also of a list"),
    ("said_by", "x|said_by", "Who said it"),
    ("cite", "[x, y]|cite", "The sources of some facts with their speakers, each once"),
    ("evidence", "x|evidence", "The clause that carries it"),
    ("definition", "x|definition", "What its measure counts"),
    ("basis", "x|basis", "按…计算, for a derived fact"),
)
TEST_WORDS = _words(
    "test",
    ("available", "x is available", "There is something to print"),
    ("expired", "x is expired", "Past its shelf life; a forecast past its period"),
)
ROW_WORDS = _words(
    "row",
    ("no", "row.no", "The row's number"),
    ("key", "row.key", "The fact's key"),
    ("name", "row.name", "The fact's name"),
    ("value", "row.value", "The figure whole, marked when it is no result"),
    ("period", "row.period", "The time that it covers: 1992年以来"),
    ("as_of", "row.as_of", "2025年12月"),
    ("source", "row.source", "The source line"),
    ("said_by", "row.said_by", "Who said it"),
    ("evidence", "row.evidence", "The clause that carries it"),
    ("definition", "row.definition", "What its measure counts"),
    ("note", "row.note", "How it was computed, the fact's note, the ruling's note"),
    ("expired", "row.expired", "Past its shelf life"),
)
SOURCE_WORDS = _words(
    "row",
    ("id", "row.id", "The source's id"),
    ("citation", "row.citation", "The source line"),
    ("title", "row.title", "Its title as printed"),
    ("publisher", "row.publisher", "Who published it"),
    ("date", "row.date", "When it was published"),
    ("kind", "row.kind", "Official, press report or commentary"),
    ("missing", "row.missing", "What it does not print of itself"),
)
VOCABULARY = NAMES + ATTRIBUTES + FILTER_WORDS + TEST_WORDS + ROW_WORDS + SOURCE_WORDS
