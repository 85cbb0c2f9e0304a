"""Taking in a file: read, checked with the whole base, reviewed, and written or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.files import (
    Node,
    digest_file,
    load_yaml,
    locked,
    read_csv,
    read_xlsx,
    with_entries,
    write_atomic,
    yaml_text,
)
from generator.files.yaml_writing import Value
from generator.model import Fact, FactpackError, Place, Problem, Source, Statement, error
from generator.pack.asking.answers import is_form, read_answers
from generator.pack.asking.entries import Incoming, entry
from generator.pack.asking.review import Review, changes_between, contradictions_of
from generator.pack.asking.tables import read_table
from generator.pack.plan import read_plan
from generator.resolve import Edition
from generator.store import FactStore, check_store, read_store
from generator.store import facts as fact_fields
from generator.store import sources as source_fields
from generator.store import statements as statement_fields
from generator.store.evidence import prove_text
from generator.store.lock import LOCK_NAME, Lock, lock_text
from generator.store.records import Record
from generator.workspace import Workspace, today

_PATIENCE = 30.0  # seconds for another import


def take_in(workspace: Workspace, file: Path, *, dry_run: bool = False) -> Review:
    """Take in a form or a table. Raises FactpackError with all problems of it."""
    with locked(workspace.cache / "import.lock", _PATIENCE, workspace.relative(workspace.facts)):
        pack = read_plan(workspace)
        old, problems = read_store(workspace)
        if any(problem.level == "error" for problem in problems):
            raise FactpackError(problems)
        book = _read(file)
        sha256 = digest_file(file)
        if is_form(book):
            if any(one.sha256 == sha256 for one in old.sources.values()):
                return Review(already=True, dry_run=dry_run)
            incoming = read_answers(book, old, pack.base, sha256, today())
        else:
            incoming = read_table(book, old, today())
        new, ids = _joined(old, incoming, file)
        brings = any(incoming.statements.values()) and incoming.sources
        if not (ids or incoming.facts or brings):
            return Review(open=incoming.open, already=not incoming.open, dry_run=dry_run)
        day = date.fromisoformat(incoming.edition) if incoming.edition else pack.as_of
        locale = pack.audiences[0].locale
        review = _review(old, new, ids, incoming, Edition(day), locale)
        texts = _texts(workspace, old, new, ids, incoming)
        if dry_run:
            return replace(review, dry_run=True)
        for path, text in texts.items():
            write_atomic(path, text.encode(), workspace.relative(path))
        return replace(review, written=tuple(map(workspace.relative, texts)))


def _read(file: Path) -> Node:
    if file.suffix.lower() == ".csv":
        return read_csv(file, file.name)
    if file.suffix.lower() == ".xlsx":
        return read_xlsx(file, file.name)
    problem = f"A file that ends in “{file.suffix}” is not taken in."
    raise FactpackError([error(Place(file.name), problem, "Save it as .xlsx or .csv.")])


def _joined(old: FactStore, incoming: Incoming, file: Path) -> tuple[FactStore, list[str]]:
    """The base with what is new in the file, and the ids of the new statements.

    Raises FactpackError with what is wrong in the file, its statements checked with the base.
    """
    problems: list[Problem] = []
    sources = {
        id: source_fields.read_source(Record("source", id, node, source_fields.FIELDS, problems))
        for id, node in incoming.sources.items()
    }
    facts: dict[str, Fact] = {
        key: fact_fields.read_fact(Record("fact", key, node, fact_fields.FIELDS, problems))
        for key, node in incoming.facts.items()
    }
    known = {**old.sources, **sources}
    read = list(_statements(old, incoming, known, problems))
    new = {one.id: one for one in read if _is_new(one, old, problems)}
    store = replace(
        old,
        sources=known,
        facts={**old.facts, **facts},
        statements={**old.statements, **new},
    )
    if incoming.own_text and not problems:
        store = _proved(store, sources, read, file, problems)
    before = set(check_store(old))
    problems += [
        one
        for one in check_store(store)
        if one.level == "error" and one.place.file == incoming.name and one not in before
    ]
    if problems:
        raise FactpackError(list(dict.fromkeys(problems)))
    return store, list(new)


def _statements(
    old: FactStore, incoming: Incoming, sources: Mapping[str, Source], problems: list[Problem]
) -> Iterator[Statement]:
    for source, nodes in incoming.statements.items():
        known = sources.get(source)
        language = known.language if known else "zh-Hans"
        reader = statement_fields.StatementReader(source, language, old.measures, problems)
        for id, node in nodes.items():
            yield reader.read(Record("statement", id, node, statement_fields.FIELDS, problems))


def _is_new(statement: Statement, old: FactStore, problems: list[Problem]) -> bool:
    """Whether the base lacks it; that it has another one of this id is a problem."""
    there = old.statements.get(statement.id)
    if there is None:
        return True
    if replace(statement, place=there.place, recorded=there.recorded) != there:
        problem = (
            f"“{statement.id}” is in the base already, and says something else ({there.place})."
        )
        next = "Give the new statement an id of its own; the old one stays as history."
        problems.append(error(statement.place, problem, next))
    return False


def _proved(
    store: FactStore,
    sources: Mapping[str, Source],
    read: Sequence[Statement],
    file: Path,
    problems: list[Problem],
) -> FactStore:
    """The base with the proofs of what the file itself says."""
    texts = dict(store.lock.texts)
    for source in sources.values():
        proved, wrong = prove_text(source, file.parent, read)
        problems += wrong
        if proved is not None:
            texts[source.id] = proved
    return replace(store, lock=Lock(texts))


def _review(
    old: FactStore,
    new: FactStore,
    ids: Sequence[str],
    incoming: Incoming,
    edition: Edition,
    locale: str,
) -> Review:
    contradictions, reopened = contradictions_of(new, ids, old)
    warnings = [one for one in check_store(new) if one.place.file == incoming.name]
    return Review(
        statements=tuple(ids),
        changes=tuple(changes_between(old, new, edition, locale)),
        contradictions=tuple(contradictions),
        reopened=tuple(reopened),
        open=incoming.open,
        problems=tuple(one for one in warnings if one.level == "warning"),
    )


def _texts(
    workspace: Workspace, old: FactStore, new: FactStore, ids: Sequence[str], incoming: Incoming
) -> dict[Path, str]:
    """What is to be written, file by file. The sources come last: with them it counts as done."""
    texts: dict[Path, str] = {}
    folder = workspace.facts / "statements"
    for source, nodes in incoming.statements.items():
        entries = {id: entry(node) for id, node in nodes.items() if id in ids}
        if entries:
            path = folder / f"{source}.yaml"
            texts[path] = _statement_text(path, workspace.relative(path), source, entries)
    if new.lock != old.lock:
        texts[workspace.facts / LOCK_NAME] = lock_text(new.lock)
    for stem, found in (("facts", incoming.facts), ("sources", incoming.sources)):
        if found:
            path = workspace.facts / f"{stem}.yaml"
            added = {id: entry(node) for id, node in found.items()}
            before = path.read_text(encoding="utf-8") if path.exists() else ""
            texts[path] = with_entries(before, added, workspace.relative(path))
    return texts


def _statement_text(
    path: Path, name: str, source: str, entries: Mapping[str, Mapping[str, Value]]
) -> str:
    """A new file of statements, or the one that is there with more at its end."""
    if not path.exists():
        return yaml_text({"source": source, "statements": entries})
    load_yaml(path, name)
    return with_entries(path.read_text(encoding="utf-8"), entries, name, indent=2)
