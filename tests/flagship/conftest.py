"""The flagship, built once for all tests that look at it: this year's edition and the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator import api


@dataclass(frozen=True)
class Edition:
    """One built edition of the pack for Zhejiang: its files by document."""

    folder: Path

    def file(self, document: str) -> Path:
        return next(self.folder.glob(f"{document} *"))

    @property
    def office_files(self) -> list[Path]:
        return sorted(self.folder.glob("*.*x"))

    @property
    def provenance(self) -> dict[str, Any]:
        import json

        return json.loads((self.folder / "provenance.json").read_bytes())

    def provenance_of(self, audience: str) -> dict[str, Any]:
        """The ledger of another audience of the same edition."""
        return Edition(self.folder.parent / audience).provenance


def _build(root: Path, out: Path, as_of: date | None) -> Edition:
    built = api.build(root, as_of=as_of, out=out)
    assert [problem for problem in built.problems if problem.level != "notice"] == []
    return Edition(built.folder / "zhejiang")


@pytest.fixture(scope="session")
def edition(flagship: Path, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The edition of 2025-12-31."""
    return _build(flagship, tmp_path_factory.mktemp("edition"), None)


@pytest.fixture(scope="session")
def next_edition(flagship: Path, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The edition of 2026-12-31, from the same base."""
    return _build(flagship, tmp_path_factory.mktemp("next"), date(2026, 12, 31))
