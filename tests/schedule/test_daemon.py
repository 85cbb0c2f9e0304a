"""The daemon on a clock that jumps: years of runs, failures, stops, clocks that are set."""

from __future__ import annotations

import errno
import json

import ferryport
import pytest
from simulated import MONTHLY, FakeClock, Office, Watch, ferries_on, moment

from generator.model import FactpackError
from generator.schedule.daemon import Daemon
from generator.schedule.history import PAUSES
from generator.schedule.running import Works
from generator.workspace import Workspace

THREE_KINDS = """\
zone: Europe/Berlin
jobs:
  monthly: {what: all, when: {cron: "30 2 29 * *"}, as_of: end of last month}
  founding: {what: [town], when: {anniversary: {day: 03-29, since: 1992}}, at: "02:30"}
  visit: {what: [town], when: {before: {event: 2027-10-10, days: 10}}, as_of: event day}
"""
# The 29th of March is the day of the change in 2026; February has a 29th in 2028 alone.
THREE_YEARS = """\
2026-01-29 01:30 monthly made
2026-03-29 01:30 founding made
2026-03-29 01:30 monthly made
2026-04-29 00:30 monthly made
2026-05-29 00:30 monthly made
2026-06-29 00:30 monthly made
2026-07-29 00:30 monthly made
2026-08-29 00:30 monthly made
2026-09-29 00:30 monthly made
2026-10-29 01:30 monthly made
2026-11-29 01:30 monthly made
2026-12-29 01:30 monthly made
2027-01-29 01:30 monthly made
2027-03-29 00:30 founding made
2027-03-29 00:30 monthly made
2027-04-29 00:30 monthly made
2027-05-29 00:30 monthly made
2027-06-29 00:30 monthly made
2027-07-29 00:30 monthly made
2027-08-29 00:30 monthly made
2027-09-29 00:30 monthly made
2027-09-30 05:00 visit made
2027-10-29 00:30 monthly made
2027-11-29 01:30 monthly made
2027-12-29 01:30 monthly made
2028-01-29 01:30 monthly made
2028-02-29 01:30 monthly made
2028-03-29 00:30 founding made
2028-03-29 00:30 monthly made
2028-04-29 00:30 monthly made
2028-05-29 00:30 monthly made
2028-06-29 00:30 monthly made
2028-07-29 00:30 monthly made
2028-08-29 00:30 monthly made
2028-09-29 00:30 monthly made
2028-10-29 00:30 monthly made
2028-11-29 01:30 monthly made
2028-12-29 01:30 monthly made
"""


def watch(root, schedule, start, end, office=None) -> Watch:
    return Watch(ferries_on(root, schedule), FakeClock(start, end), office)


def test_three_years_of_runs_are_each_at_their_time_and_once(tmp_path):
    run = watch(tmp_path, THREE_KINDS, "2026-01-01", "2029-01-01").run()
    assert run.runs == THREE_YEARS.splitlines()
    assert [entry.at for entry in run.entries if entry.kind == "started"] == [
        entry.planned for entry in run.entries if entry.kind == "started"
    ]
    assert ("town", moment("2027-10-10").date()) in run.office.asked
    assert (None, moment("2028-01-31").date()) in run.office.asked
    assert run.problems == []


def test_runs_that_were_missed_are_made_up_once_and_for_the_last_time(tmp_path):
    workspace = ferries_on(tmp_path, MONTHLY)
    Watch(workspace, FakeClock("2026-01-15", "2026-02-02")).run()
    later = Watch(workspace, FakeClock("2026-07-20", "2026-08-02")).run()
    assert later.runs == ["2026-07-01 05:00 monthly made", "2026-08-01 05:00 monthly made"]
    assert later.begun[0] == "2026-07-20 00:00 monthly 1"
    assert later.office.asked[0] == (None, moment("2026-06-30").date())


def test_nothing_is_missed_before_a_job_was_first_met(tmp_path):
    assert watch(tmp_path, MONTHLY, "2026-01-15", "2026-01-31").run().runs == []


