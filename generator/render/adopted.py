"""Figures that come with a sub-document: their controls get ids here, and they are noted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from generator.documents.packages.escapes import plain
from generator.model import Said, Use

_CONTROL = re.compile(
    r'(<w:sdtPr>(?:(?!</w:sdtPr>).)*?<w:tag w:val="([^"]*)"/>)'
    r"((?:(?!</w:sdtPr>).)*</w:sdtPr><w:sdtContent>(.*?)</w:sdt>)",
    re.S,
)
_TEXT = re.compile(r"<w:t(?: [^<>]*)?>([^<]*)</w:t>")
_DRAWN = ("chart", "picture")

Note = Callable[[Said], int]


def adopt(xml: str, base: str, uses: Iterable[Use], note: Note) -> str:
    """The XML of a sub-document in which every figure's control has an id.

    `uses` are what is known of its figures, in their order; an older document tells no more than
    their facts and texts. `note` is given each figure, and gives the id of its control.
    """
    known = [use for use in uses if use.ordinal and use.part not in _DRAWN]

    def own(control: re.Match[str]) -> str:
        label = plain(control[2])
        key = label.removeprefix(f"{base}:") if base else label
        if known and known[0].key == key:
            said = said_of(known.pop(0))
        elif base and key != label:
            said = Said(plain("".join(_TEXT.findall(control[4]))), key)
        else:
            return control[0]  # somebody else's
        return f'{control[1]}<w:id w:val="{note(said)}"/>{control[3]}'

    return _CONTROL.sub(own, xml)


def without_anchor(uses: Iterable[Use]) -> Iterator[Said]:
    """Those figures of a sub-document that stand in pictures and charts and in their words."""
    return (said_of(use) for use in uses if not use.ordinal or use.part in _DRAWN)


def said_of(use: Use) -> Said:
    """A figure as it was said."""
    return Said(use.text, use.key, use.part, use.statements, use.tone, use.says_stale)
