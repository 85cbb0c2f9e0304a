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

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from generator.documents.skeletons.ancestry import child_of, common_ancestor
from generator.documents.skeletons.decisions import Decision, Group, Level, Misplaced, Moves, Scopes
from generator.documents.skeletons.explicit import (
    EXPLICIT,
    Lost,
    element_name,
    element_of,
    take_elements,
)
from generator.documents.skeletons.marks import Spot
from generator.documents.skeletons.texts import Text, paragraph_string
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


class _Scopes:
    def __init__(
        self, spots: Mapping[int, Spot], groups: Sequence[Group], words: Vocabulary, raw: bool
    ) -> None:
        self.spots, self.words, self.raw = spots, words, raw
        self.group_of = {number: group for group in groups for number in group}
        self.level: dict[Group, Level] = {}
        self.moves = Moves()
        self.problems: list[Misplaced] = []
        self.lost: list[Lost] = []
        self.by_text: dict[Text, list[int]] = {}
        for number, spot in sorted(spots.items()):
            self.by_text.setdefault(spot.text, []).append(number)
        self.texts = {text.node: text for text in self.by_text if text.kind == "runs"}

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
        if common.tag == self.words.row or (common.tag == self.words.table and in_rows):
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

    def _can_leave(self, number: int) -> bool:
        text = self.spots[number].text
        return self._goes(text) or bool(self._prefix(number) or self._suffix(number))

    # -- paragraphs --------------------------------------------------------------------------

    def _goes(self, text: Text) -> bool:
        """Whether the paragraph holds nothing but tags that print nothing and may leave it."""
        own = self.by_text[text]
        return (
            not text.ends_section
            and not self.raw
            and all(self.spots[n].steers and self.spots[n].prefix != "r" for n in own)
            and not any(self._level(n) == "raw" for n in own)
            and self._blank(text, own, 0, len(text.string))
        )

    def _prefix(self, number: int) -> list[int]:
        """The tags from the paragraph's start to this one, if they can leave it together."""
        text = self.spots[number].text
        own = self.by_text[text]
        lead = own[: own.index(number) + 1]
        return lead if self._free(text, lead, 0, self.spots[number].end) else []

    def _suffix(self, number: int) -> list[int]:
        """The tags from this one to the paragraph's end, if they can leave it together."""
        text = self.spots[number].text
        own = self.by_text[text]
        tail = own[own.index(number) :]
        return tail if self._free(text, tail, self.spots[number].start, len(text.string)) else []

    def _free(self, text: Text, numbers: list[int], start: int, end: int) -> bool:
        """Blocks whole within the stretch, or leaving anyway, and nothing else in it."""
        return (
            all(self.spots[n].steers and self._level(n) != "raw" for n in numbers)
            and all(
                set(self.group_of[n]) <= set(numbers) for n in numbers if self._level(n) == "here"
            )
            and self._blank(text, numbers, start, end)
        )

    def _blank(self, text: Text, numbers: Iterable[int], start: int, end: int) -> bool:
        """Whether a stretch of the paragraph is blank apart from these tags."""
        at = start
        for number in numbers:
            if text.string[at : self.spots[number].start].strip():
                return False
            at = self.spots[number].end
        return not text.string[at:end].strip()

    def _level(self, number: int) -> Level:
        return self.level[self.group_of[number]]

    def place_paragraphs(self) -> None:
        """Let tokens leave their paragraphs, and empty paragraphs go."""
        gone = self.moves.moved()
        for node, text in self.texts.items():
            own = [n for n in self.by_text[text] if n not in gone]
            if node in self.moves.instead or not self.by_text[text]:
                continue
            if self._goes(text) and (self._leaving(own) or self._spare(node)):
                self.moves.instead[node] = own
            else:
                self._to_edges(node, own)

    def _leaving(self, numbers: list[int]) -> list[int]:
        return [
            n
            for n in numbers
            if self.spots[n].steers and self._level(n) in ("paragraphs", "explicit")
        ]

    def _spare(self, node: etree._Element) -> bool:
        """Whether the container keeps another paragraph when this one goes."""
        parent = node.getparent()
        if parent is None or parent.tag not in self.words.keeps_paragraph:
            return True
        return any(
            child not in self.texts or not self._goes(self.texts[child])
            for child in parent.iterchildren(self.words.paragraph)
        )

    def _to_edges(self, node: etree._Element, own: list[int]) -> None:
        """Let the tags leave that lead the paragraph, or end it, and what stands before them."""
        text = self.texts[node]
        stays_outside = text.ends_section and self._blank(
            text, self.by_text[text], 0, len(text.string)
        )
        leading: set[int] = set()
        ending: set[int] = set()
        for number in self._leaving(own):
            prefix, suffix = self._prefix(number), self._suffix(number)
            closes = number == self.group_of[number][-1]
            if suffix and (closes != stays_outside or not prefix):
                ending.update(suffix)
            else:
                leading.update(prefix)
        self._put(self.moves.before, node, sorted(leading & set(own)))
        self._put(self.moves.after, node, sorted((ending - leading) & set(own)))

    @staticmethod
    def _put(
        kind: dict[etree._Element, list[int]], node: etree._Element, numbers: list[int]
    ) -> None:
        if numbers:
            kind[node] = numbers

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

    def _holds_tags(self, element: etree._Element) -> bool:
        """Whether a row or cell holds nothing but tags that print nothing."""
        return (
            all(
                self._goes(self.texts[node])
                if node in self.texts
                else not paragraph_string(node, self.words).strip()
                for node in element.iter(self.words.paragraph)
            )
            and element.find(f".//{self.words.table}") is None
        )

    def _spots_in(self, row: etree._Element) -> list[int]:
        paragraphs = [node for node in row.iter(self.words.paragraph) if node in self.texts]
        return sorted(n for node in paragraphs for n in self.by_text[self.texts[node]])
