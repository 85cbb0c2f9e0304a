"""A template as a program: constant fragments, and between them code that shows values.

The code is written once by Jinja's generator (`generator`) and run for every document. A plain
program (names, attributes, loops, conditions) needs nothing of Jinja to run, and does not load it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import CodeType, MappingProxyType
from typing import TYPE_CHECKING, Any

from generator.tags.pieces import Made, bare, piece
from generator.tags.plain import MISSING, PlainLanguage, PlainRun

if TYPE_CHECKING:
    from jinja2 import nodes

    from generator.tags.environment import Language
    from generator.tags.runs import Run

Show = Callable[[int, object], str]
Filters = Mapping[str, Callable[..., object]]
Sink = Callable[[str], None]
Guard = Callable[[int, Callable[[], object], object], object]
Root = Callable[[Any], Iterator[None]]  # what the code defines: it takes a run

NO_MARKUP: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Code:
    """The Python code of a program; a `plain` one runs without Jinja.

    `outside` are the names that the template does not set itself.
    """

    code: CodeType
    plain: bool
    outside: frozenset[str] = frozenset()


class Program:
    """Compiled once, run for every document.

    `sources` are the tags as Jinja reads them, in the order of the `fragments` that they stand
    between. `markup` are the tags that open a macro, or a loop that calls itself, of more than
    text, and what it consists of. A `lenient` program shows nothing for an unknown name, where
    others fail.
    """

    def __init__(
        self,
        fragments: Sequence[str],
        sources: Sequence[str],
        tree: nodes.Template | None = None,
        markup: Mapping[int, str] = NO_MARKUP,
        *,
        lenient: bool = False,
        code: Code | None = None,
    ) -> None:
        """Raises jinja2.TemplateSyntaxError as `parse_tags` does.

        `tree` is the work of `parse_tags`, if done; `code` that of the generator, if kept.
        """
        self.fragments, self.sources = fragments, sources
        self.markup, self.lenient = markup, lenient
        self.code = code or self._written(tree)
        self._root = self._plain_root() if self.code.plain else self._full_root(self.code)
        self._guarded: Root | None = None

    def run(self, names: Mapping[str, object], filters: Filters, show: Show) -> str:
        """The whole text. Raises whatever the first failing tag raises."""
        stretches: list[str] = []
        self.stream(names, filters, show, stretches.append)
        return "".join(stretches)

    def stream(self, names: Mapping[str, object], filters: Filters, show: Show, sink: Sink) -> None:
        """Give the text to `sink` in stretches of whole fragments and values."""
        run = (
            PlainRun(names, show, sink)
            if self.code.plain
            else self._full_run(names, filters, show, sink)
        )
        for _ in self._root(run):
            pass
        run.buffer.flush()

    def run_guarded(
        self, names: Mapping[str, object], filters: Filters, show: Show, guard: Guard
    ) -> None:
        """Run to the end whatever fails: `guard` is given every value's number and work."""
        if self._guarded is None:
            self._guarded = self._full_root(self._written(guarded=True))
        run = self._full_run(names, filters, show, _nowhere)
        run.guard = guard
        for _ in self._guarded(run):
            pass

    # -- code and its names ------------------------------------------------------------------

    def _written(self, tree: nodes.Template | None = None, *, guarded: bool = False) -> Code:
        from generator.tags.generator import parse_tags, written

        return written(tree or parse_tags(self.sources), self.markup, guarded=guarded)

    def _plain_root(self) -> Root:
        language = PlainLanguage(self.lenient)
        return self._root_of(
            self.code,
            environment=language, attribute=language.attribute, missing=MISSING,
            Undefined=language.undefined,
        )  # fmt: skip

    def _full_root(self, code: Code) -> Root:
        from jinja2 import runtime

        from generator.tags.absent import Silent

        language = self._language()
        names = {name: getattr(runtime, name) for name in runtime.exported}
        return self._root_of(
            code, **names, environment=language, attribute=language.attribute, Silent=Silent,
            Made=Made, piece=piece, bare=bare,
        )  # fmt: skip

    def _root_of(self, code: Code, **names: object) -> Root:
        space: dict[str, Any] = {f"F{number}": text for number, text in enumerate(self.fragments)}
        space.update(names)
        exec(code.code, space)
        root: Root = space["root"]
        return root

    # -- runs --------------------------------------------------------------------------------

    def _language(self) -> Language:
        from generator.tags.environment import language

        return language(lenient=self.lenient)

    def _full_run(
        self, names: Mapping[str, object], filters: Filters, show: Show, sink: Sink
    ) -> Run:
        from generator.tags.runs import begun

        return begun(self._language(), names, filters, show, sink)


def _nowhere(_: str) -> None:
    """Where the output of a run goes that only looks for failures."""
