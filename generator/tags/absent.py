"""What an unknown name stands for, and how it says which name it was."""

from __future__ import annotations

from typing import Any

from jinja2 import StrictUndefined, Undefined, UndefinedError
from jinja2.runtime import ChainableUndefined
from jinja2.utils import missing


class Missing(UndefinedError):
    """A name or attribute that is not there; `name` and the object it was looked for in."""

    def __init__(self, message: str | None, name: str | None, owner: object) -> None:
        super().__init__(message)
        self.name = name or ""
        self.owner = owner


class _Told(Undefined):
    """Says which name is missing, and where it was looked for, when it fails."""

    __slots__ = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self._undefined_exception is UndefinedError:
            self._undefined_exception = self._missing  # type: ignore[assignment]

    def _missing(self, message: str | None = None) -> Missing:
        owner = None if self._undefined_obj is missing else self._undefined_obj
        return Missing(message, self._undefined_name, owner)


class Absent(_Told, StrictUndefined):
    """What an unknown name stands for: any use but ``is defined`` and ``default`` fails."""

    __slots__ = ()


class Blank(_Told):
    """What an unknown name stands for where that is allowed: prints nothing, has no attributes."""

    __slots__ = ()


class Silent(ChainableUndefined):
    """Stands in for a value that failed and was reported: prints nothing, fails nowhere."""

    __slots__ = ()
