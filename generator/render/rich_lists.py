"""Items of lists in Word: the paragraph properties that number them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from generator.documents.subdocuments.host import HostState
from generator.documents.values.list_numbers import new_list
from generator.render.rich_blocks import Paragraph

_LEVEL_MOST = 8


@dataclass(slots=True)
class ListWriter:
    """Gives items their list; `state` is the document's numbering, opened when it is asked for."""

    state: Callable[[], HostState]
    _bullets: str = ""
    _numbers: str = field(default="")

    def begin(self) -> None:
        """A new list: its numbers start again."""
        self._numbers = ""

    def properties(self, paragraph: Paragraph) -> str:
        """What makes a paragraph an item."""
        if paragraph.ordered:
            self._numbers = self._numbers or new_list(self.state(), True)
        else:
            self._bullets = self._bullets or new_list(self.state(), False)
        id = self._numbers if paragraph.ordered else self._bullets
        level = min(paragraph.level, _LEVEL_MOST)
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{id}"/></w:numPr>'
