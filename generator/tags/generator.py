"""Tags as Python code: Jinja's parser and its code generator, with output written our way.

Jinja's parser reads one line a tag (a mark, the tag, a newline) and never sees a document's XML;
its line number is the tag's number. The generated code appends fragments and shown values to one
list. This is the one file that knows Jinja's code generator, which is inner API: the version is
pinned and a test compares every kind of template with the plain public way.
"""

# ruff: noqa: N802 -- Jinja's visitors are named after its node classes
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import CodeType
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.idtracking import VAR_LOAD_RESOLVE

from generator.tags.environment import Language
from generator.tags.pieces import TEXT
from generator.tags.program import NO_MARKUP, Code

INCLUDES = "subdoc"  # what an include tag calls

_MARK = re.compile("\x02([0-9]+)\x03")
_PLAIN = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr,
    nodes.Getitem, nodes.For, nodes.Break, nodes.Continue, nodes.If, nodes.CondExpr, nodes.And,
    nodes.Or, nodes.Not, nodes.Compare, nodes.Operand, nodes.Concat, nodes.Tuple, nodes.List,
    nodes.With, nodes.Scope, nodes.Assign,
)  # fmt: skip


def parse_tags(sources: Sequence[str]) -> nodes.Template:
    """Jinja's tree. Raises jinja2.TemplateSyntaxError, `lineno` being a tag's number + 1."""
    return _WRITTEN.parse(script(sources))


def script(sources: Sequence[str]) -> str:
    """What Jinja reads: line *k* is the mark of fragment *k* and the tag after it."""
    lines = [f"\x02{number}\x03{source}\n" for number, source in enumerate(sources)]
    return "".join([*lines, f"\x02{len(sources)}\x03"])


def written(
    tree: nodes.Template, markup: Mapping[int, str] = NO_MARKUP, *, guarded: bool = False
) -> Code:
    """The program of a tree; a `guarded` one puts every value behind a guard."""
    plain = not guarded and _is_plain(tree)  # asked first: writing works out what is constant
    language = _GUARDED if guarded else _WRITTEN
    generator = language.code_generator_class(language, "template", "<template>")
    assert isinstance(generator, _Generator)
    generator.markup = markup
    generator.visit(tree)
    source = generator.stream.getvalue()  # type: ignore[attr-defined]
    imports, _, body = source.partition("\n")
    assert imports.startswith("from jinja2.runtime import")  # whoever runs it brings that along
    code: CodeType = compile(body, "<template>", "exec")
    return Code(code, plain, frozenset(generator.outside))


def _is_plain(tree: nodes.Template) -> bool:
    """Whether Jinja itself is not needed to run the program: it names, loops, compares, shows."""
    return all(_is_plain_node(node) for node in tree.find_all(nodes.Node))


def _is_plain_node(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Name):
        return node.name not in _OWN_NAMES
    if isinstance(node, nodes.For):
        return not node.recursive
    if isinstance(node, nodes.CondExpr):
        return node.expr2 is not None
    if isinstance(node, nodes.Getitem):
        return not isinstance(node.arg, nodes.Slice)
    return type(node) in _PLAIN


