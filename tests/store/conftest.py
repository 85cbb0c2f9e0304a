"""Northmarsh, read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from northmarsh import make, told

from generator.store import FactStore, check_store, read_store

Files = Mapping[str, str]


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., FactStore]:
    """Reads the base with these files in place of its own; nothing may be wrong with them."""

    def read_clean(files: Files | None = None) -> FactStore:
        store, problems = read_store(make(tmp_path, files))
        assert problems == []
        return store

    return read_clean


@pytest.fixture
def reading_problems(tmp_path: Path) -> Callable[[Files], list[str]]:
    """What reading the base with these files tells."""
    return lambda files: told(read_store(make(tmp_path, files))[1])


@pytest.fixture
def checked(read: Callable[..., FactStore]) -> Callable[..., list[str]]:
    """What the checks tell of the base with these files, but that nothing was proved yet."""

    def check(files: Files | None = None, **options: object) -> list[str]:
        problems = told(check_store(read(files), **options))
        return [problem for problem in problems if "was never proved" not in problem]

    return check
