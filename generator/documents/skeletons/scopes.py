"""What a block repeats or hides, read off where its tags stand.

=============================================== ================================================
the tags stand                                  the block is
=============================================== ================================================
in one attribute or field code                  that stretch of it
in one paragraph                                the runs between them
in cells of one row with nothing else in them   the cells between
in different cells of one row                   the row
in different rows of one table                  the rows from the first to the last
in different paragraphs of one container, each  those paragraphs
alone, or at the paragraph's edge
elsewhere in paragraphs of one container        from here to there: the paragraphs join
anywhere else                                   refused
=============================================== ================================================

A paragraph, row or cell with nothing but block tags goes. Tags that say themselves what they stand
for come first (see `explicit`). This module decides; `moves` does it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from generator.documents.skeletons.ancestry import child_of, common_ancestor
from generator.documents.skeletons.decisions import Decision, Group, Misplaced, Scopes
from generator.documents.skeletons.explicit import (
    EXPLICIT,
    element_name,
    element_of,
    take_elements,
)
from generator.documents.skeletons.marks import Spot
from generator.documents.skeletons.paragraphs import Paragraphs
from generator.documents.vocabulary import Vocabulary


def decide(
    spots: Mapping[int, Spot],
    groups: Sequence[Group],
    words: Vocabulary,
    scopes_of: Scopes = "places",
) -> Decision:
    """What every block of a part repeats or hides.

    With the scopes of docxtpl a block that opens and closes in different places is raw: it goes
    from here to there, and a paragraph of tags alone stays.
    """
    scopes = _Scopes(spots, groups, words, raw=scopes_of == "docxtpl")
    scopes.place_explicit()
    for group in groups:
        scopes.rank(group)
    scopes.find_columns()
    while any(scopes.demote(group) for group in groups):
        pass  # a block that must stay in a paragraph can keep others of that paragraph there
    scopes.place_rows()
    scopes.place_columns()
    scopes.place_paragraphs()
    return Decision(scopes.moves, scopes.problems, scopes.level, scopes.lost)


class _Scopes(Paragraphs):
    """Ranks the blocks of a part, then says where their tags go."""

    # -- what kind of block ------------------------------------------------------------------

    def place_explicit(self) -> None:
        """Put tags that say what they stand for in the place of that."""
        for number, spot in self.spots.items():
            if spot.prefix in EXPLICIT and element_of(spot, self.words) is None:
                reason = f"stands in no {element_name(spot.prefix)}"
                self.problems.append(Misplaced(number, number, reason))
        for taken in take_elements(self.spots, self.words):
            self.moves.instead[taken.node] = list(taken.spots)
            if taken.lost is not None:
                self.lost.append(taken.lost)
            for number in taken.spots:
                if not self.spots[number].steers:
                    self.moves.values[number] = self.spots[number].prefix

    def rank(self, group: Group) -> None:
        """The level that the nearest common ancestor of the block's tags gives it."""
        texts = list(dict.fromkeys(self.spots[number].text for number in group))
        if any(self.spots[number].prefix in EXPLICIT for number in group):
            self._rank_explicit(group)
        elif len(texts) == 1:
            self.level[group] = "here"
        elif all(text.kind == "runs" for text in texts) and self._is_raw(group):
            self.level[group] = "raw"
        elif any(text.kind != "runs" for text in texts):
            self._misplace(group, "opens in one text and closes in another")
        else:
            self._rank_paragraphs(group, [self.spots[number].text.node for number in group])

    def _rank_explicit(self, group: Group) -> None:
        elements = [element_of(self.spots[number], self.words) for number in group]
        parents = {None if element is None else element.getparent() for element in elements}
        self.level[group] = "explicit"
        if len(parents) > 1:
            self._misplace(group, "does not open and close in one row, table or text")

    def _rank_paragraphs(self, group: Group, nodes: list[etree._Element]) -> None:
        common = common_ancestor(nodes)
        children = [child_of(common, node) for node in nodes]
        in_rows = all(child.tag == self.words.row for child in children)
        if common.tag == self.words.row or in_rows:
            self.level[group] = "rows"
        elif common.tag in self.words.containers and children == nodes:
            self.level[group] = "paragraphs"
        else:
            self._misplace(group, "does not open and close in one text box, cell or table")

    def _is_raw(self, group: Group) -> bool:
        """Whether a block goes from here to there because that is what was asked for."""
        return self.raw or any(self.spots[number].prefix == "r" for number in group)

    def find_columns(self) -> None:
        """Blocks of which each tag has a cell of its own, with cells between, take these cells."""
        for group, level in self.level.items():
            nodes = [self.spots[number].text.node for number in group]
            common = common_ancestor(nodes)
            if level != "rows" or common.tag != self.words.row:
                continue
            cells = [child_of(common, node) for node in nodes]
            width = common.index(cells[-1]) - common.index(cells[0]) + 1
            if len(set(cells)) == len(group) < width and all(map(self._holds_tags, cells)):
                self.level[group] = "cells"
            elif len(group) > 2:
                self._misplace(group, "repeats a row and has a branch in the middle of it")

    def place_columns(self) -> None:
        """Put the tokens of blocks of cells in the place of the cells that they stand in."""
        for group, level in self.level.items():
            if level == "cells":
                row = common_ancestor([self.spots[number].text.node for number in group])
                for number in group:
                    cell = child_of(row, self.spots[number].text.node)
                    self.moves.instead.setdefault(cell, self._spots_in(cell))

    def _misplace(self, group: Group, reason: str) -> None:
        self.level[group] = "here"
        self.problems.append(Misplaced(group[0], group[-1], reason))

    def demote(self, group: Group) -> bool:
        """Whether a block of paragraphs turns out to begin or end in the middle of one."""
        if self.level[group] != "paragraphs" or all(self._can_leave(n) for n in group):
            return False
        self.level[group] = "raw"
        return True

    # -- rows --------------------------------------------------------------------------------

    def place_rows(self) -> None:
        """Put the tokens of row blocks round their rows, or in place of rows of tags alone."""
        for row in self._rows_of_single_tags():
            self.moves.instead[row] = self._spots_in(row)
        for group, level in self.level.items():
            if level == "rows":
                for number in group:
                    self._place_in_row(number, group)
        for kind in (self.moves.before, self.moves.after):
            for numbers in kind.values():
                numbers.sort()

    def _place_in_row(self, number: int, group: Group) -> None:
        row = self._row(number, group)
        if row in self.moves.instead:
            return
        if self._holds_tags(row):
            self.moves.instead[row] = self._spots_in(row)
        elif number == group[-1]:
            self.moves.after.setdefault(row, []).append(number)
        else:
            self.moves.before.setdefault(row, []).append(number)

    def _rows_of_single_tags(self) -> list[etree._Element]:
        """Rows that hold nothing but a comment or a name that is set."""
        singles = (group[0] for group in self.level if len(group) == 1)
        nodes = (self.spots[n].text.node for n in singles if self.spots[n].text.kind == "runs")
        rows = (next(node.iterancestors(self.words.row), None) for node in nodes)
        return [row for row in dict.fromkeys(rows) if row is not None and self._holds_tags(row)]

    def _row(self, number: int, group: Group) -> etree._Element:
        nodes = [self.spots[n].text.node for n in group]
        common = common_ancestor(nodes)
        if common.tag == self.words.row:
            return common
        return child_of(common, self.spots[number].text.node)
