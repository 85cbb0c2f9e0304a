"""Why a document has to be made again: what it declared laid beside what it would declare now."""

from __future__ import annotations

from collections.abc import Iterator

from generator import __version__
from generator.pack.editions.due import DueDocument, Reason
from generator.pack.editions.fingerprints import fact_state
from generator.pack.editions.record import DocumentRecord, FactState
from generator.pack.editions.verify import file_is_intact
from generator.pack.editions.works import Before, Job, Work


def due_of(work: Work) -> Iterator[DueDocument]:
    """The documents of an audience that are stale or gone, each with its reasons."""
    stale = [job for job in work.jobs if job is not work.annex and _id(job) not in work.kept]
    for job in work.jobs:
        if _id(job) in work.kept:
            continue
        reasons = list(_reasons(work, job))
        if job.asks.lists and any(other is not job for other in stale):
            reasons.append(_others())
        if reasons:
            yield DueDocument(work.audience.id, _id(job), tuple(dict.fromkeys(reasons)))
    if work.before is not None:
        there = {_id(job) for job in work.jobs}
        for id in work.before.record.audiences[work.audience.id].documents:
            if id not in there:
                reason = Reason("gone", id, id, "", "it is in the plan no more")
                yield DueDocument(work.audience.id, id, (reason,))


def _reasons(work: Work, job: Job) -> Iterator[Reason]:
    before, old = work.before, job.before
    if before is None or old is None:
        yield Reason("new", "", "", "", "it is not yet built")
        return
    moved = list(_of_edition(work, before))
    files = [one for one in _of_files(job) if not (moved and one.kind == "plan")]
    found = [*moved, *files, *_of_facts(work, job, before)]
    if not found:
        found.append(_others() if job.asks.lists and _is_there(before, old) else _altered(old))
    yield from found


def _is_there(before: Before, old: DocumentRecord) -> bool:
    name = f"{before.audience}/{old.file}"
    known = before.record.files.get(name)
    return known is not None and file_is_intact(before.folder / name, known)


def _of_edition(work: Work, before: Before) -> Iterator[Reason]:
    record, day = before.record, work.resolution.chooser.edition.as_of.isoformat()
    if record.factpack != __version__:
        text = f"Factpack is another version: {record.factpack} → {__version__}"
        yield Reason("version", "factpack", record.factpack, __version__, text)
    if record.as_of != day:
        text = f"the edition's day is another: {record.as_of} → {day}"
        yield Reason("edition", "as_of", record.as_of, day, text)


def _of_files(job: Job) -> Iterator[Reason]:
    old, new = job.before, job.inputs
    assert old is not None
    if old.inputs.template != new.template or old.template != job.document.template:
        path = f"templates/{job.document.template}"
        yield Reason("template", path, old.inputs.template, new.template, f"{path} was edited")
    if old.inputs.look != new.look:
        text = "templates/theme.yaml was edited"
        yield Reason("theme", "templates/theme.yaml", old.inputs.look, new.look, text)
    for id in sorted({*old.inputs.charts, *new.charts}):
        was, now = old.inputs.charts.get(id, ""), new.charts.get(id, "")
        if was != now:
            yield Reason("chart", id, was, now, f"the plan of the chart “{id}” was edited")
    for name in sorted({*old.inputs.includes, *new.includes}):
        was, now = old.inputs.includes.get(name, ""), new.includes.get(name, "")
        if was != now:
            path = f"templates/{name}"
            yield Reason("template", path, was, now, f"{path}, which it includes, was edited")
    if old.inputs.plan != new.plan:
        text = "its entry in the plan, or a setting, was edited"
        yield Reason("plan", job.document.id, old.inputs.plan, new.plan, text)


def _of_facts(work: Work, job: Job, before: Before) -> Iterator[Reason]:
    assert job.before is not None
    states = before.record.audiences[before.audience].facts
    was, now = job.before.inputs.facts, job.inputs.facts
    for key in dict.fromkeys((*was, *now)):
        if was.get(key) == now.get(key):
            if key in states:
                yield from _aged(key, states[key], fact_state(key, work.resolution))
            continue
        yield from _of_fact(key, states.get(key), fact_state(key, work.resolution))


def _of_fact(key: str, old: FactState | None, new: FactState) -> Iterator[Reason]:
    if old is None:
        yield Reason("fact", key, "", new.said, f"“{key}” is asked for now")
        return
    found: list[Reason] = []
    if old.said != new.said:
        text = f"“{key}” changed: {old.said or 'nothing'} → {new.said or 'nothing'}"
        found.append(Reason("fact", key, old.said, new.said, text))
    elif old.as_of != new.as_of:
        text = f"“{key}” is as of another day: {old.as_of} → {new.as_of}"
        found.append(Reason("fact", key, old.as_of or "", new.as_of or "", text))
    if old.ruling != new.ruling:
        text = f"another ruling decides “{key}”: {old.ruling or 'none'} → {new.ruling or 'none'}"
        found.append(Reason("ruling", key, old.ruling or "", new.ruling or "", text))
    found += _aged(key, old, new)
    for id in sorted(set(new.statements) - set(old.statements)):
        text = f"a statement about “{key}” was added: {id}"
        found.append(Reason("statement", key, "", id, text))
    for id in sorted(set(old.statements) - set(new.statements)):
        text = f"a statement about “{key}” is gone: {id}"
        found.append(Reason("statement", key, id, "", text))
    if not found:
        text = f"“{key}”: its words or what is known about it (a source, the measure) was edited"
        found.append(Reason("fact", key, old.said, new.said, text))
    yield from found


def _aged(key: str, old: FactState, new: FactState) -> Iterator[Reason]:
    if new.expired and not old.expired:
        text = f"“{key}” ({new.said}, as of {new.as_of}) is past its shelf life"
        yield Reason("expired", key, old.said, new.said, text)


def _altered(old: DocumentRecord) -> Reason:
    text = f"{old.file}, or the provenance beside it, is missing in the edition or was altered"
    return Reason("altered", old.file, "", "", text)


def _others() -> Reason:
    return Reason(
        "others", "", "", "", "it lists figures or sources, and others of its audience changed"
    )


def _id(job: Job) -> str:
    return job.document.id
