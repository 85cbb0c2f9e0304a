"""Two sides compared, ready to be told in any form and language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.model import Problem
from generator.pack.changes.ledgers import View
from generator.pack.changes.survey import Change, Survey, survey
from generator.pack.changes.told import Told, Words
from generator.pack.changes.wording.flags import Flag, flags

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between two editions, and the words that are false now.

    `locale` is the language it is told in unless another is asked for; `templates` is the
    workspace's folder, whose own ``changes-report.docx`` comes before ours.
    """

    survey: Survey
    flags: tuple[Flag, ...]
    locale: str
    rulings: Mapping[str, Words]
    templates: Path | None = None

    @property
    def changes(self) -> tuple[Change, ...]:
        return self.survey.changes

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.survey.problems

    def as_json(self, locale: str = "") -> Json:
        """All of it as data."""
        from generator.pack.changes.data import as_data

        return as_data(self.told(locale))

    def text(self, locale: str = "") -> str:
        """All of it in lines."""
        from generator.pack.changes.plain import as_text

        return as_text(self.told(locale))

    def markdown(self, locale: str = "") -> str:
        """All of it as Markdown."""
        from generator.pack.changes.plain import as_markdown

        return as_markdown(self.told(locale))

    def write_report(self, out: Path, locale: str = "") -> None:
        """The Word report for the person who signs. Raises FactpackError for a faulty template."""
        from generator.pack.changes.report import write_report

        write_report(self.told(locale), out, self.templates)

    def told(self, locale: str = "") -> Told:
        """All of it in the words of a language."""
        return Told(self.survey, self.flags, locale or self.locale, self.rulings)


def changes_of(
    old: View,
    new: View,
    *,
    locale: str = "",
    rulings: Mapping[str, Words] | None = None,
    templates: Path | None = None,
    problems: tuple[Problem, ...] = (),
) -> Changes:
    """Compare two sides; wording is looked for in the finished files of the new one."""
    found = survey(old, new)
    flagged, unread = flags(new, found.changes)
    found = replace(found, problems=(*problems, *unread))
    return Changes(found, tuple(flagged), locale or new.locale, rulings or {}, templates)
