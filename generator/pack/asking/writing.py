"""Letters and forms for every office, whole in one folder or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.files import write_folder_atomic
from generator.model import Audience, FactpackError, Pack
from generator.pack.asking.form import Sheet, office_form, office_name
from generator.pack.asking.letter import office_letter
from generator.pack.asking.needed import Office, Question, needed
from generator.pack.asking.wording import Wording, wording
from generator.pack.folders import file_name
from generator.pack.plan import read_charts_and_theme, read_plan
from generator.render.lines import render_line
from generator.resolve import FILTERS, Edition, context, resolve
from generator.resolve.reader import Reader
from generator.store import FactStore, read_store
from generator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked: the folder, its files, and a row for each figure."""

    folder: Path
    files: tuple[str, ...]
    figures: tuple[Mapping[str, object], ...]
    unchanged: bool = False

    @property
    def summary(self) -> str:
        if not self.figures:
            return "no figure is needed again"
        state = "unchanged" if self.unchanged else "written"
        return f"{self.folder}: {state}, {len(self.figures)} figures in {len(self.files)} files"

    def as_json(self) -> dict[str, object]:
        return {
            "folder": str(self.folder),
            "files": list(self.files),
            "figures": [dict(figure) for figure in self.figures],
            "unchanged": self.unchanged,
        }


def ask(workspace: Workspace, day: date | None, out: Path | None, locale: str | None) -> Asked:
    """Write the letters and forms for the edition of `day` (a year after the plan's).

    What was written before is never written over, because answers may stand in it: the same
    questions leave it alone, others go into a folder with a number. Raises FactpackError with
    the problems of the workspace.
    """
    pack = read_plan(workspace)
    store, problems = read_store(workspace)
    if any(problem.level == "error" for problem in problems):
        raise FactpackError(problems)
    day = day or _a_year_on(pack.as_of)
    words = wording(locale or pack.audiences[0].locale)
    offices = needed(workspace, store, pack, day, words.locale)
    sheet = _sheet(workspace, store, pack, day, words, offices)
    files = dict(_files(sheet, offices, pack.settings))
    folder, unchanged = _written(out or workspace.output / "questions", day, files)
    return Asked(folder, tuple(files), tuple(_figures(sheet, offices)), unchanged)


def _sheet(
    workspace: Workspace,
    store: FactStore,
    pack: Pack,
    day: date,
    words: Wording,
    offices: Mapping[Office, Sequence[Question]],
) -> Sheet:
    """What all letters share: values as in the edition of today, a title of the next one."""
    anybody = Audience("office", {}, words.locale, ())
    keys = [question.key for questions in offices.values() for question in questions]
    edition = Edition(pack.as_of)
    reader = Reader(resolve(store, keys, anybody, edition), store, edition, anybody)
    _, theme = read_charts_and_theme(workspace)
    return Sheet(pack.base, day, _title(pack, store, day, reader), words, reader, theme)


def _title(pack: Pack, store: FactStore, day: date, reader: Reader) -> str:
    """The pack's title as the next edition will have it, and its day; the day alone, if need be."""
    following, voice = Edition(day), reader.voice
    names = context(
        resolve(store, None, reader.audience, following), store, following, reader.audience
    )
    title, wrong = render_line(voice.words(pack.title), names, FILTERS, pack.place)
    said = voice.either(
        f"{following.day(reader.locale)}版", f"edition of {following.day(reader.locale)}"
    )
    return said if wrong else voice.either(f"{title}　{said}", f"{title}, {said}")


def _a_year_on(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap else day.day)


def _files(
    sheet: Sheet, offices: Mapping[Office, Sequence[Question]], settings: Mapping[str, str]
) -> Iterator[tuple[str, bytes]]:
    words = sheet.wording
    for number, (office, questions) in enumerate(offices.items(), 1):
        name = office_name(office, sheet.reader.voice) or words.unknown
        form = file_name(f"{number:02}", f"{name} {words.form}", ".xlsx")
        letter = file_name(f"{number:02}", f"{name} {words.letter}", ".docx")
        yield letter, office_letter(sheet, office, questions, form, settings)
        yield form, office_form(sheet, number, office, questions)


def _figures(
    sheet: Sheet, offices: Mapping[Office, Sequence[Question]]
) -> Iterator[dict[str, object]]:
    for office, questions in offices.items():
        for question in questions:
            statement = question.last.statement
            yield {
                "office": office_name(office, sheet.reader.voice) or None,
                "fact": question.key,
                "measure": question.measure.id,
                "last": statement.printed if statement else None,
                "as_of": question.last.as_of,
                "reasons": list(question.reasons),
            }


def _written(parent: Path, day: date, files: Mapping[str, bytes]) -> tuple[Path, bool]:
    """The folder with these files; an older one of the day is left as it is."""
    number = 1
    while True:
        folder = parent / (day.isoformat() if number == 1 else f"{day.isoformat()}-{number}")
        if not folder.exists():
            break
        if _holds(folder, files):
            return folder, True
        number += 1
    if files:
        with write_folder_atomic(folder, folder.name) as draft:
            for name, data in files.items():
                (draft / name).write_bytes(data)
    return folder, False


def _holds(folder: Path, files: Mapping[str, bytes]) -> bool:
    return all(
        (folder / name).is_file() and (folder / name).read_bytes() == data
        for name, data in files.items()
    )
