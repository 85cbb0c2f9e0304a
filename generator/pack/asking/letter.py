"""The letter to one office, made by a template: the built-in one, or the workspace's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from pathlib import Path

from generator.model import FactpackError, Said
from generator.pack.asking.form import Sheet, form_row, office_name
from generator.pack.asking.needed import Office, Question
from generator.resolve import FILTERS, Edition
from generator.resolve.saying import marked

_BUILT_IN = Path(__file__).parent / "letters"


def office_letter(
    sheet: Sheet,
    office: Office,
    questions: Sequence[Question],
    form: str,
    settings: Mapping[str, str],
) -> bytes:
    """The letter as a Word document; figures in it are anchored like those of any document."""
    from generator.render import open_template, render

    path = _BUILT_IN / f"{sheet.wording.locale}.docx"
    template = open_template(path, name=f"letters/{path.name}")
    context = {
        **settings,
        "addressee": office_name(office, sheet.reader.voice) or sheet.wording.unknown,
        "known": bool(office),
        "sender": settings.get("office", ""),
        "contact": settings.get("contact", ""),
        "pack_title": sheet.title,
        "day": Edition(sheet.day).day(sheet.wording.locale),
        "form": form,
        "count": len(questions),
        "questions": [_row(sheet, number, one) for number, one in enumerate(questions, 1)],
    }
    when = datetime.combine(sheet.day, time())
    made = render(template, context, FILTERS, base=sheet.base, when=when)
    if any(problem.level == "error" for problem in made.problems):
        raise FactpackError(made.problems)
    return made.data


def _row(sheet: Sheet, number: int, question: Question) -> dict[str, object]:
    cells = form_row(sheet, question)
    return {
        "no": str(number),
        "name": cells[1],
        "definition": cells[2],
        "last": _last(sheet, question),
        "as_of": cells[4],
        "given_by": cells[5],
        "why": cells[6],
    }


def _last(sheet: Sheet, question: Question) -> Said | str:
    last = question.last
    return marked(last, sheet.reader) if last.available and last.quantity is not None else "–"
