"""Sources own up to what they do not print."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Problem, Source, error, warning
from generator.store.fact_store import FactStore


def check_sources(store: FactStore) -> list[Problem]:
    """What a source leaves blank is named in `missing`, and a text has a digest."""
    return [problem for source in store.sources.values() for problem in _problems(source)]


def _problems(source: Source) -> Iterator[Problem]:
    blanks = {"title": source.title, "publisher": source.publisher, "date": source.published}
    for what in (name for name, value in blanks.items() if not value):
        if what not in source.missing:
            problem = f"The source “{source.id}” has no {what} and does not say that it is missing."
            yield warning(source.place, problem, f"Fill it in, or add “{what}” to “missing:”.")
    if source.file and not source.sha256:
        problem = f"The source “{source.id}” names its text's file without a digest."
        yield error(
            source.place, problem, "Add “sha256:”, so that the text can be told from others."
        )
