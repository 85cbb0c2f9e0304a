"""Characters that nobody sees, and that make two names look alike or a text read otherwise."""

from __future__ import annotations

import re

from generator.model import Place, Problem, error

# Control characters, line ends that editors do not count, characters without width, and those
# that turn the direction of writing (Unicode TR 36, "Bidirectional Text Spoofing").
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]"
)


def unseen_problem(character: str, place: Place) -> Problem:
    """The line of `place` holds such a character."""
    return error(
        place,
        f"The line holds the invisible character U+{ord(character):04X}.",
        "Delete it: type the line anew where it was copied from elsewhere.",
    )
