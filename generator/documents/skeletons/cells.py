"""Cells whose tags say how they merge, how many columns they span and what colour they have.

In Word a merged cell is left out across (``gridSpan``) and continued down (``vMerge``); in a slide
every cell stays and says that it is merged (``hMerge``, ``vMerge``). ECMA-376 part 1, 17.4 and
21.1.3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from generator.documents.skeletons.marks import token, token_text
from generator.documents.vocabulary import WORD, A, Vocabulary, W, names

_WORD_ORDER = (
    "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar",
    "textDirection", "tcFitText", "vAlign", "hideMark",
)  # fmt: skip
_LINES = names(A, "lnL", "lnR", "lnT", "lnB", "lnTlToBr", "lnBlToTr", "cell3D")
_FILLS = names(A, "noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
_W, _A = f"{{{W}}}", f"{{{A}}}"


@dataclass(frozen=True, slots=True)
class CellAsk:
    """A tag of a cell: its word, its spot, and the numbers of the slots that do its work."""

    word: str
    spot: int
    slots: tuple[int, ...]


SLOTS = {"colspan": 3, "cellbg": 3, "vm": 5, "hm": 5}  # how many slots each word may need


def apply_ask(ask: CellAsk, cell: etree._Element, words: Vocabulary) -> None:
    """Put a tag's slots into its cell."""
    work = {"colspan": _span, "cellbg": _shade, "vm": _merge_down, "hm": _merge_across}
    work[ask.word](cell, ask.slots, words)


def span_of(cell: etree._Element, words: Vocabulary) -> int:
    """How many columns a cell spans in the template."""
    if words is not WORD:
        value = cell.get("gridSpan", "1")
    else:
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        value = "1" if span is None else span.get(f"{_W}val", "1")
    return int(value) if value.isdigit() else 1


def groups_of(ask: CellAsk, words: Vocabulary) -> list[tuple[int, ...]]:
    """The blocks that the tag's slots make."""
    first, second, third = ask.slots[-3:]
    if ask.word == "colspan":
        return [] if words is WORD else [(second, third)]
    if ask.word == "cellbg":
        return [] if words is WORD else [(first, third)]
    if ask.word == "hm" and words is WORD:
        return [(first, third)]
    return [(first, second, third)]


# -- spans and colours -----------------------------------------------------------------------


def _span(cell: etree._Element, slots: Sequence[int], words: Vocabulary) -> None:
    value, opening, closing = slots
    if words is WORD:
        _property(cell, "gridSpan").set(f"{_W}val", token_text(str(value)))
        return
    cell.set("gridSpan", token_text(str(value)))
    hidden = _hidden_cell(cell)
    for node in (token(str(closing)), hidden, token(str(opening))):
        cell.addnext(node)


def _hidden_cell(cell: etree._Element) -> etree._Element:
    """The cell of a slide's table that another one covers."""
    hidden = etree.SubElement(cell, cell.tag, {"hMerge": "1"})
    body = etree.SubElement(hidden, f"{_A}txBody")
    etree.SubElement(body, f"{_A}bodyPr")
    etree.SubElement(body, f"{_A}p")
    etree.SubElement(hidden, f"{_A}tcPr")
    return hidden


def _shade(cell: etree._Element, slots: Sequence[int], words: Vocabulary) -> None:
    opening, value, closing = slots
    if words is WORD:
        shade = _property(cell, "shd")
        shade.set(f"{_W}val", "clear")
        shade.set(f"{_W}color", "auto")
        shade.set(f"{_W}fill", token_text(str(value)))
        return
    properties = cell.find(f"{_A}tcPr")
    if properties is None:
        properties = etree.SubElement(cell, f"{_A}tcPr")
    for child in list(properties):
        if child.tag in _FILLS:
            properties.remove(child)
    fill = etree.Element(f"{_A}solidFill")
    etree.SubElement(fill, f"{_A}srgbClr", {"val": token_text(str(value))})
    at = sum(1 for child in properties if child.tag in _LINES)
    properties[at:at] = [token(str(opening)), fill, token(str(closing))]


