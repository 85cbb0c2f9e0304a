"""Ids in what a loop repeats: made fresh where Office wants them, taken out where it does not.

Office repairs a file in which a drawing, shape or table row id stands twice; paragraph ids,
creation ids and the ids of content controls may be left out (ECMA-376 part 1, 17.5.2.18 and the
2010 and 2014 extensions).
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from generator.documents.drawings import free_chart
from generator.documents.skeletons.marks import token, token_text
from generator.documents.vocabulary import A16, PIC, W14, WP, WP14, C, P, W

_FRESH = {
    f"{{{WP}}}docPr": "id",
    f"{{{PIC}}}cNvPr": "id",
    f"{{{P}}}cNvPr": "id",
    f"{{{A16}}}rowId": "val",
    f"{{{A16}}}colId": "val",
}
_DROPPED_ATTRIBUTES = (
    f"{{{W14}}}paraId",
    f"{{{W14}}}textId",
    f"{{{WP14}}}anchorId",
    f"{{{WP14}}}editId",
)
_DROPPED = {f"{{{A16}}}creationId"}
_CONTROL = f"{{{W}}}sdtPr"
_CHART = f"{{{C}}}chart"
_ONCE = {
    f"{{{W}}}{name}"
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference",
    )
}  # fmt: skip
_FIRST_FREE = 1_000
_HIGHEST = 2**30


def freshen(root: etree._Element, turns: Mapping[int, int]) -> None:
    """Treat the ids between loops' tokens; `turns` is +1 where one opens, -1 where it closes."""
    depth = 0
    repeated: list[etree._Element] = []
    for node in root.iter():
        if isinstance(node, etree._ProcessingInstruction):
            depth += turns.get(_number(node), 0)
        elif depth:
            repeated.append(node)
    once = 0
    for node in repeated:
        if node.tag in _FRESH:
            node.set(_FRESH[str(node.tag)], token_text("i"))
        elif node.tag == _CHART:
            free_chart(node)
        elif node.tag in _ONCE:
            once += 1
            node.addprevious(token(f"o{once}"))
            node.addnext(token("/"))
        elif node.tag in _DROPPED or (node.tag == f"{{{W}}}id" and _is_control(node)):
            _remove(node)
        for name in _DROPPED_ATTRIBUTES:
            node.attrib.pop(name, "")


def highest_id(root: etree._Element) -> int:
    """The highest id of the part, at least so high that ids kept by hand are far below."""
    highest = _FIRST_FREE
    for node in root.iter(*_FRESH):
        value = node.get(_FRESH[str(node.tag)], "")
        if value.isdigit() and int(value) < _HIGHEST:
            highest = max(highest, int(value))
    return highest


def _number(node: etree._Element) -> int:
    text = node.text or ""
    return int(text) if text.isdigit() else -1


def _is_control(node: etree._Element) -> bool:
    parent = node.getparent()
    return parent is not None and parent.tag == _CONTROL


def _remove(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)
        if len(parent) == 0 and parent.getparent() is not None and parent.tag.endswith("}ext"):
            _remove(parent)


def control_ids(root: etree._Element) -> set[int]:
    """The ids of the content controls that a part has already."""
    values = [node.get(f"{{{W}}}val", "") for node in root.iterfind(f".//{_CONTROL}/{{{W}}}id")]
    return {int(value) for value in values if value.lstrip("-").isdigit()}
