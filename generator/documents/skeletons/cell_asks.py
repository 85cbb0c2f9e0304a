"""The tags of a part's cells: which loop each of them belongs to, and its slots put in place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from generator.documents.skeletons.cells import CellAsk, apply_ask, span_of
from generator.documents.skeletons.decisions import Decision, Group, Misplaced
from generator.documents.skeletons.marks import Spot
from generator.documents.skeletons.moves import fit_later
from generator.documents.vocabulary import Vocabulary

_OF_ROWS, _OF_CELLS = ("rows", "tr"), ("cells", "tc")
_INSIDE = ("here", "raw", "paragraphs", "p")
_EXCLUDING = {
    "vm": ("vm",), "cellbg": ("cellbg",), "hm": ("hm", "colspan"), "colspan": ("hm", "colspan"),
}  # fmt: skip
_LOOPS = {
    "vm": (_OF_ROWS, "needs a loop over rows round it"),
    "hm": (_OF_CELLS, "needs a loop over cells round it"),
}


@dataclass(frozen=True, slots=True)
class CellPlan:
    """A tag with its cell, what that spans in the template, and the loop that owns it.

    `loop` is the number of the loop's opening tag, and -1 where the nearest one owns it.
    """

    ask: CellAsk
    cell: etree._Element
    span: int
    loop: int = -1


def plan_asks(
    asks: Iterable[CellAsk],
    spots: Mapping[int, Spot],
    loops: Sequence[Group],
    decision: Decision,
    words: Vocabulary,
) -> tuple[list[CellPlan], list[Misplaced]]:
    """What becomes of the tags of cells; asked before anything is moved."""
    plans: list[CellPlan] = []
    problems: list[Misplaced] = []
    levels = {group: level_of(group, decision, spots) for group in decision.levels}
    for ask in asks:
        cell = next(spots[ask.spot].text.node.iterancestors(words.cell), None)
        if cell is None:
            problems.append(Misplaced(ask.spot, ask.spot, "stands in no cell of a table"))
            continue
        round_it = [g for g in levels if g[0] < ask.spot < g[-1]]
        if any(levels[g] in _INSIDE and _is_in(cell, spots[g[0]]) for g in round_it):
            reason = "stands inside a block of its cell, and is for the whole cell"
            problems.append(Misplaced(ask.spot, ask.spot, reason))
            continue
        if any(p.cell is cell and p.ask.word in _EXCLUDING[ask.word] for p in plans):
            reason = "stands in its cell with another that says the like"
            problems.append(Misplaced(ask.spot, ask.spot, reason))
            continue
        loop, reason = _loop_of(ask, [g for g in round_it if g in loops], levels)
        if reason:
            problems.append(Misplaced(ask.spot, ask.spot, reason))
        plans.append(CellPlan(ask, cell, span_of(cell, words), loop))
    return plans, problems


def level_of(group: Group, decision: Decision, spots: Mapping[int, Spot]) -> str:
    """What a block repeats, in a word; of a tag with a prefix the prefix."""
    level = decision.levels[group]
    return spots[group[0]].prefix if level == "explicit" else level


def apply_asks(
    plans: Iterable[CellPlan], tokens: Mapping[int, etree._Element], words: Vocabulary
) -> None:
    """Take the tags out of their cells' text, and put their slots where they work."""
    for plan in plans:
        mark = tokens[plan.ask.spot]
        holder = mark.getparent()
        if holder is not None:
            holder.remove(mark)
        apply_ask(plan.ask, plan.cell, words)
        table = next(plan.cell.iterancestors(words.table), None)
        if table is not None and plan.ask.word in ("colspan", "hm"):
            fit_later(table, words)


def _loop_of(
    ask: CellAsk, round_it: Sequence[Group], levels: Mapping[Group, str]
) -> tuple[int, str]:
    """The loop that a merge follows: its opening tag, -1 where it is the nearest one."""
    if ask.word not in _LOOPS:
        return -1, ""
    wanted, reason = _LOOPS[ask.word]
    owners = [g for g in round_it if levels[g] in wanted]
    if not owners:
        return -1, reason
    owner = max(owners)
    nearest = max(g for g in round_it)
    return (-1 if nearest == owner else owner[0]), ""


def _is_in(cell: etree._Element, spot: Spot) -> bool:
    return any(ancestor is cell for ancestor in spot.text.node.iterancestors(cell.tag))
