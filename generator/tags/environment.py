"""The language of the tags: Jinja2's expressions in a sandbox, with one budget for each run.

A template is data from outside. It reaches no file and no module, changes nothing that it is
given, and cannot grow a text or a number beyond what a document needs.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, MutableMapping, MutableSequence, MutableSet
from dataclasses import replace
from functools import lru_cache, wraps
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from jinja2.ext import LoopControlExtension
from jinja2.filters import FILTERS
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.model import Figure
from generator.tags.absent import Absent, Blank
from generator.tags.bounds import (
    OverBudget,
    bare_text,
    check_length,
    check_size,
    is_more_than_text,
)
from generator.tags.cells import colour, columns
from generator.tags.formats import formatter, printed
from generator.tags.pieces import caught
from generator.tags.rows import as_rows
from generator.tags.runs import Run

_FILTERS = (
    "abs", "capitalize", "count", "d", "default", "dictsort", "first", "float", "groupby", "int",
    "items", "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr",
    "reverse", "round", "select", "selectattr", "sort", "string", "sum", "title", "trim",
    "truncate", "unique", "upper", "wordcount",
)  # fmt: skip
# What a figure stays through, and what would make another of it, or a number that is none.
_CASES = ("capitalize", "lower", "string", "title", "trim", "upper")
_OF_TEXT = ("center", "float", "indent", "int", "truncate", "wordcount", "wordwrap")
_COUNTED = ("batch", "slice", "center", "indent", "wordwrap")
_COUNT_MOST = 10_000
_AS_TEXT = ("e", "escape", "forceescape", "safe")
_TEXT_METHODS = frozenset(
    (
        "capitalize", "casefold", "count", "endswith", "find", "format", "index", "isalpha",
        "isascii",
        "isdecimal", "isdigit", "islower", "isnumeric", "isspace", "istitle", "isupper", "lower",
        "lstrip", "partition", "removeprefix", "removesuffix", "rfind", "rpartition", "rsplit",
        "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "upper",
    )
)  # fmt: skip


class _Filters(dict[str, Callable[..., Any]]):
    """The language's filters; while compiling, any other name may be one of the run's own."""

    def get(self, name: str, default: Any = None) -> Any:
        return super().get(name, _as_text if default is None else default)


class Language(ImmutableSandboxedEnvironment):
    """Jinja2 without loaders, without anything that could reach or flood the machine."""

    intercepted_binops = frozenset(("+", "*", "**", "%"))
    context_class = Run
    concat = staticmethod(caught)  # type: ignore[assignment]  # joins what a block has caught

    def __init__(self, undefined: type[Undefined] = Absent) -> None:
        super().__init__(
            undefined=undefined, autoescape=False, cache_size=0, optimized=False,
            extensions=(LoopControlExtension,),
        )  # fmt: skip
        self.filters = _Filters({name: FILTERS[name] for name in _FILTERS})
        self.filters.update({name: _counted(FILTERS[name]) for name in _COUNTED})
        self.filters.update({name: _keeping_figures(self.filters[name]) for name in _CASES})
        self.filters.update({name: _for_text(self.filters[name]) for name in _OF_TEXT})
        self.filters.update(dict.fromkeys(_AS_TEXT, _as_text))
        self.filters.update(join=_join, replace=_replace, format=printed)
        self.filters.update(colspan=columns, cellbg=colour, as_rows=as_rows)
        self.tests.update(available=_is_available, expired=_is_expired)
        kept = ("dict", "namespace", "joiner", "cycler")
        self.globals = {name: self.globals[name] for name in kept}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, str | bytes) and attr not in _TEXT_METHODS:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        if super().wrap_str_format(value) is None:
            return None
        if value.__name__ != "format":
            raise SecurityError("a text cannot be formatted so")
        return formatter(self, value.__self__)

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
        check_size(operator, left, right)
        return _paid(context, super().call_binop(context, operator, left, right))

    def call(self, context: Context, /, *args: Any, **named: Any) -> Any:
        return _paid(context, super().call(context, *args, **named))

    def call_filter(self, name: str, *args: Any, **named: Any) -> Any:
        return _paid(named.get("context"), super().call_filter(name, *args, **named))


def _paid(context: Context | None, value: Any) -> Any:
    """A value that a run made, counted against its budget; none is made while compiling."""
    return context.spend(value) if isinstance(context, Run) else value


_NOTHING = object()
_VIEWS: dict[type, bool] = {}
_WATCHED = (
    Undefined, str, bytes, type, MutableMapping, MutableSequence, MutableSet, deque,
)  # fmt: skip


def _is_view(kind: type) -> bool:
    """Whether objects of a class are read without asking the sandbox each time.

    They have nothing beyond what their class offers: no code, no frames, no collection to change.
    """
    known = _VIEWS.get(kind)
    if known is None:
        known = kind.__module__ not in ("builtins", "types") and not issubclass(kind, _WATCHED)
        _VIEWS[kind] = known
    return known


def _as_text(value: object) -> object:
    """``|e``, ``|safe`` and their like: a value is text here, whatever is asked."""
    return value


def _keeping_figures(filter: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that changes no more than letters: a figure stays the figure of its fact."""

    @wraps(filter)
    def kept(text: Any, *args: Any, **kwargs: Any) -> Any:
        if type(text) is str or not isinstance(text, Figure):
            return filter(_text_alone(text), *args, **kwargs)
        said = text.__figure__()
        return replace(said, text=str(filter(said.text, *args, **kwargs)))

    return kept


def _for_text(filter: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that makes another text, or a number, of a text: none for figures."""
    at = 1 if hasattr(filter, "jinja_pass_arg") else 0

    @wraps(filter)
    def bounded(*args: Any, **kwargs: Any) -> Any:
        if len(args) > at:
            _text_alone(args[at])
        return filter(*args, **kwargs)

    return bounded


def _text_alone(value: Any) -> Any:
    """The value, when it is none that is more than text. Raises TypeError for one that is."""
    if is_more_than_text(value):
        bare_text(value)
    return value


def _counted(filter: Callable[..., Any]) -> Callable[..., Any]:
    """A filter of Jinja's whose numbers are no larger than a document needs."""

    @wraps(filter)
    def bounded(*args: Any, **kwargs: Any) -> Any:
        if any(isinstance(n, int) and abs(n) > _COUNT_MOST for n in (*args[1:], *kwargs.values())):
            raise OverBudget(f"A number in a filter is at most {_COUNT_MOST:,}.")
        return filter(*args, **kwargs)

    return bounded


def _join(items: Iterable[object], between: str = "", attribute: str | None = None) -> str:
    """``|join``: the items' texts with another between them."""
    if attribute is not None:
        items = [_item_attribute(item, attribute) for item in items]
    texts = [bare_text(item) for item in items]
    check_length(sum(map(len, texts)) + len(between) * len(texts))
    return str(between).join(texts)


def _item_attribute(item: Any, name: str) -> object:
    return language().attribute(item, name) if not name.startswith("_") else Absent()


def _replace(text: object, old: str, new: str, count: int = -1) -> str:
    """``|replace``: one text for another."""
    whole = bare_text(text)
    times = whole.count(old) if count < 0 else min(count, whole.count(old))
    check_length(len(whole) + times * len(new))
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


@lru_cache(maxsize=2)
def language(*, lenient: bool = False) -> Language:
    """The language of all runs; the lenient one shows nothing for an unknown name."""
    return Language(Blank if lenient else Absent)
