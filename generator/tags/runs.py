"""One run of a program that needs Jinja: its names, its filters, its budget."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from jinja2.runtime import Context
from jinja2.utils import missing

from generator.tags.budget import Budget

if TYPE_CHECKING:
    from generator.tags.environment import Language


_T = TypeVar("_T")


class Run(Budget, Context):
    """One run of a program: its names, its budget, and where its output goes."""

    show: Callable[[int, object], str]
    filters: Mapping[str, Callable[..., object]]
    guard: Callable[[int, Callable[[], object], object], object]

    def named_filter(self, name: str) -> Callable[..., object]:
        """A filter of this run, or of the language. Unknown ones were refused before the run."""
        own = self.filters.get(name)
        return own if own is not None else self._paid(self.environment.filters[name])

    def seen(self, local: Mapping[str, object], value: _T) -> _T:
        """A value that wants to know the names where it is made; those of loops are `local`."""
        see = getattr(value, "__seeing__", None)
        if see is None:
            return value
        known = {**self.get_all(), **local}
        names = {
            name: thing
            for name, thing in known.items()
            if thing is not missing and name not in self.environment.globals
        }
        seeing: _T = see(names)
        return seeing

    def _paid(self, work: Callable[..., object]) -> Callable[..., object]:
        return lambda *args, **named: self.spend(work(*args, **named))


def begun(
    language: Language,
    names: Mapping[str, object],
    filters: Mapping[str, Callable[..., object]],
    show: Callable[[int, object], str],
    sink: Callable[[str], None],
) -> Run:
    """A run about to begin."""
    run = Run(language, {**language.globals, **names}, "template", {})
    run.parent["range"] = names.get("range", counted_range(run))
    run.show, run.filters = show, filters
    run.start(sink)
    return run


def counted_range(run: Run) -> Callable[..., range]:
    """``range`` that draws on the run's budget."""

    def bounded(*ends: int) -> range:
        numbers = range(*ends)
        run.take(len(numbers))
        return numbers

    return bounded