def test_a_rule_that_was_changed_counts_from_now(tmp_path):
    workspace = ferries_on(tmp_path, MONTHLY)
    Watch(workspace, FakeClock("2026-01-15", "2026-02-02")).run()
    (tmp_path / "templates/schedule.yaml").write_text(MONTHLY.replace("0 7 1 *", "0 6 1 *"))
    assert Watch(workspace, FakeClock("2026-03-01T05:30", "2026-03-02")).run().runs == []


def test_a_pack_that_fails_is_tried_again_with_growing_pauses_and_stops_no_other(tmp_path):
    schedule = MONTHLY + '  town: {what: [town], when: {cron: "0 7 1 * *"}}\n'
    office = Office(tmp_path, fails=lambda audience: audience is None)
    run = watch(tmp_path, schedule, "2026-01-31", "2026-02-01T15:00", office).run()
    assert run.begun == [
        "2026-02-01 06:00 monthly 1",
        "2026-02-01 06:00 town 1",
        "2026-02-01 06:01 monthly 2",
        "2026-02-01 06:06 monthly 3",
        "2026-02-01 06:36 monthly 4",
        "2026-02-01 08:36 monthly 5",
        "2026-02-01 14:36 monthly 6",
    ]
    assert run.runs.count("2026-02-01 06:00 town made") == 1
    assert run.entries[-1].reasons == (
        "error: facts/facts.yaml, line 3: It is wrong.\n  next: Mend it.",
    )
    assert [pause.total_seconds() / 60 for pause in PAUSES] == [1, 5, 30, 120, 360]


def test_a_pack_that_fails_is_tried_until_it_is_mended(tmp_path):
    office = Office(tmp_path)
    office.fails = lambda _audience: len(office.asked) < 3
    run = watch(tmp_path, MONTHLY, "2026-01-31", "2026-02-02", office).run()
    assert [line.split()[-1] for line in run.runs] == ["failed", "failed", "made"]


def test_a_failure_goes_on_where_it_was_after_the_daemon_was_started_anew(tmp_path):
    workspace = ferries_on(tmp_path, MONTHLY)
    office = Office(tmp_path, fails=lambda _audience: True)
    Watch(workspace, FakeClock("2026-01-31", "2026-02-01T06:02"), office).run()
    again = Watch(workspace, FakeClock("2026-02-01T06:03", "2026-02-01T06:30")).run()
    assert again.begun == ["2026-02-01 06:06 monthly 3"]


def test_any_exception_of_a_build_is_a_failure_of_that_build_alone(tmp_path):
    def broken(**_asked):
        raise ZeroDivisionError("by nothing")

    entries = []
    office, clock = Office(tmp_path), FakeClock("2026-01-31", "2026-02-01T06:00:30")
    works = Works(broken, office.works().changes, office.works().facts_digest)
    Daemon(ferries_on(tmp_path, MONTHLY), works, clock, entries.append).run()
    assert entries[-1].reasons == ("ZeroDivisionError: by nothing",)


def test_a_run_that_was_killed_is_made_up(tmp_path):
    workspace = ferries_on(tmp_path, MONTHLY)
    Watch(workspace, FakeClock("2026-01-31", "2026-02-01T06:10")).run()
    journal = tmp_path / "output/.state/schedule.jsonl"
    lines = journal.read_text().splitlines()
    journal.write_text("\n".join(lines[:-1]) + "\n")  # begun, and then nothing
    again = Watch(workspace, FakeClock("2026-02-01T08:00", "2026-02-02")).run()
    assert again.begun == ["2026-02-01 08:00 monthly 2"]
    assert again.runs == ["2026-02-01 06:00 monthly made"]


def test_a_last_line_that_was_torn_is_told_and_the_run_is_made_up(tmp_path):
    workspace = ferries_on(tmp_path, MONTHLY)
    Watch(workspace, FakeClock("2026-01-31", "2026-02-01T06:10")).run()
    journal = tmp_path / "output/.state/schedule.jsonl"
    journal.write_bytes(journal.read_bytes()[:-9])
    again = Watch(workspace, FakeClock("2026-02-01T08:00", "2026-02-02")).run()
    assert again.runs == ["2026-02-01 06:00 monthly made"]
    assert [(problem.level, str(problem.place)) for problem in again.problems] == [
        ("warning", "output/.state/schedule.jsonl, line 3")
    ]
    whole = [line for line in journal.read_bytes().split(b"\n") if line]
    assert [json.loads(line)["kind"] for line in whole[:2] + whole[3:]] == [
        "seen", "started", "started", "ended",
    ]  # fmt: skip


