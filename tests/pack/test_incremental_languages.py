"""Documents of several languages for one audience: each is made again when it must be, alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pier
import pytest
from docx import Document

from generator import api

TOWN = """\
id: town
name: {en: The town}
locale: en
documents:
  - {id: T1, title: Ferries, template: brief.docx}
  - {id: T2, title: "{{ passengers }}", template: passengers.docx}
  - {id: T3, title: 渡轮, template: passengers.docx, locale: zh-Hans}
  - {id: T4, title: 渡轮, template: passengers.docx, locale: zh-Hant-TW}
annex: {id: T9, title: Evidence, template: annex.docx}
"""
AUDIENCE = "templates/audiences/town.yaml"
GAZETTE = "facts/statements/gazette.yaml"
SPEAKERS = "harbour_master: {name: {zh: 港务长, en: the harbour master}}\n"


def change_value(root: Path) -> None:
    pier.edit(root, GAZETTE, "more than 3,000 people", "more than 4,000 people")


def translate_speaker(root: Path) -> None:
    pier.edit(root, "facts/speakers.yaml", "the harbour master", "Ferryport's harbour master")


def change_template(root: Path) -> None:
    pier.write_template(root / "templates/passengers.docx", "载客{{ passengers }}。")


def change_locale(root: Path) -> None:
    pier.edit(root, AUDIENCE, "zh-Hant-TW", "zh-Hant-HK")


def speak_alike(root: Path) -> None:
    pier.edit(root, AUDIENCE, ", locale: zh-Hans", "")


def round_figures(root: Path) -> None:
    pier.edit(root, AUDIENCE, "locale: en\n", "locale: en\nprecision: rounded\n")


def set_money(root: Path) -> None:
    pier.edit(root, AUDIENCE, "locale: en\n", "locale: en\nsettings: {money: rmb}\n")


def rename_in_chinese(root: Path) -> None:
    pier.edit(root, AUDIENCE, "title: 渡轮, template: passengers.docx, locale: zh-Hant", "title: 载客, template: passengers.docx, locale: zh-Hant")  # fmt: skip


OF_PASSENGERS = {"T2", "T3", "T4", "T9"}
ALL = {"T1", *OF_PASSENGERS}

CHANGES: dict[Callable[[Path], None], set[str]] = {
    change_value: OF_PASSENGERS,
    translate_speaker: OF_PASSENGERS,
    change_template: {"T2", "T3", "T4"},
    change_locale: {"T4"},
    speak_alike: {"T3"},
    round_figures: ALL,
    set_money: ALL,
    rename_in_chinese: {"T4"},
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = pier.make(tmp_path_factory.mktemp("languages"))
    (root / AUDIENCE).write_text(TOWN, encoding="utf-8")
    (root / "facts/speakers.yaml").write_text(SPEAKERS, encoding="utf-8")
    pier.edit(root, GAZETTE, "value: \"more than 3,000", "said_by: 港务长, value: \"more than 3,000")  # fmt: skip
    pier.write_template(
        root / "templates/passengers.docx", "渡轮载客{{ passengers }}，{{ passengers|said_by }}说。"
    )
    assert ids(api.build(root, audience="town").made) == ALL
    return root


def ids(files: tuple[str, ...]) -> set[str]:
    """``T1`` of ``town/T1 Ferries.docx``."""
    return {name.partition("/")[2].split(" ")[0] for name in files}


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_documents_of_other_languages_are_made_again_when_they_changed(built, tmp_path, change):
    root = shutil.copytree(built, tmp_path / "ws")
    change(root)
    due = {one.document for one in api.due(root, audience="town").documents}
    made = api.build(root, audience="town")
    assert ids(made.made) == CHANGES[change]
    assert ids(made.made) <= due
    anew = api.build(pier.copy_of(root, tmp_path / "anew"), audience="town")
    assert pier.without_name(pier.files_in(made.folder)) == pier.without_name(
        pier.files_in(anew.folder)
    )


def test_each_language_is_kept_in_its_own_words(built, tmp_path):
    root = shutil.copytree(built, tmp_path / "ws")
    pier.edit(root, AUDIENCE, "title: Ferries,", "title: Boats,")
    folder = api.build(root, audience="town").folder
    assert {path.name.split(" ")[0]: text_of(path) for path in folder.glob("town/T[234]*")} == {
        "T2": "渡轮载客more than 3,000 people，the harbour master说。",
        "T3": "渡轮载客超3000人，港务长说。",
        "T4": "渡輪載客超3000人，港務長說。",
    }


def text_of(path: Path) -> str:
    texts = Document(str(path)).element.body.iter("{*}t")
    return "".join(text.text or "" for text in texts)
