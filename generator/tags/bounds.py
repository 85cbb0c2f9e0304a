"""How large a text, a number or a whole run may grow, and the operations that keep to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NoReturn

TEXT_MOST = 5_000_000
NUMBER_BITS_MOST = 4_096
STEPS_MOST = 2_000_000
OUTPUT_MOST = 400_000_000
KEPT_MOST = 64_000_000  # of the output, what must stay in memory until the document is whole
MADE_MOST = 400_000_000
SLIDES_MOST = 2_000
SECONDS_MOST = 60.0


class OverBudget(Exception):
    """The template asks for more steps, time or text than a document needs."""


def check_size(operator: str, left: Any, right: Any) -> None:
    """Look at an operation before it is done. Raises OverBudget, or SecurityError for ``%``."""
    if operator == "%" and isinstance(left, str | bytes):
        from jinja2.exceptions import SecurityError  # loaded, where there are operators

        raise SecurityError("a text cannot be formatted with %")
    if operator == "**":
        if not _is_small_power(left, right):
            _too_long()
    elif operator == "+":
        if isinstance(left, Sequence) and isinstance(right, Sequence):
            check_length(len(left) + len(right))
    elif operator == "*":
        _check_product(left, right)


def _check_product(left: Any, right: Any) -> None:
    for sequence, times in ((left, right), (right, left)):
        if isinstance(sequence, Sequence) and isinstance(times, int):
            check_length(len(sequence) * times)
    numbers = isinstance(left, int) and isinstance(right, int)
    if numbers and left.bit_length() + right.bit_length() > NUMBER_BITS_MOST:
        _too_long()


def _is_small_power(base: Any, exponent: Any) -> bool:
    if isinstance(base, int) and isinstance(exponent, int):
        return base.bit_length() * abs(exponent) <= NUMBER_BITS_MOST
    return bool(abs(exponent) <= NUMBER_BITS_MOST)


def check_kept(length: int) -> None:
    """Raise OverBudget for more text than is kept in memory."""
    if length > KEPT_MOST:
        raise OverBudget(f"A part of the document grows beyond {KEPT_MOST:,} characters.")


def check_slides(count: int) -> None:
    """Raise OverBudget for more slides than a deck needs."""
    if count > SLIDES_MOST:
        raise OverBudget(f"The deck grows beyond {SLIDES_MOST:,} slides.")


def check_length(length: int, most: int = TEXT_MOST) -> None:
    """Raise OverBudget for a text or list longer than a document needs."""
    if length > most:
        _too_long(most)


def _too_long(most: int = TEXT_MOST) -> NoReturn:
    raise OverBudget(f"A value grows beyond {most:,} characters.")


def joined(parts: Sequence[object]) -> str:
    """The ``~`` operator: texts side by side, no longer than a document needs."""
    texts = [bare_text(part) for part in parts]
    check_length(sum(map(len, texts)))
    return "".join(texts)


def bare_text(part: object) -> str:
    """A part of a longer text. Raises TypeError for a figure, which would lose its anchor, and for
    a rich value, which would lose its looks."""
    if hasattr(part, "__figure__"):
        raise TypeError("a figure made part of a longer text loses its fact: give it its own tag")
    if is_more_than_text(part):
        kind = type(part).__name__
        raise TypeError(f"a value of the kind {kind} is more than text: give it its own tag")
    return str(part)


# What figures, rich values and docxtpl's have, and no plain value has.
_MORE = ("__figure__", "__pieces__", "__paragraphs__", "__data__", "__html__")


def is_more_than_text(value: object) -> bool:
    """Whether a value is a figure, or has looks of its own."""
    return not isinstance(value, str) and any(hasattr(value, name) for name in _MORE)
