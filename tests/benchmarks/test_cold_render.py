"""One document from a cold start: `factpack render` as a whole process, beside docxtpl's."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest
from render_workload import values, word_template

pytestmark = pytest.mark.benchmark

ROUNDS = 11
PEER = """
import json, sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
template.render(json.load(open(sys.argv[2], encoding="utf-8")), autoescape=True)
template.save(sys.argv[3])
"""
HEAVY = (
    "sqlalchemy",
    "matplotlib",
    "yaml",
    "babel",
    "opencc",
    "docx",
    "pptx",
    "xlsxwriter",
    "openpyxl",
    "rich",
)


@pytest.fixture
def job(tmp_path: Path) -> Path:
    (tmp_path / "ours.docx").write_bytes(word_template("", ""))
    (tmp_path / "theirs.docx").write_bytes(word_template("tr", "p"))
    (tmp_path / "data.json").write_text(json.dumps(values()), encoding="utf-8")
    return tmp_path


def ours(job: Path) -> list[str]:
    return [
        "render",
        str(job / "ours.docx"),
        "--data",
        str(job / "data.json"),
        "--out",
        str(job / "out.docx"),
    ]


def test_a_cold_render_is_measured_beside_docxtpl(job: Path):
    pytest.importorskip("docxtpl")
    ways = {
        "docxtpl": [
            "-c",
            PEER,
            *(str(job / name) for name in ("theirs.docx", "data.json", "peer.docx")),
        ],
        "factpack render": ["-m", "generator.cli", *ours(job)],
        "Python alone": ["-c", "pass"],
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, words in ways.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, *words], check=True, capture_output=True)
            times[name].append((time.perf_counter() - start) * 1000)
    medians = {name: statistics.median(own) for name, own in times.items()}
    for name, median in medians.items():
        print(f"{name}: {median:.0f} ms ({median / medians['docxtpl']:.2f} x docxtpl; goal 1.0)")
    assert medians["factpack render"] < 5 * medians["docxtpl"]


def test_a_render_loads_nothing_that_it_does_not_need(job: Path):
    code = (
        "import sys; from generator.cli import main\n"
        f"sys.argv[1:] = {ours(job)!r}\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"
