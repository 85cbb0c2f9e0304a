"""Small changes to a YAML file that leave all the rest as it was written: comments, order, spaces.

The parser only says where a value stands; the text is changed there and nowhere else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

import yaml

_PLAIN = re.compile(r"[^\W_][\w./-]*(?: [\w./-]+)*")
# Plain scalars that YAML readers take for something else than text.
_TAKEN = re.compile(r"(?i)(?:true|false|yes|no|on|off|null|~|[\d.].*)")


def replace_value(text: str, path: Sequence[str | int], value: str) -> str:
    """The text with the value at `path` (names and list places from the top) said anew.

    Raises KeyError when nothing stands there, ValueError when it is no single value.
    """
    node = _find(text, path)
    if not isinstance(node, yaml.ScalarNode):
        raise ValueError(f"{path} is no single value")
    return text[: node.start_mark.index] + written(value) + text[node.end_mark.index :]


def append_item(text: str, path: Sequence[str | int], item: str) -> str:
    """The text with `item` at the end of the list at `path`, in the list's own style.

    Raises KeyError when nothing stands there, ValueError when it is no list or an empty block.
    """
    node = _find(text, path)
    if not isinstance(node, yaml.SequenceNode):
        raise ValueError(f"{path} is no list")
    if node.flow_style:
        end = node.value[-1].end_mark.index if node.value else node.start_mark.index + 1
        return text[:end] + (", " if node.value else "") + written(item) + text[end:]
    last = node.value[-1]
    line_end = text.find("\n", last.end_mark.index)
    end = len(text) if line_end < 0 else line_end
    return f"{text[:end]}\n{' ' * node.start_mark.column}- {written(item)}{text[end:]}"


def written(value: str) -> str:
    """A text as YAML holds it: plain where that is read back as the same text, else in quotes."""
    if _PLAIN.fullmatch(value) and not _TAKEN.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _find(text: str, path: Sequence[str | int]) -> yaml.Node:
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    for step in path:
        node = _step(node, step)
    if node is None:
        raise KeyError(tuple(path))
    return node


def _step(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        found: yaml.Node = node.value[step]
        return found
    return None
