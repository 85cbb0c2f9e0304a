"""Figures are asked for again, and the answers come back into the base, or are refused with their cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import ferryport
import pytest
from openpyxl import load_workbook

from generator import api
from generator.model import FactpackError

OFFICES = {
    "facts__measures": """\
ferries: {name: {zh: 渡船, en: ferries}, unit: item, kind: level, shelf_life: 18, definition: {zh: 在用的船, en: boats in use},
  office: {zh: 港务处, en: Harbour office}, ask: {zh: 请附船名, en: Please name them}}
passengers: {name: {zh: 乘客, en: passengers}, unit: person, kind: flow, shelf_life: 3, definition: {zh: 载客, en: people carried}}
"""
}
HEADS = 8  # the row of the form with the heads
VALUE, UNIT, AS_OF, PERIOD, KIND, WHO, NOTE = range(8, 15)
DATE = "C6"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Ferryport, where the ferries are the harbour office's and the passengers nobody's."""
    return ferryport.make(tmp_path / "town", **OFFICES)


def form(town: Path, office: str = "01") -> Path:
    asked = api.questions(town, as_of=date(2031, 12, 31))
    return next(asked.folder.glob(f"{office}*.xlsx"))


def filled(town: Path, cells: Mapping[int, object], **more: object) -> Path:
    """The harbour office's form, its one row filled in; `more` are cells by address."""
    book = load_workbook(form(town))
    sheet = book["Form"]
    for column, value in cells.items():
        sheet.cell(HEADS + 1, column).value = value
    for address, value in {DATE: "2031-12-20", **more}.items():
        sheet[address] = value
    path = town.parent / "reply.xlsx"
    book.save(path)
    return path


ANSWER = {VALUE: 15, AS_OF: date(2031, 12, 1), WHO: "Harbour office, B. Pilot"}


def state(town: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted((town / "facts").rglob("*")) if p.is_file()}


# -- asking ------------------------------------------------------------------------------------


def test_each_office_gets_a_letter_and_a_form_and_the_unknown_office_comes_last(town):
    asked = api.questions(town, as_of=date(2031, 12, 31))
    assert asked.files == (
        "01 Harbour office Letter asking for figures.docx",
        "01 Harbour office Figures to be brought up to date.xlsx",
        "02 responsible office to be confirmed Letter asking for figures.docx",
        "02 responsible office to be confirmed Figures to be brought up to date.xlsx",
    )
    assert [(row["office"], row["fact"], row["last"], row["reasons"]) for row in asked.figures] == [
        ("Harbour office", "ferries", "12 ferries", ["asked"]),
        (None, "passengers", "more than 3,000 people", ["part_year"]),
    ]


def test_a_figure_is_asked_for_once_its_shelf_life_is_over_at_the_next_edition(tmp_path):
    ferryport.make(tmp_path)
    asked = [
        [row["fact"] for row in api.questions(tmp_path, as_of=day).figures]
        for day in (date(2030, 12, 31), date(2031, 6, 30), date(2032, 1, 31))
    ]
    assert asked == [[], ["passengers"], ["ferries", "passengers"]]


def test_the_letter_names_office_day_form_and_figures_and_anchors_them(town):
    from docx import Document

    asked = api.questions(town, as_of=date(2031, 12, 31))
    document = Document(str(asked.folder / asked.files[0]))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "To: Harbour office" in text
    assert "31 December 2031" in text
    assert asked.files[1] in text
    assert "ferryport:ferries" in document.element.xml


def test_the_same_questions_leave_the_folder_alone_and_answers_are_never_written_over(town):
    first = api.questions(town, as_of=date(2031, 12, 31))
    assert api.questions(town, as_of=date(2031, 12, 31)).unchanged
    (first.folder / first.files[1]).write_bytes(b"an answer")
    second = api.questions(town, as_of=date(2031, 12, 31))
    assert (first.folder / first.files[1]).read_bytes() == b"an answer"
    assert second.folder.name == "2031-12-31-2"


def test_nothing_internal_is_told_to_an_office(tmp_path):
    secret = ferryport.FILES["facts/statements/gazette.yaml"].replace(
        "evidence: 12 ferries}", "evidence: 12 ferries, confidentiality: internal}"
    )
    town = ferryport.make(tmp_path, **OFFICES, facts__statements__gazette=secret)
    asked = api.questions(town, as_of=date(2031, 12, 31))
    assert [row["last"] for row in asked.figures] == [None, "more than 3,000 people"]