@pytest.mark.parametrize("restarted", [False, True])
def test_a_clock_that_is_set_back_an_hour_runs_nothing_twice(tmp_path, restarted):
    workspace = ferries_on(tmp_path, MONTHLY)
    first = Watch(workspace, FakeClock("2026-01-31", "2026-02-01T06:10"))
    first.run()
    assert first.runs == ["2026-02-01 06:00 monthly made"]
    second = Watch(workspace, first.clock) if restarted else first
    second.entries.clear()
    second.clock.set("2026-02-01T05:10")
    second.clock.end = moment("2026-03-02")
    second.run()
    assert second.runs == ["2026-03-01 06:00 monthly made"]


def test_a_clock_that_was_years_ahead_stops_no_job_for_years(tmp_path):
    workspace = ferries_on(tmp_path, MONTHLY)
    Watch(workspace, FakeClock("2036-01-31", "2036-02-02")).run()
    right = Watch(workspace, FakeClock("2026-01-31", "2026-02-02")).run()
    assert right.runs == ["2026-02-01 06:00 monthly made"]


def test_a_clock_that_is_set_forward_makes_up_what_it_leapt_over(tmp_path):
    run = watch(tmp_path, MONTHLY, "2026-01-15", "2026-01-20").run()
    run.clock.set("2026-05-20")
    run.clock.end = moment("2026-05-21")
    assert run.run().runs == ["2026-05-01 05:00 monthly made"]


ON_CHANGE = "zone: Etc/UTC\njobs:\n  changes: {what: all, when: {on_change: 10}}\n"


def test_a_job_on_change_runs_when_facts_have_changed_and_not_before(tmp_path):
    run = watch(tmp_path, ON_CHANGE, "2026-01-01T00:01", "2026-01-01T01:00").run()
    assert run.runs == []
    run.office.facts = "second"
    run.clock.end = moment("2026-01-01T03:00")
    assert run.run().runs == ["2026-01-01 01:00 changes made"]


def test_facts_that_changed_while_nobody_looked_are_noticed(tmp_path):
    workspace = ferries_on(tmp_path, ON_CHANGE)
    Watch(workspace, FakeClock("2026-01-01T00:01", "2026-01-01T01:00")).run()
    later = Watch(
        workspace, FakeClock("2026-01-05T00:01", "2026-01-05T01:00"), Office(tmp_path, "second")
    )
    assert later.run().runs == ["2026-01-05 00:00 changes made"]


def test_a_change_that_fails_is_tried_again_with_the_same_pauses(tmp_path):
    office = Office(tmp_path)
    run = watch(tmp_path, ON_CHANGE, "2026-01-01T00:01", "2026-01-01T00:30", office).run()
    office.facts, office.fails = "second", lambda _audience: True
    run.clock.end = moment("2026-01-01T01:10")
    assert run.run().begun == [
        "2026-01-01 00:30 changes 1",
        "2026-01-01 00:31 changes 2",
        "2026-01-01 00:36 changes 3",
        "2026-01-01 01:06 changes 4",
    ]


def test_a_schedule_that_was_edited_is_taken_up_and_a_spoilt_one_is_told_and_not(tmp_path):
    path = tmp_path / "templates/schedule.yaml"
    run = watch(tmp_path, MONTHLY, "2026-01-15", "2026-02-02").run()
    path.write_text("zone: Nowhere/Land\njobs: {}\n")
    run.clock.end = moment("2026-03-02")
    assert run.run().runs[1:] == ["2026-03-01 06:00 monthly made"]
    assert [problem.problem for problem in run.problems][:1] == [
        "zone: “Nowhere/Land” is no time zone."
    ]
    path.write_text(MONTHLY + '  weekly: {what: all, when: {cron: "0 7 * * mon"}}\n')
    run.clock.end = moment("2026-03-03")
    assert run.run().runs[2:] == ["2026-03-02 06:00 weekly made"]


