"""Content controls and merged cells that a filled template could not keep as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from generator.documents.skeletons.decisions import Group, Misplaced
from generator.documents.skeletons.marks import Spot
from generator.documents.vocabulary import Vocabulary, W, names

_CONTROL = f"{{{W}}}sdt"
_PROPERTIES = f"{{{W}}}sdtPr"
# A plain-text control may not hold another control (17.5.2.44); a bound one shows what it is bound
# to, whatever is written in it (17.5.2.6); a placeholder is taken for no content (17.5.2.39).
_LOOSENED = names(W, "text", "dataBinding", "showingPlcHdr")
_MERGE = f"{{{W}}}tcPr/{{{W}}}vMerge"


def loosen_controls(spots: Iterable[Spot]) -> None:
    """Let controls that hold tags take what the tags print."""
    nodes = dict.fromkeys(segment.run for spot in spots for segment in spot.text.segments)
    controls = dict.fromkeys(c for node in nodes for c in node.iterancestors(_CONTROL))
    for control in controls:
        properties = control.find(_PROPERTIES)
        if properties is not None:
            for child in list(properties):
                if child.tag in _LOOSENED:
                    properties.remove(child)


def cut_merges(
    loops: Sequence[Group], tokens: Mapping[int, etree._Element], words: Vocabulary
) -> list[Misplaced]:
    """Loops of which the first row goes on with a cell merged from the row above them."""
    reason = "repeats a row whose cell is merged with the row above, and needs {% vm %} there"
    return [
        Misplaced(loop[0], loop[-1], reason)
        for loop in loops
        if loop[0] in tokens
        and (row := _first_row(tokens[loop[0]], words)) is not None
        and _goes_on(row, words)
    ]


def _first_row(token: etree._Element, words: Vocabulary) -> etree._Element | None:
    parent = token.getparent()
    if parent is None or parent.tag != words.table:
        return None
    return next(iter(token.itersiblings(words.row)), None)


def _goes_on(row: etree._Element, words: Vocabulary) -> bool:
    for cell in row.findall(words.cell):
        merge = cell.find(_MERGE)
        if merge is not None and merge.get(f"{{{W}}}val", "continue") == "continue":
            return True
        if cell.get("vMerge") in ("1", "true"):
            return True
    return False
