"""The report for the person who signs: a Word file made by a template, like every other."""

from __future__ import annotations

from pathlib import Path

from generator.pack.changes.phrases import Group, label_words
from generator.pack.changes.told import InDocument, Row, Section, Standing, Told
from generator.render.door import render_document

NAME = "changes-report.docx"
_DETAILED = ("changed", "falls", "corrected", "unlike")
_FIRST: tuple[Group, ...] = ("falls", "corrected")  # what nobody should sign unseen

Json = dict[str, object]


def write_report(told: Told, out: Path, templates: Path | None = None) -> None:
    """Write the report to `out`, whole or not at all.

    The template is the office's own ``templates/changes-report.docx`` if it has one, or else ours
    in the report's language. Raises FactpackError with every problem of the template.
    """
    own = None if templates is None else templates / NAME
    template = own if own is not None and own.is_file() else _packaged(told.locale)
    render_document(template, report_context(told), out)


def report_context(told: Told) -> Json:
    """The names that the template may use; all texts are in the report's language.

    ``old``, ``new``, ``summary``, ``notes``; ``counts`` by group; ``sections`` with reasons and
    ``lists`` without, each with ``title`` and ``rows``; ``first`` what to check before signing;
    ``apart``, ``wording``, ``documents``.
    """
    sections = told.sections()
    listed = {section.group: [_row(row) for row in section.rows] for section in sections}
    return {
        "office": "",
        "old": label_words(told.survey.old, told.locale),
        "new": label_words(told.survey.new, told.locale),
        "summary": told.summary(),
        "notes": told.notes(),
        "counts": _counts(told, sections),
        "first": [row for group in _FIRST for row in listed.get(group, [])],
        "sections": [_section(one) for one in sections if one.group in _DETAILED],
        "lists": [_section(one) for one in sections if one.group not in _DETAILED],
        "apart": [
            {"first": first, "second": second, "why": why}
            for first, second, why, _ in told.apart()
        ],
        "wording": [
            {
                "file": file, "place": place, "spot": _lines(file, place), "sort": sort,
                "words": words, "sentence": sentence, "why": why,
            }
            for file, place, sort, words, sentence, why in told.wording()
        ],
        "documents": [_document(one) for one in told.documents()],
    }  # fmt: skip


def _packaged(locale: str) -> Path:
    name = "changes-report.en.docx" if locale.startswith("en") else NAME
    return Path(__file__).with_name(name)


def _counts(told: Told, sections: list[Section]) -> Json:
    by_group = {section.group: len(section.rows) for section in sections}
    return {
        "changed": by_group.get("changed", 0) + by_group.get("falls", 0),
        "corrected": by_group.get("corrected", 0),
        "unlike": by_group.get("unlike", 0),
        "new": by_group.get("new", 0),
        "withdrawn": by_group.get("withdrawn", 0),
        "wording": len(told.flags),
    }


def _section(section: Section) -> Json:
    return {
        "group": section.group,
        "title": section.title,
        "rows": [_row(row) for row in section.rows],
    }


def _row(row: Row) -> Json:
    return {
        "key": row.key, "name": row.name, "old": row.old or "–", "new": row.new or "–",
        "value": row.new or row.old, "by": row.by, "dates": row.dates,
        "old_date": row.old_date, "new_date": row.new_date,
        "was": _lines(row.old or "–", row.old_date), "is": _lines(row.new or "–", row.new_date),
        "remark": _lines(row.by, row.dates), "because": _lines(*row.because),
    }  # fmt: skip


def _lines(*texts: str) -> str:
    return "\n".join(filter(None, texts))


def _places(fact: Standing) -> str:
    """34年：第1页，标题；第2页，标题: the same words once, with all their places."""
    where: dict[str, list[str]] = {}
    for place, words in fact.places:
        where.setdefault(words, []).append(place)
    return _lines(*(f"{words}　{'；'.join(places)}" for words, places in where.items()))


def _document(one: InDocument) -> Json:
    return {
        "audience": one.audience,
        "file": one.file,
        "facts": [
            {
                "name": fact.name,
                "title": fact.title,
                "places": _places(fact),
            }
            for fact in one.facts
        ],
    }
