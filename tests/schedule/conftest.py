"""The ferries of Ferryport, on schedule."""

from __future__ import annotations

import sys
from pathlib import Path

# The invented workspace that the tests of the whole job use too.
sys.path.insert(0, str(Path(__file__).parents[1] / "pack"))
