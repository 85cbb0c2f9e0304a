"""Regular expressions that are compiled when they are first needed: some take milliseconds."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled once; unlike those of `re` it is never dropped for another."""
    return re.compile(pattern)
