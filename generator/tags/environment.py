"""The language of the tags: Jinja2's expressions in a sandbox, with one budget for each run.

A template is data from outside. It reaches no file and no module, changes nothing that it is
given, and cannot grow a text or a number beyond what a document needs.
"""

from __future__ import annotations

from collections import deque
from collections.abc import (
    Callable,
    Iterable,
    Mapping,
    MutableMapping,
    MutableSequence,
    MutableSet,
    Sequence,
)
from functools import lru_cache
from typing import Any, NoReturn

from jinja2 import StrictUndefined, Undefined, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import ChainableUndefined, Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

TEXT_MOST = 5_000_000
NUMBER_BITS_MOST = 4_096
STEPS_MOST = 2_000_000
OUTPUT_MOST = 400_000_000
PIECES_MOST = 4_096

_FILTERS = (
    "abs", "capitalize", "count", "d", "default", "dictsort", "first", "float", "groupby", "int",
    "items", "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr",
    "reverse", "round", "select", "selectattr", "sort", "string", "sum", "title", "trim",
    "truncate", "unique", "upper", "wordcount",
)  # fmt: skip
_AS_TEXT = ("e", "escape", "forceescape", "safe")
_TEXT_METHODS = frozenset(
    (
        "capitalize", "casefold", "count", "endswith", "find", "index", "isalpha", "isascii",
        "isdecimal", "isdigit", "islower", "isnumeric", "isspace", "istitle", "isupper", "lower",
        "lstrip", "partition", "removeprefix", "removesuffix", "rfind", "rpartition", "rsplit",
        "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "upper",
    )
)  # fmt: skip


class OverBudget(Exception):
    """The template asks for more steps or more text than a document needs."""


class Missing(UndefinedError):
    """A name or attribute that is not there; `name` and the object it was looked for in."""

    def __init__(self, message: str | None, name: str | None, owner: object) -> None:
        super().__init__(message)
        self.name = name or ""
        self.owner = owner


class Absent(StrictUndefined):
    """What an unknown name stands for: any use but ``is defined`` and ``default`` fails."""

    __slots__ = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self._undefined_exception is UndefinedError:
            self._undefined_exception = self._missing  # type: ignore[assignment]

    def _missing(self, message: str | None = None) -> Missing:
        owner = None if self._undefined_obj is missing else self._undefined_obj
        return Missing(message, self._undefined_name, owner)


class Silent(ChainableUndefined):
    """Stands in for a value that failed and was reported: prints nothing, fails nowhere."""

    __slots__ = ()


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


class _Filters(dict[str, Callable[..., Any]]):
    """The language's filters; while compiling, any other name may be one of the run's own."""

    def get(self, name: str, default: Any = None) -> Any:
        return super().get(name, _as_text if default is None else default)


class Language(ImmutableSandboxedEnvironment):
    """Jinja2 without loaders, without anything that could reach or flood the machine."""

    intercepted_binops = frozenset(("+", "*", "**", "%"))
    context_class = Run

    def __init__(self) -> None:
        super().__init__(undefined=Absent, autoescape=False, cache_size=0, optimized=False)
        self.filters = _Filters({name: FILTERS[name] for name in _FILTERS})
        self.filters.update(dict.fromkeys(_AS_TEXT, _as_text))
        self.filters.update(join=_join, replace=_replace)
        self.tests.update(available=_is_available, expired=_is_expired)
        kept = ("dict", "namespace", "joiner", "cycler")
        self.globals = {name: self.globals[name] for name in kept}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, str | bytes) and attr not in _TEXT_METHODS:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        if super().wrap_str_format(value) is not None:
            raise SecurityError("a text cannot be formatted")

    def attribute(self, owner: Any, name: str) -> Any:
        """``owner.name``: of a mapping the key first, which is what an author means.

        `name` has no leading underscore: the program refuses those when it is made.
        """
        kind = type(owner)
        if kind is dict:
            value = owner.get(name, _NOTHING)
            if value is not _NOTHING:
                return value
        elif _is_view(kind):
            value = getattr(owner, name, _NOTHING)
            if value is not _NOTHING:
                return value
        return self.getattr(owner, name)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        _check_size(operator, left, right)
        return super().call_binop(context, operator, left, right)


