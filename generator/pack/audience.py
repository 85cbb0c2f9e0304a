"""One audience's folder: steps 4 to 7 for each of its documents, then its provenance."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from functools import partial
from pathlib import PurePath

from generator.language import is_traditional, region_of
from generator.model import Audience, Document, Problem, Use
from generator.pack.desk import Desk, documents_of, locale_of
from generator.pack.drawing import Drawings, draw
from generator.pack.folders import file_name
from generator.pack.inputs import inputs_of
from generator.pack.promises import broken_promises
from generator.pack.provenance import PROVENANCE, Made, provenance
from generator.pack.steps import Step
from generator.render import Rendered, Template, render
from generator.render.lines import render_line
from generator.resolve import FILTERS, Ledger, Reader, Resolution, context, resolve
from generator.resolve.ledger import Sources


@dataclass(frozen=True, slots=True)
class Folder:
    """What one audience gets: its files by name, the figures in them, the problems on the way."""

    audience: str
    made: tuple[Made, ...]
    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]

    def rows(self) -> list[dict[str, object]]:
        """One row a document, for the closing table."""
        return [
            {
                "file": f"{self.audience}/{made.file}",
                "figures": len(made.uses),
                "facts": len({use.key for use in made.uses}),
                "kB": round(len(made.data) / 1024),
            }
            for made in self.made
        ]


def make_folder(
    desk: Desk, audience: Audience, inputs: Mapping[str, str]
) -> Generator[Step, None, Folder]:
    """Resolve, draw and render everything for one audience; nothing is written."""
    yield Step(4, audience.id)
    resolution = resolve(desk.store, desk.keys_for(audience), audience, desk.edition)

    yield Step(5, audience.id)
    presses = {
        locale: _press(desk, _speaking(audience, locale), resolution)
        for locale in dict.fromkeys(locale_of(audience, one) for one in documents_of(audience))
    }
    drawn = [problem for press in presses.values() for problem in press.drawings.problems]
    problems = [*resolution.problems, *dict.fromkeys(drawn)]

    made: list[Made] = []
    for document in audience.documents:
        yield Step(6, f"{audience.id}, {document.id}")
        made += presses[locale_of(audience, document)].make(document, problems)
    if (annex := audience.annex) is not None:
        yield Step(6, f"{audience.id}, {annex.id}")
        shown = list(_keys(made))
        made += presses[locale_of(audience, annex)].make(annex, problems, shown_elsewhere=shown)

    problems += broken_promises(audience, resolution, made)
    files = {one.file: one.data for one in made}
    if not any(problem.level == "error" for problem in problems):
        files[PROVENANCE] = provenance(
            desk.pack,
            audience,
            desk.edition,
            desk.store,
            resolution,
            made,
            inputs_of(audience, inputs),
        )
    return Folder(audience.id, tuple(made), files, tuple(problems))


def _speaking(audience: Audience, locale: str) -> Audience:
    """The audience as the readers of its documents of one language."""
    documents = tuple(one for one in audience.documents if locale_of(audience, one) == locale)
    annex = audience.annex
    if annex is not None and locale_of(audience, annex) != locale:
        annex = None
    return replace(audience, locale=locale, documents=documents, annex=annex)


def _press(desk: Desk, audience: Audience, resolution: Resolution) -> Press:
    """The press for the documents of one language; `audience` has its locale."""
    told = _retold(audience.locale)
    settings = {**desk.pack.settings, **audience.settings}
    names = context(resolution, desk.store, desk.edition, audience)
    names |= {name: told(words) for name, words in settings.items()}
    return Press(desk, audience, resolution, names, draw(desk, audience, names))


def _retold(locale: str) -> Callable[[str], str]:
    """What turns words of the plan, tags among them, into the script of a locale."""
    if not is_traditional(locale):
        return str
    # -- loaded for a traditional edition --
    from generator.render.traditional import line_in_traditional

    return partial(line_in_traditional, region=region_of(locale))


@dataclass(frozen=True, slots=True)
class Press:
    """Renders the documents of one audience and language from the same names."""

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
        asked = set(self._template(document).needs().names)
        if asked & {"ledger", "sources"}:
            shown = list(shown_elsewhere) or self._shown(document, names)
            names |= self._ledgers(shown)
        rendered = self._render(document, title, names)
        problems += rendered.problems
        if not rendered.data:
            return
        suffix = PurePath(document.template).suffix
        file = file_name(document.id, title, suffix)
        yield Made(document.id, file, document.template, rendered.data, rendered.uses)

    def _shown(self, document: Document, names: Mapping[str, object]) -> list[str]:
        first = self._render(document, "", {**names, **self._ledgers([])})
        return list(_facts_of(first.uses))

    def _ledgers(self, keys: Iterable[str]) -> dict[str, object]:
        reader = Reader(self.resolution, self.desk.store, self.desk.edition, self.audience)
        ledger = Ledger(reader, keys)
        return {"ledger": ledger, "sources": Sources(ledger)}

    def _render(self, document: Document, title: str, names: Mapping[str, object]) -> Rendered:
        return render(
            self._template(document),
            names,
            FILTERS,
            base=self.desk.pack.base,
            when=datetime.combine(self.desk.edition.as_of, time(), UTC),
            charts=self.drawings.chart,
            pictures=self.drawings.picture,
            core={"title": title},
            look=self.drawings.look(document),
        )

    def _template(self, document: Document) -> Template:
        return self.desk.template(self.audience, document)

    def _title(self, document: Document, problems: list[Problem]) -> str | None:
        written = _retold(self.audience.locale)(document.title)
        title, wrong = render_line(written, self.names, FILTERS, document.place)
        problems += wrong
        return None if wrong else title


def _keys(made: Iterable[Made]) -> dict[str, None]:
    return dict.fromkeys(key for one in made for key in _facts_of(one.uses))


def _facts_of(uses: Iterable[Use]) -> dict[str, None]:
    """The keys shown, in reading order, each once."""
    return dict.fromkeys(use.key for use in uses)
