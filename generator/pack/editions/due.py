"""Which documents have to be made again, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.pack.editions.standing import Wanted, standing_edition
from generator.workspace import Workspace

KINDS = {
    "new": "it was never built",
    "gone": "the plan has it no more",
    "altered": "its file in the edition is missing or was altered",
    "edition": "the edition speaks for another day",
    "version": "Factpack is another version",
    "template": "its template was edited",
    "theme": "`templates/theme.yaml` was edited",
    "plan": "its entry in the plan, or a setting, was edited",
    "chart": "the plan of a chart in it was edited",
    "fact": "a fact in it changed: `old` → `new`, or its words did",
    "expired": "a fact in it is past its shelf life now",
    "ruling": "another ruling decides a fact in it",
    "statement": "a statement about a fact in it was added, or is gone",
    "others": "it lists figures or sources, and others of its audience changed",
    "schedule": "a job of `templates/schedule.yaml` has come and has not run",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a document is stale: what changed, from what to what; `kind` is one of `KINDS`."""

    kind: str
    key: str
    old: str
    new: str
    text: str


@dataclass(frozen=True, slots=True)
class DueDocument:
    audience: str
    document: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """The documents that are due; none where the edition is up to date."""

    documents: tuple[DueDocument, ...] = ()

    def joined(self, others: Iterable[DueDocument]) -> Due:
        """These and others; a document that is among both has all its reasons."""
        found = {(one.audience, one.document): one for one in self.documents}
        for other in others:
            key = other.audience, other.document
            reasons = found[key].reasons if key in found else ()
            found[key] = DueDocument(*key, (*reasons, *other.reasons))
        return Due(tuple(found.values()))

    def as_json(self) -> dict[str, object]:
        return {"due": [asdict(document) for document in self.documents]}

    def rows(self) -> list[dict[str, object]]:
        """One row for each reason."""
        return [
            {"audience": one.audience, "document": one.document, "reason": reason.text}
            for one in self.documents
            for reason in one.reasons
        ]


def due(workspace: Workspace, wanted: Wanted, out: Path | None = None) -> Due:
    """What is due. When no file changed, digests are compared and nothing is read.

    Raises FactpackError for problems in the material, UsageError for an unknown audience.
    """
    output = out or workspace.output
    if standing_edition(workspace, output, wanted) is not None:
        return Due()
    from generator.pack.editions.reasons import due_of
    from generator.pack.preparing import Question, prepare, stop_on_errors

    steps = prepare(Question(workspace, output, wanted, opening=False))
    while True:
        try:
            next(steps)
        except StopIteration as done:
            prepared = done.value
            break
    stop_on_errors([problem for work in prepared.works for problem in work.resolution.problems])
    return Due(tuple(one for work in prepared.works for one in due_of(work)))
