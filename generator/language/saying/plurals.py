"""The plural of an English noun, by rule; other plurals are written ``person/people``."""

from __future__ import annotations

_ALIKE = frozenset({"series", "means", "species", "premises", "aircraft", "staff"})
_IRREGULAR = {
    "person": "people", "child": "children", "woman": "women", "man": "men", "foot": "feet",
    "half": "halves", "wharf": "wharves", "shelf": "shelves",
}  # fmt: skip


def plural(noun: str) -> str:
    """companies, branches, homes for the elderly: the last word, or that before *for* or *of*."""
    _, slash, written = noun.partition("/")
    if slash:
        return written
    for link in (" for ", " of ", " in "):
        head, found, tail = noun.partition(link)
        if found:
            return f"{plural(head)}{link}{tail}"
    head, _, last = noun.rpartition(" ")
    return f"{head} {_plural(last)}" if head else _plural(last)


def singular(noun: str) -> str:
    """The noun itself: what stands before the slash of ``person/people``."""
    return noun.partition("/")[0]


def _plural(word: str) -> str:
    if word in _ALIKE:
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"
