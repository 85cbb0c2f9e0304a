"""Running a template's program, and when it fails, finding every failure at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from generator.model import FactpackError, Place, Problem, error
from generator.tags.bounds import OverBudget

if TYPE_CHECKING:
    from generator.render.template import Template
    from generator.render.writer import Writer
    from generator.tags.program import Filters, Sink


def unknown_filters(template: Template, filters: Filters) -> list[Problem]:
    """Every filter that neither the language nor the caller knows, wherever it is used."""
    if not template.filters:
        return []
    from generator.tags.environment import language
    from generator.tags.errors import nearest

    known = {*language().filters, *filters}
    problems = []
    for name, slot in template.filters:
        if name not in known:
            place = template.places[slot]
            problems.append(
                error(
                    Place(template.file, None, place.where),
                    f"{place.written}: There is no filter {name!r}.",
                    nearest(name, known) or "Check the word after the bar.",
                )
            )
    return problems


class Faults:
    """One run of a template: the fast program, then the guarded one if the fast one failed."""

    def __init__(self, template: Template, names: Mapping[str, object]) -> None:
        self.template, self.names = template, names
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def run(self, filters: Filters, writer: Writer, sink: Sink) -> None:
        """Give the program's text to `sink`; when a tag fails, `problems` tell of all that do."""
        program = self.template.program
        if program is None:
            return
        try:
            program.stream(self.names, filters, writer.show, sink)
        except OverBudget as failure:
            self._whole(failure)
        except Exception as failure:
            self._find_all(filters, writer, failure)

    def _find_all(self, filters: Filters, writer: Writer, first: Exception) -> None:
        program = self.template.program
        assert program is not None
        try:
            program.run_guarded(self.names, filters, writer.show, self._guard)
        except Exception as failure:
            first = failure
        if not self.problems:
            self._whole(first)

    def _guard(self, number: int, work: Callable[[], object], instead: object) -> object:
        try:
            return work()
        except (OverBudget, RecursionError):
            raise
        except FactpackError as failure:
            self._note(number, failure.problems)
        except Exception as failure:
            problem, step = self._told(failure)
            place = self.template.places[number]
            spot = Place(self.template.file, None, place.where)
            self._note(number, [error(spot, f"{place.written}: {problem}", step)])
        return instead

    def _note(self, number: int, problems: Iterable[Problem]) -> None:
        """A place in a loop is reported for the first turn that fails."""
        if number not in self._seen:
            self._seen.add(number)
            self.problems.extend(problems)

    def _whole(self, failure: Exception) -> None:
        problem, step = self._told(failure)
        self.problems.append(error(Place(self.template.file), problem, step))

    def _told(self, failure: Exception) -> tuple[str, str]:
        from generator.tags.errors import explain

        return explain(failure, self.names)
