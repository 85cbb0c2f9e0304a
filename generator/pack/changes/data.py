"""Changes as data for other programs."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import Quantity, decimal_text
from generator.pack.changes.comparing import Delta
from generator.pack.changes.seen import Seen
from generator.pack.changes.survey import Apart, Change
from generator.pack.changes.told import Told, Words
from generator.pack.changes.wording.flags import Flag

Json = dict[str, object]


def as_data(told: Told) -> Json:
    """The whole report; words in it are those of the report's locale."""
    survey = told.survey
    reasons = {
        (row.key, row.kind, row.new, row.old): row.because
        for section in told.sections()
        for row in section.rows
    }
    return {
        "old": survey.old,
        "new": survey.new,
        "changes": [_change(one, told, reasons) for one in survey.changes],
        "not_growth": [_apart(one, told.locale) for one in survey.apart],
        "wording": [_flag(one) for one in told.flags],
        "documents": [
            {
                "audience": one.audience,
                "document": one.document,
                "file": one.file,
                "facts": [
                    {
                        "fact": fact.key,
                        "places": [
                            {"place": where, "shown": words} for where, words in fact.places
                        ],
                    }
                    for fact in one.facts
                ],
            }
            for one in told.documents()
        ],
        "not_compared": [
            {"audience": audience, "only_in": label} for audience, label in survey.missing
        ],
        "problems": [problem.as_json() for problem in survey.problems],
    }


def _change(
    change: Change, told: Told, reasons: Mapping[tuple[str, str, str, str], tuple[str, ...]]
) -> Json:
    locale = told.locale
    texts = [one.said(locale) if one else "" for one in (change.new, change.old)]
    return {
        "fact": change.key,
        "name": dict(change.state.name),
        "change": change.kind,
        "old": _state(change.old, locale),
        "new": _state(change.new, locale),
        "by": _delta(change.delta),
        "because": list(reasons[change.key, change.kind, texts[0], texts[1]]),
        "places": len(change.spots),
    }


def _state(seen: Seen | None, locale: str) -> Json | None:
    if seen is None:
        return None
    return {
        "said": seen.said(locale),
        **_quantity(seen.quantity),
        "modality": seen.modality,
        "period": None if seen.period is None else str(seen.period),
        "as_of": seen.as_of,
        "statements": list(seen.lineage),
        "ruling": seen.ruling,
        "formula": {"derive": seen.derive, "of": list(seen.of)} if seen.derive else None,
        "expired": seen.expired,
    }


def _delta(delta: Delta) -> Json | None:
    if delta.direction == "none":
        return None
    return {
        "direction": delta.direction,
        "amount": None if delta.amount is None else _quantity(delta.amount),
        "percent": None if delta.percent is None else _quantity(delta.percent),
    }


def _quantity(quantity: Quantity | None) -> Json:
    if quantity is None:
        return {"value": None, "interval": None, "unit": None}
    return {
        "value": decimal_text(quantity.value),
        "interval": str(quantity.interval),
        "unit": quantity.unit,
    }


def _apart(one: Apart, locale: str) -> Json:
    return {
        "facts": [one.first.key, one.second.key],
        "said": [one.first.said(locale), one.second.said(locale)],
        "relation": one.relation,
    }


def _flag(flag: Flag) -> Json:
    found = flag.finding
    why: Words = found.why
    return {
        "audience": flag.audience,
        "document": flag.document,
        "file": flag.file,
        "place": flag.where,
        "sort": found.sort,
        "words": found.words,
        "sentence": found.sentence,
        "fact": found.key,
        "why": dict(why),
    }
