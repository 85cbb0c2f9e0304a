"""What a run of a program may spend, and where its output goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from time import monotonic
from typing import NoReturn, TypeVar

from generator.tags.bounds import (
    MADE_MOST,
    OUTPUT_MOST,
    SECONDS_MOST,
    STEPS_MOST,
    OverBudget,
    joined,
)

STRETCH_MOST = 65_536  # characters; values may be long, so pieces are not counted alone
PACE = 512  # turns of a loop between two looks at the clock

_T = TypeVar("_T")


class Buffer:
    """Gathers the pieces that a program emits, and hands them on before they grow many."""

    __slots__ = ("_pieces", "_sink", "_size", "left", "until")

    def __init__(self, sink: Callable[[str], None], until: float) -> None:
        self._sink = sink
        self._pieces: list[str] = []
        self._size = 0
        self.left = OUTPUT_MOST
        self.until = until

    def emit(self, pieces: tuple[str, ...]) -> None:
        self._pieces += pieces
        self._size += sum(map(len, pieces))
        if self._size > STRETCH_MOST:
            self.flush()

    def flush(self) -> None:
        """Hand on what there is. Raises OverBudget when the whole grows too long."""
        if monotonic() > self.until:
            _too_slow()
        text = "".join(self._pieces)
        self._pieces.clear()
        self._size = 0
        self.left -= len(text)
        if self.left < 0:
            raise OverBudget(f"The document grows beyond {OUTPUT_MOST:,} characters.")
        self._sink(text)


class Budget:
    """The steps, time and text that one run has left."""

    def start(self, sink: Callable[[str], None]) -> None:
        """A fresh budget; `sink` takes the output in stretches of whole pieces."""
        self.left = STEPS_MOST
        self.made = MADE_MOST
        self.until = monotonic() + SECONDS_MOST
        self.buffer = Buffer(sink, self.until)
        self.emit = self.buffer.emit

    def steps(self, items: Iterable[object]) -> Iterable[object]:
        """What a loop goes over, paid for from the budget."""
        try:
            count = len(items)  # type: ignore[arg-type]
        except TypeError:
            return self._counted(iter(items))
        self.take(count)
        return items if count < PACE else chain.from_iterable(self._paced(iter(items)))

    def take(self, count: int) -> None:
        """Spend steps. Raises OverBudget when there are no more, or no more time."""
        self.left -= count
        if self.left < 0:
            raise OverBudget(f"The template takes more than {STEPS_MOST:,} steps.")
        if monotonic() > self.until:
            _too_slow()

    def spend(self, value: _T) -> _T:
        """A text or list that the template made, paid for by its length."""
        if isinstance(value, str | list | tuple):
            self.made -= len(value)
            if self.made < 0:
                raise OverBudget(f"The template makes texts of more than {MADE_MOST:,} characters.")
        return value

    def joined(self, parts: Sequence[object]) -> str:
        """The ``~`` operator."""
        return self.spend(joined(parts))

    def _counted(self, items: Iterable[object]) -> Iterable[object]:
        for item in items:
            self.take(1)
            yield item

    def _paced(self, items: Iterator[object]) -> Iterator[tuple[object, ...]]:
        while stretch := tuple(islice(items, PACE)):
            self.take(0)
            yield stretch


def _too_slow() -> NoReturn:
    raise OverBudget(f"The template takes longer than {SECONDS_MOST:g} seconds.")