def _property(cell: etree._Element, name: str) -> etree._Element:
    """A new property of a cell of Word, in the schema's order and in place of an old one."""
    properties = cell.find(f"{_W}tcPr")
    if properties is None:
        properties = cell.makeelement(f"{_W}tcPr")
        cell.insert(0, properties)
    for old in properties.findall(f"{_W}{name}"):
        properties.remove(old)
    before = {f"{_W}{other}" for other in _WORD_ORDER[: _WORD_ORDER.index(name)]}
    at = sum(1 for child in properties if child.tag in before)
    made = properties.makeelement(f"{_W}{name}")
    properties.insert(at, made)
    return made


# -- merges ----------------------------------------------------------------------------------


def _merge_down(cell: etree._Element, slots: Sequence[int], words: Vocabulary) -> None:
    first, second, *hiding = slots
    if words is WORD:
        _property(cell, "vMerge").set(f"{_W}val", token_text(str(first)))
        content = [child for child in cell if child.tag not in words.heads]
        _hide(cell, content, hiding, f"{_W}p")
    else:
        cell.set("rowSpan", token_text(str(first)))
        cell.set("vMerge", token_text(str(second)))
        _hide_text(cell, hiding, words)


def _merge_across(cell: etree._Element, slots: Sequence[int], words: Vocabulary) -> None:
    first, second, *hiding = slots
    if words is WORD:
        _property(cell, "gridSpan").set(f"{_W}val", token_text(str(first)))
        cell.addprevious(token(str(hiding[0])))
        cell.addnext(token(str(hiding[-1])))
    else:
        cell.set("gridSpan", token_text(str(first)))
        cell.set("hMerge", token_text(str(second)))
        _hide_text(cell, hiding, words)


def _hide_text(cell: etree._Element, hiding: Sequence[int], words: Vocabulary) -> None:
    body = cell.find(f"{_A}txBody")
    if body is not None:
        content = [child for child in body if child.tag not in words.heads]
        _hide(body, content, hiding, f"{_A}p")


def _hide(
    parent: etree._Element, content: list[etree._Element], hiding: Sequence[int], empty: str
) -> None:
    """The content in the first turn, an empty paragraph in the others."""
    opening, branch, closing = (token(str(number)) for number in hiding)
    content[0].addprevious(opening)
    parent.append(branch)
    etree.SubElement(parent, empty)
    parent.append(closing)


def sources_of(
    ask: CellAsk, source: str, loop: str, span: int, words: Vocabulary
) -> Mapping[int, str]:
    """What each slot of a tag says in the template's program.

    `source` is the tag as the program reads it, `loop` the loop that owns the row or column, and
    `span` what the cell spans in the template.
    """
    if ask.word == "colspan":
        value, opening, closing = ask.slots
        inside = source[2:-2].strip()
        more = f"{{% for _ in range({inside} - 1) %}}"
        return {value: source, opening: more, closing: "{% endfor %}"}
    if ask.word == "cellbg":
        opening, value, closing = ask.slots
        inside = source[2:-2].strip().removesuffix("|cellbg")
        given = f"{{% if {inside} is not defined or {inside}|string %}}"
        return {opening: given, value: source, closing: "{% endif %}"}
    first, second, opening, branch, closing = ask.slots
    hiding = {
        opening: f"{{% if {loop}.first %}}", branch: "{% else %}", closing: "{% endif %}",
    }  # fmt: skip
    many = f"{loop}.length * {span}"
    if words is not WORD:
        merged = {
            first: f"{{{{ {many} if {loop}.first else 1 }}}}",
            second: f"{{{{ 0 if {loop}.first else 1 }}}}",
        }
    elif ask.word == "vm":
        merged = {first: f"{{{{ 'restart' if {loop}.first else 'continue' }}}}"}
    else:
        merged = {first: f"{{{{ {many} }}}}"}
    return {**merged, **hiding}
