"""False words in finished files: found in Word and PowerPoint, not in what sources are quoted with."""

from __future__ import annotations

import pytest
from changed_figures import change, moved, seen

from generator.documents.anchors import Listed
from generator.documents.passages import Anchored, Passage
from generator.pack.changes.ledgers import Ledger, Spot, View
from generator.pack.changes.wording.flags import flags, located
from generator.pack.changes.wording.sentences import Known

FEWER = moved("boats", "14", "12")


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        (Passage("p", "12 boats", (Anchored(0, 2, "boats"),)), [Known(0, 2, "boats")]),
        (Passage("p", "June 2030", (Anchored(0, 9, "boats"),)), []),
        (Passage("p", "12 boats", (), (Listed("boats", "", 1),)), [Known(0, 2, "boats")]),
        (Passage("p", "12 boats", (), (Listed("boats 2", "", 1),)), [Known(0, 2, "boats")]),
        (Passage("p", "in 2012, 12 boats", (), (Listed("boats", "12", 1),)), [Known(9, 11, "boats")]),
        (Passage("p", "1,120 and 12.5", (), (Listed("boats", "", 1),)), []),
        (Passage("p", "June 2030", (), (Listed("boats", "June 2030", 1),)), []),
    ],
)  # fmt: skip
def test_only_the_values_of_facts_are_located(passage, expected):
    assert located(passage, {"boats": ["12"]}) == expected


def view(folder, text: str, *figures, shown: str = "12") -> View:
    """An edition of one Word file with one paragraph, whose figure is anchored."""
    from docx import Document

    from generator import api
    from generator.model import Said

    class Boats:
        def __figure__(self) -> Said:
            return Said(shown, "boats")

    document = Document()
    document.add_paragraph(text)
    document.save(str(folder / "template.docx"))
    made = api.render(folder / "template.docx", {"boats": Boats()}, base="b")
    (folder / "T1.docx").write_bytes(made.data)
    spot = Spot("town", "T1", "T1.docx", "body, paragraph 1", shown, "whole", "boats")
    ledger = Ledger("town", {one.key: one for one in figures}, (spot,), folder)
    return View("2030", (ledger,))


def test_a_finished_word_file_is_read(tmp_path):
    found, problems = flags(view(tmp_path, "Up to {{ boats }}!", FEWER.new), [FEWER])
    assert [(one.file, one.where, one.finding.words) for one in found] == [
        ("T1.docx", "body, paragraph 1", "Up")
    ]
    assert problems == []


def test_what_a_source_is_quoted_with_is_left_alone(tmp_path):
    years = change(
        seen("years", "33年", "2029", unit="year", derive="years_since", id="s"),
        seen("years", "34年", "2030", unit="year", derive="years_since", id="s"),
    )
    clause = "33年来，渡船从未停过"
    other = seen("boats", clause[:3], "2030", unit="year")
    (statement,) = other.statements
    from dataclasses import replace

    quoted = replace(other, statements=(replace(statement, evidence=clause),))
    for text, expected in ((f"依据：{clause}。{{{{ boats }}}}", 0), ("33年来。{{ boats }}", 1)):
        found, _ = flags(view(tmp_path, text, years.new, quoted), [years])
        assert len(found) == expected, text


def test_a_file_that_is_gone_or_damaged_is_told(tmp_path):
    edition = view(tmp_path, "{{ boats }}", FEWER.new)
    (tmp_path / "T1.docx").write_bytes(b"PK broken")
    assert len(flags(edition, [FEWER])[1]) == 1
    (tmp_path / "T1.docx").unlink()
    assert [one.level for one in flags(edition, [FEWER])[1]] == ["warning"]
