"""Rendering: the documents of one audience and language, all from the same names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import partial

from generator.language import is_traditional, region_of
from generator.model import Audience, Document, Problem
from generator.pack.desk import Desk, needs_of, template_key
from generator.pack.drawing import Drawings, draw
from generator.pack.editions.asks import LISTS
from generator.pack.folders import file_name
from generator.pack.provenance import Made
from generator.render import Needs, Rendered, Subdoc, documents_in, render
from generator.render.lines import render_line
from generator.resolve import FILTERS, Ledger, Reader, Resolution, context
from generator.resolve.ledger import Sources


@dataclass(frozen=True, slots=True)
class Press:
    """Renders the documents of one audience and language; `audience` has its locale."""

    desk: Desk
    audience: Audience
    resolution: Resolution
    names: Mapping[str, object]
    drawings: Drawings

    def make(
        self, document: Document, problems: list[Problem], shown_elsewhere: Sequence[str] = ()
    ) -> Iterator[Made]:
        """The finished file, or nothing and its problems.

        A template that lists its own sources (`ledger`, `sources`) is rendered twice: the first
        time tells which figures it shows.
        """
        title = self._title(document, problems)
        if title is None:
            return
        told = _retold(self.audience.locale)
        settings = {name: told(words) for name, words in document.settings.items()}
        names = {**self.names, **settings, "title": title}
        if not LISTS.isdisjoint(self._needs(document).names):
            shown = list(shown_elsewhere) or self._shown(document, names)
            names |= self._ledgers(shown)
        rendered = self._render(document, title, names)
        problems += rendered.problems
        if not rendered.data:
            return
        file = file_name(document.id, title, rendered.suffix)
        yield Made(document.id, file, document.template, rendered.data, rendered.uses)

    def _shown(self, document: Document, names: Mapping[str, object]) -> list[str]:
        first = self._render(document, "", {**names, **self._ledgers([])})
        return list(dict.fromkeys(use.key for use in first.uses))

    def _ledgers(self, keys: Iterable[str]) -> dict[str, object]:
        reader = Reader(self.resolution, self.desk.store, self.desk.edition, self.audience)
        ledger = Ledger(reader, keys)
        return {"ledger": ledger, "sources": Sources(ledger)}

    def _render(self, document: Document, title: str, names: Mapping[str, object]) -> Rendered:
        needs = self._needs(document)
        drawings = self.drawings.of(needs)
        return render(
            self.desk.template(self.audience, document),
            names,
            FILTERS,
            base=self.desk.pack.base,
            when=datetime.combine(self.desk.edition.as_of, time(), UTC),
            charts=drawings.chart,
            pictures=drawings.picture,
            core={"title": title},
            look=drawings.look(document),
            documents=self._documents(needs),
        )

    def _documents(self, needs: Needs) -> Callable[[str], Subdoc]:
        """What a template includes by name: it can reach no others, for nobody knew of them."""
        give = documents_in(self.desk.workspace.templates, _told(self.audience.locale))

        def known(name: str) -> Subdoc:
            if name not in needs.subdocs:
                raise ValueError(f'write out which file: {{% include "{name}" %}}')
            return give(name)

        return known

    def _needs(self, document: Document) -> Needs:
        return needs_of(self.desk.templates, template_key(self.audience, document))

    def _title(self, document: Document, problems: list[Problem]) -> str | None:
        written = _retold(self.audience.locale)(document.title)
        title, wrong = render_line(written, self.names, FILTERS, document.place)
        problems += wrong
        return None if wrong else title


def open_press(
    desk: Desk, audience: Audience, resolution: Resolution, documents: Iterable[Document]
) -> Press:
    """The press for one language, with what its documents have drawn; `audience` has its locale."""
    told = _retold(audience.locale)
    settings = {**desk.pack.settings, **audience.settings}
    names = context(resolution, desk.store, desk.edition, audience)
    names |= {name: told(words) for name, words in settings.items()}
    return Press(desk, audience, resolution, names, draw(desk, audience, documents, names))


def _retold(locale: str) -> Callable[[str], str]:
    """What turns words of the plan, tags among them, into the script of a locale."""
    if not is_traditional(locale):
        return str
    # -- loaded for a traditional edition --
    from generator.render.traditional import line_in_traditional

    return partial(line_in_traditional, region=region_of(locale))


def _told(locale: str) -> Callable[[bytes, str], bytes] | None:
    """What turns an included document into the script of a locale; None where it has that."""
    if not is_traditional(locale):
        return None
    # -- loaded for a traditional edition --
    from generator.render.traditional import in_traditional

    return lambda data, name: in_traditional(data, region_of(locale), name)
