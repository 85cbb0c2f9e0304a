"""``templates/schedule.yaml``: the jobs and the channels, all problems at once."""

from __future__ import annotations

from datetime import UTC, datetime, time, tzinfo

from generator.files import Node, load_yaml
from generator.model import FactpackError, Place, Problem, error
from generator.pack.plan import read_plan
from generator.schedule.events import Events
from generator.schedule.jobs import AS_OF_RULES, AsOf, Before, Channel, Job, Schedule, When
from generator.schedule.times import timetable
from generator.schedule.whens import errors_in, read_when
from generator.schedule.zones import NoZone, zone_named
from generator.store.fields import choice, read_text, texts
from generator.store.records import BadValue, Field, Record, entries, nearest
from generator.workspace import Workspace

ALL = "all"


def read_schedule(workspace: Workspace, events: Events) -> tuple[Schedule, list[Problem]]:
    """The schedule and what is worth knowing about it.

    Raises FactpackError with all problems when there is an error among them, or no such file.
    """
    path = workspace.templates / "schedule.yaml"
    problems: list[Problem] = []
    node = load_yaml(path, workspace.relative(path))
    record = Record("schedule", "schedule", node, SCHEDULE_FIELDS, problems)
    reader = _Reader(record[ZONE], _audiences(workspace, problems), events, problems)
    channels = {
        name: reader.channel(name, entry)
        for name, entry in entries(record[NOTIFY], "notify", problems).items()
    }
    jobs = {
        name: reader.job(name, entry, channels)
        for name, entry in entries(record[JOBS], "jobs", problems).items()
    }
    if errors_in(problems):
        raise FactpackError(problems)
    return Schedule({name: job for name, job in jobs.items() if job}, channels), problems


def _audiences(workspace: Workspace, problems: list[Problem]) -> list[str] | None:
    """The names of the pack's audiences; ``None`` where the pack itself is in disorder."""
    try:
        return [audience.id for audience in read_plan(workspace).audiences]
    except FactpackError as broken:
        problems += broken.problems
        return None


class _Reader:
    """Reads entries against what is known; problems are added to the list it was given."""

    def __init__(
        self,
        zone: tzinfo | None,
        audiences: list[str] | None,
        events: Events,
        problems: list[Problem],
    ) -> None:
        self._zone, self._audiences = zone, audiences
        self._events, self._problems = events, problems

    def channel(self, name: str, node: Node) -> Channel:
        record = Record("channel", name, node, CHANNEL_FIELDS, self._problems)
        return Channel(name, record[URL_ENV], record.place)

    def job(self, name: str, node: Node, channels: dict[str, Channel]) -> Job | None:
        before = errors_in(self._problems)
        record = Record("job", name, node, JOB_FIELDS, self._problems)
        zone = record[JOB_ZONE] or self._zone
        when = self._when(record)
        what, as_of, tell, at = record[WHAT], record[AS_OF], record[TELL], record[AT]
        if self._audiences is not None:
            self._check_names(record, WHAT, what, [ALL, *self._audiences])
        self._check_names(record, TELL, tell, list(channels))
        if as_of == "event day" and not isinstance(when, Before | None):
            problem = "as_of: only a job “before” an event has an event day."
            self._tell(record.place_of(AS_OF), problem, "Write another rule: run day.")
        if when is None or zone is None or errors_in(self._problems) > before:
            return None
        audiences = () if ALL in what else what
        return self._timed(Job(name, when, zone, at, audiences, as_of, tell, record.place), record)

    def _when(self, record: Record) -> When | None:
        node = record[WHEN]
        return None if node is None else read_when(node, self._events, self._problems)

    def _timed(self, job: Job, record: Record) -> Job | None:
        """The job, when its times can be computed at all."""
        try:
            never = timetable(job).after(NEW_YEAR_2000) is None
        except ValueError as reason:
            problem = f"{job.when}: {reason}."
            self._tell(record.place_of(WHEN), problem, "Write five fields: 0 7 1 * *.")
            return None
        if never and not isinstance(job.when, Before):
            self._tell(record.place_of(WHEN), f"{job.when}: this day never comes.", "Correct it.")
            return None
        return job

    def _check_names(
        self,
        record: Record,
        field: Field[tuple[str, ...]],
        names: tuple[str, ...],
        known: list[str],
    ) -> None:
        for name in names:
            if name not in known:
                # An address may hold a password and is not repeated.
                said = f"“{name}”" if "://" not in name else "an address, where a name belongs,"
                problem = f"{field.name}: {said} is unknown."
                hint = nearest(name, known) or f"Known are: {', '.join(known) or 'none yet'}."
                self._tell(record.place_of(field), problem, hint)

    def _tell(self, place: Place, problem: str, next: str) -> None:
        self._problems.append(error(place, problem, next))


def _read_zone(node: Node) -> tzinfo:
    try:
        return zone_named(read_text(node))
    except NoZone as wrong:
        raise BadValue(wrong.problem, wrong.next) from None


def _read_at(node: Node) -> time:
    written = read_text(node)
    try:
        return time.fromisoformat(written).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        raise BadValue(f"“{written}” is no time of day.", "Write it as 07:00.") from None


def _read_variable(node: Node) -> str:
    """The name of a variable. What is none may be an address by mistake, and is not repeated."""
    written = read_text(node)
    if not (written.isascii() and written.isidentifier()):
        raise BadValue(
            "The name of an environment variable belongs here, never an address.",
            "Write “url_env: FACTPACK_MAIL”, and put the address into that variable.",
        )
    return written


NEW_YEAR_2000 = datetime(2000, 1, 1, tzinfo=UTC)
NOTHING = Node("", "", 0, 0)

ZONE: Field[tzinfo | None] = Field("zone", _read_zone, None, required=True)
JOBS: Field[Node] = Field("jobs", lambda node: node, NOTHING)
NOTIFY: Field[Node] = Field("notify", lambda node: node, NOTHING)
SCHEDULE_FIELDS: tuple[Field[object], ...] = (ZONE, JOBS, NOTIFY)

WHAT = texts("what", required=True)
WHEN: Field[Node | None] = Field("when", lambda node: node, None, required=True)
JOB_ZONE: Field[tzinfo | None] = Field("zone", _read_zone, None)
AT: Field[time] = Field("at", _read_at, time(7))
AS_OF: Field[AsOf] = choice("as_of", AS_OF_RULES, "run day")
TELL = texts("tell")
JOB_FIELDS: tuple[Field[object], ...] = (WHAT, WHEN, JOB_ZONE, AT, AS_OF, TELL)

URL_ENV: Field[str] = Field("url_env", _read_variable, "", required=True)
CHANNEL_FIELDS: tuple[Field[object], ...] = (URL_ENV,)
