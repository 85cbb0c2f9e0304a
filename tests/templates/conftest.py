"""The makers are imported from the workspace, wherever the tests are started."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from generator import api

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.append(str(ROOT))


@pytest.fixture(
    scope="session", params=[date(2025, 12, 31), date(2026, 12, 31), date(2027, 12, 31)], ids=str
)
def edition(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the delegation's files: as planned, a year on, and when most is out of date."""
    folder = tmp_path_factory.mktemp("edition")
    api.build(ROOT, audience="zhejiang", as_of=request.param, out=folder)
    return folder / str(request.param) / "zhejiang"
