"""The steps of the main job, numbered alike in the code, the log and the manual."""

from __future__ import annotations

from dataclasses import dataclass

NAMES = {
    1: "read",
    2: "store and check",
    3: "open templates, list needs",
    4: "resolve",
    5: "draw",
    6: "render",
    7: "convert",
    8: "pack",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a build as it begins: its number (1–8) and what it works on."""

    number: int
    detail: str = ""

    @property
    def name(self) -> str:
        return NAMES[self.number]

    def __str__(self) -> str:
        return f"{self.number}/{len(NAMES)} {self.name}" + (
            f": {self.detail}" if self.detail else ""
        )
