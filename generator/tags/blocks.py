"""Matching block tags before Jinja sees them: every unclosed, crossed or stray tag in one pass."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.tags.scan import Tag

_OPENERS = {"for": "endfor", "if": "endif", "with": "endwith"}
_BRANCHES = {"else": ("for", "if"), "elif": ("if",)}
_REFUSED = {
    "macro": "A macro cannot be made inside a document.",
    "call": "A call block cannot be used inside a document.",
    "filter": "A filter cannot be laid over a stretch of a document.",
    "include": "Another file cannot be included.",
    "import": "Another file cannot be imported.",
    "from": "Another file cannot be imported.",
    "extends": "A template cannot extend another one.",
    "block": "A template has no blocks to override.",
    "autoescape": "Every value is text here; nothing needs to be escaped.",
}


@dataclass(frozen=True, slots=True)
class Block:
    """The numbers of a block's tags in reading order; `word` is what opens it."""

    word: str
    tags: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one tag, by its number, and what to do about it."""

    tag: int
    problem: str
    next: str


def match(tags: Iterable[tuple[int, Tag]]) -> tuple[list[Block], list[Fault]]:
    """The blocks of a part, lone tags that print nothing among them, and every mismatch."""
    matcher = _Matcher()
    for number, tag in tags:
        matcher.take(number, tag)
    matcher.finish()
    return matcher.blocks, matcher.faults


class _Matcher:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.faults: list[Fault] = []
        self.open: list[tuple[str, list[int]]] = []

    def take(self, number: int, tag: Tag) -> None:
        word = tag.word
        if tag.kind == "comment":
            self.blocks.append(Block("comment", (number,)))
        elif tag.kind != "block":
            return
        elif word in _OPENERS:
            self.open.append((word, [number]))
        elif word in _BRANCHES:
            self._branch(number, word)
        elif word in _OPENERS.values():
            self._close(number, word)
        else:
            self._alone(number, tag)

    def finish(self) -> None:
        """Whatever is still open was never closed."""
        for word, numbers in self.open:
            self._fault(numbers[0], f"{word} is never closed.", f"Add {{% {_OPENERS[word]} %}}.")
        self.open.clear()

    def _branch(self, number: int, word: str) -> None:
        if self.open and self.open[-1][0] in _BRANCHES[word]:
            self.open[-1][1].append(number)
        else:
            self._fault(number, f"{word} stands in no block that it belongs to.", "Remove it.")

    def _close(self, number: int, word: str) -> None:
        if not any(_OPENERS[opener] == word for opener, _ in self.open):
            self._fault(number, f"{word} closes a block that was never opened.", "Remove it.")
            return
        while _OPENERS[self.open[-1][0]] != word:
            opener, numbers = self.open.pop()
            problem = f"{opener} is still open where {word} closes the block round it."
            self._fault(numbers[0], problem, f"Put {{% {_OPENERS[opener]} %}} before it.")
        opener, numbers = self.open.pop()
        self.blocks.append(Block(opener, (*numbers, number)))

    def _alone(self, number: int, tag: Tag) -> None:
        if tag.word == "set" and "=" in tag.source:
            self.blocks.append(Block("set", (number,)))
        elif tag.word == "set":
            self._fault(number, "set needs a value.", "Write {% set name = value %}.")
        elif tag.word in _REFUSED:
            self._fault(number, _REFUSED[tag.word], "Remove the tag.")
        else:
            problem = f"{tag.word!r} is no tag." if tag.word else "The tag is empty."
            self._fault(number, problem, "Known are for, if, elif, else, set and with.")

    def _fault(self, number: int, problem: str, step: str) -> None:
        self.faults.append(Fault(number, problem, step))
