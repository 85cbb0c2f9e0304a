"""What a template asks for, and what it may not say, read off its syntax tree.

Everything is given with the number of its tag, so that each can be shown with its place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from generator.tags.blocks import Fault, is_assignment
from generator.tags.environment import language

DRAWN = ("chart", "picture", "subdoc")
BUILT_IN = frozenset(
    (
        *DRAWN,
        "range",
        "dict",
        "namespace",
        "joiner",
        "cycler",
        "loop",
        "caller",
        "varargs",
        "kwargs",
    )
)

_LANGUAGE = language()
LANGUAGE_FILTERS = frozenset(_LANGUAGE.filters)
_BARE = {
    "endfor": "for x in ()", "endif": "if 1", "endwith": "with", "endset": "set x",
    "endfilter": "filter upper", "endcall": "call x()", "endmacro": "macro x()",
    "break": "for x in ()", "continue": "for x in ()",
}  # fmt: skip
_CLOSED = {
    "for": "{% endfor %}", "if": "{% endif %}", "with": "{% endwith %}",
    "filter": "{% endfilter %}", "call": "{% endcall %}", "macro": "{% endmacro %}",
}  # fmt: skip


@dataclass(slots=True)
class Wishes:
    """Names, charts, pictures, documents and filters by the number of the tag that asks."""

    names: list[tuple[str, int]] = field(default_factory=list)
    charts: list[tuple[str, int]] = field(default_factory=list)
    pictures: list[tuple[str, int]] = field(default_factory=list)
    subdocs: list[tuple[str, int]] = field(default_factory=list)
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
        closer = "{% endfor %}" if word in ("break", "continue") else ""
        return f"{{% {_BARE[word]} %}}{source}{closer}"
    if word != "set":
        return ""
    return source if is_assignment(source) else source + "{% endset %}"


def _plain(message: str) -> str:
    return message if message.endswith((".", "?")) else f"{message}."


def forbidden(tree: nodes.Template) -> list[Fault]:
    """What the sandbox would refuse, and unknown tests."""
    found = (_refusal(node) for node in tree.find_all((nodes.Expr, nodes.NSRef)))
    return [fault for fault in found if fault is not None]


def _refusal(node: nodes.Node) -> Fault | None:
    if isinstance(node, nodes.Helper):
        return None  # an operand or a keyword: it has no line of its own
    name = _attribute(node)
    if name.startswith("_"):
        problem = f"{name!r} is private: names that begin with _ cannot be used."
        return Fault(node.lineno - 1, problem, "Use a name that the fact base offers.")
    if isinstance(node, nodes.Test) and node.name not in _LANGUAGE.tests:
        from generator.tags.errors import nearest

        step = nearest(node.name, _LANGUAGE.tests) or "Use defined, available or expired."
        return Fault(node.lineno - 1, f"There is no test {node.name!r}.", step)
    return None


def misused(tree: nodes.Template, markup: Collection[int]) -> list[Fault]:
    """Macros and loops that make markup, used otherwise than shown by themselves.

    `markup` are the numbers of the tags that open these.
    """
    macros = {m.name for m in tree.find_all(nodes.Macro) if m.lineno - 1 in markup}
    if any(f.recursive and f.lineno - 1 in markup for f in tree.find_all(nodes.For)):
        macros.add("loop")
    if not macros:
        return []
    shown = {id(node) for node in _shown(tree)}
    step = "Give its call a tag of its own, without filters."
    return [
        Fault(node.lineno - 1, f"{name}() makes more than text, and is only shown by itself.", step)
        for name, node in _uses(tree, macros)
        if id(node) not in shown
    ]


def _uses(tree: nodes.Template, macros: set[str]) -> Iterator[tuple[str, nodes.Expr]]:
    """Every call of the macros, and every other mention of them but ``loop``'s."""
    callees: set[int] = set()
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in macros:
            callees.add(id(call.node))
            yield call.node.name, call
    for name in tree.find_all(nodes.Name):
        mention = name.ctx == "load" and name.name in macros and name.name != "loop"
        if mention and id(name) not in callees:
            yield name.name, name


def _shown(tree: nodes.Template) -> Iterator[nodes.Node]:
    """What stands in the tags that show something, and the calls of call blocks."""
    pending: list[nodes.Node | None] = [block.call for block in tree.find_all(nodes.CallBlock)]
    pending += [child for output in tree.find_all(nodes.Output) for child in output.nodes]
    while pending:
        node = pending.pop()
        if isinstance(node, nodes.CondExpr):
            pending += [node.expr1, node.expr2]
        elif node is not None:
            yield node


def _attribute(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr | nodes.NSRef):
        return node.attr
    arg = node.arg if isinstance(node, nodes.Getitem) else None
    return arg.value if isinstance(arg, nodes.Const) and isinstance(arg.value, str) else ""


def wishes(tree: nodes.Template, names: frozenset[str]) -> Wishes:
    """What the template needs from outside; `names` are those that it does not set itself."""
    found = Wishes()
    outside = names - BUILT_IN
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
    """``chart("id")``, ``picture("id")`` and ``subdoc("file")`` with a plain id."""
    if not isinstance(call.node, nodes.Name) or call.node.name not in DRAWN or not call.args:
        return
    first = call.args[0]
    if isinstance(first, nodes.Const) and isinstance(first.value, str):
        kinds = {"chart": found.charts, "picture": found.pictures, "subdoc": found.subdocs}
        kinds[call.node.name].append((first.value, call.lineno - 1))
