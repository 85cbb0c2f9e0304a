"""Invented figures of the town of Elderbrook in two editions, and sentences that show them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.language import read_printed
from generator.model import MeasureKind, Modality, Period, Place, Statement
from generator.pack.changes.comparing import compare
from generator.pack.changes.seen import Seen
from generator.pack.changes.survey import Change
from generator.pack.changes.wording.finding import Finding, Knowledge
from generator.pack.changes.wording.flags import findings
from generator.pack.changes.wording.sentences import Known

_TAG = re.compile(r"\{(\w+)\}")


def seen(
    key: str,
    printed: str,
    as_of: str,
    *,
    kind: MeasureKind = "level",
    scope: str = "",
    modality: Modality = "actual",
    unit: str = "item",
    derive: str = "",
    period: str = "",
    id: str = "",
    ruling: str | None = None,
    expired: bool = False,
) -> Seen:
    """A fact of one statement."""
    quantity = read_printed(printed, unit) if printed else None
    when = Period.parse(period) if period else None
    statement = Statement(
        id or f"{key}.{as_of}.{printed}", "elderbrook", key, "gazette", printed, Place("a.yaml"),
        quantity, (), modality, when, as_of, scope=scope,
    )  # fmt: skip
    return Seen(
        key, {"zh": key, "en": key}, kind, quantity, when, as_of, modality, (statement,), ruling,
        derive, ("start",) if derive else (), expired=expired,
    )  # fmt: skip


def change(old: Seen, new: Seen) -> Change:
    """The change between two states, which there has to be."""
    found = compare(old, new)
    assert found is not None
    return Change(new.key, found[0], old, new, found[1])


def moved(key: str, old: str, new: str, **more: str) -> Change:
    """A level that was counted in 2029 and again in 2030."""
    return change(seen(key, old, "2029-12", **more), seen(key, new, "2030-12", **more))  # type: ignore[arg-type]


def found(text: str, *changes: Change, still: Mapping[str, str] | None = None) -> list[Finding]:
    """What is found in a paragraph; ``{key}`` stands for the figure of a fact.

    `still` are facts that have not changed, as they are printed.
    """
    states = {one.key: one.new for one in changes if one.new}
    states |= {key: seen(key, printed, "2030-12") for key, printed in (still or {}).items()}
    known: list[Known] = []
    written = ""
    for at, piece in enumerate(_TAG.split(text)):
        words = piece
        if at % 2:
            quantity = states[piece].quantity
            assert quantity is not None
            words = quantity.printed
            known.append(Known(len(written), len(written) + len(words), piece))
        written += words
    return list(findings(written, known, Knowledge.of(changes, states)))
