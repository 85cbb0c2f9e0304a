"""Whom the flagship asks: only offices that its sources name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator import api
from generator.store import read_store
from generator.workspace import open_workspace


def test_an_office_is_asked_only_where_a_source_names_it(flagship: Path):
    store, _ = read_store(open_workspace(flagship))
    speakers = "".join(one.said_by for one in store.statements.values())
    offices = {one.office["zh"] for one in store.measures.values() if one.office}
    assert offices == {"涪陵区水利局", "涪陵浙江商会"}
    assert all(office in speakers for office in offices)


def test_the_next_edition_asks_the_bureau_the_chamber_and_an_office_to_be_confirmed(
    flagship: Path, tmp_path: Path
):
    asked = api.questions(flagship, as_of=date(2026, 12, 31), out=tmp_path)
    by_office: dict[object, set[object]] = {}
    for row in asked.figures:
        by_office.setdefault(row["office"], set()).add(row["fact"])
    assert list(by_office) == ["涪陵区水利局", "涪陵浙江商会", None]
    assert {"public_projects", "grant_donations", "secondments"} <= by_office["涪陵区水利局"]
    assert by_office["涪陵浙江商会"] == {"zhejiang_residents"}
    assert {"industrial_output", "economic_projects", "free_visits"} <= by_office[None]
