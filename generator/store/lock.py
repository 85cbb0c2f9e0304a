"""`facts/facts.lock`: what was proved, on which text and at which offsets.

Readable JSON, one statement a line, in order of ids, so that a change shows as a line in git.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.files import digest, write_atomic
from generator.model import Place, Problem, Statement, error
from generator.store.flow import Span

LOCK_NAME = "facts.lock"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Proof:
    """Where a statement's evidence stands in its text, and the value and evidence it was for.

    `at` are offsets in code points, several where columns or captions cut the clause.
    """

    value: str
    evidence: str
    at: tuple[Span, ...]

    def is_for(self, statement: Statement) -> bool:
        """Whether the statement's evidence is still the clause that was proved."""
        return self.evidence == evidence_digest(statement.evidence)


@dataclass(frozen=True, slots=True)
class ProvedText:
    """A source's text: its file, its digest, and the proofs found in it by statement."""

    file: str
    sha256: str
    proofs: Mapping[str, Proof]


@dataclass(frozen=True, slots=True)
class Lock:
    """All that was proved, by source."""

    texts: Mapping[str, ProvedText] = field(default_factory=dict)


def evidence_digest(evidence: str) -> str:
    """A short digest: enough to see a change."""
    return digest(evidence.encode())[:16]


def read_lock(path: Path, name: str) -> tuple[Lock, list[Problem]]:
    """The lock at `path`; where there is none, or none that can be read, an empty one."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Lock(), []
    except OSError as closed:
        return Lock(), [_broken(name, closed.strerror or str(closed))]
    try:
        return _from_json(json.loads(data)), []
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Lock(), [_broken(name, "it is not what “check --sources” writes")]


def write_lock(lock: Lock, path: Path, name: str) -> None:
    """Write the lock where it changed. Raises FactpackError when it cannot be written."""
    data = lock_text(lock).encode()
    if not path.exists() or path.read_bytes() != data:
        write_atomic(path, data, name)


def lock_text(lock: Lock) -> str:
    """The lock as it is written: the same lock, the same text."""
    texts = ",\n".join(_text_lines(id, lock.texts[id]) for id in sorted(lock.texts))
    return f'{{"version": {_VERSION}, "sources": {{\n{texts}\n}}}}\n'


def _text_lines(id: str, text: ProvedText) -> str:
    about = f'"file": {_json(text.file)}, "sha256": {_json(text.sha256)}, "statements": {{'
    proofs = ",\n".join(
        f"  {_json(statement)}: {_proof_line(text.proofs[statement])}"
        for statement in sorted(text.proofs)
    )
    return f" {_json(id)}: {{{about}\n{proofs}\n }}}}"


def _proof_line(proof: Proof) -> str:
    return _json({"value": proof.value, "evidence": proof.evidence, "at": proof.at})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _from_json(data: Mapping[str, object]) -> Lock:
    sources = data["sources"]
    if data["version"] != _VERSION or not isinstance(sources, dict):
        raise ValueError("another version")
    return Lock({id: _text_from_json(text) for id, text in sources.items()})


def _text_from_json(text: Mapping[str, object]) -> ProvedText:
    file, sha256, statements = text["file"], text["sha256"], text["statements"]
    if not (isinstance(file, str) and isinstance(sha256, str) and isinstance(statements, dict)):
        raise TypeError
    return ProvedText(file, sha256, {id: _proof_from_json(p) for id, p in statements.items()})


def _proof_from_json(proof: Mapping[str, object]) -> Proof:
    value, evidence, at = proof["value"], proof["evidence"], proof["at"]
    if not (isinstance(value, str) and isinstance(evidence, str) and isinstance(at, list)):
        raise TypeError
    return Proof(value, evidence, tuple((int(start), int(end)) for start, end in at))


def _broken(name: str, why: str) -> Problem:
    return error(
        Place(name),
        f"The lock cannot be read: {why}.",
        "Take it from git again, or delete it and run “factpack check --sources DIR”.",
    )
