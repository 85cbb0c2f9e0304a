"""Journals: whole lines are added, torn ones are told and do not count."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.files import Journal


def test_lines_are_added_and_nothing_before_them_is_changed(tmp_path):
    journal = Journal(tmp_path / "a.jsonl", "a.jsonl")
    assert journal.read() == ([], [])
    with journal.held():
        journal.add({"n": 1})
        journal.add({"n": 2})
    assert journal.read() == ([{"n": 1}, {"n": 2}], [])


def test_a_damaged_line_is_told_and_the_others_hold(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"n": 1}\nhello\n{"n": 3}\n')
    entries, problems = Journal(tmp_path / "a.jsonl", "a.jsonl").read()
    assert entries == [{"n": 1}, {"n": 3}]
    assert [(one.level, str(one.place)) for one in problems] == [("warning", "a.jsonl, line 2")]


@given(st.integers(0, 200))
def test_a_journal_cut_anywhere_holds_its_whole_lines_and_goes_on(tmp_path_factory, cut):
    path = tmp_path_factory.mktemp("cut") / "a.jsonl"
    journal = Journal(path, "a.jsonl")
    for number in range(8):
        journal.add({"n": number, "name": "名"})
    data = path.read_bytes()[:cut]
    path.write_bytes(data)
    entries, problems = journal.read()
    assert [entry["n"] for entry in entries] == list(range(data.count(b"\n")))
    assert len(problems) == (not data.endswith(b"\n") and bool(data))
    journal.add({"n": "next"})
    assert journal.read() == ([*entries, {"n": "next"}], [])
