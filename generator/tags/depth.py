"""Tags that Python itself cannot take: brackets or blocks inside each other without end."""

from __future__ import annotations

from collections.abc import Sequence

from generator.tags.blocks import Fault
from generator.tags.program import Program

TOO_DEEP = (RecursionError, MemoryError, SyntaxError)  # what Python's own compiler gives up with
_BLOCKS_MOST = 18  # Python takes twenty loops inside each other, with two of the program's own


def deep_faults(sources: Sequence[str]) -> list[Fault]:
    """The tags in which brackets go too deep; else the block that is one too many."""
    problem = "There are too many brackets inside each other, or the expression is too long."
    faults = [
        Fault(number, problem, "Take it apart with {% set %}.")
        for number, source in enumerate(sources)
        if "{{" in source and not _compiles(source[source.index("{{") : source.rfind("}}") + 2])
    ]
    return faults or [_deepest(sources)]


def _compiles(source: str) -> bool:
    try:
        Program(("", ""), (source,))
    except TOO_DEEP:
        return False
    except Exception:
        return True  # some other fault, which is told elsewhere
    return True


def _deepest(sources: Sequence[str]) -> Fault:
    depth = deepest = at = 0
    for number, source in enumerate(sources):
        word = source[2:-2].split(None, 1)[0] if source[2:-2].strip() else ""
        if word.startswith("end"):
            depth -= 1
        elif f"{{% end{word} %}}" in sources:
            depth += 1
            if depth > deepest and deepest < _BLOCKS_MOST:
                deepest, at = depth, number
    return Fault(at, "Too many blocks stand inside each other here.", "Take the text apart.")
