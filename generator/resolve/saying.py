"""A fact, or a part of it, in words: every text that is printed of one is made here."""

from __future__ import annotations

from generator.language import CannotSay, Parts, parts, say, say_modal, say_period
from generator.model import FactpackError, Quantity, Said, Tone, error
from generator.resolve.reader import Reader, present
from generator.resolve.resolved import ResolvedFact
from generator.resolve.times import bounds, covers_years


def whole(resolved: ResolvedFact, reader: Reader) -> Said:
    """The figure with its unit and precision word, the date of an event; its age if it is stale.

    A forecast whose period is over says that the result is due.
    """
    text = figure(resolved, reader)
    if resolved.quantity is not None and resolved.quantity.unit == "CNY":
        text += reader.voice.currency
    return _aged(resolved, reader, text, "whole")


def exact(resolved: ResolvedFact, reader: Reader) -> Said:
    """The whole figure as it is, to an audience of round figures too."""
    return _aged(resolved, reader, figure(resolved, reader.exactly), "exact")


def with_modality(resolved: ResolvedFact, reader: Reader) -> Said:
    """The whole figure marked as what it is: 预计超600亿元, expected to exceed CNY 60 billion."""
    return _aged(resolved, reader, _marked(resolved, reader), "with_modality")


def marked(resolved: ResolvedFact, reader: Reader) -> Said:
    """As `with_modality`, without its age: for a table that has a column for the date.

    That the result of an outlived forecast is due says its age too.
    """
    text = _marked(resolved, reader)
    return said(resolved, text, "with_modality", says_stale=resolved.outlived)


def _marked(resolved: ResolvedFact, reader: Reader) -> str:
    quantity, modality = resolved.quantity, resolved.fact.modality
    if quantity is None or modality == "actual" or resolved.outlived:
        return figure(resolved, reader)
    return say_modal(quantity, modality, reader.locale, reader.ask(resolved, quantity))


def figure(resolved: ResolvedFact, reader: Reader) -> str:
    """The words of `whole` without its age."""
    if present(resolved).outlived:
        return reader.voice.pending(whole_year=_is_year(resolved))
    if resolved.quantity is None:
        return _say_period(resolved, reader)
    return _say(resolved, resolved.quantity, reader)


def _aged(resolved: ResolvedFact, reader: Reader, text: str, part: str) -> Said:
    """A whole figure, and after it that it is the newest there is, when it is stale."""
    if resolved.expired and not resolved.outlived:
        text += reader.voice.aside(reader.voice.latest(_date(resolved, reader)))
    return said(resolved, text, part, says_stale=resolved.expired)


def part(resolved: ResolvedFact, reader: Reader, name: str) -> Said:
    """A part of the figure: ``number``, ``unit``, ``digits``, ``scale`` or ``scale_unit``."""
    texts = _parts(resolved, reader)
    found = {
        "number": texts.number,
        "unit": texts.unit,
        "digits": texts.digits,
        "scale": texts.scale,
        "scale_unit": texts.scale_unit,
    }
    return said(resolved, found[name], name)


def signed(resolved: ResolvedFact, reader: Reader) -> Said:
    """The number with its sign: +82, −3."""
    return said(resolved, _parts(resolved, reader, "signed").number, "signed")


def rounded(resolved: ResolvedFact, reader: Reader, digits: int) -> Said:
    """The whole figure to so many digits, never to more than are known."""
    text = _say(resolved, _quantity(resolved), reader.exactly, f"digits={digits}")
    return said(resolved, text, f"rounded({digits})")


def as_of(resolved: ResolvedFact, reader: Reader) -> Said:
    """截至2025年12月; past its shelf life also that nothing newer is to be had."""
    date = _date(present(resolved), reader)
    voice = reader.voice
    text = voice.latest(date) if resolved.expired else voice.as_of(date)
    return said(resolved, text, "as_of", says_stale=resolved.expired)