class _Generator(CodeGenerator):
    """Jinja's generator with output, loops and attributes written our way."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.markup = NO_MARKUP
        self.outside: set[str] = set()
        self._wraps: dict[int, tuple[str, str]] = {}
        self._levels: list[str] = []  # of what is being caught, the innermost last
        self._tails: list[str] = []

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        wrap = self._wraps.pop(id(node), None)
        if wrap is None:
            return super().visit(node, *args, **kwargs)
        self.write(wrap[0])
        result = super().visit(node, *args, **kwargs)
        self.write(wrap[1])
        return result

    def enter_frame(self, frame: Frame) -> None:
        """Names that no block of the template sets are asked of the data."""
        super().enter_frame(frame)
        loads = frame.symbols.loads.values()
        self.outside.update(str(name) for how, name in loads if how == VAR_LOAD_RESOLVE)

    def write_commons(self) -> None:
        super().write_commons()
        for name in ("emit", "show", "steps", "take", "joined"):
            self.writeline(f"{name} = context.{name}")

    def pull_dependencies(self, nodes: Any) -> None:
        """Filters are those of the run: what a pack brings is not known when compiling."""
        super().pull_dependencies(nodes)
        for name, local in self.filters.items():
            self.writeline(f"{local} = context.named_filter({name!r})")

    # -- output ------------------------------------------------------------------------------

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        self.writeline("emit((" if frame.buffer is None else f"{frame.buffer}.extend((", node)
        for child in node.nodes:
            if not isinstance(child, nodes.TemplateData):
                self._show(child, frame)
            elif not self._catches_text():  # a caught text stands in the script, as values
                for number in _MARK.findall(child.data):
                    self.write(f"F{number}, ")
        self.write("))")

    def _show(self, child: nodes.Expr, frame: Frame) -> None:
        self.write(self._show_head(child.lineno - 1))
        self.visit(child, frame)
        self.write(f"{self._show_tail()}, ")

    def _show_head(self, number: int) -> str:
        return "piece(" if self._catches_text() else f"show({number}, "

    def _show_tail(self) -> str:
        return ")"

    def start_write(self, frame: Frame, node: nodes.Node | None = None) -> None:
        """The output of a call block, or of a filter block or recursive loop that ends here."""
        assert node is not None
        if isinstance(node, nodes.For | nodes.FilterBlock):
            self._levels.pop()
        recursive = isinstance(node, nodes.For) and not self._catches_text()
        self.writeline("emit((" if frame.buffer is None else f"{frame.buffer}.extend((", node)
        self.write("bare(" if recursive else self._show_head(node.lineno - 1))
        self._tails.append(")" if recursive else self._show_tail())

    def end_write(self, frame: Frame) -> None:  # noqa: ARG002 -- Jinja's signature
        self.write(f"{self._tails.pop()},))")

    # -- what is caught ----------------------------------------------------------------------

    def _catches_text(self) -> bool:
        return bool(self._levels) and self._levels[-1] == TEXT

    def buffer(self, frame: Frame) -> None:
        super().buffer(frame)
        self.writeline("take(1)")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        if self._catches_text():
            super().return_buffer_contents(frame, force_unescaped)
        else:
            self.writeline(f"return Made({self._levels[-1]!r}, {frame.buffer})")

    def macro_body(
        self, node: nodes.Macro | nodes.CallBlock, frame: Frame
    ) -> tuple[Frame, MacroRef]:
        self._levels.append(self.markup.get(node.lineno - 1, TEXT))
        made = super().macro_body(node, frame)
        self._levels.pop()
        return made

    def visit_AssignBlock(self, node: nodes.AssignBlock, frame: Frame) -> None:
        self._levels.append(TEXT)
        super().visit_AssignBlock(node, frame)
        self._levels.pop()

    def visit_FilterBlock(self, node: nodes.FilterBlock, frame: Frame) -> None:
        self._levels.append(TEXT)
        super().visit_FilterBlock(node, frame)

    # -- loops and expressions ---------------------------------------------------------------

    def visit_For(self, node: nodes.For, frame: Frame) -> None:
        if not node.recursive:
            self._wraps[id(node.iter)] = ("steps(", ")")
        self._visit_loop(node, frame)

    def _visit_loop(self, node: nodes.For, frame: Frame) -> None:
        if node.recursive:
            self._levels.append(self.markup.get(node.lineno - 1, TEXT))
        super().visit_For(node, frame)

    def write(self, x: str) -> None:
        """What a recursive loop goes over is paid for each time that it calls itself."""
        super().write("steps(reciter)" if x == "reciter" else x)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        if node.attr.startswith("_"):
            self.fail(f"{node.attr!r} is private", node.lineno)
        self.write("attribute(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")

    def visit_Call(self, node: nodes.Call, frame: Frame, *args: Any, **kwargs: Any) -> None:
        """What a template includes sees the names that are known where it is included."""
        includes = isinstance(node.node, nodes.Name) and node.node.name == INCLUDES
        if includes:
            self.write(f"context.seen({self.dump_local_context(frame)}, ")
        super().visit_Call(node, frame, *args, **kwargs)
        if includes:
            self.write(")")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        self.write("joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class _GuardedGenerator(_Generator):
    """The same program with every value behind a guard, so that all failures are found."""

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("guard = context.guard")

    def _show_head(self, number: int) -> str:
        return f"guard({number}, lambda: {super()._show_head(number)}"

    def _show_tail(self) -> str:
        return "), '')"

    def visit_For(self, node: nodes.For, frame: Frame) -> None:
        head, tail = ("", "") if node.recursive else ("steps(", ")")
        self._guard(node.iter, head, tail, "()", node.lineno)
        if node.test is not None:
            self._guard(node.test, "bool(", ")", "False", node.lineno)
        self._visit_loop(node, frame)

    def visit_If(self, node: nodes.If, frame: Frame) -> None:
        for branch in (node, *node.elif_):
            self._guard(branch.test, "bool(", ")", "False", branch.lineno)
        super().visit_If(node, frame)

    def visit_Assign(self, node: nodes.Assign, frame: Frame) -> None:
        self._guard(node.node, "", "", "Silent()", node.lineno)
        super().visit_Assign(node, frame)

    def visit_With(self, node: nodes.With, frame: Frame) -> None:
        for value in node.values:
            self._guard(value, "", "", "Silent()", node.lineno)
        super().visit_With(node, frame)

    def _guard(self, node: nodes.Node, head: str, tail: str, instead: str, line: int) -> None:
        self._wraps[id(node)] = (f"guard({line - 1}, lambda: {head}", f"{tail}, {instead})")


class _Written(Language):
    code_generator_class = _Generator


class _Guarded(Language):
    code_generator_class = _GuardedGenerator


_WRITTEN, _GUARDED = _Written(), _Guarded()
_OWN_NAMES = frozenset((*_WRITTEN.globals, "range", "loop", "caller", "varargs", "kwargs"))
