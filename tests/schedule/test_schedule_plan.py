"""templates/schedule.yaml is read strictly: all problems at once, each with its line."""

from __future__ import annotations

import sys
import zoneinfo
from datetime import date, time
from zoneinfo import ZoneInfo

import ferryport
import pytest
from simulated import ferries_on

from generator.model import FactpackError
from generator.schedule.events import Events
from generator.schedule.jobs import Anniversary, Before, Channel, Cron, Job, OnChange, Schedule
from generator.schedule.plan import read_schedule
from generator.schedule.zones import NoZone, zone_named
from generator.workspace import Workspace

BERLIN = ZoneInfo("Europe/Berlin")


def read(root, text):
    workspace = ferries_on(root, text)
    return read_schedule(workspace, Events(workspace))


def problems_of(root, text) -> list[tuple[int | None, str]]:
    with pytest.raises(FactpackError) as told:
        read(root, text)
    return [(problem.place.line, problem.problem) for problem in told.value.problems]


def test_a_schedule_holds_jobs_and_channels(tmp_path):
    schedule, problems = read(
        tmp_path,
        """\
zone: Europe/Berlin
jobs:
  monthly: {what: all, when: {cron: "0 7 1 * *"}, as_of: end of last month, tell: [mail, group]}
  birthday: {what: [town], when: {anniversary: {day: 03-27, since: 1992}}, at: "06:30", zone: Asia/Shanghai}
  visit: {what: town, when: {before: {event: 2030-05-20, days: 10}}, as_of: event day, tell: mail}
  changes: {what: all, when: {on_change: true}}
  seldom: {what: all, when: {on_change: 60}}
notify:
  mail: {url_env: FACTPACK_MAIL}
  group: {url_env: FACTPACK_GROUP}
""",
    )
    visit = Before("2030-05-20", (date(2030, 5, 20),), 10)
    assert schedule == Schedule(
        {
            "monthly": Job("monthly", Cron("0 7 1 * *"), BERLIN, time(7), (), "end of last month", ("mail", "group")),
            "birthday": Job("birthday", Anniversary(3, 27, 1992), ZoneInfo("Asia/Shanghai"), time(6, 30), ("town",)),
            "visit": Job("visit", visit, BERLIN, time(7), ("town",), "event day", ("mail",)),
            "changes": Job("changes", OnChange(5), BERLIN, time(7)),
            "seldom": Job("seldom", OnChange(60), BERLIN, time(7)),
        },
        {"mail": Channel("mail", "FACTPACK_MAIL"), "group": Channel("group", "FACTPACK_GROUP")},
    )  # fmt: skip
    assert problems == []


def test_everything_that_is_wrong_is_told_at_once(tmp_path):
    assert problems_of(
        tmp_path,
        """\
zone: Europe/Berlni
jobs:
  a: {what: [twon], when: {cron: "0 7 1 *"}, at: 25:00}
  b: {when: {cron: "0 7 1 * *", on_change: true}, zone: Asia/Shanghai}
  c: {what: all, when: {anniversary: {day: 02-30, since: 1992}}, tell: [nobody], zone: Etc/UTC}
  d: {what: all, when: {cron: "0 7 31 2 *"}, zone: Etc/UTC}
  e: {what: all, when: {cron: "0 7 * * funday"}, zone: Etc/UTC}
  f: {what: all, when: {cron: "0 7 * * 1"}, as_of: event day, zone: Etc/UTC}
  g: {what: all, when: {before: {event: fairies, days: 10}}, zone: Etc/UTC}
  h: {what: all, when: {cron: "61 7 * * 1"}, zone: Etc/UTC}
""",
    ) == [
        (1, "zone: “Europe/Berlni” is no time zone."),
        (3, "at: “25:00” is no time of day."),
        (3, "what: “twon” is unknown."),
        (4, "job “b” lacks “what”."),
        (4, "when: one rule belongs here."),
        (5, "day: “02-30” is no day of the year."),
        (5, "tell: “nobody” is unknown."),
        (6, "cron 0 7 31 2 *: this day never comes."),
        (7, "cron 0 7 * * funday: “funday” is no day of the week."),
        (8, "as_of: only a job “before” an event has an event day."),
        (9, "event: “fairies” is neither a day nor a fact."),
        (10, "cron 61 7 * * 1: “61” is no minute."),
    ]  # fmt: skip


