"""Documents that a template includes, as templates of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from generator.model import FactpackError
from generator.render.opening import opened_template
from generator.render.rich_blocks import Included
from generator.render.rich_text import Unplaced
from generator.render.template import Template
from generator.render.values import Rendered

DEEP_MOST = 5

Make = Callable[[Template, Included], Rendered]


@dataclass(slots=True)
class Filler:
    """Fills the tags of included documents; `within` are the files that are being filled already.

    `make` renders one of them with the names that it sees.
    """

    make: Make
    within: tuple[str, ...] = ()
    _opened: dict[str, Template] = field(default_factory=dict)

    def fill(self, value: Included) -> Rendered | None:
        """The document with its tags filled; None where it has none.

        Raises FactpackError with the problems of its tags, Unplaced when it includes itself.
        """
        if value.name in self.within or len(self.within) >= DEEP_MOST:
            raise Unplaced(f"{value.name} is included in itself, or too deep in others")
        if value.name not in self._opened:
            self._opened[value.name] = opened_template(value.__data__(), value.name)
        template = self._opened[value.name]
        if template.program is None:
            return None
        made = self.make(template, value)
        if not made.data:
            raise FactpackError(made.problems)
        return made
