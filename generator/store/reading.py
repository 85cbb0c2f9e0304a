"""`facts/` read whole, every problem of every file collected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from generator.files import Node, load_yaml
from generator.model import (
    Fact,
    FactpackError,
    Measure,
    Problem,
    Ruling,
    Source,
    Speaker,
    Statement,
    Subject,
    error,
)
from generator.store import facts, measures, rulings, sources, speakers, statements, subjects
from generator.store.fact_store import FactStore
from generator.store.fields import read_text
from generator.store.lock import LOCK_NAME, read_lock
from generator.store.records import BadValue, Field, Record, entries, nearest
from generator.store.strays import check_strays
from generator.workspace import Workspace

T = TypeVar("T")
_ID = re.compile(r"\w([\w.-]*\w)?")
_STATEMENTS_FILE = ("source", "statements")


@dataclass(frozen=True)
class Basics:
    """What statements refer to, what templates name, and which of it could not be read."""

    sources: dict[str, Source] = field(default_factory=dict)
    subjects: dict[str, Subject] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    rulings: dict[str, Ruling] = field(default_factory=dict)
    speakers: dict[str, Speaker] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()


def read_store(workspace: Workspace) -> tuple[FactStore, list[Problem]]:
    """The fact base of a workspace and all that is wrong with how its files are written.

    What can be read of a broken entry is kept, so that nothing else seems to be missing.
    """
    basics, problems = read_basics(workspace)
    problems += check_strays(workspace)
    found, unread = _read_statements(workspace, basics, problems)
    lock_path = workspace.facts / LOCK_NAME
    lock, wrong = read_lock(lock_path, workspace.relative(lock_path))
    problems += wrong
    store = FactStore(
        found,
        basics.sources,
        basics.subjects,
        basics.measures,
        basics.facts,
        basics.rulings,
        lock,
        basics.unread | unread,
        basics.speakers,
    )
    return store, problems


def read_basics(workspace: Workspace) -> tuple[Basics, list[Problem]]:
    """Everything but the statements."""
    problems: list[Problem] = []
    table = _Tables(workspace, problems)
    basics = Basics(
        table.read("sources", "source", sources.FIELDS, sources.read_source),
        table.read("subjects", "subject", subjects.FIELDS, subjects.read_subject),
        table.read("measures", "measure", measures.FIELDS, measures.read_measure),
        table.read("facts", "fact", facts.FIELDS, facts.read_fact),
        table.read("rulings", "ruling", rulings.FIELDS, rulings.read_ruling),
        table.read("speakers", "speaker", speakers.FIELDS, speakers.read_speaker),
        frozenset(table.unread),
    )
    return basics, problems


def statement_files(workspace: Workspace) -> list[Path]:
    """The files of statements, in order of their names."""
    return sorted((workspace.facts / "statements").glob("[!.~]*.yaml"))


def read_statement_file(
    path: Path, name: str, basics: Basics
) -> tuple[list[Statement], list[Problem]]:
    """The statements of one file and its problems. Raises FactpackError when it is no YAML."""
    root = load_yaml(path, name)
    problems: list[Problem] = []
    parts = entries(root, "A file of statements", problems)
    source = _source_id(root, parts, problems)
    known = basics.sources.get(source)
    language = known.language if known else "zh-Hans"
    reader = statements.StatementReader(source, language, basics.measures, problems)
    table = parts.get("statements")
    nodes = entries(table, "statements", problems) if table else {}
    records = _records("statement", nodes, statements.FIELDS, problems)
    return [reader.read(record) for record in records], problems


def _read_statements(
    workspace: Workspace, basics: Basics, problems: list[Problem]
) -> tuple[dict[str, Statement], frozenset[str]]:
    """All statements by their ids, and whether a file of them could not be read."""
    found: dict[str, Statement] = {}
    unread: frozenset[str] = frozenset()
    for path in statement_files(workspace):
        try:
            batch, wrong = read_statement_file(path, workspace.relative(path), basics)
        except FactpackError as broken:
            problems += broken.problems
            unread = frozenset({"statements"})
            continue
        problems += wrong
        for statement in batch:
            first = found.setdefault(statement.id, statement)
            if first is not statement:
                problems.append(_twice(statement, first))
    return found, unread


def _source_id(root: Node, parts: Mapping[str, Node], problems: list[Problem]) -> str:
    for name in (name for name in parts if name not in _STATEMENTS_FILE):
        hint = nearest(name, _STATEMENTS_FILE) or "Put it under “statements:”, indented."
        problem = f"A file of statements has no field “{name}”."
        problems.append(error(parts[name].key_place, problem, hint))
    node = parts.get("source")
    if node is None or not node.value:
        problem = "The file does not say whose statements it holds."
        problems.append(error(root.place, problem, "Add “source: …” at its top."))
        return ""
    try:
        return read_text(node)
    except BadValue as bad:
        problems.append(error(node.place, f"source: {bad.problem}", bad.next))
        return ""


class _Tables:
    """The files that hold one table each; one that is not there is an empty table."""

    def __init__(self, workspace: Workspace, problems: list[Problem]) -> None:
        self.unread: set[str] = set()
        self._workspace = workspace
        self._problems = problems

    def read(
        self, stem: str, kind: str, fields: Sequence[Field[object]], make: Callable[[Record], T]
    ) -> dict[str, T]:
        path = self._workspace.facts / f"{stem}.yaml"
        if not path.exists():
            return {}
        try:
            root = load_yaml(path, self._workspace.relative(path))
        except FactpackError as broken:
            self._problems += broken.problems
            self.unread.add(stem)
            return {}
        nodes = entries(root, f"facts/{stem}.yaml", self._problems)
        records = _records(kind, nodes, fields, self._problems)
        return {record.id: make(record) for record in records}


def _records(
    kind: str,
    nodes: Mapping[str, Node],
    fields: Sequence[Field[object]],
    problems: list[Problem],
) -> Iterator[Record]:
    for id, node in nodes.items():
        if not _ID.fullmatch(id):
            problem = f"“{id}” cannot be the name of a {kind}."
            next = "Use letters, digits, “_”, “-” and “.”, without spaces."
            problems.append(error(node.key_place, problem, next))
        yield Record(kind, id, node, fields, problems)


def _twice(second: Statement, first: Statement) -> Problem:
    return error(
        second.place,
        f"The statement “{second.id}” is given twice: here and at {first.place}.",
        "Give one of them another name.",
    )