def test_without_a_schedule_the_daemon_does_not_start(tmp_path):
    ferryport.make(tmp_path)
    with pytest.raises(FactpackError, match=r"templates/schedule\.yaml: There is no such file"):
        Watch(Workspace(tmp_path), FakeClock("2026-01-15", "2026-02-02")).run()


def test_a_stop_abandons_the_build_and_the_next_start_makes_it_up(tmp_path):
    workspace, clock = ferries_on(tmp_path, MONTHLY), FakeClock("2026-01-31", "2026-02-02")

    def stop(_audience: str | None) -> None:
        clock.end = clock.now()  # SIGTERM comes in the middle of the build

    first = Watch(workspace, clock, Office(tmp_path, stops=stop)).run()
    assert (first.runs, first.office.asked) == (["2026-02-01 06:00 monthly abandoned"], [])
    again = Watch(workspace, FakeClock("2026-02-01T09:00", "2026-02-02")).run()
    assert again.runs == ["2026-02-01 06:00 monthly made"]


@pytest.mark.parametrize("facts_by_then", ["second", "first"])
def test_a_change_whose_build_was_abandoned_is_dealt_with_at_the_next_start(
    tmp_path, facts_by_then
):
    workspace = ferries_on(tmp_path, ON_CHANGE)
    clock = FakeClock("2026-01-01T00:01", "2026-01-01T00:05")
    office = Office(tmp_path)
    run = Watch(workspace, clock, office).run()

    def stop(_audience: str | None) -> None:
        clock.end = clock.now()

    office.facts, office.stops = "second", stop
    clock.end = moment("2026-01-01T00:30")
    assert run.run().runs == ["2026-01-01 00:10 changes abandoned"]
    again = FakeClock("2026-01-01T00:11", "2026-01-01T00:30")
    assert Watch(workspace, again, Office(tmp_path, facts_by_then)).run().runs == [
        "2026-01-01 00:10 changes made"
    ]


def test_where_the_state_cannot_be_kept_nothing_runs_and_that_is_told(tmp_path):
    workspace = ferries_on(tmp_path, MONTHLY)
    (tmp_path / "output").write_text("a file where the folder should be")
    run = Watch(workspace, FakeClock("2026-01-31", "2026-02-02")).run()
    assert (run.runs, run.office.asked) == ([], [])
    assert "The state of the schedule cannot be kept" in run.problems[0].problem


VISIT = "zone: Etc/UTC\njobs:\n  visit: {what: all, when: {before: {event: visit, days: 10}}}\n"
VISITS = {
    "facts__measures": "visits: {name: {zh: 来访, en: visits}, kind: event, definition: {zh: 来访, en: a visit}}\n",
    "facts__facts": "visit: {name: {zh: 来访, en: visit}, subject: ferryport, measure: visits}\n",
    "facts__statements__gazette": """\
source: gazette
statements:
  g.visit: {subject: ferryport, measure: visits, period: 2030-05-20, as_of: 2030-01, evidence: ferries}
""",
}


def test_a_visit_that_is_put_off_moves_the_run_before_it(tmp_path):
    workspace = Workspace(ferryport.make(tmp_path, templates__schedule=VISIT, **VISITS))
    run = Watch(workspace, FakeClock("2030-01-01", "2030-05-01")).run()
    statements = tmp_path / "facts/statements/gazette.yaml"
    statements.write_text(statements.read_text(encoding="utf-8").replace("05-20", "06-25"))
    run.clock.end = moment("2030-12-31")
    assert run.run().runs == ["2030-06-15 07:00 visit made"]


def test_a_full_disk_is_told_and_the_run_is_written_down_when_there_is_room(tmp_path, monkeypatch):
    full = OSError(errno.ENOSPC, "No space left on device")
    run = watch(tmp_path, MONTHLY, "2026-01-31", "2026-02-01T06:00")
    run.run()
    monkeypatch.setattr("os.fsync", raising(full))
    run.clock.end = moment("2026-02-01T06:05")
    assert run.run().runs == []
    assert run.office.asked == []
    assert "No space left on device" in run.problems[0].problem
    monkeypatch.undo()
    run.clock.end = moment("2026-02-02")
    assert run.run().runs == ["2026-02-01 06:00 monthly made"]


def raising(trouble: Exception):
    def call(*_words: object) -> None:
        raise trouble

    return call
