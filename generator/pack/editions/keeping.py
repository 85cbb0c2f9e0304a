"""Documents of an edition before that need not be made again: kept as they are, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from generator.pack.editions.record import DocumentRecord, FileRecord
from generator.pack.editions.verify import file_is_intact
from generator.pack.editions.works import Before, Job, Work, with_others
from generator.pack.provenance import PROVENANCE, Made, entries_of


@dataclass(frozen=True, slots=True)
class Kept:
    """A document as it stands in an edition before, with its entry in that one's ledger."""

    document: str
    file: str
    template: str
    path: Path
    record: DocumentRecord
    known: FileRecord
    text: str

    @property
    def data(self) -> bytes:
        return self.path.read_bytes()

    @property
    def shows(self) -> tuple[str, ...]:
        return self.record.shows

    def entry(self) -> str:
        return self.text


Finished = Made | Kept


def shown_by(finished: Iterable[Finished]) -> list[str]:
    """The keys that some documents show, in reading order, each once."""
    return list(dict.fromkeys(key for one in finished for key in one.shows))


def keep_all(work: Work) -> Work:
    """The work with all documents that need not be made, each compared with its digests."""
    keeper = Keeper(work.before)
    own = [job for job in work.jobs if job is not work.annex]
    kept = {job.document.id: one for job in own if (one := keeper.keep(job)) is not None}
    if work.annex is not None and len(kept) == len(own):
        annex = keeper.keep(with_others(work.annex, shown_by(kept.values())))
        kept |= {annex.document: annex} if annex is not None else {}
    return replace(work, kept=kept)


class Keeper:
    """Gives the documents of an edition before that are still what would be made today."""

    def __init__(self, before: Before | None) -> None:
        self._before = before

    def keep(self, job: Job) -> Kept | None:
        """The document as it was made, or None where it is stale, altered or not there."""
        if self._before is None or job.before is None or job.is_stale:
            return None
        name = f"{self._before.audience}/{job.before.file}"
        known, path = self._before.record.files.get(name), self._before.folder / name
        text = self._entries.get(job.before.file)
        if known is None or text is None or not file_is_intact(path, known):
            return None
        document = job.document
        return Kept(document.id, job.before.file, document.template, path, job.before, known, text)

    @cached_property
    def _entries(self) -> Mapping[str, str]:
        """The ledger's entries by file; none where the ledger is not as it was made."""
        assert self._before is not None
        name = f"{self._before.audience}/{PROVENANCE}"
        known, path = self._before.record.files.get(name), self._before.folder / name
        if known is None or not file_is_intact(path, known):
            return {}
        return entries_of(path.read_bytes())
