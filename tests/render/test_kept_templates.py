"""Templates kept compiled: the same documents, and nothing is trusted that may be another's."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tiny import deck, p, shape, word
from twins import kept

from generator import api, workspace
from generator.render import Template, compile_template, opening
from generator.render.kept import packed
from generator.render.opening import open_template, opened_template

ROOT = Path(__file__).parents[2]
LETTER = word(p("To {{ name }}{% for row in rows %}, {{ row.a }}{% endfor %}"))
NAMES = {"name": "x", "rows": [{"a": 1}, {"a": "值"}]}


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTPACK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that had to be compiled."""
    files: list[str] = []

    def noted(data: bytes, file: str, *options: str) -> Template:
        files.append(file)
        return original(data, file, *options)  # type: ignore[arg-type]

    original = opening._compiled
    monkeypatch.setattr(opening, "_compiled", noted)
    return files


def only(cache: Path) -> Path:
    (entry,) = cache.iterdir()
    return entry


def made(data: bytes = LETTER) -> bytes:
    return api.render(io.BytesIO(data), NAMES).data


def test_a_template_is_compiled_once(compiled: list[str]):
    assert made() == made() == made()
    assert compiled == ["template"]


def test_off_means_that_nothing_is_kept(compiled: list[str], monkeypatch: pytest.MonkeyPatch):
    there = made()
    monkeypatch.setenv("FACTPACK_CACHE", "OFF")
    assert made() == there
    assert len(compiled) == 2


def test_another_file_option_or_kind_of_name_is_another_template(compiled: list[str]):
    opened_template(LETTER, "t.docx")
    opened_template(LETTER, "u.docx")
    assert compiled == ["t.docx"]
    opened_template(LETTER, "t.docx", scopes="docxtpl")
    opened_template(LETTER, "t.docx", undefined="empty")
    opened_template(LETTER, "t.dotx")
    opened_template(word(p("{{ name }}")), "t.docx")
    assert len(compiled) == 5


def test_problems_name_the_file_as_it_is_called_now():
    data = word(p("{% if a %}{{ b }}{% endif %}"))
    opened_template(data, "old.docx")
    template = opened_template(data, "new.docx")
    assert {need.place.file for need in template.needs()} == {template.file} == {"new.docx"}


def test_a_template_with_problems_is_not_kept(cache: Path):
    with pytest.raises(Exception, match="never closed"):
        opened_template(word(p("{% if a %}")), "t.docx")
    assert list(cache.iterdir()) == []


