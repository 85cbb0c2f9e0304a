"""The flagship made of templates that were kept compiled."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import api


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_pack_is_the_same_byte_for_byte_when_its_templates_were_kept(
    flagship: Path, edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("FACTPACK_CACHE", str(tmp_path / "cache"))
    builds = [api.build(flagship, out=tmp_path / str(turn)).folder for turn in range(2)]
    assert list((tmp_path / "cache").iterdir())
    compiled = files(edition.folder.parent)
    assert [files(folder) == compiled for folder in builds] == [True, True]
