"""The names of files that every system accepts."""

from __future__ import annotations

import re

# Characters that Windows refuses in a file name, and control characters.
_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_RESERVED = {"con", "prn", "aux", "nul"} | {f"{n}{i}" for n in ("com", "lpt") for i in range(1, 10)}
_LONGEST = 80  # characters of a title in a file name; the path must stay under 260 on Windows


def file_name(id: str, title: str, suffix: str) -> str:
    """``Z1 会谈要点.docx``: what Windows, macOS and Linux all accept as a file name.

    Source of the rule: Microsoft's "Naming Files, Paths, and Namespaces".
    """
    stem = _REFUSED.sub(" ", f"{id} {title}")
    stem = " ".join(stem.split())[:_LONGEST].rstrip(". ")
    if stem.split(".")[0].lower() in _RESERVED:
        stem = f"_{stem}"
    return f"{stem}{suffix}"
