"""Progress of a long job: one line that is rewritten on a terminal, nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.api import Step

CLEAR_LINE = "\r\033[K"


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[Step], None]]:
    """A function to call with each step of the job; the line goes when the job ends."""
    if quiet or not sys.stderr.isatty():
        yield _say_nothing
        return
    try:
        yield _rewrite_line
    finally:
        sys.stderr.write(CLEAR_LINE)


def _say_nothing(_: Step) -> None:
    pass


def _rewrite_line(step: Step) -> None:
    sys.stderr.write(f"{CLEAR_LINE}{step}")
    sys.stderr.flush()
