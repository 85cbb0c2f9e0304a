"""The parser's events become nodes; what is refused is collected on the way."""

from __future__ import annotations

from collections.abc import Callable

import yaml

from generator.files.nodes import Node
from generator.files.unseen import UNSEEN, unseen_problem
from generator.files.yaml_words import syntax_problem
from generator.model import FactpackError, Place, Problem, error

MOST_CHARACTERS = 64_000  # of one value
MOST_NODES = 300_000  # some 17,000 statements
MOST_LEVELS = 16


def build_tree(text: str, name: str) -> Node:
    """The one document of a file, an empty one as `""`. Raises FactpackError with all problems."""
    builder = _Builder(name, _events(text))
    try:
        root = builder.document()
    except yaml.MarkedYAMLError as broken:
        raise FactpackError([*builder.problems, syntax_problem(broken, text, name)]) from broken
    if builder.problems:
        raise FactpackError(builder.problems)
    return root


def _events(text: str) -> Callable[[], yaml.Event]:
    """The events of libyaml's parser, or of the slower one in Python where that is missing."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text)
    get_event: Callable[[], yaml.Event] = loader.get_event
    return get_event


class _Builder:
    """Takes event by event; aliases are never followed, so nothing grows."""

    def __init__(self, name: str, next_event: Callable[[], yaml.Event]) -> None:
        self.problems: list[Problem] = []
        self._name = name
        self._next = next_event
        self._count = 0

    def document(self) -> Node:
        self._next()  # the stream's start
        if isinstance(self._next(), yaml.StreamEndEvent):
            return Node("", self._name, 1, 1)
        root = self._node(self._next(), None, 0)
        self._next()  # the document's end
        further = self._next()
        if not isinstance(further, yaml.StreamEndEvent):
            self._refuse(
                _line(further),
                "A second document starts here.",
                "Keep one document a file: delete the line “---”.",
            )
        return root

    def _node(self, event: yaml.Event, key_line: int | None, level: int) -> Node:
        line = _line(event)
        self._count += 1
        if level > MOST_LEVELS or self._count > MOST_NODES:
            self._stop_reading(line, level)
        value: str | list[Node] | dict[str, Node] = ""
        if isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event, line)
        elif isinstance(event, yaml.MappingStartEvent):
            value = self._mapping(level)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._list(level)
        self._refuse_tricks(event, line)
        return Node(value, self._name, line, line if key_line is None else key_line)

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> str:
        value: str = event.value
        if len(value) > MOST_CHARACTERS:
            self._refuse(
                line,
                f"The value has {len(value):,} characters; {MOST_CHARACTERS:,} are allowed.",
                "Shorten it; a quote that is never closed makes values like this.",
            )
        if event.style == '"' and (found := UNSEEN.search(value)):
            self.problems.append(unseen_problem(found[0], Place(self._name, line)))
        return value

    def _list(self, level: int) -> list[Node]:
        items: list[Node] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, None, level + 1))
        return items

    def _mapping(self, level: int) -> dict[str, Node]:
        entries: dict[str, Node] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event, None, level + 1)
            node = self._node(self._next(), key.line, level + 1)
            self._check_key(event, key, entries)
            if isinstance(key.value, str):
                entries.setdefault(key.value, node)
        return entries

    def _check_key(self, event: yaml.Event, key: Node, entries: dict[str, Node]) -> None:
        if not isinstance(key.value, str):
            problem = "A name is one word or text, not a list or a mapping."
            self._refuse(key.line, problem, "Write “name: value”.")
        elif key.value in entries:
            first = entries[key.value].key_line
            problem = f"“{key.value}” is given twice: here and on line {first}."
            self._refuse(key.line, problem, "Keep one of them.")
        elif key.value == "<<" and isinstance(event, yaml.ScalarEvent) and not event.style:
            self._refuse(key.line, "Merge keys (“<<”) are not used here.", "Write the fields out.")

    def _refuse_tricks(self, event: yaml.Event, line: int) -> None:
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self._refuse(
                line,
                f"YAML's anchors and aliases (“{sign}{event.anchor}”) are not used here.",
                "Write the value out, or put it in quotes if it starts with that sign.",
            )
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            self._refuse(
                line,
                f"YAML's tags (“{event.tag}”) are not used here.",
                "Write the plain value, or put it in quotes if it starts with “!”.",
            )

    def _stop_reading(self, line: int, level: int) -> None:
        if level > MOST_LEVELS:
            problem = f"The file is nested more than {MOST_LEVELS} levels deep."
            self._refuse(line, problem, "Check the brackets and the indentation of this line.")
        else:
            problem = f"The file holds more than {MOST_NODES:,} values."
            self._refuse(line, problem, "Split it into several files.")
        raise FactpackError(self.problems)

    def _refuse(self, line: int, problem: str, next: str) -> None:
        self.problems.append(error(Place(self._name, line), problem, next))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