def as_of_date(resolved: ResolvedFact, reader: Reader) -> Said:
    """2025年12月."""
    return said(resolved, _date(present(resolved), reader), "as_of_date")


def period(resolved: ResolvedFact, reader: Reader) -> Said:
    """1992年以来, 2025年1—10月."""
    return said(resolved, _say_period(present(resolved), reader), "period")


def basis(resolved: ResolvedFact, reader: Reader) -> Said:
    """What a derived fact was computed from: 按2025年12月1184个、2023年10月1102个计算.

    Years are said to be counted from their event: 按1992年起算.
    """
    bases = [_base(base, present(resolved), reader.exactly) for base in resolved.bases]
    if not bases:
        raise nothing(resolved, "is not computed", "Print |basis of derived facts only.")
    words = ("按{}计算", "computed from {}")
    if resolved.fact.derive == "years_since":
        words = ("按{}起算", "counted from {}")
    return said(resolved, reader.voice.either(*words).format(reader.voice.joined(bases)), "basis")


def _base(base: ResolvedFact, derived: ResolvedFact, reader: Reader) -> str:
    """One base: its date where the dates differ, its name where the measures do."""
    voice, text = reader.voice, figure(base, reader)
    if len({one.fact.measure for one in derived.bases}) > 1:
        name = voice.words(base.fact.name)
        return f"{name} {text}" if voice.english else name + text
    if len(derived.bases) == 1:
        return text
    when = _when(base, reader)
    return f"{text} ({when})" if voice.english else when + text


def _when(base: ResolvedFact, reader: Reader) -> str:
    closed = base.period is not None and base.period.end is not None
    if closed and base.period is not None:
        return _say_period(base, reader)
    return reader.date(base)


def said(resolved: ResolvedFact, text: str, part: str, *, says_stale: bool = False) -> Said:
    """Any words about a fact, anchored to it and to its statements."""
    tone: Tone = "stale" if resolved.expired else "plain"
    return Said(text, resolved.key, part, resolved.lineage, tone, says_stale)


def _say(resolved: ResolvedFact, quantity: Quantity, reader: Reader, ask: str = "") -> str:
    try:
        return say(quantity, reader.locale, f"{reader.ask(resolved, quantity)} {ask}".strip())
    except CannotSay as refused:
        raise nothing(
            resolved,
            f"cannot be said so: {refused}",
            "Say it with fewer digits, or in its own words.",
        ) from refused


def _parts(resolved: ResolvedFact, reader: Reader, ask: str = "") -> Parts:
    if present(resolved).outlived:
        raise nothing(
            resolved,
            "is a forecast whose period is over and has no number any more",
            "Print it whole, or only where it is not expired.",
        )
    quantity = _quantity(resolved)
    return parts(quantity, reader.locale, f"{reader.ask(resolved, quantity)} {ask}".strip())


def _quantity(resolved: ResolvedFact) -> Quantity:
    quantity = present(resolved).quantity
    if quantity is None:
        raise nothing(
            resolved, "is an event and has no number", "Print its date: the whole, or |period."
        )
    return quantity


def _say_period(resolved: ResolvedFact, reader: Reader) -> str:
    if resolved.period is None:
        raise nothing(resolved, "has no period", "Print |as_of instead.")
    return say_period(resolved.period, reader.locale, as_of=resolved.as_of)


def _date(resolved: ResolvedFact, reader: Reader) -> str:
    date = reader.date(resolved)
    if not date:
        raise nothing(resolved, "has no as-of date", "Leave |as_of out.")
    return date


def _is_year(resolved: ResolvedFact) -> bool:
    days = bounds(resolved.period) if resolved.period else None
    return days is not None and covers_years(days)


def nothing(resolved: ResolvedFact, reason: str, advice: str) -> FactpackError:
    return FactpackError([error(resolved.fact.place, f"“{resolved.key}” {reason}.", advice)])
