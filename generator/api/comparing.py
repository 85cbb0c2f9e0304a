"""What differs between editions or days, and where a fact stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.api.opening import read_base
from generator.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from generator.pack.changes.result import Changes
    from generator.store import FactStore


def changes(
    old: Path | str = "",
    new: Path | str = "",
    *,
    folder: Path | str = ".",
    out: Path | None = None,
    locale: str = "",
) -> Changes:
    """What differs between two editions: figures, why, where they stand, words that are false now.

    Each is the name of an edition in the output folder (`out`, or that of the workspace), or the
    path of one, of an audience's folder in it, or of a provenance.json. Without `new` the newest,
    without both the last two.
    """
    from generator.pack.changes.ledgers import open_view
    from generator.pack.changes.result import changes_of
    from generator.pack.changes.where import find_edition, last_two

    workspace = Workspace(Path(folder).absolute())
    output = out or workspace.output
    if not old and not new:
        before, after = last_two(output)
    else:
        before, after = find_edition(output, str(old)), find_edition(output, str(new))
    views = open_view(before), open_view(after)
    ruled = any(seen.ruling for ledger in views[1].ledgers for seen in ledger.seen.values())
    store = _base(workspace) if ruled and workspace.facts.is_dir() else None
    return changes_of(
        *views, locale=locale, rulings=_ruling_words(store), templates=workspace.templates
    )


def fact_changes(
    folder: Path | str,
    old: date,
    new: date,
    *,
    audience: str | None = None,
    locale: str = "",
) -> Changes:
    """What differs between the facts of two days, without any edition: for all, or one audience."""
    from generator.pack.changes.facts_view import facts_view
    from generator.pack.changes.result import changes_of
    from generator.pack.plan import read_plan
    from generator.pack.preparing import chosen_audiences

    workspace = open_workspace(folder)
    pack = read_plan(workspace)
    reader = chosen_audiences(pack, audience)[0] if audience is not None else None
    store, problems = read_base(workspace)
    before, doubts = facts_view(store, old, reader)
    after, more = facts_view(store, new, reader)
    problems += [*doubts, *more]
    return changes_of(
        before,
        after,
        locale=locale or (reader or pack.audiences[0]).locale,
        rulings=_ruling_words(store),
        templates=workspace.templates,
        problems=tuple(dict.fromkeys(problems)),
    )


def where(
    folder: Path | str, key: str, *, edition: str = "", out: Path | None = None
) -> list[dict[str, str]]:
    """Every place that shows a fact, in the newest edition unless another is named.

    `key` is a key or a Chinese name. Raises UsageError for what is no fact, with the nearest one.
    """
    from generator.pack.changes.where import where as found

    workspace = Workspace(Path(folder).absolute())
    store = _base(workspace) if workspace.facts.is_dir() else None
    fact = None if store is None else store.fact(key)
    known = () if store is None else store.facts
    return found(out or workspace.output, key if fact is None else fact.key, edition, known)


def _base(workspace: Workspace) -> FactStore:
    """The fact base as far as it can be read; a report on finished files does not need it whole."""
    from generator.store import read_store

    return read_store(workspace)[0]


def _ruling_words(store: FactStore | None) -> dict[str, Mapping[str, str]]:
    """What each ruling says for print, or why it was made."""
    rulings = {} if store is None else store.rulings
    return {id: ruling.note or {"en": ruling.why} for id, ruling in rulings.items()}
