"""What building again costs: 1,000 documents that show 200 facts each, all invented.

Whole processes; the peer of an incremental build is a build, on the same fact base, of a pack
that holds nothing but the 30 documents that changed.
"""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from docx import Document

pytestmark = pytest.mark.benchmark

ROOT = Path(__file__).parents[2]
AUDIENCES, EACH, CHANGED_EACH = 10, 100, 3
FACTS, SHOWN = 1000, 200


def factpack(*words: object) -> tuple[float, str]:
    """Seconds that a whole process takes, and what it prints."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    ended = subprocess.run(
        [sys.executable, "-m", "generator.cli", *map(str, words)],
        capture_output=True, text=True, cwd=ROOT, env=environment, check=False,
    )  # fmt: skip
    assert ended.returncode in (0, 3), ended.stderr
    return time.perf_counter() - start, ended.stdout


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("many"), EACH)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack of the 30 documents alone."""
    return make(tmp_path_factory.mktemp("few"), CHANGED_EACH)


def make(root: Path, each: int) -> Path:
    """Every audience has `each` documents; the first three of each show the fact `f0000`."""
    facts, templates = root / "facts", root / "templates"
    (facts / "statements").mkdir(parents=True)
    (templates / "audiences").mkdir(parents=True)
    shutil.copy(ROOT / "templates/theme.yaml", templates)
    write(
        facts / "sources.yaml",
        [
            "yearbook: {title: Yearbook, publisher: Northmarsh, published: 2030-06, language: en, kind: official}"
        ],
    )
    write(
        facts / "measures.yaml",
        ["berths: {name: {en: berths}, unit: item, kind: level, definition: {en: places}}"],
    )
    numbers = range(FACTS)
    write(
        facts / "subjects.yaml",
        [f"q{n:04}: {{name: {{en: Quay {n}}}, kind: quay}}" for n in numbers],
    )
    write(
        facts / "facts.yaml",
        [
            f"f{n:04}: {{name: {{zh: 泊位{n:04}, en: berths}}, subject: q{n:04}, measure: berths}}"
            for n in numbers
        ],
    )
    rows = [
        f"  y{n:04}: {{subject: q{n:04}, measure: berths, value: {n + 3} berths, as_of: 2030-06, evidence: {n + 3} berths}}"
        for n in numbers
    ]
    write(facts / "statements/yearbook.yaml", ["source: yearbook", "statements:", *rows])
    names = [f"a{number}" for number in range(AUDIENCES)]
    write(
        templates / "pack.yaml",
        [
            "base: northmarsh",
            "as_of: 2030-06-30",
            "title: {en: Quays}",
            f"audiences: [{', '.join(names)}]",
        ],
    )
    members = empty_document()
    for name in names:
        listed = [
            f"  - {{id: D{number}, title: Quays, template: {name}-{number}.docx}}"
            for number in range(each)
        ]
        write(
            templates / f"audiences/{name}.yaml",
            [f"id: {name}", f"name: {{en: {name}}}", "locale: en", "documents:", *listed],
        )
        for number in range(each):
            template(templates / f"{name}-{number}.docx", members, shown(name, number))
    return root


def shown(name: str, number: int) -> list[int]:
    chance = random.Random(f"{name}-{number}")
    first = [0] if number < CHANGED_EACH else []
    return first + sorted(chance.sample(range(1, FACTS), SHOWN - len(first)))


def write(path: Path, lines: list[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def empty_document() -> dict[str, bytes]:
    data = io.BytesIO()
    Document().save(data)
    with zipfile.ZipFile(data) as package:
        return {name: package.read(name) for name in package.namelist()}


def template(path: Path, members: dict[str, bytes], facts: list[int]) -> None:
    body = "".join(
        f"<w:p><w:r><w:t>Quay {n} has {{{{ f{n:04} }}}}.</w:t></w:r></w:p>" for n in facts
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            if name == "word/document.xml":
                data = data.replace(b"<w:body>", b"<w:body>" + body.encode())
            package.writestr(name, data)


def test_one_fact_changed_in_a_thousand_documents(many: Path, few: Path):
    whole, _ = factpack("build", "-w", many, "--json")
    peers, turns, dues, unchanged = [], [], [], []
    for turn in range(3):
        shutil.rmtree(few / "output", ignore_errors=True)
        peers.append(factpack("build", "-w", few, "--json")[0])
        path = many / "facts/statements/yearbook.yaml"
        path.write_text(
            path.read_text().replace(
                f"{turn + 3} berths, as_of: 2030-06, evidence: {turn + 3} berths}}\n  y0001",
                f"{turn + 4} berths, as_of: 2030-06, evidence: {turn + 4} berths}}\n  y0001",
            )
        )
        seconds, due = factpack("due", "-w", many, "--json")
        dues.append(seconds)
        assert len(json.loads(due)["due"]) == AUDIENCES * CHANGED_EACH
        seconds, printed = factpack("build", "-w", many, "--json")
        turns.append(seconds)
        built = json.loads(printed)
        assert (len(built["made"]), len(built["carried"])) == (30, 970)
        seconds, printed = factpack("build", "-w", many, "--json")
        unchanged.append(seconds)
        assert json.loads(printed)["unchanged"]
    peer, again, due, nothing = min(peers), min(turns), min(dues), min(unchanged)
    print(
        f"\n1,000 documents of {SHOWN} facts: all made {whole:.1f} s; one fact changed in 30: "
        f"{again:.2f} s, a pack of those 30 alone {peer:.2f} s, ratio {again / peer:.2f} (goal ≤ 2); "
        f"due {due:.2f} s; nothing changed {nothing:.2f} s (goal < 2)"
    )
    assert again < 2 * peer
    assert nothing < 2


def test_nothing_changed_in_the_flagship(tmp_path: Path):
    factpack("build", "-w", ROOT, "--out", tmp_path)
    times = [factpack("build", "-w", ROOT, "--out", tmp_path)[0] for _ in range(5)]
    dues = [factpack("due", "-w", ROOT, "--out", tmp_path)[0] for _ in range(5)]
    print(
        f"\nflagship, nothing changed: build {min(times):.3f} s, due {min(dues):.3f} s (goal < 0.25)"
    )
    assert min(times) < 0.25
