"""Which documents are made and which are kept: each by what it declares that it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from generator import __version__
from generator.model import Audience, Document
from generator.pack.desk import Desk, documents_of, needs_of, template_key
from generator.pack.editions.asks import Asks, asks_of, remembered
from generator.pack.editions.fingerprints import Fingerprints, fingerprint
from generator.pack.editions.record import DocumentRecord, Inputs, Record
from generator.pack.editions.shelf import records
from generator.resolve import Resolution, resolve

if TYPE_CHECKING:
    from generator.pack.editions.keeping import Kept
    from generator.resolve import Edition


@dataclass(frozen=True, slots=True)
class Before:
    """The edition that an audience had before."""

    folder: Path
    record: Record
    audience: str

    def document(self, id: str) -> DocumentRecord | None:
        return self.record.audiences[self.audience].documents.get(id)


@dataclass(frozen=True, slots=True)
class Job:
    """One document of a build: what it declares, and what it was made of the last time.

    `inputs.others` of an evidence annex is not known before the others are made.
    """

    document: Document
    asks: Asks
    inputs: Inputs
    before: DocumentRecord | None

    @property
    def is_stale(self) -> bool:
        return self.before is None or self.before.inputs != self.inputs


@dataclass(frozen=True, slots=True)
class Work:
    """All that is to be done for one audience, its annex last.

    `kept` are the documents that need not be made, by id; the annex is among them where all are.
    """

    audience: Audience
    resolution: Resolution
    jobs: tuple[Job, ...]
    before: Before | None
    kept: Mapping[str, Kept] = field(default_factory=dict)

    @property
    def annex(self) -> Job | None:
        return self.jobs[-1] if self.audience.annex is not None else None


def editions_before(
    output: Path, audiences: Iterable[Audience], edition: Edition, known_by: str | None
) -> dict[str, Before]:
    """For each audience the edition to compare with: the newest of the same day, else of all."""
    found: dict[str, Before] = {}
    wanted = {audience.id for audience in audiences}
    day = edition.as_of.isoformat()
    candidates = chain(
        (pair for pair in records(output, day) if pair[1].known_by == known_by),
        (pair for pair in records(output) if pair[1].known_by is None),
    )
    for folder, record in candidates:
        for id in sorted(wanted - found.keys()):
            if id in record.audiences:
                found[id] = Before(folder, record, id)
        if wanted <= found.keys():
            break
    return found


def plan_digest(desk: Desk, audience: Audience, document: Document) -> str:
    """What the plan says of a document: its entry, the audience, the pack, the day, the program."""
    reader = replace(audience, documents=(), annex=None)
    pack = desk.pack
    return fingerprint(
        [__version__, pack.base, pack.settings, desk.edition.as_of, reader, document]
    )


def surface(desk: Desk, audience: Audience, document: Document, asks: Asks) -> Inputs:
    """The inputs of a document that can be told before any fact is chosen."""
    return Inputs(
        template=desk.digest_of(document.template),
        look=desk.inputs.get("templates/theme.yaml", ""),
        plan=plan_digest(desk, audience, document),
        charts={id: _drawn(desk, id) for id in asks.charts},
        includes={name: desk.digest_of(name) for name in asks.includes},
    )


def _drawn(desk: Desk, id: str) -> str:
    """What a chart or picture is made of: its plan, or the office's own file."""
    own = desk.pack.pictures.get(id)
    return fingerprint([desk.charts.get(id), own, desk.digest_of(own.file) if own else ""])


def is_known(job_inputs: Inputs, before: DocumentRecord) -> bool:
    """Whether a document asks for what it asked for: its template, plan and charts are the same."""
    return replace(before.inputs, facts={}, others="") == job_inputs


def plan_work(
    desk: Desk,
    audience: Audience,
    asked: Mapping[str, Asks],
    before: Before | None,
    prints: Fingerprints,
) -> Work:
    """Choose the facts of an audience and lay each document's inputs beside those of before."""
    keys = dict.fromkeys(key for asks in asked.values() for key in asks.facts)
    resolution = resolve(desk.store, list(keys), audience, desk.edition)
    everything = fingerprint({key: prints.of(key) for key in resolution.facts})
    jobs = []
    for document in documents_of(audience):
        asks = asked[document.id]
        inputs = replace(
            surface(desk, audience, document, asks),
            facts={key: prints.of(key) for key in asks.facts},
            others=everything if asks.lists else "",
        )
        jobs.append(Job(document, asks, inputs, before.document(document.id) if before else None))
    return Work(audience, resolution, tuple(jobs), before)


def with_others(job: Job, shown: Iterable[str]) -> Job:
    """The job of an annex, once it is known which figures the other documents show."""
    if not job.asks.lists:
        return job
    others = fingerprint([job.inputs.others, list(shown)])
    return replace(job, inputs=replace(job.inputs, others=others))


def asks_known(desk: Desk, audience: Audience, before: Before | None) -> dict[str, Asks]:
    """What is known without opening a template: by document, of those that did not change."""
    found: dict[str, Asks] = {}
    for document in documents_of(audience):
        old = before.document(document.id) if before else None
        if old is None or old.template != document.template:
            continue
        asks = remembered(old)
        if is_known(surface(desk, audience, document, asks), old):
            found[document.id] = asks
    return found


def asks_found(desk: Desk, audience: Audience) -> dict[str, Asks]:
    """What the templates that are open ask for, by document."""
    return {
        document.id: asks_of(needs_of(desk.templates, key), document, desk.store, desk.charts)
        for document in documents_of(audience)
        if (key := template_key(audience, document)) in desk.templates
    }