_NOTHING = object()
_WATCHED = (
    Undefined, str, bytes, type, MutableMapping, MutableSequence, MutableSet, deque,
)  # fmt: skip


@lru_cache(maxsize=256)
def _is_view(kind: type) -> bool:
    """Whether objects of a class have nothing beyond what it offers: no code, no frames, no
    collection to change. These are read without asking the sandbox each time."""
    home = kind.__module__
    return home not in ("builtins", "types") and not issubclass(kind, _WATCHED)


def joined(parts: Sequence[object]) -> str:
    """The ``~`` operator: texts side by side, no longer than a document needs."""
    texts = [_bare_text(part) for part in parts]
    _check_length(sum(map(len, texts)))
    return "".join(texts)


def _bare_text(part: object) -> str:
    """A part of a longer text. Raises TypeError for a figure, which would lose its anchor."""
    if hasattr(part, "__figure__"):
        raise TypeError("a figure made part of a longer text loses its fact: give it its own tag")
    return str(part)


def counted_range(run: Run) -> Callable[..., range]:
    """``range`` that draws on the run's budget."""

    def bounded(*ends: int) -> range:
        numbers = range(*ends)
        run.take(len(numbers))
        return numbers

    return bounded


def _check_size(operator: str, left: Any, right: Any) -> None:
    if operator == "%" and isinstance(left, str | bytes):
        raise SecurityError("a text cannot be formatted with %")
    if operator == "**":
        if not _is_small_power(left, right):
            _too_long()
    elif operator == "+":
        if isinstance(left, Sequence) and isinstance(right, Sequence):
            _check_length(len(left) + len(right))
    elif operator == "*":
        _check_product(left, right)


def _check_product(left: Any, right: Any) -> None:
    for sequence, times in ((left, right), (right, left)):
        if isinstance(sequence, Sequence) and isinstance(times, int):
            _check_length(len(sequence) * times)
    numbers = isinstance(left, int) and isinstance(right, int)
    if numbers and left.bit_length() + right.bit_length() > NUMBER_BITS_MOST:
        _too_long()


def _is_small_power(base: Any, exponent: Any) -> bool:
    if isinstance(base, int) and isinstance(exponent, int):
        return base.bit_length() * abs(exponent) <= NUMBER_BITS_MOST
    return bool(abs(exponent) <= NUMBER_BITS_MOST)


def _check_length(length: int) -> None:
    if length > TEXT_MOST:
        _too_long()


def _too_long() -> NoReturn:
    raise OverBudget(f"A value grows beyond {TEXT_MOST:,} characters.")


def _as_text(value: object) -> object:
    """``|e``, ``|safe`` and their like: a value is text here, whatever is asked."""
    return value


def _join(items: Iterable[object], between: str = "", attribute: str | None = None) -> str:
    """``|join``: the items' texts with another between them."""
    if attribute is not None:
        items = [_item_attribute(item, attribute) for item in items]
    texts = [_bare_text(item) for item in items]
    _check_length(sum(map(len, texts)) + len(between) * len(texts))
    return str(between).join(texts)


def _item_attribute(item: Any, name: str) -> object:
    return _LANGUAGE_FOR_FILTERS.attribute(item, name) if not name.startswith("_") else Absent()


def _replace(text: object, old: str, new: str, count: int = -1) -> str:
    """``|replace``: one text for another."""
    whole = _bare_text(text)
    times = whole.count(old) if count < 0 else min(count, whole.count(old))
    _check_length(len(whole) + times * len(new))
    return whole.replace(old, new, count)


def _is_available(value: object) -> bool:
    """``is available``: there is such a value, with something to print; facts say it themselves."""
    if isinstance(value, Undefined):
        return False
    said = getattr(value, "available", None)
    return bool(str(value)) if said is None else bool(said)


def _is_expired(value: Any) -> bool:
    """``is expired``: the value says so of itself. Raises for what cannot be out of date."""
    return bool(value.expired)


_LANGUAGE_FOR_FILTERS = Language()
