"""Matching block tags before Jinja sees them: every unclosed, crossed or stray tag in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.tags.scan import Tag

CAUGHT = ("set", "filter", "call", "macro")  # what stands inside is text, or a macro's markup
CELL_WORDS = ("colspan", "cellbg", "hm", "vm")

_OPENERS = {
    "for": "endfor", "if": "endif", "with": "endwith", "macro": "endmacro", "call": "endcall",
    "filter": "endfilter", "set": "endset",
}  # fmt: skip
_BRANCHES = {"else": ("for", "if"), "elif": ("if",)}
_EXITS = ("break", "continue")
_ASSIGNMENT = re.compile(r"\{%\s*set\b[\w\s.,()]+=(?!=)")
_REFUSED = {
    "include": "It needs the name of a document.",
    "import": "Another file cannot be imported.",
    "from": "Another file cannot be imported.",
    "extends": "A template cannot extend another one.",
    "block": "A template has no blocks to override.",
    "autoescape": "Every value is text here; nothing needs to be escaped.",
}


@dataclass(frozen=True, slots=True)
class Block:
    """The numbers of a block's tags in reading order; `word` is what opens it.

    `exits` are the tags that leave a loop, or its turn, before its end.
    """

    word: str
    tags: tuple[int, ...]
    exits: tuple[int, ...] = ()


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


def is_assignment(source: str) -> bool:
    """Whether a tag gives a name its value itself, ``{% set a = 1 %}``, and opens no block."""
    return _ASSIGNMENT.match(source) is not None


@dataclass(slots=True)
class _Open:
    """A block that is not closed yet."""

    word: str
    numbers: list[int]
    prefix: str
    exits: list[int] = field(default_factory=list)


class _Matcher:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.faults: list[Fault] = []
        self.open: list[_Open] = []

    def take(self, number: int, tag: Tag) -> None:
        word = tag.word
        if tag.kind == "comment":
            self.blocks.append(Block("comment", (number,)))
        elif tag.kind != "block":
            return
        elif word in _OPENERS and not is_assignment(tag.source):
            self.open.append(_Open(word, [number], _level(tag)))
        elif word in _BRANCHES:
            self._branch(number, tag)
        elif word in _OPENERS.values():
            self._close(number, tag)
        else:
            self._alone(number, tag)

    def finish(self) -> None:
        """Whatever is still open was never closed."""
        for block in self.open:
            step = f"Add {_written(block.prefix, _OPENERS[block.word])}."
            self._fault(block.numbers[0], f"{block.word} is never closed.", step)
        self.open.clear()

    def _branch(self, number: int, tag: Tag) -> None:
        if self.open and self.open[-1].word in _BRANCHES[tag.word]:
            self.open[-1].numbers.append(number)
            self._check_level(number, tag, self.open[-1])
        else:
            self._fault(number, f"{tag.word} stands in no block that it belongs to.", "Remove it.")

    def _close(self, number: int, tag: Tag) -> None:
        word = tag.word
        if not any(_OPENERS[block.word] == word for block in self.open):
            self._fault(number, f"{word} closes a block that was never opened.", "Remove it.")
            return
        while _OPENERS[self.open[-1].word] != word:
            inner = self.open.pop()
            problem = f"{inner.word} is still open where {word} closes the block round it."
            step = f"Put {_written(inner.prefix, _OPENERS[inner.word])} before it."
            self._fault(inner.numbers[0], problem, step)
        block = self.open.pop()
        self._check_level(number, tag, block)
        self.blocks.append(Block(block.word, (*block.numbers, number), tuple(block.exits)))

    def _check_level(self, number: int, tag: Tag, block: _Open) -> None:
        """A block that takes paragraphs, rows or cells does so with all its tags."""
        if _level(tag) != block.prefix:
            opening = _written(block.prefix, block.word)
            problem = f"It belongs to a block that begins with {opening}."
            self._fault(number, problem, f"Write {_written(block.prefix, tag.word)}.")

    def _alone(self, number: int, tag: Tag) -> None:
        if tag.word in _EXITS:
            self._exit(number, tag.word)
        elif tag.word == "set":
            self.blocks.append(Block("set", (number,)))
        elif tag.word in CELL_WORDS:
            self._of_cell(number, tag)
        elif tag.word in _REFUSED:
            self._fault(number, _REFUSED[tag.word], "Remove the tag.")
        else:
            problem = f"{tag.word!r} is no tag." if tag.word else "The tag is empty."
            self._fault(number, problem, _nearest_word(tag.word))

    def _of_cell(self, number: int, tag: Tag) -> None:
        if tag.source.startswith("{{ ()|"):
            kind = "a number of columns" if tag.word == "colspan" else "a colour"
            self._fault(number, f"{tag.word} needs {kind}.", f"Write it after {tag.word}.")
        self.blocks.append(Block(tag.word, (number,)))

    def _exit(self, number: int, word: str) -> None:
        for block in reversed(self.open):
            if block.word in CAUGHT:
                break
            if block.word == "for" and len(block.numbers) == 1:
                block.exits.append(number)
                self.blocks.append(Block(word, (number,)))
                return
        self._fault(number, f"{word} stands in no loop.", "Remove it.")

    def _fault(self, number: int, problem: str, step: str) -> None:
        self.faults.append(Fault(number, problem, step))


def _nearest_word(word: str) -> str:
    """A hint at the tag that was meant."""
    import difflib

    known = (*_OPENERS, *_OPENERS.values(), *_BRANCHES, *_EXITS, *CELL_WORDS, "include", "raw")
    found = difflib.get_close_matches(word, known, 1, 0.6)
    if found:
        return f"Did you mean {found[0]!r}?"
    return "Known are for, if, elif, else, set, with and macro."


def _level(tag: Tag) -> str:
    """What the tag takes along; a run's tag takes no more than one without a prefix."""
    return "" if tag.prefix == "r" else tag.prefix


def _written(prefix: str, word: str) -> str:
    return f"{{%{prefix} {word} %}}"
