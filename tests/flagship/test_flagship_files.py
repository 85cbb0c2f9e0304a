"""The flagship's files: valid, the same every time, every figure anchored and in the ledger."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from office_texts import cached_numbers, charts, paragraphs, whole_text, workbook_numbers

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ROOT = Path(__file__).parents[2]
DOCUMENTS = ["Z1", "Z2", "Z3"]


@pytest.mark.validators
def test_microsofts_validator_finds_nothing(edition, next_edition, sdk_findings):
    assert sdk_findings(*edition.office_files, *next_edition.office_files) == []


def test_what_that_validator_is_blind_to_is_right_too(edition, next_edition, extra_findings):
    for path in edition.office_files + next_edition.office_files:
        assert extra_findings(path) == [], path.name


def test_two_processes_write_the_same_bytes(edition, tmp_path):
    command = [
        sys.executable,
        "-m",
        "generator.cli",
        "build",
        "-w",
        str(ROOT),
        "--out",
        str(tmp_path),
    ]
    subprocess.run(
        command,
        check=True,
        capture_output=True,
        env={"PYTHONHASHSEED": "7", "PATH": "/usr/bin:/bin"},
    )
    again = tmp_path / "2025-12-31" / "zhejiang"
    assert {p.name: digest(p) for p in again.iterdir()} == {
        p.name: digest(p) for p in edition.folder.iterdir()
    }


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_tag_is_left(edition, document):
    assert not re.search(r"\{\{|\}\}|\{%|%\}|\{#", whole_text(edition.file(document)))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_figure_of_the_ledger_stands_in_the_file(edition, document):
    ledger = next(file for file in edition.provenance["files"] if file["document"] == document)
    text = "".join(paragraphs(edition.file(document))).replace("\n", "")
    for figure in ledger["figures"]:
        if figure["part"] not in ("chart", "picture") and not figure["place"].startswith(
            "properties"
        ):
            assert figure["shown"].replace("\n", "") in text, figure


def test_every_anchor_of_the_brief_names_a_fact_of_the_ledger(edition):
    with zipfile.ZipFile(edition.file("Z1")) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    tags = [tag.get(f"{W}val") for tag in body.iter(f"{W}tag")]
    aliases = [alias.get(f"{W}val") for alias in body.iter(f"{W}alias")]
    assert tags == aliases
    assert len(tags) > 100
    assert {tag.removeprefix("zhejiang-fuling:") for tag in tags} <= set(
        edition.provenance["facts"]
    )


def test_every_fact_of_the_ledger_rests_on_statements_with_evidence(edition):
    ledger = edition.provenance
    for key, fact in ledger["facts"].items():
        assert fact["statements"], key
        for id in fact["statements"]:
            assert all(source["evidence"] for source in ledger["statements"][id]["sources"]), id


@pytest.mark.parametrize("document", ["Z1", "Z2"])
def test_chart_workbook_and_cache_hold_the_numbers_of_the_facts(edition, document):
    facts = edition.provenance["facts"]
    figures = next(f for f in edition.provenance["files"] if f["document"] == document)["figures"]
    shown = [facts[f["fact"]]["value"] for f in figures if f["part"] == "chart"]
    drawn = charts(edition.file(document))
    assert drawn
    for chart, workbook in drawn:
        assert cached_numbers(chart) == workbook_numbers(workbook)
    assert sorted(n for chart, _ in drawn for n in cached_numbers(chart)) == sorted(shown)
