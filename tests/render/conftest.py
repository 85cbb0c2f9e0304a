"""Whatever is rendered here is rendered with its template kept too; the engine's commands."""

from __future__ import annotations

from pathlib import Path

import pytest
import tiny
from tiny import p, word
from twins import rendered_alike

import generator.render
from generator import cli
from generator.render import door, rendering


@pytest.fixture(autouse=True)
def every_template_is_kept_too(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (request.module, tiny, door, generator.render):
        if vars(module).get("render") is rendering.render:
            monkeypatch.setattr(module, "render", rendered_alike)


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


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    (tmp_path / "letter.docx").write_bytes(word(p("Dear {{ name }}")))
    return tmp_path / "letter.docx"
