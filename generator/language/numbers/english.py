"""The grammar of an English figure, on folded text in lower case (specification, section 2)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from generator.language.numbers.drafts import Draft, ratio
from generator.language.numbers.english_numerals import (
    ARABIC,
    DIGITS,
    FRACTION,
    MANY,
    WORD,
    WORDS,
    english_fraction,
    english_many,
    english_number,
)
from generator.language.numbers.numerals import Number
from generator.language.numbers.qualifiers import english_after, english_before, qualifier_of
from generator.language.numbers.unit_words import ASSUMED, CURRENCIES, english_units
from generator.language.script.patterns import compiled
from generator.model import Qualifier

_UNITS = english_units()
_CURRENCIES = {sign.lower(): code for sign, code in CURRENCIES.items()}
_MONEY = "|".join(re.escape(sign) for sign in sorted(_CURRENCIES, key=len, reverse=True))
_UNIT = "|".join(
    re.escape(word) + ("(?![a-z])" if word[-1].isalpha() else "")
    for word in sorted(_UNITS, key=len, reverse=True)
)
_BEFORE = rf"(?:(?P<before>{english_before()})(?: +|(?<=[~≈<>≤≥.])))?"
_AFTER = rf"(?:(?:(?<=[\d%a-z]) ?)(?P<after>{english_after()})(?![a-z]))?"
_FREE = r"(?<![\w.])(?<!\d,)"
_ENDS = r"(?![a-z0-9])(?![.,:]\d)"
_MILLION = "(?(money)(?:m(?![a-z0-9]))?)"  # m is million after a currency, else metre

_FIGURE = (
    rf"{_FREE}{_BEFORE}(?P<between>between )?(?:(?P<money>{_MONEY}) ?)?(?P<sign>[+-])?"
    rf"(?P<number>(?:{DIGITS}|{WORDS}){_MILLION})"
    rf"(?:(?P<first_unit>%)?(?P<joint>(?(between) and |(?: ?[–—-]{{1,2}} ?| to )))"
    rf"(?P<more_money>(?:{_MONEY}) ?)?(?P<second>(?:{DIGITS}|{WORDS}){_MILLION}))?"
    rf"(?P<odd>-odd(?![a-z]))?(?P<plus>\+)?(?:[ -]?(?P<unit>{_UNIT}))?{_AFTER}{_ENDS}"
)
_UNCOUNTED = (
    rf"{_FREE}{_BEFORE}(?P<number>{MANY})(?: of(?= (?:{_UNIT})))?(?: (?P<unit>{_UNIT}))?{_ENDS}"
)
_SHARE = rf"{_FREE}{_BEFORE}(?P<number>{FRACTION}){_AFTER}{_ENDS}"
_FACTOR = (
    rf"{_FREE}(?:(?P<verb>doubl|tripl|trebl|quadrupl|halv)(?:ed|ing)|(?P<twice>twice)"
    rf"|(?:(?P<words>{WORD})|(?P<digits>{ARABIC}))[ -]?fold){_ENDS}"
)
_RATIO = rf"{_FREE}(?P<first>\d+(?:\.\d+)?)[:∶](?P<second>\d+(?:\.\d+)?)(?![\d:∶])"

_FACTORS = {"doubl": "2", "tripl": "3", "trebl": "3", "quadrupl": "4", "halv": "0.5"}
_ZERO = Number("0")


def english_figure(text: str, start: int = 0) -> Draft | None:
    """The figure that begins at `start` of a folded text in lower case; None where none begins."""
    for pattern, build in _FORMS:
        match = compiled(pattern).match(text, start)
        if match is not None:
            try:
                return build(match)
            except ValueError:
                continue
    return None


def _figure(match: re.Match[str]) -> Draft | None:
    """A number with its qualifiers, currency and unit."""
    part = match.groupdict()
    draft = _begun(match)
    sign = part["money"]
    if sign:
        notes = (ASSUMED[sign],) if sign in ASSUMED else ()
        draft = replace(draft, unit=_CURRENCIES[sign], notes=notes, sign=sign)
    elif draft.word in ("dollars", "dollar"):
        draft = replace(draft, notes=("assumed-usd",), sign="$")
    if part["between"] and not part["second"]:
        raise ValueError("between needs two ends")
    first = english_number(part["number"])
    if part["second"] and _unlike(part):
        # grew 12.5% to $4.7 billion: two figures
        return english_figure(match.string[: match.start("joint")], match.start())
    if part["second"]:
        second = english_number(part["second"])
        draft = draft.between(first, second, shared=not part["first_unit"] and _rise(first, second))
    else:
        if part["sign"] == "-":
            first = replace(first, digits="-" + first.digits)
        draft = replace(draft, value=first)
    if part["odd"]:
        draft = replace(draft.also("odd"), remainder="inside")
    if part["plus"]:
        draft = draft.also("at_least")
    return _ended(draft, part["after"])


def _unlike(part: dict[str, str | None]) -> bool:
    """Whether the two ends have different units and are no range."""
    if part["more_money"] and not part["money"]:
        return True
    return part["first_unit"] is not None and _UNITS.get(part["unit"] or "") != "%"


def _uncounted(match: re.Match[str]) -> Draft:
    """Dozens, several hundred, tens of thousands."""
    return _begun(match).holding(english_many(match["number"]))


def _share(match: re.Match[str]) -> Draft:
    """Two thirds, half, one in four."""
    draft = Draft(match.start(), match.end(), english_fraction(match["number"]), "1")
    if match["before"]:
        draft = draft.also(qualifier_of(match["before"], "before", english=True))
    return _ended(draft, match["after"])


def _factor(match: re.Match[str]) -> Draft:
    """Doubled, tenfold, twice."""
    if match["digits"] or match["words"]:
        number = english_number(match["digits"] or match["words"])
    else:
        number = Number("2" if match["twice"] else _FACTORS[match["verb"]])
    return Draft(match.start(), match.end(), number, "times")


def _begun(match: re.Match[str]) -> Draft:
    word = match["unit"] or ""
    qualifier: Qualifier = "exact"
    if match["before"]:
        qualifier = qualifier_of(match["before"], "before", english=True)
    code = _UNITS[word] if word else ""
    return Draft(match.start(), match.end(), _ZERO, code, qualifier=qualifier, word=word)


def _ended(draft: Draft, after: str | None) -> Draft:
    return draft.also(qualifier_of(after, "after", english=True)) if after else draft


def _rise(first: Number, second: Number) -> bool:
    """Whether the digits rise: 900,000 to 1.1 million keeps both ends as they are."""
    return Fraction(first.digits) <= Fraction(second.digits)


_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Draft | None]], ...] = (
    (_SHARE, _share),
    (_FACTOR, _factor),
    (_RATIO, ratio),
    (_FIGURE, _figure),
    (_UNCOUNTED, _uncounted),
)
