"""The examples of the page are built and read with the tools of the engine's own tests."""

from __future__ import annotations

import sys
from pathlib import Path

_RENDER = Path(__file__).parents[1] / "render"
sys.path[:0] = [str(_RENDER), str(_RENDER / "compat")]
