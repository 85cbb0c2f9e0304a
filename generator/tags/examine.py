"""What a template asks for, and what it may not say, read off its syntax tree.

Everything is given with the number of its tag, so that each can be shown with its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.meta import find_undeclared_variables

from generator.tags.blocks import Fault
from generator.tags.environment import Language

DRAWN = ("chart", "picture")
BUILT_IN = frozenset((*DRAWN, "range", "dict", "namespace", "joiner", "cycler", "loop"))

_LANGUAGE = Language()
LANGUAGE_FILTERS = frozenset(_LANGUAGE.filters)
_BARE = {"endfor": "for x in ()", "endif": "if 1", "endwith": "with"}
_CLOSED = {"for": "{% endfor %}", "if": "{% endif %}", "with": "{% endwith %}"}


@dataclass(slots=True)
class Wishes:
    """Names, charts, pictures and filters by the number of the tag that asks for them."""

    names: list[tuple[str, int]] = field(default_factory=list)
    charts: list[tuple[str, int]] = field(default_factory=list)
    pictures: list[tuple[str, int]] = field(default_factory=list)
    filters: list[tuple[str, int]] = field(default_factory=list)


def syntax_faults(sources: Sequence[str]) -> list[Fault]:
    """Every tag that Jinja cannot read, each read by itself; unknown words are not its matter."""
    faults: list[Fault] = []
    for number, source in enumerate(sources):
        whole = _whole(source)
        try:
            _LANGUAGE.parse(whole)
        except TemplateSyntaxError as reason:
            problem = f"The tag cannot be read: {_plain(reason.message or '')}"
            faults.append(Fault(number, problem, "Check its spelling, brackets and quotes."))
    return faults


def _whole(source: str) -> str:
    """The tag as a template of its own; nothing for a tag that holds no expression."""
    if not source.startswith("{%"):
        return source
    word = source[2:-2].split(None, 1)[0] if source[2:-2].strip() else ""
    if word in _CLOSED:
        return source + _CLOSED[word]
    if word == "elif":
        return source.replace("elif", "if", 1) + "{% endif %}"
    if word == "else":
        return "{% if 1 %}" + source + "{% endif %}"
    if word in _BARE:
        return f"{{% {_BARE[word]} %}}{source}"
    return source if word == "set" else ""


def _plain(message: str) -> str:
    return message if message.endswith((".", "?")) else f"{message}."


def forbidden(tree: nodes.Template) -> list[Fault]:
    """What the sandbox would refuse, unknown tests and recursive loops."""
    found = (_refusal(node) for node in tree.find_all(nodes.Node))
    return [fault for fault in found if fault is not None]


def _refusal(node: nodes.Node) -> Fault | None:
    if isinstance(node, nodes.Helper):
        return None  # an operand or a keyword: it has no line of its own
    number = node.lineno - 1
    name = _attribute(node)
    if name.startswith("_"):
        problem = f"{name!r} is private: names that begin with _ cannot be used."
        return Fault(number, problem, "Use a name that the fact base offers.")
    if isinstance(node, nodes.Test) and node.name not in _LANGUAGE.tests:
        step = "Use defined, available or expired."
        return Fault(number, f"There is no test {node.name!r}.", step)
    if isinstance(node, nodes.For) and node.recursive:
        return Fault(number, "A loop cannot be recursive here.", "Remove the word.")
    return None


def _attribute(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr | nodes.NSRef):
        return node.attr
    arg = node.arg if isinstance(node, nodes.Getitem) else None
    return arg.value if isinstance(arg, nodes.Const) and isinstance(arg.value, str) else ""


def wishes(tree: nodes.Template) -> Wishes:
    """What the template needs from outside."""
    found = Wishes()
    outside = find_undeclared_variables(tree) - BUILT_IN
    for node in tree.find_all((nodes.Name, nodes.Call, nodes.Filter)):
        number = node.lineno - 1
        if isinstance(node, nodes.Filter):
            found.filters.append((node.name, number))
        elif isinstance(node, nodes.Call):
            _drawn(node, found)
        elif isinstance(node, nodes.Name) and node.ctx == "load" and node.name in outside:
            found.names.append((node.name, number))
    return found


def _drawn(call: nodes.Call, found: Wishes) -> None:
    """``chart("id")`` and ``picture("id")`` with a plain id."""
    if not isinstance(call.node, nodes.Name) or call.node.name not in DRAWN or not call.args:
        return
    first = call.args[0]
    if isinstance(first, nodes.Const) and isinstance(first.value, str):
        kind = found.charts if call.node.name == "chart" else found.pictures
        kind.append((first.value, call.lineno - 1))
