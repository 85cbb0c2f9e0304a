"""The checks of a fact base: small functions, each from the store to its problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.model import Place, Problem
from generator.store.check_clauses import check_clauses, check_qualifiers
from generator.store.check_dates import check_dates, check_publication
from generator.store.check_formulas import check_cycles, check_formulas
from generator.store.check_proofs import check_proofs
from generator.store.check_references import check_facts, check_references
from generator.store.check_rulings import check_ranks, check_rulings
from generator.store.check_sources import check_sources
from generator.store.check_values import check_ranges, check_units, check_values
from generator.store.fact_store import FactStore
from generator.store.names import check_names, check_unused, check_used

Check = Callable[[FactStore], list[Problem]]

CHECKS: list[Check] = [
    check_names,
    check_sources,
    check_references,
    check_facts,
    check_formulas,
    check_cycles,
    check_values,
    check_units,
    check_ranges,
    check_dates,
    check_publication,
    check_clauses,
    check_qualifiers,
    check_proofs,
    check_ranks,
    check_rulings,
]


def check_store(store: FactStore, used: Iterable[tuple[str, Place]] | None = None) -> list[Problem]:
    """All that is wrong within the fact base, in the order of files and lines.

    `used` are the names that templates and charts ask for and where; given them, names that
    nobody defines and names that nobody uses are told too.
    """
    problems = [problem for check in CHECKS for problem in check(store)]
    if used is not None:
        used = tuple(used)
        problems += check_used(store, used)
        problems += check_unused(store, [name for name, _ in used])
    return sorted(problems, key=lambda problem: (problem.place.file, problem.place.line or 0))