def damages(whole: bytes) -> Iterator[bytes]:
    for at in (0, 1, 31, 32, 40, 96, 97, 200, len(whole) // 2, len(whole) - 1):
        yield whole[:at]
        yield whole[:at] + bytes([whole[at] ^ 0x20]) + whole[at + 1 :]
    yield b""
    yield os.urandom(500)
    yield whole + b"x"


def test_a_damaged_entry_is_made_again(cache: Path):
    there = made()
    whole = only(cache).read_bytes()
    for damaged in damages(whole):
        only(cache).write_bytes(damaged)
        assert made() == there
        assert only(cache).read_bytes() == whole


def test_an_entry_that_is_whole_and_no_template_is_made_again(cache: Path):
    there = made()
    name = only(cache).name
    for inside in (b"", b"N", b"(\x01\x00\x00\x00N", packed(compile_template(LETTER, "t"))[:-9]):
        with opening.private_folder(cache) as folder:
            assert folder is not None
            folder.write(name, name.encode() + inside)
        assert made() == there


def test_an_entry_under_another_templates_name_is_made_again(cache: Path):
    made(word(p("other")))
    other = only(cache).read_bytes()
    only(cache).unlink()
    there = made()
    only(cache).write_bytes(other)
    assert made() == there


@pytest.mark.parametrize("change", ["sys.version", "__version__", "_stamp"])
def test_another_version_compiles_for_itself(
    change: str, compiled: list[str], monkeypatch: pytest.MonkeyPatch
):
    made()
    monkeypatch.setattr(
        f"generator.render.opening.{change}", "2" if change != "_stamp" else lambda _: "2"
    )
    opening._compiler.cache_clear()
    made()
    opening._compiler.cache_clear()
    assert len(compiled) == 2


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system knows no owners")
def test_another_users_entries_are_not_used(compiled: list[str], monkeypatch: pytest.MonkeyPatch):
    there = made()
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert made() == there
    assert len(compiled) == 2


def test_a_cache_that_cannot_be_is_done_without(cache: Path):
    cache.write_bytes(b"a file")
    assert made() == made()


def test_processes_that_keep_the_same_template_do_not_disturb_each_other(
    tmp_path: Path, cache: Path
):
    (tmp_path / "t.docx").write_bytes(LETTER)
    (tmp_path / "data.json").write_text(json.dumps(NAMES), encoding="utf-8")
    running = [
        subprocess.Popen(
            [
                sys.executable, "-m", "generator.cli", "render", str(tmp_path / "t.docx"),
                "--data", str(tmp_path / "data.json"), "--out", str(tmp_path / f"{turn}.docx"),
            ],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
        )
        for turn in range(5)
    ]  # fmt: skip
    assert [process.wait(60) for process in running] == [0] * 5
    assert len({(tmp_path / f"{turn}.docx").read_bytes() for turn in range(5)}) == 1
    assert len(list(cache.iterdir())) == 1


def test_a_plain_template_that_was_kept_needs_neither_lxml_nor_jinja(tmp_path: Path):
    (tmp_path / "t.docx").write_bytes(LETTER)
    made()
    code = (
        "import sys; from generator import api\n"
        f"made = api.render({str(tmp_path / 't.docx')!r}, {NAMES!r}).data\n"
        "print(len(made), *({'lxml', 'jinja2', 'zipfile'} & sys.modules.keys()))"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)
        for _ in range(2)
    ]
    assert runs[-1].stdout.split() == [str(len(made())).encode()]


def test_a_run_that_fails_tells_the_same_of_a_kept_template():
    data = word(p("{{ a.b }}{{ c|upper }}{% for x in n %}{% endfor %}{{ 1 / z }}"))
    told = []
    for _ in range(2):
        with pytest.raises(Exception, match="There is no 'a'") as refused:
            api.render(io.BytesIO(data), {"n": 1, "z": 0})
        told.append(str(refused.value))
    assert told[0] == told[1]


def test_a_deck_is_kept_too(compiled: list[str]):
    data = deck(shape("{{ name }} {{ rows|length }}"))
    assert made(data) == made(data)
    assert len(compiled) == 1


# -- the flagship --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", sorted((ROOT / "templates").glob("*.[dp]*x")), ids=lambda path: path.name
)
def test_the_flagships_templates_are_the_same_when_kept(path: Path):
    template = open_template(path)
    again = kept(template)
    assert again.needs() == template.needs()
    for field in ("office", "places", "parts", "streams", "shapes", "core", "filters",
                  "fragments", "opened_links", "highest_id", "taken_controls", "warnings"):  # fmt: skip
        assert getattr(again, field) == getattr(template, field)
    assert again.program is not None
    assert template.program is not None
    assert again.program.code == template.program.code


# -- where it is ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("system", "settings", "folder"),
    [
        ("linux", {"XDG_CACHE_HOME": "/c"}, "/c/factpack/templates"),
        ("linux", {"XDG_CACHE_HOME": "", "HOME": "/h"}, "/h/.cache/factpack/templates"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, None),
        ("darwin", {"HOME": "/h"}, "/h/Library/Caches/factpack/templates"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l/factpack/templates"),
        ("win32", {"LOCALAPPDATA": ""}, None),
    ],
)
def test_the_cache_is_where_the_system_has_it(
    system: str, settings: dict[str, str], folder: str | None, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("FACTPACK_CACHE")
    monkeypatch.setattr(workspace.sys, "platform", system)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    found = workspace.template_cache()
    assert found == (None if folder is None else Path(folder))