def test_the_form_is_locked_but_for_what_is_to_be_filled_in(town):
    sheet = load_workbook(form(town))["Form"]
    row = sheet[HEADS + 1]
    assert sheet.protection.sheet
    assert [cell.protection.locked for cell in row] == [True] * 7 + [False] * 7
    assert sheet.freeze_panes == f"C{HEADS + 1}"
    rules = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert rules[f"L{HEADS + 1}"] == '"result,forecast,plan,target,proposal"'


@pytest.mark.parametrize(
    ("printed", "unit", "word"),
    [
        ("5.09亿元", "CNY", "亿元"),
        ("近百亿元", "CNY", "亿元"),
        ("7000元", "CNY", "元"),
        ("32家", "item", "家"),
    ],
)
def test_the_unit_of_a_form_is_the_one_in_which_people_give_the_number(printed, unit, word):
    from generator.language import read_printed
    from generator.model import Measure
    from generator.pack.asking.form import unit_word

    measure = Measure("m", {}, unit, "level", {}, None)
    assert unit_word(read_printed(printed, unit), measure, "zh-Hans") == word


# -- taking in ---------------------------------------------------------------------------------


def test_an_answer_becomes_a_statement_of_the_reply_and_the_next_edition_prints_it(town):
    review = api.import_facts(town, filled(town, ANSWER))
    assert [str(change) for change in review.changes] == ["ferries: 12 (2030-06) → 15 (2031-12-01)"]
    rows = {row["id"]: row for row in api.statements(town)}
    assert rows["reply-2031-12-31-1.ferries"]["as_of"] == "2031-12-01"
    built = api.build(town, as_of=date(2031, 12, 31))
    shown = (built.folder / "town/provenance.json").read_text(encoding="utf-8")
    assert "reply-2031-12-31-1.ferries" in shown


def test_the_reply_is_an_official_source_with_its_digest_and_is_proved(town):
    api.import_facts(town, filled(town, ANSWER))
    text = (town / "facts/sources.yaml").read_text(encoding="utf-8")
    for line in (
        "publisher: Harbour office",
        "published: 2031-12-20",
        "kind: official",
        "zh: 港务处复函，2031年12月20日",
    ):
        assert line in text
    assert [one for one in api.check(town).problems if "reply" in str(one)] == []
    (town / "texts/reply.xlsx").write_bytes((town.parent / "reply.xlsx").read_bytes())
    report = api.check(town, sources=town / "texts")
    assert [one for one in report.problems if one.level == "error"] == []


def test_the_same_reply_a_second_time_changes_nothing(town):
    reply = filled(town, ANSWER)
    api.import_facts(town, reply)
    before = state(town)
    assert api.import_facts(town, reply).already
    assert state(town) == before


@pytest.mark.parametrize("count", [1, 2])
def test_an_import_that_was_cut_off_is_finished_by_the_next(town, monkeypatch, count):
    from generator.pack.asking import importing

    reply, written = filled(town, ANSWER), []

    def cut_off(path: Path, data: bytes, name: str) -> None:
        if len(written) == count:
            raise KeyboardInterrupt
        written.append(name)
        path.write_bytes(data)

    with monkeypatch.context() as patched:
        patched.setattr(importing, "write_atomic", cut_off)
        with pytest.raises(KeyboardInterrupt):
            api.import_facts(town, reply)
    assert api.import_facts(town, reply).written[-1] == "facts/sources.yaml"
    assert [one for one in api.check(town).problems if one.level != "notice"] == [
        one for one in api.check(town).problems if "gazette" in str(one)
    ]
    assert api.import_facts(town, reply).already


def test_a_dry_run_writes_nothing(town):
    before = state(town)
    review = api.import_facts(town, filled(town, ANSWER), dry_run=True)
    assert (review.statements, review.written) == (("reply-2031-12-31-1.ferries",), ())
    assert state(town) == before


def test_comments_of_the_sources_stay_as_they_were(town):
    path = town / "facts/sources.yaml"
    before = "# Whoever writes here, be brief.\n" + path.read_text(encoding="utf-8")
    path.write_text(before, encoding="utf-8")
    api.import_facts(town, filled(town, ANSWER))
    assert path.read_text(encoding="utf-8").startswith(before)


def test_a_row_without_a_value_is_reported_with_its_note(town):
    review = api.import_facts(town, filled(town, {NOTE: "in January"}))
    assert (review.open, review.written) == ((("ferries", "in January"),), ())


