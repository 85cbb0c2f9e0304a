"""Digests of declared inputs tell whether anything changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.files import digest, digest_file, digest_inputs


def test_a_file_has_the_digest_of_its_bytes(tmp_path: Path):
    (tmp_path / "a").write_bytes("1184个".encode())
    assert digest_file(tmp_path / "a") == digest("1184个".encode())


def test_a_folder_stands_for_its_files_in_order(tmp_path: Path):
    (tmp_path / "facts" / "statements").mkdir(parents=True)
    (tmp_path / "facts" / "statements" / "b.yaml").write_bytes(b"b")
    (tmp_path / "facts" / "a.yaml").write_bytes(b"a")
    (tmp_path / "facts" / "~$a.docx").write_bytes(b"open in Word")
    (tmp_path / "facts" / ".DS_Store").write_bytes(b"")
    inputs = [tmp_path / "pack.yaml", tmp_path / "facts"]
    assert list(digest_inputs(inputs, tmp_path).items()) == [
        ("facts/a.yaml", digest(b"a")),
        ("facts/statements/b.yaml", digest(b"b")),
        ("pack.yaml", ""),
    ]


def test_a_file_outside_the_root_keeps_its_whole_name(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"a")
    named = digest_inputs([tmp_path / "a"], tmp_path / "elsewhere")
    assert named == {(tmp_path / "a").as_posix(): digest(b"a")}


def test_a_file_that_cannot_be_read_counts_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def denied(_: Path) -> str:
        raise PermissionError

    (tmp_path / "a").write_bytes(b"a")
    monkeypatch.setattr("generator.files.digests.digest_file", denied)
    assert digest_inputs([tmp_path], tmp_path) == {"a": ""}
