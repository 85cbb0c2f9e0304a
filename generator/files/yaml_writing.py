"""Entries written as YAML the way that people write them, and added without touching the rest."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from generator.files.nodes import Node
from generator.files.strict_yaml import read_yaml
from generator.model import FactpackError, Place, error

Value = str | list[str] | Mapping[str, "Value"]


class _Plain(yaml.SafeDumper):
    """Quotes where the syntax asks for it, and not because a text looks like a number."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 (the library's own attribute)

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 (the library's own method)
        return True


def yaml_text(entries: Mapping[str, Value]) -> str:
    """A mapping in block style, in its own order."""
    if not entries:
        return ""
    text: str = yaml.dump(
        _bare(entries), Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10**6
    )
    return text


def with_entries(text: str, entries: Mapping[str, Value], name: str, indent: int = 0) -> str:
    """A YAML text with further entries at its end; what is there, comments too, stays as it is.

    Raises FactpackError where entries cannot be added at the end, or their names are there.
    """
    added = "".join(
        f"{' ' * indent}{line}\n" if line else "\n" for line in yaml_text(entries).splitlines()
    )
    joined = f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{added}"
    try:
        before, after = read_yaml(text.encode(), name), read_yaml(joined.encode(), name)
        if _names(after, indent) == [*_names(before, indent), *entries]:
            return joined
    except FactpackError:
        pass
    next = "Write the file so that each entry starts on a line of its own, the last one too."
    raise FactpackError([error(Place(name), "Nothing can be added at its end.", next)])


def _names(root: Node, indent: int) -> list[str]:
    """The names at the top, or one level below the last of them."""
    node = root
    if indent and isinstance(root.value, dict):
        node = list(root.value.values())[-1]
    return list(node.value) if isinstance(node.value, dict) else []


def _bare(value: Value) -> object:
    if isinstance(value, Mapping):
        return {name: _bare(entry) for name, entry in value.items()}
    return list(value) if isinstance(value, list) else value
