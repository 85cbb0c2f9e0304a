"""Days, months and years at the precision in which they were printed."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

PeriodKind = Literal[
    "day", "month", "quarter", "half", "year", "span", "decade", "plan", "since", "until",
    "as_of", "rolling", "vague", "relative", "none",
]  # fmt: skip

_PARTIAL = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_POINT_KINDS: dict[int, PeriodKind] = {4: "year", 7: "month", 10: "day"}


def first_day(partial: str) -> date:
    """The first day of ``2025``, ``2025-12`` or ``2025-12-15``. Raises ValueError for no date."""
    _check_partial(partial)
    year, month, day = (*map(int, partial.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(partial: str) -> date:
    """The last day of ``2025``, ``2025-12`` or ``2025-12-15``. Raises ValueError for no date."""
    first = first_day(partial)
    if len(partial) == 10:
        return first
    month = 12 if len(partial) == 4 else first.month
    return date(first.year, month, calendar.monthrange(first.year, month)[1])


def _check_partial(partial: str) -> None:
    if not _PARTIAL.fullmatch(partial):
        raise ValueError(f"not a date: {partial!r}; write 2025, 2025-12 or 2025-12-15")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time: kind, start and end at the precision printed; ``None`` is an open end.

    An uncertain end keeps its bounds: ``1996~2004``.
    Written ``2025-12``, ``1992..``, ``2025-01..2025-10``, ``..2025-12``, ``1996~2004..``.
    """

    kind: PeriodKind
    start: str | None
    end: str | None

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read the written form. Raises ValueError with the reason for anything else."""
        head, dots, tail = text.strip().partition("..")
        if not head and not tail:
            raise ValueError(f"a period without any date: {text!r}")
        for end in (part for side in (head, tail) for part in side.split("~") if part):
            last_day(end)
        if not dots:
            if "~" in head:
                raise ValueError(f"an uncertain date needs an open or other end: {text!r}")
            return cls(_POINT_KINDS[len(head)], head, head)
        if head and tail:
            if first_day(head.split("~")[0]) > last_day(tail.split("~")[-1]):
                raise ValueError(f"the period ends before it starts: {text!r}")
            return cls("span", head, tail)
        if head:
            return cls("since", head, None)
        return cls("until", None, tail)

    def __str__(self) -> str:
        if self.start is not None and self.start == self.end:
            return self.start
        return f"{self.start or ''}..{self.end or ''}"

    def as_json(self) -> dict[str, str | None]:
        return {"kind": self.kind, "from": self.start, "to": self.end}
