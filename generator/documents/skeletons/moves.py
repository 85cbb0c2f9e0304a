"""Tokens move to where their block begins and ends, and emptied containers get a mark.

What a block leaves empty is known only when the document is made, so a container or table that a
block can empty carries late marks (see `late`) at both ends of what it may lose.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from lxml import etree

from generator.documents.skeletons.decisions import Moves
from generator.documents.skeletons.marks import token
from generator.documents.skeletons.owners import paragraph_of_its_own
from generator.documents.skeletons.ranges import COMMENT_RANGES, COMMENT_REFERENCE, RANGES
from generator.documents.vocabulary import Vocabulary, W

_ID = f"{{{W}}}id"


def apply_moves(moves: Moves, tokens: Mapping[int, etree._Element], words: Vocabulary) -> None:
    """Move the tokens; elements that tokens stand for are taken out."""
    parents = (node.getparent() for node in [*moves.before, *moves.after, *moves.instead])
    touched = dict.fromkeys(parent for parent in parents if parent is not None)
    _forget_comments(moves.instead)
    left = {node: list(_in_order(node, numbers)) for node, numbers in moves.instead.items()}
    for number in moves.moved() - moves.values.keys():
        _take_out(tokens[number])
    for node, numbers in moves.before.items():
        for number in numbers:
            node.addprevious(tokens[number])
    for node, numbers in moves.after.items():
        for number in reversed(numbers):
            node.addnext(tokens[number])
    for node, order in left.items():
        own = (
            _marks_of(one, node, moves, tokens, words) if isinstance(one, int) else [one]
            for one in order
        )
        _replace(node, [mark for marks in own for mark in marks])
    for parent in touched:
        _keep_filled(parent, words)


def _take_out(mark: etree._Element) -> None:
    holder = mark.getparent()
    if holder is not None:
        holder.remove(mark)


def _in_order(node: etree._Element, numbers: Sequence[int]) -> Iterator[int | etree._Element]:
    """What is left of an element that goes: its tags, and the marks of ranges between them."""
    waiting = set(numbers)
    for child in node.iter():
        text = child.text or ""
        if isinstance(child, etree._ProcessingInstruction) and text.isdigit():
            if int(text) in waiting:
                waiting.discard(int(text))
                yield int(text)
        elif child.tag in RANGES:
            yield child
    yield from sorted(waiting)


def _forget_comments(nodes: Iterable[etree._Element]) -> None:
    """Take out what is left in the text of comments whose references go."""
    for node in nodes:
        ids = {reference.get(_ID) for reference in node.iter(COMMENT_REFERENCE)}
        for mark in list(node.getroottree().getroot().iter(*COMMENT_RANGES)) if ids else ():
            if mark.get(_ID) in ids:
                _take_out(mark)


def part_tables(root: etree._Element, words: Vocabulary) -> None:
    """Tell tables that touch in the template from those that a block brings together.

    The latter get a paragraph between them when a document is made, because Word joins tables.
    """
    for table in root.iter(words.table):
        follower = table.getnext()
        if follower is not None and follower.tag == words.table:
            table.tail = "\n"


def _marks_of(
    number: int,
    node: etree._Element,
    moves: Moves,
    tokens: Mapping[int, etree._Element],
    words: Vocabulary,
) -> list[etree._Element]:
    """What takes an element's place for one of its tags."""
    if number not in moves.values:
        return [tokens[number]]
    if moves.values[number] == "p":
        return paragraph_of_its_own(node, number, words)
    return [token(str(number))]


def _replace(node: etree._Element, marks: list[etree._Element]) -> None:
    parent = node.getparent()
    assert parent is not None
    at = parent.index(node)
    parent[at : at + 1] = marks


