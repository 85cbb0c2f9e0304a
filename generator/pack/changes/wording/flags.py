"""The finished files of an edition, asked for words that a change has made false."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model import FactpackError, Place, Problem, warning
from generator.pack.changes.ledgers import Spot, View
from generator.pack.changes.survey import Change
from generator.pack.changes.wording.directions import wrong_directions
from generator.pack.changes.wording.finding import Finding, Knowledge
from generator.pack.changes.wording.ordinals import old_ordinals
from generator.pack.changes.wording.records import broken_records
from generator.pack.changes.wording.sentences import Known, sentences
from generator.pack.changes.wording.sums import broken_sums

if TYPE_CHECKING:
    from generator.documents.passages import Passage

_VALUES = ("whole", "number", "digits", "with_modality", "signed", "rounded")
_DIGIT = re.compile(r"\d")
_CLAUSE_LEAST = 8  # characters
_SOLID = "\ufffc"

Shown = Mapping[str, Sequence[str]]  # by fact, the words that a file shows its value with


@dataclass(frozen=True, slots=True)
class Flag:
    """A finding and where it stands."""

    audience: str
    document: str
    file: str
    where: str
    finding: Finding


def flags(view: View, changes: Sequence[Change]) -> tuple[list[Flag], list[Problem]]:
    """What no longer holds in the files of an edition, and the files that could not be read."""
    found: list[Flag] = []
    problems: list[Problem] = []
    for ledger in view.ledgers:
        knowledge = Knowledge.of(changes, ledger.seen)
        if ledger.folder is None or not knowledge.changes:
            continue
        for file, spots in _by_file(ledger.spots).items():
            try:
                for where, finding in _of_file(ledger.folder / file, spots, knowledge):
                    found.append(Flag(ledger.audience, spots[0].document, file, where, finding))
            except OSError:
                problems.append(_unread_file(ledger.folder / file))
            except FactpackError as trouble:
                problems += trouble.problems
    return found, problems


def _unread_file(path: Path) -> Problem:
    problem = "The file is not beside its provenance, so its wording was not looked at."
    return warning(Place(path.as_posix()), problem, "Compare editions as they were built.")


def _by_file(spots: Sequence[Spot]) -> dict[str, list[Spot]]:
    files: dict[str, list[Spot]] = {}
    for spot in spots:
        files.setdefault(spot.file, []).append(spot)
    return files


def _of_file(
    path: Path, spots: Sequence[Spot], knowledge: Knowledge
) -> Iterator[tuple[str, Finding]]:
    # -- loaded only when there is something to look for --
    from generator.documents.passages import read_passages

    shown, quotations = _shown(spots), _quotations(knowledge)
    for passage in read_passages(path.read_bytes(), Place(path.name)):
        text = quotations.sub(_unread, passage.text) if quotations else passage.text
        for finding in findings(text, located(passage, shown), knowledge):
            yield passage.where, finding


def _quotations(knowledge: Knowledge) -> re.Pattern[str] | None:
    """The clauses of the sources, which an annex prints as they are, whatever has changed since."""
    every = {one.evidence for seen in knowledge.states.values() for one in seen.statements}
    clauses = sorted(filter(None, every), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, clauses))) if clauses else None


def _unread(clause: re.Match[str]) -> str:
    """As many characters that say nothing, unless the clause is so short that it is any figure."""
    return clause[0] if len(clause[0]) < _CLAUSE_LEAST else _SOLID * len(clause[0])


def findings(text: str, known: Sequence[Known], knowledge: Knowledge) -> Iterator[Finding]:
    """What no longer holds in one paragraph, in which the figures of facts are `known`."""
    yield from old_ordinals(text, known, knowledge)
    if not any(one.key in knowledge.changes for one in known):
        return
    quantities = {key: seen.quantity for key, seen in knowledge.states.items()}
    for sentence in sentences(text, known, quantities):
        yield from wrong_directions(sentence, knowledge)
        yield from broken_records(sentence, knowledge)
        yield from broken_sums(sentence, knowledge)


def located(passage: Passage, shown: Shown) -> list[Known]:
    """Where the values of facts stand in a paragraph; dates and sources of facts are none."""
    text = passage.text
    found = [
        Known(one.start, one.end, one.key)
        for one in passage.anchored
        if text[one.start : one.end] in shown.get(one.key, ())
    ]
    for one in passage.listed:
        key = one.key.split(" ")[0]  # a second shape of a fact is called “fact:key 2”
        wanted = [one.text] if one.text else shown.get(key, ())
        for words in wanted:
            if words in shown.get(key, ()):
                found += [Known(*at.span(), key) for at in _whole(words).finditer(text)]
    return sorted(set(found), key=lambda one: (one.start, one.end))


def _whole(words: str) -> re.Pattern[str]:
    """The words, not as a part of a longer number."""
    head = r"(?<![\d.,])" if _DIGIT.match(words) else ""
    tail = r"(?!\d|[.,]\d)" if words and words[-1].isdigit() else ""
    return re.compile(head + re.escape(words) + tail)


def _shown(spots: Sequence[Spot]) -> dict[str, list[str]]:
    shown: dict[str, list[str]] = {}
    for spot in spots:
        if spot.part.partition("(")[0] in _VALUES and spot.shown:
            shown.setdefault(spot.key, []).append(spot.shown)
    return {key: list(dict.fromkeys(texts)) for key, texts in shown.items()}
