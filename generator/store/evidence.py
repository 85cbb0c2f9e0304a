"""Evidence proved against the texts of the sources, and the lock that keeps the proof."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from generator.files import digest
from generator.model import FactpackError, Place, Problem, Source, Statement, error, notice
from generator.store.article import Article
from generator.store.fact_store import FactStore
from generator.store.flow import Span
from generator.store.lock import (
    LOCK_NAME,
    Lock,
    Proof,
    ProvedText,
    evidence_digest,
    write_lock,
)
from generator.store.table_text import TABLES, TableText
from generator.workspace import Workspace


def check_evidence(store: FactStore, folder: Path) -> list[Problem]:
    """Whether every clause of evidence stands in its source's text, the texts being in `folder`."""
    return prove(store, folder)[1]


def lock_evidence(
    workspace: Workspace, store: FactStore, folder: Path
) -> tuple[FactStore, list[Problem]]:
    """Check the evidence; when all of it is proved, write `facts/facts.lock`.

    Gives the store with its new lock, or as it was when something is unproved.
    """
    lock, problems = prove(store, folder)
    if any(problem.level == "error" for problem in problems):
        return store, problems
    path = workspace.facts / LOCK_NAME
    write_lock(lock, path, workspace.relative(path))
    return replace(store, lock=lock), problems


def prove(store: FactStore, folder: Path) -> tuple[Lock, list[Problem]]:
    """The proofs that were found, and a problem for each that was not."""
    if not folder.is_dir():
        problem = "There is no such folder, so no evidence can be proved."
        next = "Name the folder that holds the texts of the sources."
        return Lock(), [error(Place(folder.as_posix()), problem, next)]
    problems: list[Problem] = []
    texts: dict[str, ProvedText] = {}
    statements = _by_source(store)
    for source in store.sources.values():
        if not source.file:
            problems.append(_no_text(source))
            continue
        proved, wrong = prove_text(source, folder, statements[source.id])
        problems += wrong
        if proved is not None:
            texts[source.id] = proved
    return Lock(texts), problems


def prove_text(
    source: Source, folder: Path, statements: Iterable[Statement]
) -> tuple[ProvedText | None, list[Problem]]:
    """What is proved on one source's text; nothing where the text is not there."""
    problems: list[Problem] = []
    text = _open(source, folder, problems)
    if text is None:
        return None, problems
    proofs = _proofs(text, source, statements, problems)
    return ProvedText(source.file, source.sha256, proofs), problems


def _by_source(store: FactStore) -> defaultdict[str, list[Statement]]:
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in store.statements.values():
        found[statement.source].append(statement)
    return found


def _open(source: Source, folder: Path, problems: list[Problem]) -> Article | TableText | None:
    """The source's text; another text than the one that was cited is read all the same."""
    is_table = Path(source.file).suffix in TABLES
    try:
        data = (folder / source.file).read_bytes()
        text = "" if is_table else data.decode("utf-8")
    except FileNotFoundError:
        problem = f"The text of “{source.id}” is not in {folder.as_posix()}: no {source.file}."
        problems.append(error(source.place, problem, "Put it there, or correct “file:”."))
        return None
    except (OSError, UnicodeDecodeError) as closed:
        problem = f"The text of “{source.id}” ({source.file}) cannot be read: {_reason(closed)}."
        problems.append(error(source.place, problem, "Keep the text as a UTF-8 file."))
        return None
    if source.sha256 and digest(data) != source.sha256:
        problems.append(
            error(
                source.place,
                f"{source.file} is not the text that “{source.id}” was read from: its digest is "
                f"{digest(data)}.",
                "Take the text that was cited, or enter this digest as “sha256:” if it is right.",
            )
        )
    return _table(source, folder, problems) if is_table else Article(text)


def _table(source: Source, folder: Path, problems: list[Problem]) -> TableText | None:
    try:
        return TableText(folder / source.file, source.file)
    except FactpackError as refused:
        problems += refused.problems
        return None


def _proofs(
    article: Article | TableText,
    source: Source,
    statements: Iterable[Statement],
    problems: list[Problem],
) -> dict[str, Proof]:
    proofs: dict[str, Proof] = {}
    found: dict[str, tuple[Span, ...]] = {}
    for statement in statements:
        evidence = statement.evidence
        if not evidence:
            continue  # the reader of the files has said so
        if evidence not in found:
            found[evidence] = article.find(evidence)
        if found[evidence]:
            digest_of = evidence_digest(evidence)
            proofs[statement.id] = Proof(statement.printed, digest_of, found[evidence])
        else:
            problems.append(_not_found(statement, source, article.nearest(evidence)))
    return proofs


def _not_found(statement: Statement, source: Source, nearest: str) -> Problem:
    hint = f"The nearest passage is “{nearest}”." if nearest else "Nothing like it stands there."
    return error(
        statement.place,
        f"The evidence of “{statement.id}” is not in {source.file}: “{statement.evidence}”.",
        f"{hint} Copy the clause as it is printed.",
    )


def _no_text(source: Source) -> Problem:
    problem = f"The source “{source.id}” names no text, so its evidence cannot be proved."
    return notice(source.place, problem, "Add “file:” and “sha256:” if there is one.")


def _reason(closed: OSError | UnicodeDecodeError) -> str:
    return closed.strerror or "" if isinstance(closed, OSError) else "it is not UTF-8"
