"""What an import changes: figures old and new, new contradictions, rulings that are open again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from generator.language import CannotSay
from generator.model import Audience, FactpackError, Problem
from generator.resolve import Edition, ResolvedFact, conflicts, resolve
from generator.resolve.pairs import CONTRADICTIONS
from generator.resolve.reader import Reader
from generator.resolve.saying import marked
from generator.store import FactStore


@dataclass(frozen=True, slots=True)
class Change:
    """One fact in the edition that was asked for: before and after, with their as-of dates."""

    fact: str
    old: str | None
    old_as_of: str | None
    new: str | None
    new_as_of: str | None

    def as_json(self) -> dict[str, str | None]:
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    def __str__(self) -> str:
        old = f"{self.old} ({self.old_as_of})" if self.old else "–"
        new = f"{self.new} ({self.new_as_of})" if self.new else "–"
        return f"{self.fact}: {old} → {new}"


@dataclass(frozen=True, slots=True)
class Review:
    """What a file brings and what that changes.

    `open` are the rows that were left without a value, with their notes; `reopened` the rulings
    whose set is another one now; `written` the files that were written. `already` says that the
    file had been taken in before.
    """

    statements: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    contradictions: tuple[tuple[str, ...], ...] = ()
    reopened: tuple[str, ...] = ()
    open: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    written: tuple[str, ...] = ()
    already: bool = False
    dry_run: bool = False

    def lines(self) -> Iterator[str]:
        """The review for people."""
        if self.already:
            yield "taken in before; nothing changes"
            return
        count = len(self.statements)
        yield f"{count} new statement{'' if count == 1 else 's'}"
        yield from (f"  {change}" for change in self.changes)
        for ids in self.contradictions:
            yield f"  contradiction: {', '.join(ids)}; rule on it in facts/rulings.yaml"
        for ruling in self.reopened:
            yield f"  ruling open again: {ruling}; decide anew in facts/rulings.yaml"
        for key, note in self.open:
            yield f"  not answered: {key}{f' ({note})' if note else ''}"

    def as_json(self) -> dict[str, object]:
        return {
            "statements": list(self.statements),
            "changes": [change.as_json() for change in self.changes],
            "contradictions": [list(ids) for ids in self.contradictions],
            "reopened": list(self.reopened),
            "open": [{"fact": key, "note": note} for key, note in self.open],
            "problems": [problem.as_json() for problem in self.problems],
            "written": list(self.written),
            "already": self.already,
            "dry_run": self.dry_run,
        }


def changes_between(old: FactStore, new: FactStore, edition: Edition, locale: str) -> list[Change]:
    """Every fact that an edition would show otherwise, to an editor who may see everything."""
    editor = Audience("editor", {}, locale, (), sees=("public", "internal"))
    before, after = (_said(store, edition, editor) for store in (old, new))
    return [
        Change(key, *before.get(key, (None, None)), *after[key])
        for key in after
        if before.get(key) != after[key] and (after[key][0] or key in before)
    ]


def contradictions_of(
    new: FactStore, ids: Collection[str], old: FactStore
) -> tuple[list[tuple[str, ...]], list[str]]:
    """The sets that the new statements contradict in: those nobody ruled on, and the rulings."""
    before = {one.statements for one in conflicts(old)}
    sets = [
        one
        for one in conflicts(new)
        if one.live
        and one.kind in CONTRADICTIONS
        and one.statements not in before
        and set(one.statements) & set(ids)
    ]
    reopened = dict.fromkeys(one.ruling for one in sets if one.ruling)
    return [one.statements for one in sets if not one.ruling], list(reopened)


def _said(
    store: FactStore, edition: Edition, editor: Audience
) -> Mapping[str, tuple[str | None, str | None]]:
    """Each fact in words, with its as-of date; nothing for what cannot be said."""
    resolution = resolve(store, None, editor, edition)
    reader = Reader(resolution, store, edition, editor)
    return {key: _words(fact, reader) for key, fact in resolution.facts.items()}


def _words(fact: ResolvedFact, reader: Reader) -> tuple[str | None, str | None]:
    if not fact.available:
        return None, None
    try:
        return marked(fact, reader).text, fact.as_of
    except (FactpackError, CannotSay):
        return None, None
