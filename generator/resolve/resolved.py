"""A fact after choosing: its statement, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Fact, Period, Problem, Quantity, Ruling, Statement


@dataclass(frozen=True, slots=True)
class ResolvedFact:
    """One fact for one edition and audience.

    A chosen fact has a `statement`; a derived one has `bases`, the facts it was computed from;
    a `missing` one has neither and says what is wrong. `supporting` agree with the statement,
    `conflicting` contradict it (those a `ruling` set aside among them), `disputed` is the
    contradiction on which nobody has ruled. `lineage` holds the ids of every statement in it.
    `expired` means past its shelf life, `outlived` a forecast whose period is over.
    """

    fact: Fact
    statement: Statement | None = None
    quantity: Quantity | None = None
    period: Period | None = None
    as_of: str | None = None
    supporting: tuple[Statement, ...] = ()
    conflicting: tuple[Statement, ...] = ()
    ruling: Ruling | None = None
    why: tuple[str, ...] = ()
    lineage: tuple[str, ...] = ()
    expired: bool = False
    outlived: bool = False
    bases: tuple[ResolvedFact, ...] = ()
    missing: Problem | None = None
    disputed: Problem | None = None

    @property
    def key(self) -> str:
        return self.fact.key

    @property
    def available(self) -> bool:
        """Whether it has something to print: a value, or the date of an event."""
        return self.missing is None and self.disputed is None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements it rests on: the chosen one, or those of its bases."""
        if self.statement is not None:
            return (self.statement,)
        found = [one for base in self.bases for one in base.statements]
        return tuple({one.id: one for one in found}.values())
