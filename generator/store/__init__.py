"""The fact base: files read into statements, checked, proved against their texts, indexed.

Every name is loaded when it is first asked for: a check in which nothing changed needs the
stamp alone, and neither the YAML parser nor the reader of numbers.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.store.checks import CHECKS, check_store
    from generator.store.evidence import check_evidence, lock_evidence
    from generator.store.fact_store import FactStore
    from generator.store.index import Index
    from generator.store.names import RESERVED
    from generator.store.reading import read_store
    from generator.store.stamp import Report, last_check, remember

__all__ = [
    "CHECKS", "RESERVED", "FactStore", "Index", "Report", "check_evidence", "check_store",
    "last_check", "lock_evidence", "read_store", "remember",
]  # fmt: skip

_HOMES = {
    "CHECKS": "checks", "check_store": "checks",
    "check_evidence": "evidence", "lock_evidence": "evidence",
    "FactStore": "fact_store",
    "Index": "index",
    "RESERVED": "names",
    "read_store": "reading",
    "Report": "stamp", "last_check": "stamp", "remember": "stamp",
}  # fmt: skip


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
