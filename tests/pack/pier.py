"""Ferryport with more to it: two audiences, an annex, a ruling, figures of several years."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import ferryport
from docx import Document

STATEMENTS = """\
source: gazette
statements:
  g.ferries: {subject: ferryport, measure: ferries, value: 12 ferries, as_of: 2030-06, evidence: 12 ferries}
  g.ferries28: {subject: ferryport, measure: ferries, value: 9 ferries, as_of: 2028-06, evidence: 9 ferries}
  g.passengers: {subject: ferryport, measure: passengers, value: "more than 3,000 people", period: 2030-06, as_of: 2030-06,
    evidence: "more than 3,000 people"}
"""
FACTS = ferryport.FILES["facts/facts.yaml"] + (
    "ferries_added: {name: {zh: 新增, en: new ferries}, derive: difference, of: [ferries, ferries.previous]}\n"
)
PACK = ferryport.FILES["templates/pack.yaml"].replace("[town]", "[town, press]")
TOWN = """\
id: town
name: {en: The town}
locale: en
documents:
  - {id: T1, title: "Ferries in {{ edition.year }}", template: brief.docx}
  - {id: T2, title: Passengers, template: passengers.docx}
annex: {id: T3, title: Evidence, template: annex.docx}
"""
PRESS = """\
id: press
name: {en: The press}
locale: en
documents:
  - {id: P1, title: "{{ ferries }}", template: passengers.docx}
"""
TEMPLATES = {
    "passengers.docx": "The ferries carried {{ passengers }} ({{ passengers|source }}).",
    "annex.docx": "{% for row in ledger %}\n{{ row.no }} {{ row.value }} {{ row.evidence }}\n{% endfor %}",
}


def make(root: Path) -> Path:
    """The workspace in `root`: T1 shows ferries, T2 and P1 passengers, T3 all of T1 and T2."""
    ferryport.make(
        root,
        brief="There are {{ ferries }}, {{ ferries_added|signed }}; {{ ferries.previous }} before.",
        **ferryport.RIVALS,
        facts__rulings=ferryport.RULING,
        facts__statements__gazette=STATEMENTS,
        facts__facts=FACTS,
        templates__pack=PACK,
        templates__audiences__town=TOWN,
        templates__audiences__press=PRESS,
    )
    for name, text in TEMPLATES.items():
        write_template(root / "templates" / name, text)
    return root


def write_template(path: Path, text: str) -> None:
    document = Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    document.save(str(path))


def edit(root: Path, file: str, old: str, new: str) -> None:
    """Change a text file of the workspace; `old` must stand there."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text, (file, old)
    path.write_text(text.replace(old, new), encoding="utf-8")


def copy_of(root: Path, elsewhere: Path) -> Path:
    """The same inputs in another folder, without what was built."""
    shutil.copytree(root, elsewhere, ignore=shutil.ignore_patterns("output", ".factpack"))
    return elsewhere


def files_in(folder: Path) -> Mapping[str, bytes]:
    """Every file of a folder by its relative name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def without_name(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The files of an edition, its own name (``-2``) and the seal over it left out."""
    return {
        name: re.sub(rb'"edition": "[^"]*"|"sha256": "[^"]*"}\n\Z', b"", data)
        if name == "edition.json"
        else data
        for name, data in files.items()
    }


def record(folder: Path) -> dict[str, object]:
    return dict(json.loads((folder / "edition.json").read_bytes()))
