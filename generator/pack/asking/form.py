"""The workbook that an office fills in, and the memory by which it is known when it comes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.charts import Theme
from generator.files.digests import digest
from generator.files.xlsx_writing import Form, FormColumn, FormLook, write_form
from generator.language import CannotSay, parts, say_period
from generator.model import Measure, Period, Quantity, Words
from generator.pack.asking.needed import Office, Question
from generator.pack.asking.wording import Wording
from generator.resolve import ResolvedFact
from generator.resolve.reader import Reader
from generator.resolve.saying import marked
from generator.resolve.voice import Voice

LOCKED = 7  # the columns that tell what is asked; those behind them are filled in
VERSION = "1"
_WIDTHS = (19, 22, 34, 14, 13, 20, 24, 14, 11, 13, 15, 9, 22, 26)
_SCALES = ((10**8, "亿"), (10**4, "万"))
_MODALITY = 11  # the column with the drop-down, counted from 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that the forms of one run share."""

    base: str
    day: date
    title: str
    wording: Wording
    reader: Reader
    theme: Theme


def office_form(sheet: Sheet, number: int, office: Office, questions: Sequence[Question]) -> bytes:
    """The workbook of one office."""
    wording = sheet.wording
    rows = tuple(form_row(sheet, question) for question in questions)
    (office_label, office_hint), (date_label, date_hint) = wording.fields
    form = Form(
        sheet=wording.sheet,
        title=wording.title,
        lines=(sheet.title, *wording.lines),
        fields=(
            (office_label, office_name(office, sheet.reader.voice), office_hint),
            (date_label, "", date_hint),
        ),
        columns=_columns(wording),
        rows=rows,
        look=_look(sheet),
        memory={**memory(sheet, number, rows), **_periods(sheet, questions)},
    )
    return write_form(form)


def memory(sheet: Sheet, number: int, rows: Sequence[Sequence[str]]) -> dict[str, str]:
    """What the hidden sheet keeps: whose form it is, and a digest of each locked row."""
    kept = {
        "form": VERSION,
        "base": sheet.base,
        "edition": sheet.day.isoformat(),
        "office": str(number),
        "locale": sheet.wording.locale,
        "head": locked_digest(sheet.wording.heads),
    }
    return kept | {f"row {row[0]}": locked_digest(row[:LOCKED]) for row in rows}


def locked_digest(cells: Sequence[str]) -> str:
    """A short digest of cells that nobody is to change."""
    return digest("\x1f".join(cell.strip() for cell in cells).encode())[:16]


def form_row(sheet: Sheet, question: Question) -> tuple[str, ...]:
    """A question as cells; the cells to be filled in hold what is probably right."""
    voice, reader, last = sheet.reader.voice, sheet.reader, question.last
    has_value = last.available and last.quantity is not None
    locked = (
        question.key,
        question_name(question, sheet),
        voice.words(question.measure.definition),
        marked(last, reader).text if has_value else "–",
        reader.date(last) if has_value else "–",
        _given_by(last, reader) if has_value else "–",
        reason_text(question, sheet),
    )
    unit = unit_word(last.quantity, question.measure, sheet.wording.locale)
    period = asked_period(question, sheet.day)
    said = say_period(period, sheet.wording.locale) if period is not None else ""
    return (*locked, "", unit, "", said, "", "", "")


def question_name(question: Question, sheet: Sheet) -> str:
    """The fact's name; with its subject where the name alone would not tell it."""
    return sheet.reader.voice.words(question.fact.name)


def reason_text(question: Question, sheet: Sheet) -> str:
    said = [sheet.wording.reasons[kind] for kind in question.reasons]
    said.append(
        sheet.reader.voice.words(question.measure.ask) if "asked" in question.reasons else ""
    )
    return sheet.wording.between.join(one for one in said if one)


def office_name(office: Office, voice: Voice) -> str:
    """The office in the letter's language; empty where it is not known."""
    words: Words = dict(office)
    return voice.words(words)


def unit_word(quantity: Quantity | None, measure: Measure, locale: str) -> str:
    """The unit that a bare number is taken in: 个, 亿元, million yuan."""
    if quantity is None:
        return ""
    try:
        word = parts(quantity, locale, _noun(measure, locale)).scale_unit
    except CannotSay:
        return ""
    if word == "元":
        return _money_scale(quantity) + word
    head, _, rest = word.partition(" ")
    return f"{rest} yuan".strip() if head == "CNY" else word


def _money_scale(quantity: Quantity) -> str:
    """The scale of a sum that is written out (近百亿元): nobody means single yuan by its number."""
    return next((word for least, word in _SCALES if quantity.value >= least), "")


def _noun(measure: Measure, locale: str) -> str:
    noun = measure.noun.get("en", "") if locale.startswith("en") else ""
    return f'noun="{noun}"' if noun else ""


def _periods(sheet: Sheet, questions: Sequence[Question]) -> dict[str, str]:
    """The periods that stand in the form, as the fact base writes them."""
    asked = ((question.key, asked_period(question, sheet.day)) for question in questions)
    return {f"period {key}": str(period) for key, period in asked if period is not None}


def asked_period(question: Question, day: date) -> Period | None:
    """The period that is asked about: since the same year, or the year of the next edition."""
    rule = question.fact.period
    period = question.last.period if rule is None or rule.start is None else rule
    if period is not None and period.kind == "since":
        return Period("since", period.start, None)
    if question.measure.kind == "flow" and period is not None:
        return Period("year", str(day.year), str(day.year))
    return None


def _given_by(last: ResolvedFact, reader: Reader) -> str:
    statement = last.statement
    if statement is None:
        return "–"
    source = reader.source(statement)
    if statement.said_by and not reader.voice.english:
        return reader.voice.chinese(statement.said_by)
    return reader.voice.cited(source) if source else "–"


def _columns(wording: Wording) -> tuple[FormColumn, ...]:
    hints = ("",) * LOCKED + wording.hints
    return tuple(
        FormColumn(
            head,
            _WIDTHS[number],
            open=number >= LOCKED,
            choices=tuple(wording.modalities) if number == _MODALITY else (),
            hint=hints[number],
        )
        for number, head in enumerate(wording.heads)
    )


def _look(sheet: Sheet) -> FormLook:
    theme = sheet.theme
    tint = theme.colours.get("tint")
    return FormLook(
        ink=theme.rgb("text"),
        deep=theme.rgb("heading"),
        accent=theme.rgb("subject"),
        grey=theme.rgb("quiet"),
        rule=theme.rgb("line"),
        tint=tint.rgb if tint else "EEF3F4",
        face=theme.faces(sheet.wording.locale).east_asian,
    )
