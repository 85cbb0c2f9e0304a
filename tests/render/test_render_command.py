"""`factpack render` and `factpack needs` as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tiny import deck, member, shape, texts


def with_data(folder: Path, text: str) -> Path:
    (folder / "data.json").write_text(text, encoding="utf-8")
    return folder / "data.json"


def test_a_document_is_made_of_a_template_and_data(factpack, letter: Path):
    data, out = with_data(letter.parent, '{"name": "王&R"}'), letter.parent / "out.docx"
    assert factpack("render", letter, "--data", data, "--out", out) == (0, f"wrote {out}\n", "")
    assert texts(member(out.read_bytes(), "word/document.xml")) == ["Dear 王&R"]


def test_the_report_as_json(factpack, letter: Path):
    data, out = with_data(letter.parent, '{"name": "x"}'), letter.parent / "out.docx"
    code, told, _ = factpack("render", letter, "--data", data, "--out", out, "--json")
    assert (code, json.loads(told)) == (
        0, {"file": out.as_posix(), "figures": [], "links": [], "problems": []},
    )  # fmt: skip


def test_problems_are_told_and_nothing_is_written(factpack, letter: Path):
    data, out = with_data(letter.parent, '{"nam": "x"}'), letter.parent / "out.docx"
    code, told, wrong = factpack("render", letter, "--data", data, "--out", out)
    assert (code, told) == (1, "")
    assert wrong.splitlines() == [
        f"error: {letter.as_posix()}, body, paragraph 1: {{{{ name }}}}: There is no 'name'.",
        "  next: Did you mean 'nam'?",
        "1 problem; nothing was written",
    ]
    assert not out.exists()


def test_problems_become_comments_where_they_are_asked_for(factpack, letter: Path):
    copy = letter.parent / "see.docx"
    code, _, wrong = factpack(
        "render", letter, "--out", letter.parent / "o.docx", "--annotate", copy
    )
    assert (code, copy.exists()) == (1, True)
    assert wrong.splitlines()[2:] == [
        f"notice: {copy.as_posix()}: The problems stand in this copy as comments.",
        "1 problem; nothing was written",
    ]


def test_problems_as_json(factpack, letter: Path):
    code, told, _ = factpack("render", letter, "--out", letter.parent / "o.docx", "--json")
    assert (code, [problem["problem"] for problem in json.loads(told)["problems"]]) == (
        1, ["{{ name }}: There is no 'name'."],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[1]", "The data is no JSON object."),
        ('{"a": 1,}', "line 1, column 9: This is no JSON"),
        ('{"a": 1, "a": 2}', "The key 'a' stands twice in one object."),
        ('{"a": NaN}', "NaN is no number."),
        ('{"a": ' + "[" * 100_000 + "]" * 100_000 + "}", "The data is nested too deeply."),
        ('{"a": ' + "9" * 10_000 + "}", "Exceeds the limit"),
    ],
)
def test_data_that_is_none_is_told(factpack, letter: Path, text: str, problem: str):
    data = with_data(letter.parent, text)
    code, _, wrong = factpack("render", letter, "--data", data, "--out", letter.parent / "o.docx")
    assert (code, problem in wrong, data.as_posix() in wrong) == (1, True, True)


def test_data_in_another_encoding_is_told(factpack, letter: Path):
    data = letter.parent / "data.json"
    data.write_bytes('{"name": "王"}'.encode("gbk"))
    code, _, wrong = factpack("render", letter, "--data", data, "--out", letter.parent / "o.docx")
    assert (code, "The data is not in UTF-8." in wrong) == (1, True)


def test_a_call_without_an_output_is_wrong_usage(factpack, letter: Path):
    assert factpack("render", letter)[0] == 2


def test_needs_are_listed_with_their_places(factpack, tmp_path: Path):
    (tmp_path / "t.pptx").write_bytes(deck(shape("{{ a }}"), shape("{% if b %}{{ a }}{% endif %}")))
    code, told, _ = factpack("needs", tmp_path / "t.pptx")
    assert (code, told.splitlines()) == (
        0,
        ["name\ta\tslide 1, 'Box'", "name\tb\tslide 2, 'Box'", "name\ta\tslide 2, 'Box'"],
    )


def test_needs_as_json(factpack, letter: Path):
    code, told, _ = factpack("needs", letter, "--json")
    place = f"{letter.as_posix()}, body, paragraph 1"
    assert (code, json.loads(told)) == (
        0,
        {"needs": [{"kind": "name", "name": "name", "place": place}], "links": [], "problems": []},
    )
