"""Running a plain program without Jinja: names, attributes of mappings, loops, comparisons.

Data of JSON need no more. What is not there, and any object that is no mapping or list, is asked of
Jinja's own language, which is loaded then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from generator.tags.budget import Budget

if TYPE_CHECKING:
    from generator.tags.environment import Language

MISSING = object()  # stands for a name that the data do not have


class PlainRun(Budget):
    """One run of a plain program, with what its code asks of a run."""

    def __init__(
        self,
        names: Mapping[str, object],
        show: Callable[[int, object], str],
        sink: Callable[[str], None],
    ) -> None:
        self.names: dict[str, object] = {**names}
        self.vars: dict[str, object] = {}  # set on slides, and known to the slides after
        self.exported_vars: set[str] = set()
        self.show = show
        self.start(sink)

    def resolve_or_missing(self, name: str) -> object:
        """The value of a name."""
        return self.vars[name] if name in self.vars else self.names.get(name, MISSING)


class PlainLanguage:
    """What the code of a plain program asks of its language."""

    concat = "".join

    def __init__(self, lenient: bool) -> None:
        self._lenient = lenient

    def undefined(self, *args: Any, **named: Any) -> object:
        """What an unknown name stands for."""
        return self._full().undefined(*args, **named)

    def attribute(self, owner: Any, name: str) -> Any:
        """``owner.name``."""
        if type(owner) is dict:
            value = owner.get(name, MISSING)
            if value is not MISSING:
                return value
        return self._full().attribute(owner, name)

    def getitem(self, owner: Any, key: Any) -> Any:
        """``owner[key]``."""
        if type(owner) is dict or type(owner) is list:
            try:
                return owner[key]
            except (LookupError, TypeError):
                pass  # Jinja says what stands for it
        return self._full().getitem(owner, key)

    def _full(self) -> Language:
        from generator.tags.environment import language

        return language(lenient=self._lenient)
