"""Tokens move to where their block begins and ends, and emptied containers get a mark.

What a block leaves empty is known only when the document is made, so a container or table that a
block can empty carries late marks (see `late`) at both ends of what it may lose.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from lxml import etree

from generator.documents.marks import token
from generator.documents.scopes import Moves
from generator.documents.vocabulary import Vocabulary


def apply_moves(moves: Moves, tokens: Mapping[int, etree._Element], words: Vocabulary) -> None:
    """Move the tokens; elements that tokens stand for are taken out."""
    touched: dict[etree._Element, None] = {}
    for node in [*moves.before, *moves.after, *moves.instead]:
        parent = node.getparent()
        if parent is not None:
            touched[parent] = None
    for number in moves.moved():
        mark = tokens[number]
        holder = mark.getparent()
        if holder is not None:
            holder.remove(mark)
    for node, numbers in moves.before.items():
        for number in numbers:
            node.addprevious(tokens[number])
    for node, numbers in moves.after.items():
        for number in reversed(numbers):
            node.addnext(tokens[number])
    for node, numbers in moves.instead.items():
        _replace(node, [tokens[number] for number in numbers])
    for parent in touched:
        _keep_filled(parent, words)


def part_tables(root: etree._Element, words: Vocabulary) -> None:
    """Tell tables that touch in the template from those that a block brings together.

    The latter get a paragraph between them when a document is made, because Word joins tables.
    """
    for table in root.iter(words.table):
        follower = table.getnext()
        if follower is not None and follower.tag == words.table:
            table.tail = "\n"


def _replace(node: etree._Element, marks: list[etree._Element]) -> None:
    parent = node.getparent()
    assert parent is not None
    at = parent.index(node)
    parent[at : at + 1] = marks


def _keep_filled(parent: etree._Element, words: Vocabulary) -> None:
    """Mark a container or table that a block may leave without paragraph or row."""
    if parent.tag in words.keeps_paragraph and not _ends_with(parent, words.paragraph):
        _mark_inside(parent, words.heads, "(", ")")
    elif parent.tag == words.table and not _has_always(parent, words.row):
        _mark_inside(parent, words.table_head, "{", "}")
        frame = _frame(parent, words)
        frame.addprevious(token("["))
        frame.addnext(token("]"))


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
        if child.tag not in heads:
            break
        at += 1
    parent.insert(at, token(first))
    parent.append(token(last))


def _frame(table: etree._Element, words: Vocabulary) -> etree._Element:
    """What goes when the table goes: in a slide, the frame that holds it."""
    node = table
    while node.tag != words.table_frame:
        parent = node.getparent()
        if parent is None:
            return table
        node = parent
    return node
