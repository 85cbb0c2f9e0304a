"""A small invented workspace, whole: the ferries of Ferryport, one brief, an annex."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path

from docx import Document

ROOT = Path(__file__).parents[2]

GAZETTE = (
    "Ferryport now runs 12 ferries. In June 2030 the ferries carried more than 3,000 people.\n"
)
HERALD = "The town says that 14 ferries run.\n"

FILES: Mapping[str, str] = {
    "facts/sources.yaml": """\
gazette: {file: gazette.txt, sha256: GAZETTE, title: Ferries, publisher: Ferryport Gazette, published: 2030-06, language: en, kind: press,
  citation: {zh: 渡口公报, en: "Ferryport Gazette, June 2030"}}
""",
    "facts/subjects.yaml": "ferryport: {name: {zh: 渡口, en: Ferryport}, kind: town}\n",
    "facts/measures.yaml": """\
ferries: {name: {zh: 渡船, en: ferries}, unit: item, kind: level, shelf_life: 18, definition: {zh: 在用的船, en: boats in use}}
passengers: {name: {zh: 乘客, en: passengers}, unit: person, kind: flow, shelf_life: 3, definition: {zh: 载客, en: people carried}}
""",
    "facts/facts.yaml": """\
ferries: {name: {zh: 渡船, en: ferries}, subject: ferryport, measure: ferries}
passengers: {name: {zh: 乘客, en: passengers}, subject: ferryport, measure: passengers}
""",
    "facts/statements/gazette.yaml": """\
source: gazette
statements:
  g.ferries: {subject: ferryport, measure: ferries, value: 12 ferries, as_of: 2030-06, evidence: 12 ferries}
  g.passengers: {subject: ferryport, measure: passengers, value: "more than 3,000 people", period: 2030-06, as_of: 2030-06,
    evidence: "more than 3,000 people"}
""",
    "templates/pack.yaml": """\
base: ferryport
as_of: 2030-06-30
title: {en: Ferries}
audiences: [town]
settings: {office: Harbour office}
""",
    "templates/audiences/town.yaml": """\
id: town
name: {en: The town}
locale: en
documents:
  - {id: T1, title: "Ferries in {{ edition.year }}", template: brief.docx}
""",
}


def make(
    root: Path, brief: str = "There are {{ ferries }} and {{ passengers }}.", **changed: str
) -> Path:
    """The workspace in `root`; `changed` files by name, ``__`` for a slash and without ending."""
    files = {**FILES, **{f"{name.replace('__', '/')}.yaml": text for name, text in changed.items()}}
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_with_digests(text), encoding="utf-8")
    shutil.copy(ROOT / "templates" / "theme.yaml", root / "templates")
    document = Document()
    for line in brief.split("\n"):
        document.add_paragraph(line)
    document.save(str(root / "templates" / "brief.docx"))
    (root / "texts").mkdir(exist_ok=True)
    (root / "texts" / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    (root / "texts" / "herald.txt").write_text(HERALD, encoding="utf-8")
    return root


def _with_digests(text: str) -> str:
    for name, article in (("GAZETTE", GAZETTE), ("HERALD", HERALD)):
        text = text.replace(name, hashlib.sha256(article.encode()).hexdigest())
    return text


RIVALS = {
    "facts__sources": FILES["facts/sources.yaml"]
    + "herald: {file: herald.txt, sha256: HERALD, title: Boats, publisher: Ferryport Herald, published: 2030-06, language: en, kind: press}\n",
    "facts__statements__herald": """\
source: herald
statements:
  h.ferries: {subject: ferryport, measure: ferries, value: 14 ferries, as_of: 2030-06, evidence: 14 ferries}
""",
}
RULING = """\
ferries-2030: {subject: ferryport, measure: ferries, choose: g.ferries, expect: [g.ferries, h.ferries],
  why: The Gazette counted them., decided: 2030-06-30}
"""
