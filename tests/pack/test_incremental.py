"""Only what changed is made again; the result is the one that making all anew would give."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import ferryport
import pier
import pytest

from generator import api
from generator.model import FactpackError
from generator.pack.editions.due import Due

GAZETTE = "facts/statements/gazette.yaml"
ALL = {"town/T1", "town/T2", "town/T3", "press/P1"}


def change_value(root: Path) -> None:
    pier.edit(root, GAZETTE, "more than 3,000 people", "more than 4,000 people")


def change_previous(root: Path) -> None:
    pier.edit(root, GAZETTE, "9 ferries", "10 ferries")


def change_date(root: Path) -> None:
    pier.edit(root, GAZETTE, "period: 2030-06, as_of: 2030-06", "period: 2030-05, as_of: 2030-05")


def add_statement(root: Path) -> None:
    line = "  h.passengers: {subject: ferryport, measure: passengers, value: 3500 people, period: 2030-06, as_of: 2030-06, evidence: 3500 people}\n"
    path = root / "facts/statements/herald.yaml"
    path.write_text(path.read_text() + line)


def change_ruling(root: Path) -> None:
    pier.edit(root, "facts/rulings.yaml", "choose: g.ferries", "choose: h.ferries")


def change_citation(root: Path) -> None:
    pier.edit(root, "facts/sources.yaml", "Ferryport Gazette, June 2030", "The Gazette")


def change_shelf_life(root: Path) -> None:
    pier.edit(root, "facts/measures.yaml", "shelf_life: 18", "shelf_life: 24")


def change_formula(root: Path) -> None:
    pier.edit(root, "facts/facts.yaml", "derive: difference", "derive: growth")


def change_template(root: Path) -> None:
    pier.write_template(root / "templates/brief.docx", "Now {{ ferries }} run.")


def change_theme(root: Path) -> None:
    path = root / "templates/theme.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")


def change_title(root: Path) -> None:
    pier.edit(root, "templates/audiences/town.yaml", "title: Passengers", "title: Travellers")


def change_setting(root: Path) -> None:
    path = root / "templates/audiences/press.yaml"
    path.write_text(path.read_text() + "settings: {colour: red}\n")


def change_day(root: Path) -> None:
    pier.edit(root, "templates/pack.yaml", "as_of: 2030-06-30", "as_of: 2030-07-31")


def drop_document(root: Path) -> None:
    path = root / "templates/audiences/town.yaml"
    lines = [line for line in path.read_text().splitlines() if "id: T2" not in line]
    path.write_text("\n".join(lines) + "\n")


def remark(root: Path) -> None:
    path = root / GAZETTE
    path.write_text("# a remark, three\n# lines\n# long\n" + path.read_text())


def say_later(root: Path) -> None:
    """A statement of a day after the edition's, by a source of its own."""
    with (root / "facts/sources.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "almanac: {title: A, publisher: Ferryport, published: 2031-06, language: en, kind: press}\n"
        )
    (root / "facts/statements/almanac.yaml").write_text(
        "source: almanac\nstatements:\n  a.ferries: {subject: ferryport, measure: ferries,"
        " value: 15 ferries, as_of: 2031-06, evidence: 15 ferries}\n"
    )


CHANGES: dict[Callable[[Path], None], tuple[set[str], set[str]]] = {
    # what is made again, and the kinds of reason that are given
    change_value: ({"town/T2", "town/T3", "press/P1"}, {"fact", "others"}),
    change_previous: ({"town/T1", "town/T3", "press/P1"}, {"fact", "others"}),
    change_date: ({"town/T2", "town/T3", "press/P1"}, {"fact", "others"}),
    add_statement: ({"town/T2", "town/T3", "press/P1"}, {"fact", "statement", "others"}),
    change_ruling: ({"town/T1", "town/T3", "press/P1"}, {"fact", "others"}),
    change_citation: (ALL, {"fact", "others"}),
    change_shelf_life: ({"town/T1", "town/T3", "press/P1"}, {"fact", "others"}),
    change_formula: ({"town/T1", "town/T3"}, {"fact", "others"}),
    change_template: ({"town/T1", "town/T3"}, {"template", "others"}),
    change_theme: (ALL, {"theme", "others"}),
    change_title: ({"town/T2"}, {"plan", "others"}),
    change_setting: ({"press/P1"}, {"plan"}),
    change_day: (ALL, {"edition", "others"}),
    drop_document: ({"town/T3"}, {"gone", "others"}),
    remark: (set(), set()),
    say_later: (set(), set()),
}


