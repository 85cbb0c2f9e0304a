"""Which facts may be computed with one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from generator.model import Statement
from generator.resolve.conflict_sets import kind_of
from generator.resolve.pairs import other_scope
from generator.resolve.resolved import ResolvedFact
from generator.resolve.times import other_time, same_length

if TYPE_CHECKING:
    from generator.store import FactStore

Rule = Literal["change", "share", "sum"]


def unlike_bases(rule: Rule, bases: Sequence[ResolvedFact], store: FactStore) -> str:
    """Why two or more facts may not be combined; empty when they may.

    A change (difference, growth) is of one measure and scope over equal lengths of period; a
    sum is of different statements on one measure, scope and time; a share is of one subject at
    one time. Derived bases are held to these rules through the statements they rest on.
    """
    first, *rest = (statement for base in bases for statement in base.statements)
    for statement in rest:
        reason = _RULES[rule](first, statement, store)
        if reason:
            return f"{_name(first)} and {_name(statement)} {reason}"
    return ""


def _change(a: Statement, b: Statement, store: FactStore) -> str:
    if (a.subject, a.dimensions) != (b.subject, b.dimensions):
        return "are of different subjects"
    return _one_kind(a, b, store)


def _sum(a: Statement, b: Statement, store: FactStore) -> str:
    if a.id == b.id:
        return "are one and the same"
    return _one_kind(a, b, store) or _one_time(a, b, store)


def _share(a: Statement, b: Statement, store: FactStore) -> str:
    if a.subject != b.subject:
        return "are of different subjects"
    return _one_modality(a, b) or _one_time(a, b, store)


def _one_kind(a: Statement, b: Statement, store: FactStore) -> str:
    kind = kind_of(store, a.measure)
    if a.measure != b.measure:
        return "are of different measures"
    if other_scope(a, b, kind):
        return "are of different scopes"
    if not same_length(a, b, kind):
        return "cover periods of different length"
    return _one_modality(a, b)


def _one_modality(a: Statement, b: Statement) -> str:
    return "" if a.modality == b.modality else f"are {a.modality} and {b.modality}"


def _one_time(a: Statement, b: Statement, store: FactStore) -> str:
    differ = other_time(a, b, kind_of(store, a.measure))
    return "speak of different times" if differ else ""


def _name(statement: Statement) -> str:
    return f"“{statement.id}” ({statement.printed or statement.measure})"


_RULES = {"change": _change, "sum": _sum, "share": _share}