def _keep_filled(parent: etree._Element, words: Vocabulary) -> None:
    """Mark a container or table that a block may leave without paragraph or row."""
    if _holder(parent, words) is not parent:
        _keep_control(parent, words)
    elif parent.tag in words.keeps_paragraph and not _ends_with(parent, words.paragraph):
        _mark_inside(parent, words.heads, "(", ")")
    elif parent.tag == words.table and not _has_always(parent, words.row):
        _keep_rows(parent, words)
    elif parent.tag == words.row:
        _keep_cells(parent, words)


def _holder(parent: etree._Element, words: Vocabulary) -> etree._Element:
    """The table or row whose rows or cells stand in a content control; else `parent` itself."""
    node = parent
    while node.tag in words.transparent:
        around = node.getparent()
        if around is None:
            return parent
        node = around
    return node if node.tag in (words.table, words.row) else parent


def _keep_control(content: etree._Element, words: Vocabulary) -> None:
    """Mark a control round rows or cells, which goes when it is left without them."""
    control, holder = content.getparent(), _holder(content, words)
    assert control is not None
    inside = words.row if holder.tag == words.table else words.cell
    if not _has_always(content, inside) and not any(_is_mark(child, "{") for child in content):
        _mark_inside(content, words.heads, "{", "}")
        control.addprevious(token("["))
        control.addnext(token("]"))
    around = control.getparent()
    assert around is not None
    _keep_filled(around, words)


def _keep_rows(table: etree._Element, words: Vocabulary) -> None:
    """Mark a table that goes when it is left without rows."""
    if any(_is_mark(child, "{") for child in table):
        return
    _mark_inside(table, words.table_head, "{", "}")
    frame = _frame(table, words)
    frame.addprevious(token("["))
    frame.addnext(token("]"))


def _keep_cells(row: etree._Element, words: Vocabulary) -> None:
    """Mark a row of which cells come and go: without cells it goes, and its grid follows it."""
    table = next(row.iterancestors(words.table), None)
    if table is not None:
        fit_later(table, words)
    if _has_always(row, words.cell):
        return
    cells = [child for child in row if child.tag == words.cell or _is_token(child)]
    cells[0].addprevious(token("(c"))
    cells[-1].addnext(token("c)"))
    row.addprevious(token("<"))
    row.addnext(token(">"))
    if table is not None:
        _keep_rows(table, words)


def fit_later(table: etree._Element, words: Vocabulary) -> None:
    """Mark a table whose grid must fit rows that are known only when the document is made."""
    grid = next((child for child in table if child.tag == words.grid), None)
    if grid is None or _is_mark(grid.getprevious(), "#"):
        return
    grid.addprevious(token("#"))
    table.append(token("/#"))


def _is_token(node: etree._Element) -> bool:
    return isinstance(node, etree._ProcessingInstruction)


def _is_mark(node: etree._Element | None, code: str) -> bool:
    return node is not None and _is_token(node) and node.text == code


def _ends_with(parent: etree._Element, tag: str) -> bool:
    """Whether the last child is such an element, outside every block."""
    return len(parent) > 0 and parent[-1].tag == tag


def _has_always(parent: etree._Element, tag: str) -> bool:
    """Whether one such child stands before the first token or after the last."""
    children = list(parent)
    inside = [
        at for at, child in enumerate(children) if isinstance(child, etree._ProcessingInstruction)
    ]
    outside = children[: inside[0]] + children[inside[-1] + 1 :] if inside else children
    return any(child.tag == tag for child in outside)


def _mark_inside(parent: etree._Element, heads: Collection[str], first: str, last: str) -> None:
    at = 0
    for child in parent:
        if child.tag not in heads and not _is_mark(child, "#"):
            break
        at += 1
    parent.insert(at, token(first))
    end = len(parent) - _is_mark(parent[-1], "/#")
    parent.insert(end, token(last))


def _frame(table: etree._Element, words: Vocabulary) -> etree._Element:
    """What goes when the table goes: in a slide, the frame that holds it."""
    node = table
    while node.tag != words.table_frame:
        parent = node.getparent()
        if parent is None:
            return table
        node = parent
    return node
