"""What the manual says of changes is what there is."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from generator import api
from generator.pack.changes.comparing import Kind
from generator.pack.changes.report import report_context
from generator.pack.changes.survey import ORDER
from generator.pack.changes.wording.finding import Sort

ROOT = Path(__file__).parents[2]
MANUAL = (ROOT / "docs" / "manual.md").read_text(encoding="utf-8")


def named(section: str) -> list[str]:
    """The names in the first column of a table of the manual."""
    rows = MANUAL.split(f"<!-- {section} -->")[1].split("<!-- end -->")[0].strip().splitlines()[2:]
    return [name for row in rows for name in re.findall(r"`(\w+)`", row.split("|")[1])]


def test_the_manual_lists_every_kind_of_change_in_the_order_of_the_report():
    assert set(named("kinds")) == set(get_args(Kind)) == set(ORDER)


def test_the_manual_lists_every_sort_of_words():
    assert named("sorts") == list(get_args(Sort))


def test_the_commands_that_the_manual_shows_are_there_with_their_options():
    from generator.cli.changes import COMMANDS

    rows = MANUAL.split("## What changed")[1].split("\n## ")[0].splitlines()
    told = [row.split("`")[1].split() for row in rows if row.startswith("| `factpack ")]
    there = {command.name: {o for p in command.params for o in p.opts} for command in COMMANDS}
    assert {words[1] for words in told} == set(there)
    for _, command, *words in told:
        assert {word for word in words if word.startswith("--")} <= there[command]


@pytest.fixture(scope="module")
def context():
    found = api.fact_changes(ROOT, date(2023, 12, 31), date(2025, 12, 31))
    return report_context(found.told())


def test_the_manual_lists_every_name_of_the_report_s_template(context):
    assert set(named("report")) == set(context)


def test_the_manual_lists_the_counts_and_the_parts_of_a_row(context):
    counts = MANUAL.split("| `counts` |")[1].splitlines()[0]
    assert set(re.findall(r"`\.(\w+)`", counts)) == set(context["counts"])
    told = MANUAL.split("A row has ")[1]
    assert set(re.findall(r"`\.(\w+)`", told)) == set(context["sections"][0]["rows"][0])


def test_the_manual_s_example_of_growth_is_what_the_report_says():
    text = api.fact_changes(ROOT, date(2023, 12, 31), date(2025, 12, 31)).text()
    assert "4.58亿元 → 5.09亿元，增加约0.51亿元" in text
    assert "4.58亿元 → 5.09亿元 is 约0.51亿元" in MANUAL
