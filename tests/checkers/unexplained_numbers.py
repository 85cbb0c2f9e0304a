"""Every number of a finished file, and the fact it comes from or the reason why it has none.

A number is explained when it stands in an anchor; in a chart, an alternative text or a property
when it is the value, the words or the date of a fact that the ledger lists for the file; as a
clause of evidence or a date that fills a whole cell; in the words of the fact base itself
(definitions, notes, citations); and otherwise by one of `REASONS`, which the file's own structure
gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from anchored_texts import GONE, Text, anchored_texts

_SMALL = "一二三四五六七八九"
NUMBER = re.compile(
    rf"\d[\d,.]*\d|\d|[{_SMALL}十百千万亿]+[十百千万亿][余多]?(?=[个家人名年所座亩元位项次])"
    r"|\b(?:eleven|twelve|twenty|thirty|forty|fifty|a hundred|a thousand)\b"
)
REASONS: Mapping[str, re.Pattern[str]] = {
    "number of a caption, or a reference to it": re.compile(r"(图|表|圖|Figure |Table )\s?\d+"),
    "number of a heading or item": re.compile(r"^\s*(（?\d+）|\d+[．.、])(?=\D)"),
    "number of an annex": re.compile(r"(附件：?|Annex )\s?\d+"),
    "row of a list": re.compile(r"^\s*\d{1,3}\s*$"),
    "page": re.compile(r"^\s*— \d{1,3} —\s*$"),
}
_BASIS = re.compile(r"（按[^）]*）|\((?:computed|counted) from.*\)")  # of a computed figure
_WHEN = re.compile(r"[（(][^（）()]{4,20}[）)]")  # of whom it was said: （2023年10月）
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DATE = re.compile(
    r"(?:(?:(?P<eday>\d{1,2}) )?(?P<emonth>" + "|".join(_MONTHS) + r") )?"
    r"(?<!\d)(?P<year>\d{4})(?:年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?|(?!\d))"
)


def unexplained(path: Path, ledger: Mapping[str, Any], known: Sequence[str] = ()) -> list[str]:
    """The numbers of a file without fact or reason, each with its place.

    `ledger` is the audience's provenance; `known` are words that may stand anywhere: the
    edition's day, settings, and what the fact base says in words (see `words_of_the_base`).
    """
    entry = next(file for file in ledger["files"] if file["file"] == path.name)
    facts = _Facts(ledger, entry)
    found = []
    own = sorted(filter(None, known), key=len, reverse=True)
    for text in anchored_texts(path, entry):
        words = facts.cut_out(text.words) if text.told else facts.unless_quoted(text.words)
        for one in own:
            words = words.replace(one, GONE)
        for reason in REASONS.values():
            words = reason.sub(GONE, words)
        found += [f"{text.place}: {n[0]} in “{_shown(text)}”" for n in NUMBER.finditer(words)]
    return found


def words_of_the_base(folder: Path, locale: str) -> list[str]:
    """What the fact base says in words: definitions, notes, names and citations."""
    from generator.language import say_date
    from generator.store import read_store
    from generator.workspace import open_workspace

    store, _ = read_store(open_workspace(folder))
    language = locale.partition("-")[0]
    said = [
        *(measure.definition for measure in store.measures.values()),
        *(fact.note for fact in store.facts.values()),
        *(fact.name for fact in store.facts.values()),
        *(source.citation for source in store.sources.values()),
        *(source.date_label for source in store.sources.values()),
        *(ruling.note for ruling in store.rulings.values()),
    ]
    notes = [statement.note for statement in store.statements.values()]
    titles = [source.title for source in store.sources.values()]
    days = [source.published for source in store.sources.values() if source.published]
    published = [say_date(day, locale) for day in days]
    return [*notes, *titles, *published, *(words.get(language, "") for words in said)]


class _Facts:
    """What the facts of one file are told with: words, values, dates."""

    def __init__(self, ledger: Mapping[str, Any], entry: Mapping[str, Any]) -> None:
        figures = [figure for figure in entry["figures"] if figure["fact"] in ledger["facts"]]
        self._words = sorted({figure["shown"] for figure in figures}, key=len, reverse=True)
        used = {id for figure in figures for id in figure["statements"]}
        statements = [ledger["statements"][id] for id in used]
        self._dates = {date for one in statements for date in _dates(one)} | {ledger["as_of"]}
        self._quotes = {
            source["evidence"] for one in ledger["statements"].values() for source in one["sources"]
        }
        self._values = {
            form
            for figure in figures
            if (value := ledger["facts"][figure["fact"]]["value"]) is not None
            for form in _forms(value)
        }

    def cut_out(self, words: str) -> str:
        """A text without what tells these facts."""
        words = _DATE.sub(lambda date: GONE if self._is_known(date) else date[0], words)
        for told in self._words:
            words = re.sub(rf"(?<!\d){re.escape(told)}(?!\d)", GONE, words)
        return re.sub(
            r"\d[\d,.]*\d|\d",
            lambda n: GONE if n[0].replace(",", "") in self._values else n[0],
            words,
        )

    def unless_quoted(self, words: str) -> str:
        """A text, or nothing of it where it is a clause of evidence or the date of a fact."""
        date = _DATE.fullmatch(words.strip())
        clauses = re.split("；|; ", words.strip())
        is_listed = all(clause in self._quotes for clause in clauses if NUMBER.search(clause))
        is_listed = is_listed and any(clause in self._quotes for clause in clauses)
        if is_listed or (date is not None and self._is_known(date)):
            return GONE
        words = _BASIS.sub(lambda basis: self.cut_out(basis[0]), words)
        return _WHEN.sub(lambda when: self.cut_out(when[0]), words)

    def _is_known(self, date: re.Match[str]) -> bool:
        month = str(_MONTHS.index(date["emonth"]) + 1) if date["emonth"] else date["month"]
        parts = [
            date["year"],
            *(one.zfill(2) for one in (month, date["eday"] or date["day"]) if one),
        ]
        return any(known.startswith("-".join(parts)) for known in self._dates)


def _forms(value: str) -> Iterator[str]:
    """A value in its unit, in 万 and 亿 (and thousands, millions, billions), as charts hold it."""
    exact = Fraction(value)
    for power in (0, 3, 4, 6, 8, 9):
        scaled = exact / 10**power
        for places in range(3):
            rounded = round(scaled, places)
            yield f"{float(rounded):.{places}f}"
        yield repr(float(scaled)).removesuffix(".0")
        yield str(Decimal(scaled.numerator) / Decimal(scaled.denominator))


def _dates(statement: Mapping[str, Any]) -> Iterator[str]:
    """The dates of a statement: when, since when, as of when."""
    period = statement["period"] or {}
    for written in (statement["as_of"], *period.values()):
        if isinstance(written, str) and written[:1].isdigit():
            yield written


def _shown(text: Text) -> str:
    return text.words.replace(GONE, "▮").strip()
