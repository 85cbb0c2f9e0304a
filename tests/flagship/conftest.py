"""The flagship, built once for all tests that look at it, in three editions."""

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


EDITIONS = {"this": None, "next": date(2026, 12, 31), "last": date(2027, 12, 31)}


@pytest.fixture(scope="session")
def packs(flagship: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The whole pack: this year's, the next, and when most figures are past their shelf life."""
    made = {}
    for name, as_of in EDITIONS.items():
        built = api.build(flagship, as_of=as_of, out=tmp_path_factory.mktemp(name))
        assert [problem for problem in built.problems if problem.level != "notice"] == []
        made[name] = built.folder
    return made


@pytest.fixture(scope="session")
def edition(packs: dict[str, Path]) -> Edition:
    """The delegation's files in the edition of 2025-12-31."""
    return Edition(packs["this"] / "zhejiang")


@pytest.fixture(scope="session")
def next_edition(packs: dict[str, Path]) -> Edition:
    """Those of 2026-12-31, from the same base."""
    return Edition(packs["next"] / "zhejiang")


@pytest.fixture(scope="session")
def leadership(packs: dict[str, Path]) -> dict[str, Edition]:
    """The leaders' files of the three editions."""
    return {name: Edition(folder / "leadership") for name, folder in packs.items()}
