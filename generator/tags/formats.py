"""Texts with figures put into form: ``"%.1f"|format(x)`` and ``"{:,}".format(x)``, kept small."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from jinja2.sandbox import SandboxedEnvironment, SandboxedFormatter

from generator.tags.bounds import OverBudget, bare_text, check_length

_TOO_WIDE = "A field is at most 999 characters wide, and its width is a number."
_LONG = re.compile("[0-9]{4}")
_NAMED = re.compile(r"%\([^)]*\)")
_WIDE = re.compile(r"%[^a-zA-Z%]*(?:[0-9]{4}|\*)")


class _Formatter(SandboxedFormatter):
    """Python's new way, with attributes by the sandbox and no field wider than 999."""

    def format_field(self, value: Any, format_spec: str) -> Any:
        _check_spec(format_spec)
        return super().format_field(_bare(value), format_spec)

    def convert_field(self, value: Any, conversion: Any) -> Any:
        return super().convert_field(_bare(value), conversion)


def formatter(environment: SandboxedEnvironment, text: str) -> Callable[..., str]:
    """``text.format`` in the sandbox."""

    def format(*args: object, **kwargs: object) -> str:
        made = _Formatter(environment).vformat(text, args, kwargs)
        check_length(len(made))
        return made

    return format


def printed(text: object, *args: object, **kwargs: object) -> str:
    """``text|format(…)``: Python's old way, with no field wider than 999."""
    pattern = bare_text(text)
    if _WIDE.search(_NAMED.sub("%", pattern)):
        raise OverBudget(_TOO_WIDE)
    named = {name: _bare(value) for name, value in kwargs.items()}
    made = pattern % (named or tuple(map(_bare, args)))
    check_length(len(made))
    return made


def _check_spec(spec: str) -> None:
    if _LONG.search(spec):
        raise OverBudget(_TOO_WIDE)


def _bare(value: Any) -> Any:
    """The value, unless it is a figure: in a longer text it would lose its fact."""
    if hasattr(value, "__figure__"):
        bare_text(value)
    return value
