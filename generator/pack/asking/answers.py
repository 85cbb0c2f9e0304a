"""A form that came back: is it ours, was it changed, and what does each row say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.files import Node
from generator.files.xlsx_writing import MEMORY
from generator.language import say_date, say_period
from generator.model import FactpackError, Period, Place, Problem, error
from generator.pack.asking.cells import as_day, as_period, mapping_at, node_at, with_unit
from generator.pack.asking.entries import Incoming
from generator.pack.asking.form import LOCKED, VERSION, locked_digest
from generator.pack.asking.wording import Wording, wording
from generator.store import FactStore
from generator.store.records import nearest

_VALUE, _UNIT, _AS_OF, _PERIOD, _MODALITY, _SAID_BY, _NOTE = range(LOCKED, LOCKED + 7)
_FIELDS = 2  # office and date, above the table


@dataclass(frozen=True, slots=True)
class Returned:
    """A form with its memory; `top` is the number of the row with the heads, from 0."""

    name: str
    sheet: list[Node]
    top: int
    memory: Mapping[str, str]
    wording: Wording


def is_form(book: Node) -> bool:
    """Whether a workbook is one that “factpack questions” has made."""
    return isinstance(book.value, dict) and MEMORY in book.value


def read_answers(book: Node, store: FactStore, base: str, sha256: str, today: date) -> Incoming:
    """The statements of a form. Raises FactpackError with every problem, each with its cell."""
    form = _opened(book, base)
    problems: list[Problem] = []
    office, day = _fields(form, problems)
    source_id = _source_id(form, store)
    statements: dict[str, Node] = {}
    left: list[tuple[str, str]] = []
    for row in form.sheet[form.top + 1 :]:
        cells = _cells(row)
        key = _text(cells, 0)
        if not any(str(cell.value) for cell in cells) or not _is_ours(form, cells, problems):
            continue
        if _text(cells, _VALUE):
            fields = _statement(form, cells, store, problems)
            if fields:
                fields["recorded"] = node_at(cells[_VALUE], today.isoformat())
                statements[f"{source_id}.{key}"] = mapping_at(cells[_VALUE], fields)
        else:
            problems += _half_filled(cells, form)
            left.append((key, _text(cells, _NOTE)))
    problems += _missing_rows(form)
    if problems:
        raise FactpackError(problems)
    sources = {source_id: _source(form, store, office, day, sha256)}
    return Incoming(
        form.name, sources, {source_id: statements}, {}, form.memory["edition"], tuple(left), True
    )


def _opened(book: Node, base: str) -> Returned:
    """The form, recognised by its hidden sheet. Raises FactpackError where it is another one."""
    assert isinstance(book.value, dict)
    rows = (_cells(row) for row in _items(book.value[MEMORY]))
    memory = {_text(cells, 0): _text(cells, 1) for cells in rows}
    words = wording(memory.get("locale", ""))
    if memory.get("form") != VERSION:
        raise _stop(book.file, "The form is of another version of this program.")
    if memory.get("base") != base:
        problem = f"The form asks for figures of “{memory.get('base')}”, and this is “{base}”."
        raise _stop(book.file, problem, "Import it into the workspace that it was made in.")
    sheet = _items(book.value[words.sheet]) if words.sheet in book.value else []
    top = next((n for n, row in enumerate(sheet) if _text(_cells(row), 0) == words.heads[0]), None)
    if top is None or locked_digest(_texts(sheet[top], len(words.heads))) != memory.get("head"):
        problem = f"The sheet “{words.sheet}” is not there, or its heads were changed."
        raise _stop(book.file, problem, "Fill in the form as it was sent, and send that back.")
    return Returned(book.file, sheet, top, memory, words)


def _fields(form: Returned, problems: list[Problem]) -> tuple[Node, Node]:
    """The cells of the office and of the day of the reply."""
    first = form.top - 1 - _FIELDS
    office, day = (_cells(form.sheet[first + number])[2] for number in range(_FIELDS))
    for cell, (label, _) in zip((office, day), form.wording.fields, strict=True):
        if not cell.value:
            what = label.rstrip(" *")
            problems.append(error(cell.place, f"“{what}” is empty.", "Fill it in."))
    dated = node_at(day, as_day(str(day.value), form.wording.locale))
    if dated.value and not _is_day(str(dated.value)):
        problems.append(error(day.place, f"“{day.value}” is not a day.", "Write 2026-12-31."))
    return office, dated


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def _is_ours(form: Returned, cells: Sequence[Node], problems: list[Problem]) -> bool:
    """Whether the locked cells of a row are as they were sent."""
    key = _text(cells, 0)
    known = form.memory.get(f"row {key}")
    if known == locked_digest([str(cell.value) for cell in cells[:LOCKED]]):
        return True
    what = (
        "was changed in a column that is not to be filled in"
        if known
        else f"was not in the form as it was sent (“{key}”)"
    )
    next = "Put the locked columns back as they were; write remarks into the note."
    problems.append(error(cells[0].place, f"The row {what}.", next))
    return False


def _missing_rows(form: Returned) -> list[Problem]:
    there = [_text(_cells(row), 0) for row in form.sheet[form.top + 1 :]]
    lost = [name[4:] for name in form.memory if name.startswith("row ") and name[4:] not in there]
    twice = sorted({key for key in there if key and there.count(key) > 1})
    place = Place(form.name, None, f"sheet “{form.wording.sheet}”")
    found = [(lost, "were deleted"), (twice, "stand there twice")]
    return [
        error(place, f"Rows {what}: {', '.join(keys)}.", "Fill in the form as it was sent.")
        for keys, what in found
        if keys
    ]


def _half_filled(cells: Sequence[Node], form: Returned) -> list[Problem]:
    """A row without a value may have a note, and nothing else that was filled in."""
    if not any(_text(cells, column) for column in (_AS_OF, _MODALITY, _SAID_BY)):
        return []
    problem = f"The row is filled in, but “{form.wording.heads[_VALUE].rstrip(' *')}” is empty."
    return [error(cells[_VALUE].place, problem, "Write the value; or empty the row, with a note.")]


def _statement(
    form: Returned, cells: Sequence[Node], store: FactStore, problems: list[Problem]
) -> dict[str, Node]:
    fact = store.fact(_text(cells, 0))
    if fact is None or fact.derive:
        hint = nearest(_text(cells, 0), store.facts) or "Ask for it anew."
        problems.append(error(cells[0].place, f"There is no fact “{_text(cells, 0)}”.", hint))
        return {}
    for column in (_AS_OF, _SAID_BY):
        if not _text(cells, column):
            head = form.wording.heads[column].rstrip(" *")
            problem = f"The row has a value, but “{head}” is empty."
            problems.append(error(cells[column].place, problem, "Fill it in."))
    language, at = form.wording.locale, cells[_VALUE]
    value = with_unit(_text(cells, _VALUE), _text(cells, _UNIT))
    fields = {
        "subject": node_at(cells[0], fact.subject),
        "measure": node_at(cells[0], fact.measure),
        "dimensions": mapping_at(at, {k: node_at(at, v) for k, v in fact.dimensions}),
        "scope": node_at(at, fact.scope),
        "value": node_at(at, value),
        "period": node_at(cells[_PERIOD], _period_of(form, cells)),
        "as_of": node_at(cells[_AS_OF], as_day(_text(cells, _AS_OF), language)),
        "said_by": cells[_SAID_BY],
        "modality": node_at(cells[_MODALITY], _modality(form, cells[_MODALITY], problems)),
        "evidence": node_at(at, value),
        "note": cells[_NOTE],
    }
    return {name: node for name, node in fields.items() if node.value}


def _modality(form: Returned, cell: Node, problems: list[Problem]) -> str:
    written = str(cell.value)
    known = form.wording.modalities
    if written and written not in known:
        next = f"Choose one of: {', '.join(known)}."
        problems.append(error(cell.place, f"“{written}” is unknown.", next))
    found = known.get(written, "actual")
    return "" if found == "actual" else found


def _period_of(form: Returned, cells: Sequence[Node]) -> str:
    """The period as the base writes it; where the form's words were left, the form's own."""
    written = _text(cells, _PERIOD)
    sent = form.memory.get(f"period {_text(cells, 0)}", "")
    if sent and written == say_period(Period.parse(sent), form.wording.locale):
        return sent
    return as_period(written, form.wording.locale) if written else ""


def _source_id(form: Returned, store: FactStore) -> str:
    """``reply-2026-12-31-1``; another reply to the same form gets a number more."""
    first = f"reply-{form.memory['edition']}-{form.memory['office']}"
    number = 1
    while (first if number == 1 else f"{first}-{number}") in store.sources:
        number += 1
    return first if number == 1 else f"{first}-{number}"


def _source(form: Returned, store: FactStore, office: Node, day: Node, sha256: str) -> Node:
    """The reply as a source: what it is called, who sent it, when."""
    name, when = str(office.value), str(day.value)
    known = (one.office for one in store.measures.values() if name in one.office.values())
    names = next(known, {})
    zh, en = names.get("zh", name), names.get("en", name)
    title = _text(_cells(form.sheet[0]), 1)
    fields: dict[str, str] = {
        "file": form.name.rsplit("/", 1)[-1],
        "sha256": sha256,
        "title": title,
        "publisher": name,
        "published": when,
        "language": form.wording.locale,
        "kind": "official",
    }
    citation = {
        "zh": f"{zh}复函，{say_date(when, 'zh-Hans')}",
        "en": f"{en}, reply of {say_date(when, 'en')}",
    }
    nodes = {field: node_at(office, value) for field, value in fields.items()}
    nodes["citation"] = mapping_at(office, {k: node_at(office, v) for k, v in citation.items()})
    return mapping_at(office, nodes)


def _items(node: Node) -> list[Node]:
    return node.value if isinstance(node.value, list) else []


def _cells(row: Node) -> list[Node]:
    """The cells of a row, empty ones at its end where it is short."""
    cells = _items(row)
    short = max(0, _NOTE + 1 - len(cells))
    return cells + [Node("", row.file, row.line, row.line, row.where)] * short


def _texts(row: Node, count: int) -> list[str]:
    return [str(cell.value) for cell in _cells(row)[:count]]


def _text(cells: Sequence[Node], column: int) -> str:
    return str(cells[column].value)


def _stop(
    name: str, problem: str, next: str = "Make new forms with “factpack questions”."
) -> FactpackError:
    return FactpackError([error(Place(name), problem, next)])
