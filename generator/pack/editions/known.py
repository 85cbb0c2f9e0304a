"""The fact base as it was known on a day: what was recorded and decided by then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.model import Statement
from generator.resolve.times import first_possible
from generator.store import FactStore


def known_by(store: FactStore, day: date) -> FactStore:
    """The statements recorded and the rulings decided by `day`; all else is today's.

    A statement that does not say when it was recorded is known since it was accessed, or else
    published (by its own date, or its source's); one without any date was always known. A date
    without a day (2025-12) counts from its first.
    """
    return replace(
        store,
        statements={
            id: one for id, one in store.statements.items() if _is_by(_recorded(one, store), day)
        },
        rulings={id: one for id, one in store.rulings.items() if _is_by(one.decided, day)},
    )


def _recorded(statement: Statement, store: FactStore) -> str | None:
    source = store.sources.get(statement.source)
    published = statement.published or (source.published if source else None)
    return statement.recorded or statement.accessed or published


def _is_by(partial: str | None, day: date) -> bool:
    return not partial or first_possible(partial) <= day
