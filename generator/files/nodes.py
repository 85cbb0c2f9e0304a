"""A value of a file and the lines on which it and its name stand."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Place


@dataclass(frozen=True, slots=True)
class Node:
    """A text as it was written, a list of nodes or a mapping of names to nodes.

    `line` is where the value starts, `key_line` where its name does; for a value without a name
    (an item of a list, a whole file) both are the same. In a file without lines `where` says the
    spot in words: a sheet and a cell.
    """

    value: str | list[Node] | dict[str, Node]
    file: str
    line: int
    key_line: int
    where: str = ""

    @property
    def place(self) -> Place:
        return Place(self.file, None if self.where else self.line, self.where)

    @property
    def key_place(self) -> Place:
        return Place(self.file, None if self.where else self.key_line, self.where)
