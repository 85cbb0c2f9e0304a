"""Statements in a table of one's own: a row each, the columns named like the fields of a statement.

A source that is not in the base yet is described in columns of its own; a fact that templates are
to name gets its key and Chinese name in two more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from generator.files import Node
from generator.model import FactpackError, Place, Problem, error
from generator.pack.asking.cells import as_day, as_period, mapping_at, node_at
from generator.pack.asking.entries import Incoming
from generator.store import FactStore
from generator.store.records import nearest

# A column by its English and Chinese heads.
COLUMNS: Mapping[str, str] = {
    "id": "编号", "source": "来源", "subject": "主体", "measure": "指标", "value": "数值",
    "period": "期间", "as_of": "截至", "evidence": "依据", "said_by": "提供者",
    "modality": "性质", "dimensions": "维度", "scope": "口径", "rank": "等级", "reason": "理由",
    "confidentiality": "密级", "note": "备注", "published": "发布日期", "accessed": "查阅日期",
    "recorded": "录入日期",
    "source_title": "来源标题", "source_publisher": "来源发布者", "source_published": "来源日期",
    "source_language": "来源语言", "source_kind": "来源性质",
    "fact": "模板名", "fact_name": "模板中文名",
}  # fmt: skip
_NEEDED = ("id", "source", "subject", "measure", "evidence")
_SOURCE = ("title", "publisher", "published", "language", "kind")
_DAYS = ("as_of", "published", "accessed", "recorded", "source_published")


def read_table(read: Node, store: FactStore, today: date) -> Incoming:
    """The statements of a table. Raises FactpackError with every problem, each with its cell."""
    rows = _rows(read)
    if not rows:
        problem = "The table is empty."
        raise FactpackError([error(Place(read.file), problem, "Write heads into its first row.")])
    problems: list[Problem] = []
    heads = _heads(rows[0], problems)
    found = Incoming(read.file)
    for row in rows[1:]:
        cells = dict(zip(heads, row, strict=False))
        if any(cell.value for cell in row):
            _take(cells, found, store, today, problems)
    if problems:
        raise FactpackError(problems)
    return found


def _rows(read: Node) -> list[list[Node]]:
    """The rows of a table, or of the only or first sheet of a workbook."""
    sheet = read
    if isinstance(read.value, dict):
        sheet = next(iter(read.value.values()), read)
    rows = sheet.value if isinstance(sheet.value, list) else []
    return [row.value for row in rows if isinstance(row.value, list)]


def _heads(cells: Sequence[Node], problems: list[Problem]) -> list[str]:
    """The fields that the columns stand for; an unknown or missing one is a problem."""
    by_word = {chinese: name for name, chinese in COLUMNS.items()} | {n: n for n in COLUMNS}
    heads = []
    for cell in cells:
        written = str(cell.value)
        name = by_word.get(written, "")
        if written and not name:
            hint = nearest(written, by_word) or f"Known are: {', '.join(COLUMNS)}."
            problems.append(error(cell.place, f"There is no column “{written}”.", hint))
        heads.append(name)
    place = cells[0].place if cells else Place("")
    for name in (name for name in _NEEDED if name not in heads):
        problem = f"The column “{name}” ({COLUMNS[name]}) is missing."
        problems.append(error(place, problem, "Add it; the manual lists all columns."))
    return heads


def _take(
    cells: Mapping[str, Node],
    found: Incoming,
    store: FactStore,
    today: date,
    problems: list[Problem],
) -> None:
    """Add one row: its statement, its source if that is new, its fact if it names one."""
    id, source = (_text(cells, name) for name in ("id", "source"))
    at = next(iter(cells.values()))
    if not id or not source:
        problem = "The row lacks its id or its source."
        problems.append(error(at.place, problem, "Fill in both columns."))
        return
    fields = {
        name: _field(name, cells[name], store, source)
        for name in COLUMNS
        if name in cells and cells[name].value and not _is_apart(name)
    }
    fields.setdefault("recorded", node_at(at, today.isoformat()))
    mine = found.statements.setdefault(source, {})
    if id in mine:
        problems.append(error(cells["id"].place, f"“{id}” stands there twice.", "Rename one."))
    mine[id] = mapping_at(cells["id"], fields)
    if source not in store.sources and source not in found.sources:
        found.sources[source] = _source(cells, problems)
    _fact(cells, found, store, problems)


def _is_apart(name: str) -> bool:
    return name in ("id", "source") or name.startswith(("source_", "fact"))


def _field(name: str, cell: Node, store: FactStore, source: str) -> Node:
    known = store.sources.get(source)
    language = known.language if known else "zh-Hans"
    written = str(cell.value)
    if name in _DAYS:
        return node_at(cell, as_day(written, language))
    if name == "period":
        return node_at(cell, as_period(written, language))
    if name == "dimensions":
        pairs = (part.partition("=") for part in written.replace("；", ";").split(";"))
        return mapping_at(cell, {k.strip(): node_at(cell, v.strip()) for k, _, v in pairs})
    return cell


def _source(cells: Mapping[str, Node], problems: list[Problem]) -> Node:
    """A source that is not in the base: its columns; title and publisher may be unknown."""
    at = cells["source"]
    nodes: dict[str, Node] = {}
    missing: list[Node] = []
    for name in _SOURCE:
        cell = cells.get(f"source_{name}")
        written = str(cell.value) if cell else ""
        if name == "published":
            written = as_day(written, "zh-Hans")
        nodes[name] = node_at(cell or at, written)
        if not written and name in ("title", "publisher", "published"):
            missing.append(node_at(at, "date" if name == "published" else name))
    if not nodes["language"].value or not nodes["kind"].value:
        problems.append(
            error(
                at.place,
                f"The source “{at.value}” is not in facts/sources.yaml.",
                "Correct its name, or describe it in the columns source_title, source_publisher, "
                "source_published, source_language (zh-Hans, zh-Hant, en) and source_kind "
                "(official, press, narrative).",
            )
        )
    if missing:
        nodes["missing"] = Node(list(missing), at.file, at.line, at.key_line, at.where)
    return mapping_at(at, nodes)


def _fact(
    cells: Mapping[str, Node], found: Incoming, store: FactStore, problems: list[Problem]
) -> None:
    """The name that templates use, where it is new."""
    key = _text(cells, "fact")
    if not key:
        return
    cell = cells["fact"]
    known = store.facts.get(key)
    if known is not None:
        if (known.subject, known.measure) != (_text(cells, "subject"), _text(cells, "measure")):
            problem = f"“{key}” is a fact already, about something else."
            problems.append(error(cell.place, problem, "Choose another name."))
        return
    name = _text(cells, "fact_name") or key
    fields = {"name": mapping_at(cell, {"zh": node_at(cell, name)})}
    wanted = ("subject", "measure", "dimensions", "scope")
    fields |= {n: _field(n, cells[n], store, "") for n in wanted if _text(cells, n)}
    found.facts.setdefault(key, mapping_at(cell, fields))


def _text(cells: Mapping[str, Node], name: str) -> str:
    return str(cells[name].value) if name in cells else ""
