"""A small invented fact base: the town of Northmarsh and what a paper says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.model import Problem
from generator.workspace import Workspace

BASE: Mapping[str, str] = {
    "sources.yaml": """\
herald:
  file: herald.txt
  sha256: 0000000000000000000000000000000000000000000000000000000000000000
  title: 北泽新貌
  publisher: 北泽先驱报
  authors: [甲乙, 丙丁]
  published: 2025-12
  language: zh-Hans
  kind: press
  missing: [page]
""",
    "subjects.yaml": "northmarsh: {name: {zh: 北泽, en: Northmarsh}, kind: town, aliases: [北泽镇]}\n",
    "measures.yaml": """\
grants: {name: {zh: 捐赠资金, en: grants}, unit: CNY, kind: cumulative, shelf_life: 18, at_least: 0}
projects: {name: {zh: 项目, en: projects}, unit: item, kind: cumulative}
visits: {name: {zh: 来访, en: visits}, unit: person-time, kind: flow}
founding: {name: {zh: 创立, en: founding}, kind: event}
""",
    "facts.yaml": """\
grants: {name: {zh: 捐赠资金, en: grants}, subject: northmarsh, measure: grants, period: 1992..}
projects: {name: {zh: 项目数, en: projects}, subject: northmarsh, measure: projects}
projects_added: {name: {zh: 项目增量}, derive: difference, of: [projects, projects.previous]}
""",
    "statements/herald.yaml": """\
source: herald
statements:
  h.grants:
    subject: northmarsh
    measure: grants
    value: 5.10亿元
    period: 1992..
    as_of: 2025-12
    said_by: 北泽镇长
    evidence: 捐赠资金5.10亿元
  h.projects:
    subject: northmarsh
    measure: projects
    value: 1184个
    as_of: 2025-12
    evidence: 建成项目1184个
""",
}


def make(root: Path, files: Mapping[str, str] | None = None) -> Workspace:
    """The workspace of Northmarsh; files given by name stand in for its own or are added."""
    (root / "templates").mkdir(exist_ok=True)
    (root / "facts" / "statements").mkdir(parents=True, exist_ok=True)
    for name, text in {**BASE, **(files or {})}.items():
        (root / "facts" / name).write_text(text, encoding="utf-8", newline="")
    return Workspace(root)


def told(problems: Sequence[Problem]) -> list[str]:
    """Each problem in a line, after seeing that each says what to do."""
    assert all(problem.next and problem.problem for problem in problems)
    return [f"{problem.level}: {problem.place}: {problem.problem}" for problem in problems]


def statement(fields: str, *, id: str = "h.new", source: str = "herald") -> dict[str, str]:
    """One more file of statements with one statement, its fields as YAML lines."""
    lines = "".join(f"    {line}\n" for line in fields.strip().splitlines())
    return {"statements/new.yaml": f"source: {source}\nstatements:\n  {id}:\n{lines}"}