def test_a_contradiction_that_an_answer_brings_is_told_before_it_stops_a_build(town):
    answer = {**ANSWER, AS_OF: "June 2030"}
    review = api.import_facts(town, filled(town, answer), dry_run=True)
    assert review.contradictions == (("g.ferries", "reply-2031-12-31-1.ferries"),)


def test_a_ruling_is_open_again_when_an_answer_joins_its_set(tmp_path):
    rivals = {**ferryport.RIVALS, **OFFICES, "facts__rulings": ferryport.RULING}
    town = ferryport.make(tmp_path / "town", **rivals)
    review = api.import_facts(town, filled(town, {**ANSWER, AS_OF: "2030-06"}), dry_run=True)
    assert review.reopened == ("ferries-2030",)


@pytest.mark.parametrize(
    ("cells", "spoil", "place", "problem"),
    [
        ({**ANSWER, VALUE: "=7+8"}, {}, "cell H9", "The cell holds a formula."),
        ({**ANSWER, VALUE: "many"}, {}, "cell H9", "cannot be read as one figure"),
        ({**ANSWER, AS_OF: "soon"}, {}, "cell J9", "“soon” is not a date."),
        ({**ANSWER, PERIOD: "always"}, {}, "cell K9", "is not a period"),
        ({**ANSWER, KIND: "guess"}, {}, "cell L9", "“guess” is unknown."),
        ({**ANSWER, WHO: None}, {}, "cell M9", "“Confirmed by” is empty."),
        ({WHO: "B. Pilot"}, {}, "cell H9", "“Value” is empty."),
        (ANSWER, {DATE: None}, "cell C6", "“Date of reply” is empty."),
        (ANSWER, {"B9": "boats"}, "cell A9", "changed in a column that is not to be filled in"),
        (ANSWER, {"A9": "boats"}, "cell A9", "was not in the form as it was sent (“boats”)"),
        (ANSWER, {"H8": "Number"}, "", "its heads were changed"),
        ({**ANSWER, AS_OF: "2032-03"}, {}, "cell H9", "speaks as of 2032-03, which was later"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_reply_is_told_with_its_cell_and_nothing_is_written(
    town, cells, spoil, place, problem
):
    reply, before = filled(town, cells, **spoil), state(town)
    with pytest.raises(FactpackError) as refused:
        api.import_facts(town, reply)
    assert any(
        place in str(one.place) and problem in one.problem for one in refused.value.problems
    ), refused.value
    assert state(town) == before


def spoiled(town: Path, spoil: Callable[..., None]) -> str:
    """What is told of a reply whose workbook was spoiled."""
    path = filled(town, ANSWER)
    book = load_workbook(path)
    spoil(book)
    book.save(path)
    with pytest.raises(FactpackError) as refused:
        api.import_facts(town, path)
    return str(refused.value)


def test_merged_cells_another_sheet_another_base_and_a_lost_row_are_refused(town):
    assert "These cells are merged" in spoiled(town, lambda b: b["Form"].merge_cells("H9:I9"))
    assert "is not there" in spoiled(town, lambda b: setattr(b["Form"], "title", "Other"))
    assert "asks for figures of “elsewhere”" in spoiled(
        town, lambda b: b["factpack"].__setitem__("B2", "elsewhere")
    )
    assert "Rows were deleted: ferries" in spoiled(town, lambda b: b["Form"].delete_rows(9))


# -- the commands ------------------------------------------------------------------------------


def test_the_command_reviews_before_it_writes(town, monkeypatch, capsys):
    from generator import cli

    reply = filled(town, ANSWER)
    monkeypatch.setattr("sys.argv", ["factpack", "facts", "-w", str(town), "import", str(reply)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 0
    assert capsys.readouterr().out.splitlines() == [
        "1 new statement",
        "  ferries: 12 (2030-06) → 15 (2031-12-01)",
        "wrote facts/statements/reply-2031-12-31-1.yaml",
        "wrote facts/facts.lock",
        "wrote facts/sources.yaml",
    ]


@pytest.mark.validators
def test_the_letters_are_valid_word_files(town, sdk_findings, extra_findings):
    letters = [
        path
        for locale in ("zh-Hans", "en")
        for path in api.questions(town, as_of=date(2031, 12, 31), locale=locale).folder.glob(
            "*.docx"
        )
    ]
    assert sdk_findings(*letters) == []
    assert [extra_findings(path) for path in letters] == [[]] * 4
