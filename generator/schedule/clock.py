"""The clock that the daemon lives by, and how it is told to stop."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from types import FrameType
from typing import Protocol

from generator.workspace import now

# No wait is longer, so that a clock that was set, a schedule that was edited and another daemon's
# runs are noticed. On Windows a wait cannot be interrupted by a signal, so it must be short.
LONGEST_WAIT = 1.0 if os.name == "nt" else 30.0


class Clock(Protocol):
    """What time it is, waiting, and whether to stop."""

    @property
    def stopped(self) -> bool: ...

    def now(self) -> datetime:
        """The moment in UTC."""
        ...

    def wait(self, seconds: float) -> None:
        """Wait so long, or less: until it is time to look again, or to stop."""
        ...


class MachineClock:
    """The clock of the machine."""

    def __init__(self) -> None:
        self._stop = threading.Event()

    @property
    def stopped(self) -> bool:
        return self._stop.is_set()

    def stop(self) -> None:
        self._stop.set()

    def now(self) -> datetime:
        return now()

    def wait(self, seconds: float) -> None:
        self._stop.wait(min(seconds, LONGEST_WAIT))


@contextmanager
def stopping_on_signals(clock: MachineClock) -> Iterator[None]:
    """Inside the block SIGTERM and Ctrl+C stop the clock instead of the process."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        clock.stop()

    kinds = (signal.SIGTERM, signal.SIGINT)
    before = [signal.signal(kind, stop) for kind in kinds]
    try:
        yield
    finally:
        for kind, handler in zip(kinds, before, strict=True):
            signal.signal(kind, handler)
