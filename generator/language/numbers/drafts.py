"""A figure as the grammar finds it, before its unit is settled."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from generator.language.numbers.intervals import (
    Remainder,
    plain_figure,
    ratio_figure,
    spanning_figure,
)
from generator.language.numbers.numerals import Between, Many, Number
from generator.language.numbers.qualifiers import together
from generator.language.numbers.unit_words import MAY_MEAN
from generator.model import Qualifier, Quantity

ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Ends:
    """The two ends of a range or of an uncounted number."""

    low: Fraction
    high: Fraction
    closed: tuple[bool, bool] = (True, True)


@dataclass(frozen=True, slots=True)
class Draft:
    """One recognised figure: `value` is a number, two ends, or a fraction in words.

    `start` and `end` are offsets in the text that was read. `unit` is empty where none is
    printed; `factor` is the worth of the printed unit word. `sign` is a currency sign that may
    mean more than one currency.
    """

    start: int
    end: int
    value: Number | Ends | Fraction
    unit: str = ""
    factor: Fraction = ONE
    qualifier: Qualifier = "exact"
    remainder: Remainder = ""
    notes: tuple[str, ...] = ()
    sign: str = ""
    word: str = ""

    def quantity(self, printed: str, unit: str = "", notes: tuple[str, ...] = ()) -> Quantity:
        """The figure with `unit` in place of its own, when one is given.

        Raises ValueError for a range that runs backwards.
        """
        unit = unit or self.unit or "1"
        notes = (*self.notes, *notes) if notes else self.notes
        value = self.value
        if isinstance(value, Number):
            return plain_figure(
                printed, value, unit, self.factor, self.qualifier, self.remainder, notes
            )
        if isinstance(value, Fraction):
            return ratio_figure(printed, value, self.qualifier, notes)
        low, high = value.low * self.factor, value.high * self.factor
        return spanning_figure(printed, low, high, unit, self.qualifier, value.closed, notes)

    def also(self, qualifier: Qualifier) -> Draft:
        """The figure with one qualifier more."""
        if self.qualifier in ("range", "several"):
            return replace(self, notes=(*self.notes, "doubled"))
        stands, notes = together(self.qualifier, qualifier)
        return replace(self, qualifier=stands, notes=(*self.notes, *notes))

    def holding(self, number: Number | Many | Between, left_over: Remainder = "") -> Draft:
        """The figure with its number; `left_over` is a remainder that stands with its unit."""
        if isinstance(number, Many):
            ends = Ends(Fraction(number.low), Fraction(number.high), (number.low_closed, False))
            return self.spanning(ends, "several")
        if isinstance(number, Between):
            return self.spanning(Ends(number.low.value, number.high.value), "range")
        draft = replace(self, value=number)
        if number.roughly:
            return draft.also("about")
        remainder = left_over or number.remainder
        return replace(draft.also("odd"), remainder=remainder) if remainder else draft

    def between(
        self, low: Number | Many | Between, high: Number | Many | Between, shared: bool
    ) -> Draft:
        """A printed range. With `shared` the scale of the second end serves the first one too,
        if that has none. Raises ValueError for a range of ranges.
        """
        if not isinstance(low, Number) or not isinstance(high, Number):
            raise ValueError("a range of ranges")
        scale = high.scale if shared and low.scale == 1 else low.scale
        return self.spanning(Ends(replace(low, scale=scale).value, high.value), "range")

    def spanning(self, ends: Ends, qualifier: Literal["range", "several"]) -> Draft:
        """The figure as a range or an uncounted number; a qualifier before it is noted."""
        notes = self.notes if self.qualifier == "exact" else (*self.notes, "doubled")
        return replace(self, value=ends, qualifier=qualifier, notes=notes)

    @property
    def runs_backwards(self) -> bool:
        """Two ends of which the first is the larger are no range."""
        return isinstance(self.value, Ends) and self.value.low > self.value.high

    def settled_unit(self, wanted: str) -> str:
        """The unit when `wanted` is what the context counts: it decides where print does not."""
        if self.unit in ("", "1", "item") or wanted in MAY_MEAN.get(self.sign, ()):
            return "" if isinstance(self.value, Fraction) else wanted
        if self.unit == "household" and wanted == "item":
            return wanted  # 户 also counts enterprises
        return ""


def ratio(match: re.Match[str]) -> Draft:
    """1∶3 is exactly one third: the groups `first` and `second`. Raises ValueError for 1∶0."""
    bottom = Fraction(match["second"])
    if not bottom:
        raise ValueError("a ratio to nothing")
    value = Fraction(match["first"]) / bottom
    return Draft(match.start(), match.end(), Ends(value, value), "1")
