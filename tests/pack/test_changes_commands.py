"""`factpack changes` and `factpack where` on two editions of an invented workspace."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import ferryport
import pytest
from docx import Document

from generator import api, cli
from generator.model import FactpackError, UsageError

BRIEF = (
    "Ferries rose to {{ ferries }}, a record high.\n"
    "They carried {{ passengers }}.\n"
    "There is a jetty for every one of the {{ ferries }}."
)
LATER = {
    "facts__sources": ferryport.FILES["facts/sources.yaml"]
    + "herald: {file: herald.txt, sha256: HERALD, title: Boats, publisher: Ferryport Herald, "
    "published: 2031-05, language: en, kind: press}\n",
    "facts__statements__herald": """\
source: herald
statements:
  h.ferries: {subject: ferryport, measure: ferries, value: 10 ferries, as_of: 2031-05, evidence: 10 ferries}
""",
}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace with two editions: twelve ferries in 2030, ten in 2031."""
    root = ferryport.make(tmp_path_factory.mktemp("town"), BRIEF)
    api.build(root)
    ferryport.make(root, BRIEF, **LATER)
    api.build(root, as_of=date(2031, 6, 30))
    return root


@pytest.fixture
def factpack(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """The command, run in this process: exit code, output, errors."""

    def run(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["factpack", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    return run


def test_the_last_two_editions_are_compared_by_default(factpack, town):
    code, out, err = factpack("changes", "-w", town)
    assert (code, err) == (0, "")
    assert out.splitlines()[:7] == [
        "2030-06-30 → 2031-06-30: Changed: 1; "
        "Same value, shelf life passed or renewed: 1; Words to check: 2",
        "",
        "Changed",
        "  ferries (ferries): 12 → 10, down 2 (16.7%)",
        "    June 2030 → May 2031",
        "    Ferryport Herald, May 2031: “10 ferries” (h.ferries)",
        "",
    ]


def test_words_that_are_false_now_are_told_with_place_and_reason(town):
    found = api.changes("2030-06-30", "2031-06-30", folder=town)
    assert [
        (one.where, one.finding.sort, one.finding.words, one.finding.key) for one in found.flags
    ] == [
        ("body, paragraph 1", "direction", "rose", "ferries"),
        ("body, paragraph 1", "record", "a record high", "ferries"),
    ]


def test_the_documents_are_left_as_they_are(town):
    files = {path: path.read_bytes() for path in (town / "output").rglob("*") if path.is_file()}
    api.changes(folder=town)
    assert files == {path: path.read_bytes() for path in files}


def test_json_tells_values_intervals_reasons_and_places(factpack, town):
    _, out, _ = factpack("changes", "2030-06-30", "2031-06-30", "-w", town, "--json")
    told = json.loads(out)
    (change,) = [one for one in told["changes"] if one["fact"] == "ferries"]
    assert (change["change"], change["old"]["value"], change["new"]["value"]) == (
        "changed", "12", "10",
    )  # fmt: skip
    assert change["by"]["amount"] == {"value": "2", "interval": "[2,2]", "unit": "item"}
    assert change["because"] == ["Ferryport Herald, May 2031: “10 ferries” (h.ferries)"]
    assert [
        (place["place"], place["shown"])
        for document in told["documents"]
        for fact in document["facts"]
        if fact["fact"] == "ferries"
        for place in fact["places"]
    ] == [("body, paragraph 1", "10"), ("body, paragraph 3", "10")]


def test_an_edition_compared_with_itself_has_no_changes(town):
    found = api.changes("2031-06-30", "2031-06-30", folder=town)
    assert (found.changes, found.flags) == ((), ())
    assert found.text() == "2031-06-30 → 2031-06-30: no figure has changed\n"


def test_two_provenance_files_are_compared_like_editions(town):
    files = [town / f"output/{day}/town/provenance.json" for day in ("2030-06-30", "2031-06-30")]
    found = api.changes(*files, folder=town)
    assert [one.key for one in found.changes] == ["ferries", "passengers"]


def test_two_days_of_facts_are_compared_without_editions(factpack, town):
    code, out, _ = factpack(
        "changes", "-w", town, "--facts", "--as-of", "2030-07-01", "--as-of", "2031-06-30"
    )
    assert code == 0
    assert "  ferries (ferries): 12 → 10, down 2 (16.7%)" in out.splitlines()


def test_markdown_is_a_table_of_one_row_a_figure(factpack, town):
    _, out, _ = factpack("changes", "-w", town, "--markdown", "--lang", "zh")
    assert "| 渡船 (ferries) | 12个 | 10个 | 减少2个（16.7%） | 2030年6月 → 2031年5月 |" in out


@pytest.mark.parametrize("suffix", [".docx", ".md", ".json", ".txt"])
def test_the_report_is_written_in_the_form_of_its_name(factpack, town, tmp_path, suffix):
    out = tmp_path / f"report{suffix}"
    assert factpack("changes", "-w", town, "--out", out)[:2] == (0, f"wrote {out}\n")
    assert out.stat().st_size > 0


def test_a_report_in_a_form_that_there_is_not_is_refused(factpack, town, tmp_path):
    code, _, err = factpack("changes", "-w", town, "--out", tmp_path / "report.xls")
    assert (code, "Let the name end in .docx" in err) == (2, True)


def words_of(path: Path) -> str:
    body = Document(str(path)).element.body
    return "\n".join(node.text or "" for node in body.iter() if str(node.tag).endswith("}t"))


def test_the_word_report_tells_the_change_and_has_a_place_to_sign(town, tmp_path):
    api.changes(folder=town).write_report(tmp_path / "r.docx")
    words = words_of(tmp_path / "r.docx")
    for expected in (
        "12",
        "June 2030",
        "10",
        "May 2031",
        "down 2 (16.7%)",
        "a record high",
        "Signed by",
    ):
        assert expected in words


def test_the_word_report_is_made_by_the_office_s_own_template_where_there_is_one(town, tmp_path):
    own = town / "templates" / "changes-report.docx"
    template = Document()
    template.add_paragraph("Ours: {% for row in sections[0].rows %}{{ row.name }}{% endfor %}")
    template.save(str(own))
    try:
        api.changes(folder=town).write_report(tmp_path / "r.docx")
    finally:
        own.unlink()
    assert words_of(tmp_path / "r.docx").replace("\n", "") == "Ours: ferries"


# -- where -----------------------------------------------------------------------------------


def test_where_tells_every_place_of_the_newest_edition(factpack, town):
    code, out, _ = factpack("where", "ferries", "-w", town)
    file = "T1 Ferries in 2031.docx"
    assert (code, out.splitlines()) == (
        0,
        [
            f"town\t{file}\tbody, paragraph 1\t10",
            f"town\t{file}\tbody, paragraph 3\t10",
        ],
    )


def test_where_takes_a_name_and_an_edition(town):
    rows = api.where(town, "渡船", edition="2030-06-30")
    assert [(one["place"], one["shown"]) for one in rows] == [
        ("body, paragraph 1", "12"),
        ("body, paragraph 3", "12"),
    ]


def test_where_names_the_nearest_fact(factpack, town):
    code, _, err = factpack("where", "feries", "-w", town)
    assert (code, "Did you mean “ferries”?" in err) == (2, True)


# -- faults ----------------------------------------------------------------------------------


def test_an_edition_that_is_not_there_is_named_with_those_that_are(town):
    with pytest.raises(UsageError) as refused:
        api.changes("2029-06-30", folder=town)
    (problem,) = refused.value.problems
    assert (problem.problem, problem.next) == (
        "There is no edition “2029-06-30”.",
        "There are: 2031-06-30, 2030-06-30.",
    )


def test_one_edition_alone_cannot_be_compared(tmp_path):
    root = ferryport.make(tmp_path)
    api.build(root)
    with pytest.raises(UsageError) as refused:
        api.changes(folder=root)
    assert refused.value.problems[0].problem == "There are not two editions here to compare."


@pytest.mark.parametrize("content", ["", "{", "[]", '{"facts": {"a": {}}}', "null"])
def test_a_ledger_that_is_none_is_told_with_its_place(town, tmp_path, content):
    broken = tmp_path / "provenance.json"
    broken.write_text(content, encoding="utf-8")
    with pytest.raises(FactpackError) as refused:
        api.changes(broken, "2031-06-30", folder=town)
    (problem,) = refused.value.problems
    assert (problem.place.file, problem.problem.startswith("It is not as a build writes it")) == (
        broken.as_posix(),
        True,
    )


def test_a_folder_without_any_edition_is_told(town, tmp_path):
    with pytest.raises(FactpackError) as refused:
        api.changes(tmp_path, "2031-06-30", folder=town)
    assert "There is no edition here" in refused.value.problems[0].problem


def test_a_file_that_is_gone_is_told_and_the_rest_compared(town, tmp_path):
    import shutil

    copy = shutil.copytree(town / "output/2031-06-30", tmp_path / "2031-06-30")
    next(copy.glob("town/*.docx")).unlink()
    found = api.changes("2030-06-30", copy, folder=town)
    assert [one.level for one in found.problems] == ["warning"]
    assert [one.key for one in found.changes] == ["ferries", "passengers"]


def test_days_without_facts_are_refused(factpack, town):
    assert factpack("changes", "-w", town, "--as-of", "2030-07-01")[0] == 2
    assert factpack("changes", "-w", town, "--facts", "--as-of", "2030-07-01")[0] == 2


# -- files -----------------------------------------------------------------------------------


@pytest.mark.validators
@pytest.mark.parametrize("locale", ["zh-Hans", "en"])
def test_the_word_report_is_valid(town, tmp_path, sdk_findings, extra_findings, locale):
    out = tmp_path / "r.docx"
    api.changes(folder=town).write_report(out, locale)
    assert sdk_findings(out) == []
    assert extra_findings(out) == []


def test_templates_that_travel_with_the_package_are_what_their_makers_make(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(ferryport.ROOT))
    from templates.make.__main__ import PACKAGED

    for name, make in PACKAGED.items():
        path = tmp_path / Path(name).name
        make(path)
        assert _parts(path) == _parts(ferryport.ROOT / "generator" / "pack" / name)


def _parts(path: Path) -> dict[str, bytes]:
    import zipfile

    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}
