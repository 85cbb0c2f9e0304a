"""When a job runs: across changes of the clocks, leap years, and in a crontab's own meaning."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from simulated import moment

from generator.schedule.jobs import Anniversary, Before, Cron, Job, OnChange
from generator.schedule.times import timetable

BERLIN, SHANGHAI = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Shanghai")


def times(when, start: str, count: int, zone=BERLIN, at=time(7)) -> list[str]:
    """The next times of a job after a moment in UTC, on the clock of its zone."""
    found, table, last = [], timetable(Job("job", when, zone, at)), moment(start)
    while len(found) < count and (last := table.after(last)):
        found.append(f"{last.astimezone(zone):%a %Y-%m-%d %H:%M %z}")
    return found


def test_a_time_that_the_clocks_leave_out_comes_as_much_later():
    assert times(Cron("30 2 * * *"), "2026-03-28T03:00", 2) == [
        "Sun 2026-03-29 03:30 +0200",
        "Mon 2026-03-30 02:30 +0200",
    ]


def test_a_time_that_comes_twice_is_run_the_first_time_alone():
    assert times(Cron("30 2 * * *"), "2026-10-24T03:00", 2) == [
        "Sun 2026-10-25 02:30 +0200",
        "Mon 2026-10-26 02:30 +0100",
    ]


def test_no_midnight_is_lost_round_a_day_of_23_or_25_hours():
    assert times(Cron("0 0 * * *"), "2026-03-28T03:00", 2) == [
        "Sun 2026-03-29 00:00 +0100",
        "Mon 2026-03-30 00:00 +0200",
    ]
    assert times(Cron("0 0 * * *"), "2026-10-24T03:00", 2) == [
        "Sun 2026-10-25 00:00 +0200",
        "Mon 2026-10-26 00:00 +0100",
    ]


def test_a_time_that_was_left_out_is_still_to_come_after_the_change():
    assert times(Cron("30 2 * * *"), "2026-03-29T01:10", 1) == ["Sun 2026-03-29 03:30 +0200"]


def test_a_job_of_every_hour_follows_the_hours_as_they_pass():
    assert times(Cron("0 * * * *"), "2026-10-24T23:00", 4) == [
        "Sun 2026-10-25 02:00 +0200",
        "Sun 2026-10-25 02:00 +0100",
        "Sun 2026-10-25 03:00 +0100",
        "Sun 2026-10-25 04:00 +0100",
    ]
    assert times(Cron("0 * * * *"), "2026-03-28T23:30", 2) == [
        "Sun 2026-03-29 01:00 +0100",
        "Sun 2026-03-29 03:00 +0200",
    ]


def test_the_clock_of_the_zone_counts_and_not_that_of_the_machine():
    assert times(Cron("0 7 1 * *"), "2026-01-15T00:00", 1, SHANGHAI) == [
        "Sun 2026-02-01 07:00 +0800"
    ]


@pytest.mark.parametrize(
    ("days", "first"),
    [
        ("0", "Sun 2026-01-04"),
        ("7", "Sun 2026-01-04"),
        ("1", "Mon 2026-01-05"),
        ("5-7", "Fri 2026-01-02"),
        ("mon-fri", "Thu 2026-01-01"),
        ("*/2", "Thu 2026-01-01"),
        ("6/1", "Sat 2026-01-03"),
    ],
)
def test_the_days_of_the_week_are_a_crontabs(days, first):
    assert times(Cron(f"0 7 * * {days}"), "2025-12-31T12:00", 1) == [f"{first} 07:00 +0100"]


def test_of_a_day_of_the_month_and_one_of_the_week_either_is_enough():
    assert times(Cron("0 7 13 * 5"), "2026-02-01T12:00", 3) == [
        "Fri 2026-02-06 07:00 +0100",
        "Fri 2026-02-13 07:00 +0100",
        "Fri 2026-02-20 07:00 +0100",
    ]


def test_an_anniversary_begins_the_year_after_and_says_which_it_is():
    when = Anniversary(3, 27, 2027)
    assert times(when, "2026-01-01T00:00", 1) == ["Mon 2028-03-27 07:00 +0200"]
    job = Job("job", when, SHANGHAI, time(0))
    assert job.count(moment("2030-03-26T16:00")) == 3


def test_who_began_on_a_leap_day_has_the_last_of_february_in_other_years():
    assert times(Anniversary(2, 29, 1992), "2027-01-01T00:00", 2) == [
        "Sun 2027-02-28 07:00 +0100",
        "Tue 2028-02-29 07:00 +0100",
    ]


def test_before_an_event_is_before_each_of_its_days_and_then_no_more():
    when = Before("visit", (date(2026, 4, 8), date(2026, 9, 20)), 10)
    assert times(when, "2026-01-01T00:00", 9, at=time(2, 30)) == [
        "Sun 2026-03-29 03:30 +0200",
        "Thu 2026-09-10 02:30 +0200",
    ]


def test_years_of_missed_minutes_cost_no_more_than_one():
    table = timetable(Job("job", Cron("* * * * *"), BERLIN, time(7)))
    assert table.latest(moment("2000-01-01"), moment("2026-05-01T10:20:30")) == moment(
        "2026-05-01T10:20"
    )


@pytest.mark.parametrize(
    ("as_of", "when", "day"),
    [
        ("run day", Cron("0 7 5 * *"), date(2026, 1, 5)),
        ("end of last month", Cron("0 7 5 * *"), date(2025, 12, 31)),
        ("end of last quarter", Cron("0 7 5 * *"), date(2025, 12, 31)),
        ("end of last year", Cron("0 7 5 * *"), date(2025, 12, 31)),
        ("event day", Before("visit", (date(2026, 1, 15),), 10), date(2026, 1, 15)),
        ("pack", Cron("0 7 5 * *"), None),
    ],
)
def test_the_day_of_an_edition_follows_from_the_planned_time(as_of, when, day):
    job = Job("job", when, SHANGHAI, time(7), as_of=as_of)
    assert job.edition_day(moment("2026-01-04T23:00")) == day


ZONES = st.sampled_from(
    ["Europe/Berlin", "Asia/Shanghai", "America/Santiago", "Australia/Lord_Howe", "Africa/Cairo"]
)
STARTS = st.datetimes(datetime(2015, 1, 1), datetime(2035, 1, 1)).map(
    lambda t: t.replace(tzinfo=UTC)
)


@settings(max_examples=25, deadline=None)
@given(ZONES, st.integers(0, 23), st.integers(0, 59), STARTS)
def test_a_daily_job_runs_once_on_every_day_of_any_zone(zone, hour, minute, start):
    place = ZoneInfo(zone)
    table = timetable(Job("job", Cron(f"{minute} {hour} * * *"), place, time(7)))
    moments = [start]
    for _ in range(370):
        moments.append(table.after(moments[-1]))
    days = [one.astimezone(place).date() for one in moments[1:]]
    assert all(later - earlier == timedelta(1) for earlier, later in pairwise(days))


CRONS = st.sampled_from(["0 7 1 * *", "*/7 * * * *", "30 2 * * *", "15 3 29 2 *", "0 12 * * 1-5"])


@settings(max_examples=60, deadline=None)
@given(CRONS, STARTS, st.timedeltas(timedelta(0), timedelta(days=3)))
def test_the_latest_time_is_the_last_one_of_all_that_were_missed(expression, start, length):
    table = timetable(Job("job", Cron(expression), BERLIN, time(7)))
    missed, end = [], start + length
    last = start
    while (last := table.after(last)) and last <= end:
        missed.append(last)
    assert table.latest(start, end) == (missed[-1] if missed else None)


def test_looking_for_changes_keeps_to_a_grid():
    assert times(OnChange(10), "2026-01-01T00:03", 2) == [
        "Thu 2026-01-01 01:10 +0100",
        "Thu 2026-01-01 01:20 +0100",
    ]
