"""What has run: ``output/.state/schedule.jsonl``, one line of JSON an entry, only ever added to.

Every entry is written and synced before its writer goes on. A line that is no entry (the machine
was switched off while it was written) is told and passed over.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Literal, get_args

from generator.model import Place, Problem, warning
from generator.schedule.lock import cannot, held
from generator.workspace import Workspace

Kind = Literal["seen", "started", "ended", "told"]
Outcome = Literal["", "made", "unchanged", "failed", "abandoned", "sent"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened at `at`.

    ``seen``: a job, or another `rule` for it, was met for the first time; nothing earlier is
    missed. ``started`` and ``ended``: a run for the time `planned`. ``told``: a notice.
    `inputs` is the digest of the facts that a job on change has looked at.
    """

    at: datetime
    kind: Kind
    job: str
    planned: datetime | None = None
    attempt: int = 0
    outcome: Outcome = ""
    rule: str = ""
    inputs: str = ""
    editions: tuple[str, ...] = ()
    channel: str = ""
    reasons: tuple[str, ...] = ()

    def line(self) -> bytes:
        """The entry as a line: fields in their order, those that say nothing left out."""
        values = {name: value for name, value in asdict(self).items() if value}
        text = json.dumps(values, ensure_ascii=False, default=datetime.isoformat)
        return f"{text}\n".encode()

    def __str__(self) -> str:
        """A line for people who watch."""
        what = " ".join(filter(None, (self.kind, self.outcome, self.channel)))
        planned = f" (planned for {self.planned:%Y-%m-%d %H:%M} UTC)" if self.planned else ""
        said = ", ".join(self.editions) or "; ".join(self.reasons) or self.rule
        return f"{self.at:%Y-%m-%d %H:%M:%S} UTC {self.job}: {what}{planned} {said}".rstrip()

    @classmethod
    def read(cls, line: bytes) -> Entry:
        """Raises ValueError for what is no entry."""
        values = json.loads(line)
        if not isinstance(values, dict) or values.get("kind") not in get_args(Kind):
            raise ValueError("no entry")
        # What a later version adds is passed over.
        known = {name: value for name, value in values.items() if name in _NAMES}
        for name in _MOMENTS & known.keys():
            known[name] = datetime.fromisoformat(known[name])
        for name in _LISTS & known.keys():
            known[name] = tuple(known[name])
        try:
            return cls(**known)
        except TypeError as lacking:
            raise ValueError(str(lacking)) from None


_NAMES = frozenset(field.name for field in fields(Entry))
_MOMENTS = {"at", "planned"}
_LISTS = {"editions", "reasons"}


class Journal:
    """The journal of a workspace; reads on where it stopped, writes under the lock beside it."""

    def __init__(self, workspace: Workspace) -> None:
        folder = workspace.output / ".state"
        self.path = folder / "schedule.jsonl"
        self._lock = folder / "schedule.lock"
        self._name = workspace.relative(self.path)
        self._offset = 0
        self._line = 0
        self._tail = b""

    @contextmanager
    def held(self) -> Iterator[bool]:
        """Whether this process alone may run jobs and write, inside the block."""
        with held(self._lock) as mine:
            yield mine

    def news(self) -> tuple[list[Entry], list[Problem]]:
        """The entries added since the last call, and the lines that are none."""
        entries: list[Entry] = []
        problems: list[Problem] = []
        for line in self._new_lines():
            self._line += 1
            try:
                entries.append(Entry.read(line))
            except (ValueError, TypeError):
                problems.append(self._torn(self._line))
        return entries, problems

    def torn_end(self) -> list[Problem]:
        """The last line, when it was never finished; to be asked while the lock is held."""
        return [self._torn(self._line + 1)] if self._tail else []

    def append(self, *entries: Entry) -> None:
        """Write entries for good. Raises FactpackError when that cannot be done."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab+") as file:
                torn = b"" if _is_whole(file.fileno()) else b"\n"
                file.write(torn + b"".join(entry.line() for entry in entries))
                file.flush()
                os.fsync(file.fileno())
        except OSError as failed:
            raise cannot(self.path, failed) from failed

    def _new_lines(self) -> list[bytes]:
        try:
            if self.path.stat().st_size < self._offset:
                self._offset = self._line = 0  # deleted or cut by somebody: from the start
            with self.path.open("rb") as file:
                file.seek(self._offset)
                data = file.read()
        except FileNotFoundError:
            self._offset = self._line = 0
            self._tail = b""
            return []
        except OSError as failed:
            raise cannot(self.path, failed) from failed
        whole, newline, self._tail = data.rpartition(b"\n")
        self._offset += len(whole) + len(newline)
        return whole.split(b"\n") if newline else []

    def _torn(self, line: int) -> Problem:
        problem = "This line is no entry; the machine may have stopped while it was written."
        next = "Nothing need be done: the run that it was about is made up."
        return warning(Place(self._name, line), problem, next)


def _is_whole(file: int) -> bool:
    """Whether a file is empty or ends with a whole line."""
    size = os.fstat(file).st_size
    if size == 0:
        return True
    os.lseek(file, size - 1, os.SEEK_SET)
    return os.read(file, 1) == b"\n"
