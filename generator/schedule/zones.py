"""Time zones by name, and what to do where the machine does not know them."""

from __future__ import annotations

from functools import lru_cache
from zoneinfo import ZoneInfo

_KNOWN_TO_ALL = "Europe/London"


class NoZone(Exception):
    """There is no such zone: what is wrong, what to do."""

    def __init__(self, problem: str, next: str) -> None:
        super().__init__(problem)
        self.problem, self.next = problem, next


@lru_cache(256)
def zone_named(name: str) -> ZoneInfo:
    """A zone of the IANA time zone database. Raises NoZone for an unknown name or missing data."""
    try:
        return ZoneInfo(name)
    # A name that is a folder of the database, or leads out of it, fails in other ways.
    except (LookupError, ValueError, OSError):
        raise _no_zone(name) from None


def _no_zone(name: str) -> NoZone:
    if not _has_data():
        return NoZone(
            f"“{name}” cannot be looked up: this machine has no time zone data.",
            "Install it: “pip install tzdata”, or the package tzdata of the system.",
        )
    return NoZone(
        f"“{name}” is no time zone.", "Write one as Asia/Shanghai, Europe/Berlin or Etc/UTC."
    )


def _has_data() -> bool:
    try:
        ZoneInfo.no_cache(_KNOWN_TO_ALL)
    except (LookupError, OSError):
        return False
    return True