def documents(files) -> set[str]:
    """``town/T1`` of ``town/T1 Ferries in 2030.docx``."""
    return {name.split(" ")[0] for name in files}


def kinds(due: Due) -> set[str]:
    return {reason.kind for one in due.documents for reason in one.reasons}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace with its first edition; tests take copies of it."""
    root = pier.make(tmp_path_factory.mktemp("built"))
    assert documents(api.build(root).made) == ALL
    return root


@pytest.fixture
def workspace(built: Path, tmp_path: Path) -> Path:
    return shutil.copytree(built, tmp_path / "ws")


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_change_makes_its_own_documents_again_and_no_others(workspace, tmp_path, change):
    made, reasons = CHANGES[change]
    change(workspace)
    due = api.due(workspace)
    assert kinds(due) == reasons
    built = api.build(workspace)
    assert documents(built.made) == made
    assert documents(built.made) <= {f"{one.audience}/{one.document}" for one in due.documents}
    assert api.due(workspace).documents == ()

    anew = api.build(pier.copy_of(workspace, tmp_path / "anew"))
    assert pier.without_name(pier.files_in(built.folder)) == pier.without_name(
        pier.files_in(anew.folder)
    )
    again = api.build(workspace, everything=True)
    assert (again.unchanged, again.folder) == (True, built.folder)


@pytest.mark.parametrize("seed", range(4))
def test_change_upon_change_gives_what_making_all_anew_gives(workspace, tmp_path, seed):
    rest = list(CHANGES)
    random.Random(seed).shuffle(rest)
    for number, change in enumerate(rest[:6]):
        change(workspace)
        anew = outcome(pier.copy_of(workspace, tmp_path / str(number)))
        assert outcome(workspace) == anew, [one.__name__ for one in rest[: number + 1]]


def outcome(root: Path) -> object:
    """The files of what is built, or the problems that stop it."""
    try:
        return pier.without_name(pier.files_in(api.build(root).folder))
    except FactpackError as stopped:
        return stopped.problems


def test_nothing_changed_is_said_and_no_file_is_touched(workspace):
    def touched() -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in workspace.rglob("*")}

    before = touched()
    built = api.build(workspace)
    assert (built.unchanged, built.made) == (True, ())
    assert "unchanged" in built.summary
    assert api.due(workspace).documents == ()
    assert touched() == before


def test_a_changed_fact_is_told_with_its_old_and_new_value(workspace):
    change_value(workspace)
    (reason,) = next(one.reasons for one in api.due(workspace).documents if one.document == "T2")
    assert (reason.kind, reason.key, reason.old, reason.new) == (
        "fact", "passengers", "more than 3,000 people", "more than 4,000 people",
    )  # fmt: skip
    assert reason.text == "“passengers” changed: more than 3,000 people → more than 4,000 people"


def test_another_day_tells_what_is_past_its_shelf_life(workspace):
    pier.edit(workspace, "templates/pack.yaml", "as_of: 2030-06-30", "as_of: 2032-06-30")
    texts = [reason.text for one in api.due(workspace).documents for reason in one.reasons]
    assert "the edition's day is another: 2030-06-30 → 2032-06-30" in texts
    assert "“ferries” (12 ferries, as of 2030-06) is past its shelf life" in texts


def test_what_was_never_built_is_due(tmp_path):
    found = api.due(pier.make(tmp_path))
    assert {(f"{one.audience}/{one.document}", one.reasons[0].kind) for one in found.documents} == {
        (name, "new") for name in ALL
    }
    assert not (tmp_path / "output").exists()


def test_one_audience_is_an_edition_of_its_own(workspace):
    built = api.build(workspace, audience="press")
    assert [path.name for path in built.folder.iterdir() if path.is_dir()] == ["press"]
    assert documents(built.carried) == {"press/P1"}
    assert api.build(workspace, audience="press").unchanged
    assert api.due(workspace, audience="press").documents == ()


def test_a_document_altered_in_the_edition_is_made_again_and_not_carried_on(workspace):
    first = api.build(workspace).folder
    (path,) = first.glob("town/T2*")
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + b"?")
    due = api.due(workspace)
    assert (due.documents[0].document, due.documents[0].reasons[0].kind) == ("T2", "altered")
    built = api.build(workspace)
    assert documents(built.made) == {"town/T2"}
    assert (built.folder / path.relative_to(first)).read_bytes() == whole


def test_an_annex_altered_in_the_edition_is_due_for_that(workspace):
    (path,) = (workspace / "output/2030-06-30").glob("town/T3*")
    path.unlink()
    (due,) = api.due(workspace).documents
    assert (due.document, [reason.kind for reason in due.reasons]) == ("T3", ["altered"])
    assert documents(api.build(workspace).made) == {"town/T3"}


def test_a_provenance_altered_in_the_edition_is_not_carried_on(workspace):
    path = workspace / "output/2030-06-30/town/provenance.json"
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"3,000", b"9,000"))
    due = api.due(workspace).documents
    assert [(one.document, one.reasons[0].kind) for one in due][:2] == [
        ("T1", "altered"),
        ("T2", "altered"),
    ]
    assert (api.build(workspace).folder / "town/provenance.json").read_bytes() == whole


def test_a_template_in_a_folder_of_its_own_is_an_input_too(workspace):
    folder = workspace / "templates" / "more"
    folder.mkdir()
    pier.write_template(folder / "p.docx", "{{ passengers }}")
    pier.edit(workspace, "templates/audiences/press.yaml", "passengers.docx", "more/p.docx")
    first = api.build(workspace)
    assert "templates/more/p.docx" in first.record.inputs
    assert api.build(workspace).unchanged
    pier.write_template(folder / "p.docx", "Now {{ passengers }}")
    assert documents(api.build(workspace).made) == {"press/P1"}


def test_two_documents_with_one_id_are_refused(tmp_path):
    town = pier.TOWN.replace("id: T2", "id: T1")
    pier.make(tmp_path)
    (tmp_path / "templates/audiences/town.yaml").write_text(town)
    with pytest.raises(FactpackError, match="“T1” is given twice: also on line 5"):
        api.build(tmp_path)


def test_a_change_of_a_chart_makes_the_documents_that_draw_it(tmp_path):
    chart = "fleet: {kind: columns, title: {en: Fleet}, unit: {en: boats}, points: [ferries.previous, ferries]}\n"
    root = pier.make(tmp_path)
    (root / "templates/charts.yaml").write_text(chart)
    _draw(root / "templates/brief.docx")
    api.build(root)
    (root / "templates/charts.yaml").write_text("# moved down\n" + chart)
    assert api.due(root).documents == ()
    (root / "templates/charts.yaml").write_text(chart.replace("Fleet", "The fleet"))
    (reason, *_) = api.due(root).documents[0].reasons
    assert (reason.kind, reason.key) == ("chart", "fleet")
    assert documents(api.build(root).made) == {"town/T1"}


def _draw(path: Path) -> None:
    import io

    from docx import Document
    from PIL import Image

    picture = io.BytesIO()
    Image.new("RGB", (300, 200), "white").save(picture, "PNG")
    picture.seek(0)
    document = Document()
    document.add_picture(picture)
    (frame,) = document.element.body.iter("{*}docPr")
    frame.set("descr", '{{ picture("fleet") }}')
    document.save(str(path))


def test_an_edition_of_another_base_is_not_taken_for_ones_own(tmp_path):
    out = tmp_path / "out"
    api.build(ferryport.make(tmp_path / "one"), out=out)
    other = ferryport.make(
        tmp_path / "two",
        templates__pack=ferryport.FILES["templates/pack.yaml"].replace(
            "base: ferry", "base: other"
        ),
    )
    built = api.build(other, out=out)
    assert (built.unchanged, documents(built.made)) == (False, {"town/T1"})
