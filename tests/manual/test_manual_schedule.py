"""What the manual says of schedules: its example is read, its lists are complete."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.files import read_yaml
from generator.schedule import plan, whens
from generator.schedule.channels import kinds
from generator.schedule.events import Events
from generator.schedule.jobs import AS_OF_RULES, Channel
from generator.schedule.times import timetable
from generator.workspace import Workspace

MANUAL = (Path(__file__).parents[2] / "docs" / "manual.md").read_text(encoding="utf-8")


def section(name: str) -> str:
    return MANUAL.split(f"<!-- {name} -->")[1].split("<!-- end -->")[0].strip()


def tables(name: str) -> list[list[str]]:
    """The first column of each table, without backticks and heads."""
    found = [part for part in section(name).split("\n\n") if part.startswith("|")]
    return [[row.split("|")[1].strip(" `") for row in part.splitlines()[2:]] for part in found]


def test_the_example_is_read_and_has_times(tmp_path, flagship):
    root = tmp_path / "workspace"
    (root / "templates" / "audiences").mkdir(parents=True)
    (root / "facts").symlink_to(flagship / "facts")
    pack = (flagship / "templates/pack.yaml").read_text(encoding="utf-8")
    one = re.sub(r"audiences: \[.*?\]", "audiences: [zhejiang]", pack)
    (root / "templates/pack.yaml").write_text(one, encoding="utf-8")
    audience = (flagship / "templates/audiences/zhejiang.yaml").read_text(encoding="utf-8")
    (root / "templates/audiences/zhejiang.yaml").write_text(audience, encoding="utf-8")
    example = section("schedule").removeprefix("```yaml\n").removesuffix("```")
    (root / "templates/schedule.yaml").write_text(example, encoding="utf-8")
    schedule, problems = plan.read_schedule(Workspace(root), Events(Workspace(root)))
    start = datetime(2026, 1, 1, tzinfo=UTC)
    times = {name: timetable(job).after(start) for name, job in schedule.jobs.items()}
    assert problems == []
    assert {name: f"{time:%m-%d %H:%M}" for name, time in times.items() if time} == {
        "press-kit": "01-04 23:00",
        "founding": "03-26 22:30",
        "visit": "05-09 23:00",
        "corrections": "01-01 00:05",
    }
    assert list(schedule.channels) == ["office", "group"]


def test_the_lists_of_fields_rules_and_days_are_complete():
    fields, rules, days = tables("schedule fields")
    assert set(fields) == {field.name for field in plan.JOB_FIELDS}
    assert rules == [field.name for field in whens.RULES]
    assert tuple(days) == AS_OF_RULES


def rows_of_addresses() -> list[tuple[str, str]]:
    rows = [row.split("|")[1:3] for row in section("addresses").splitlines()[2:]]
    return [(kind.strip(), address.strip(" `")) for kind, address in rows]


@pytest.mark.parametrize(("kind", "address"), rows_of_addresses())
def test_an_address_of_the_manual_is_understood(monkeypatch, kind, address):
    monkeypatch.setenv("FACTPACK_MAIL", address.replace("KEY", "a" * 64))
    assert kinds(Channel("office", "FACTPACK_MAIL")) == [kind]


def test_the_flagships_own_schedule_is_written_as_the_manual_says(flagship):
    path = flagship / "templates" / "schedule.yaml"
    node = read_yaml(path.read_bytes(), "templates/schedule.yaml")
    assert isinstance(node.value, dict)
    assert set(node.value) == {field.name for field in plan.SCHEDULE_FIELDS}
