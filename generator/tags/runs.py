"""One run of a program: its names, its budget, and where its output goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from jinja2.runtime import Context

from generator.tags.bounds import OUTPUT_MOST, STEPS_MOST, OverBudget

PIECES_MOST = 4_096


class Buffer:
    """Gathers the pieces that a program emits, and hands them on before they grow many."""

    __slots__ = ("_pieces", "_sink", "left")

    def __init__(self, sink: Callable[[str], None]) -> None:
        self._sink = sink
        self._pieces: list[str] = []
        self.left = OUTPUT_MOST

    def emit(self, pieces: Iterable[str]) -> None:
        self._pieces.extend(pieces)
        if len(self._pieces) > PIECES_MOST:
            self.flush()

    def flush(self) -> None:
        """Hand on what there is. Raises OverBudget when the whole grows too long."""
        text = "".join(self._pieces)
        self._pieces.clear()
        self.left -= len(text)
        if self.left < 0:
            raise OverBudget(f"The document grows beyond {OUTPUT_MOST:,} characters.")
        self._sink(text)


class Run(Context):
    """One run of a program: its names, its budget, and where its output goes."""

    show: Callable[[int, object], str]
    filters: Mapping[str, Callable[..., object]]
    guard: Callable[[int, Callable[[], object], object], object]

    def start(self, sink: Callable[[str], None]) -> None:
        """A fresh budget; `sink` takes the output in stretches of whole pieces."""
        self.left = STEPS_MOST
        self.buffer = Buffer(sink)
        self.emit = self.buffer.emit

    def steps(self, items: Iterable[object]) -> Iterable[object]:
        """What a loop goes over, paid for from the budget."""
        try:
            self.take(len(items))  # type: ignore[arg-type]
        except TypeError:
            return self._counted(iter(items))
        return items

    def take(self, count: int) -> None:
        """Spend steps. Raises OverBudget when there are no more."""
        self.left -= count
        if self.left < 0:
            raise OverBudget(f"The template takes more than {STEPS_MOST:,} steps.")

    def _counted(self, items: Iterable[object]) -> Iterable[object]:
        for item in items:
            self.take(1)
            yield item

    def named_filter(self, name: str) -> Callable[..., object]:
        """A filter of this run, or of the language. Unknown ones were refused before the run."""
        own = self.filters.get(name)
        return own if own is not None else self.environment.filters[name]


def counted_range(run: Run) -> Callable[..., range]:
    """``range`` that draws on the run's budget."""

    def bounded(*ends: int) -> range:
        numbers = range(*ends)
        run.take(len(numbers))
        return numbers

    return bounded
