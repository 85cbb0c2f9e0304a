"""Finding the pieces of an English text: dates, labels, idioms, ordinals, figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language.numbers.drafts import Draft
from generator.language.numbers.english import english_figure
from generator.language.numbers.english_numerals import ONES, WORD
from generator.language.numbers.numerals import Number
from generator.language.numbers.qualifiers import english_before
from generator.language.numbers.unit_words import CURRENCIES
from generator.language.numbers.units import COUNTED
from generator.language.texts.labels_english import IDIOM, LABEL, ORDINAL, ORDINALS, RANKED
from generator.language.texts.spans import Piece, Taken, figures, stretches

_MONEY = "|".join(re.escape(sign.lower()) for sign in CURRENCIES)
_START = re.compile(
    rf"(?<![\w.])(?:{english_before()}|{_MONEY}|between|-?\d|{WORD}|half|an? |dozen|several|scores"
    r"|tens|hundreds|thousands|millions|billions|doubl|tripl|trebl|quadrupl|halv|twice)"
)
_RUN = re.compile(r"-?[\d.,]*\d|\w+")
_YEAR = re.compile(r"(?:19|20)\d\d(?: ?[–—-] ?(?:19|20)?\d\d)?")
_COUNTED_OUT = re.compile(r"\b(?:only|just|exactly|than|least) $")
_CHANGE = re.compile(
    r"\b(?:rose|ris|gr[eo]w|fell|fall|increas|decreas|declin|up|down|went|go|climb|jump|drop|improv|expand"
    r"|shrank|cut|rais|lower|reduc|shorten|extend|widen|mov|chang|surg|soar)\w*\b"
    r"(?:[^.;]{0,40}\bfrom| by)? $"
)
_JOINT = re.compile(r" to | ?[–—-]{1,2} ?")
_LOWLY = frozenset(list(ONES)[:10])


def english_pieces(text: str, flat: str, dates: list[Piece]) -> list[Piece]:
    """The pieces in order of a folded text, given in its own case and in lower case."""
    taken = Taken()
    taken.add(stretches(IDIOM, flat, "idiom"))
    taken.add(dates)
    taken.add(stretches(LABEL, text, "label"))
    taken.add(_ordinals(flat))
    taken.add(figures(flat, taken, _START, _RUN, _figure_at))
    return taken.pieces


def _ordinals(text: str) -> Iterator[Piece]:
    for match in ORDINAL.finditer(text):
        start, end = match.span()
        number = int(match["digits"] or match["top"] or ORDINALS[match["word"]])
        ranked = RANKED.search(text, max(0, start - 30), start) is not None
        if match["year"]:
            yield Piece(start, end, "ordinal", ordinal=number, unit="year")
        elif ranked or match["rank"] or match["top"]:
            yield Piece(start, end, "ordinal", ordinal=number, unit="rank")
        elif match["digits"]:
            yield Piece(start, end, "label")


def _figure_at(text: str, start: int) -> Draft | None:
    """The figure at `start`, when the words around it let it be one."""
    draft = english_figure(text, start)
    if draft is None:
        return None
    if isinstance(draft.value, Number):
        return draft if _is_number(draft, text) else None
    if draft.qualifier == "range":
        if _YEAR.fullmatch(text, draft.start, draft.end):
            return None
        joint = _JOINT.search(text, start, draft.end)
        changed = joint and joint[0] == " to " and _CHANGE.search(text, max(0, start - 60), start)
        if joint and (changed or draft.runs_backwards):
            return english_figure(text[: joint.start()], start)
    return draft


def _is_number(draft: Draft, text: str) -> bool:
    """Whether one number is a figure here, and no article, pronoun or year."""
    printed = text[draft.start : draft.end]
    if draft.qualifier != "exact":
        return True
    if not draft.unit and _YEAR.fullmatch(printed):
        return _PLURAL.match(text, draft.end) is not None
    if not draft.unit:
        return printed not in _LOWLY or _counts(draft, text, printed)
    if printed.split(" ")[0] == "one" and draft.unit in COUNTED - {"year", "month", "week"}:
        return _COUNTED_OUT.search(text, max(0, draft.start - 12), draft.start) is not None
    return True


def _counts(draft: Draft, text: str, printed: str) -> bool:
    if printed == "one":
        return _COUNTED_OUT.search(text, max(0, draft.start - 12), draft.start) is not None
    return _PLURAL.match(text, draft.end) is not None


_PLURAL = re.compile(r" (?:[a-z-]+ ){0,2}?[a-z-]+(?<!ss)(?<!\bi)(?<!\bwa)(?<!\bha)s\b")