def test_a_five_field_line_is_asked_for(tmp_path):
    text = 'zone: Etc/UTC\njobs:\n  a: {what: all, when: {cron: "0 7 1 *"}}\n'
    assert problems_of(tmp_path, text) == [(3, "cron 0 7 1 *: it has 4 fields instead of 5.")]


EVENTS = {
    "facts__measures": "visits: {name: {zh: 来访, en: visits}, kind: event, definition: {zh: 来访, en: a visit}}\n",
    "facts__facts": "visit: {name: {zh: 来访, en: visit}, subject: ferryport, measure: visits}\n",
}


def statements(*days: str) -> str:
    lines = [f"  g.{n}: {{subject: ferryport, measure: visits, period: {day}, as_of: 2030-01, evidence: ferries}}\n" for n, day in enumerate(days)]  # fmt: skip
    return "source: gazette\nstatements:\n" + "".join(lines)


BEFORE_VISIT = "zone: Etc/UTC\njobs:\n  a: {what: all, when: {before: {event: visit, days: 10}}}\n"


def test_an_event_may_be_a_fact_and_then_has_the_days_that_are_stated(tmp_path):
    days = statements("2030-05-20", "2030-07", "2031-02-01")
    ferryport.make(
        tmp_path, templates__schedule=BEFORE_VISIT, facts__statements__gazette=days, **EVENTS
    )
    workspace = Workspace(tmp_path)
    schedule, problems = read_schedule(workspace, Events(workspace))
    assert schedule.jobs["a"].when == Before("visit", (date(2030, 5, 20), date(2031, 2, 1)), 10)
    assert problems == []


def test_an_event_of_which_only_the_month_is_known_has_no_time_and_that_is_told(tmp_path):
    ferryport.make(
        tmp_path, templates__schedule=BEFORE_VISIT,
        facts__statements__gazette=statements("2030-07"), **EVENTS,
    )  # fmt: skip
    workspace = Workspace(tmp_path)
    schedule, problems = read_schedule(workspace, Events(workspace))
    assert schedule.jobs["a"].when == Before("visit", (), 10)
    assert [(problem.level, problem.place.line) for problem in problems] == [("warning", 3)]


def test_an_address_in_the_file_is_refused_and_not_repeated(tmp_path):
    told = problems_of(
        tmp_path,
        "zone: Etc/UTC\n"
        "jobs: {a: {what: all, when: {on_change: true}, tell: 'mailto://me:hunter2@mail.example'}}\n"
        "notify:\n  mail: {url_env: 'mailto://me:hunter2@mail.example'}\n"
        "  other: {url: 'mailto://me:hunter2@mail.example', url_env: FACTPACK_MAIL}\n",
    )
    assert [line for line, _ in told] == [4, 5, 2]
    assert "hunter2" not in str(told)


def test_a_machine_without_time_zone_data_is_told_what_to_install(monkeypatch):
    zone_named.cache_clear()
    ZoneInfo.clear_cache()
    for name in {"tzdata", *(name for name in sys.modules if name.startswith("tzdata"))}:
        monkeypatch.setitem(sys.modules, name, None)
    zoneinfo.reset_tzpath(to=[])
    try:
        with pytest.raises(NoZone) as told:
            zone_named("Europe/Berlin")
    finally:
        zoneinfo.reset_tzpath()
    assert (told.value.problem, told.value.next) == (
        "“Europe/Berlin” cannot be looked up: this machine has no time zone data.",
        "Install it: “pip install tzdata”, or the package tzdata of the system.",
    )


@pytest.mark.parametrize("name", ["Nowhere/Land", "Asia", "../etc/passwd", "", "/etc/localtime"])
def test_what_is_no_zone_is_told_whatever_it_leads_to(name):
    with pytest.raises(NoZone):
        zone_named(name)
