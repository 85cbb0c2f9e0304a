"""Names and numbers that must be a document's only ones: bookmarks, drawings, tracked changes.

What refers to a bookmark follows it: links, fields, links on pictures (ECMA-376 part 1, 17.13,
17.16 and 20.4.2.5).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from generator.documents.subdocuments.xml import ID, w
from generator.documents.vocabulary import WP

BOOKMARK_MOST = 40  # characters that Word takes in a bookmark's name
_START, _NAME = w("bookmarkStart"), w("name")
_DRAWING = f"{{{WP}}}docPr"
_MOVES = (w("moveFromRangeStart"), w("moveToRangeStart"))
_RANGES = ("bookmark", "moveFromRange", "moveToRange", "customXmlInsRange", "customXmlDelRange",
           "customXmlMoveFromRange", "customXmlMoveToRange")  # fmt: skip
_PAIRED = {w(name + end): name for name in _RANGES for end in ("Start", "End")}
_SINGLE = frozenset(
    w(name)
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange",
        "tblGridChange", "trPrChange", "tcPrChange", "tblPrExChange", "numberingChange",
        "cellIns", "cellDel", "cellMerge",
    )
)  # fmt: skip
_NUMBERED = (*_SINGLE, *_PAIRED)
_SHAPES = "{urn:schemas-microsoft-com:vml}*"
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_FIELD, _CODE, _SIMPLE = w("fldChar"), w("instrText"), w("fldSimple")
_FIRST_WORD = re.compile(r"\s*\S+\s?")


@dataclass(slots=True)
class Names:
    """What a document has of these so far; `drawings` gives drawing ids that nothing has."""

    drawings: Iterator[int]
    bookmarks: set[str] = field(default_factory=set)
    shapes: set[str] = field(default_factory=set)
    moves: set[str] = field(default_factory=set)
    highest: int = 0

    def learn(self, roots: Iterable[etree._Element]) -> None:
        """Note what the document's own parts have."""
        for root in roots:
            self.bookmarks.update(name.lower() for name in _named([root], _START))
            self.moves.update(name.lower() for name in _named([root], *_MOVES))
            self.shapes.update(name.lower() for name in _shape_names([root]))
            numbers = (str(node.get(ID, "")) for node in root.iter(*_NUMBERED))
            self.highest = max([self.highest, *(int(n) for n in numbers if n.isdigit())])

    def renew(self, roots: list[etree._Element]) -> dict[str, str]:
        """Make names and numbers in the parts of one sub-document new; renamed bookmarks."""
        bookmarks = _renamed(_named(roots, _START), self.bookmarks)
        moves = _renamed(_named(roots, *_MOVES), self.moves)
        shapes = _renamed(_shape_names(roots), self.shapes)
        pairs: dict[tuple[str, str], str] = {}
        for root in roots:
            self._renumber(root, pairs)
            _rename(root, bookmarks, (_START,), _NAME)
            _rename(root, moves, _MOVES, _NAME)
            _rename(root, shapes, (_SHAPES,), "id")
            _rename(root, {f"#{old}": f"#{new}" for old, new in shapes.items()}, (_SHAPES,), "type")
            _rename(root, shapes, (_OLE,), "ShapeID")
            _rename(root, bookmarks, (w("hyperlink"),), w("anchor"))
            if bookmarks:
                _rename_in_fields(root, bookmarks)
        return bookmarks

    def _renumber(self, root: etree._Element, pairs: dict[tuple[str, str], str]) -> None:
        for drawing in root.iter(_DRAWING):
            drawing.set("id", str(next(self.drawings)))
        for node in root.iter(*_NUMBERED):
            pair = (_PAIRED.get(str(node.tag), ""), str(node.get(ID, "")))
            new = pairs.get(pair) or self._next()
            node.set(ID, new)
            if pair[0]:
                pairs[pair] = new

    def _next(self) -> str:
        self.highest += 1
        return str(self.highest)


def _named(roots: list[etree._Element], *tags: str) -> list[str]:
    return [str(node.get(_NAME, "")) for root in roots for node in root.iter(*tags)]


def _shape_names(roots: list[etree._Element]) -> list[str]:
    """Shapes of the old drawing language, and the kinds of shapes that they name."""
    nodes = (node for root in roots for node in root.iter(_SHAPES))
    return [str(node.get("id")) for node in nodes if node.get("id") is not None]


def _renamed(names: list[str], taken: set[str]) -> dict[str, str]:
    """New names for those that are taken; all of them are taken afterwards."""
    renamed: dict[str, str] = {}
    own = {name.lower() for name in names}
    for name in dict.fromkeys(names):
        new, number = name, 1
        while new.lower() in taken or (new != name and new.lower() in own):
            number += 1
            tail = f"_{number}"
            new = name[: BOOKMARK_MOST - len(tail)] + tail
        if new != name:
            renamed[name] = new
        taken.add(new.lower())
    return renamed


def _rename(
    root: etree._Element, names: Mapping[str, str], tags: Iterable[str], attribute: str
) -> None:
    for node in root.iter(*tags) if names else ():
        known = str(node.get(attribute, ""))
        if known in names:
            node.set(attribute, names[known])


def _rename_in_fields(root: etree._Element, names: Mapping[str, str]) -> None:
    for simple in root.iter(_SIMPLE):
        simple.set(w("instr"), _rename_code(str(simple.get(w("instr"), "")), names))
    for nodes in _codes(root):
        code = "".join(node.text or "" for node in nodes)
        new = _rename_code(code, names)
        if new != code:
            nodes[0].text = new
            for node in nodes[1:]:
                node.text = ""


def _codes(root: etree._Element) -> list[list[etree._Element]]:
    """The pieces of every field's code: Word cuts one into many runs, fields stand in fields."""
    done: list[list[etree._Element]] = []
    stack: list[list[etree._Element]] = []
    for node in root.iter(_FIELD, _CODE):
        if node.tag == _CODE:
            if stack:
                stack[-1].append(node)
        elif node.get(w("fldCharType")) == "begin":
            stack.append([])
        elif node.get(w("fldCharType")) == "end" and stack:
            done.append(stack.pop())
    return [nodes for nodes in done if nodes]


def _rename_code(code: str, names: Mapping[str, str]) -> str:
    """A field's code with other bookmarks; its first word says what the field does."""
    head = _FIRST_WORD.match(code)
    at = head.end() if head else 0
    wanted = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    rest = re.sub(rf"(?<!\w)(?:{wanted})(?!\w)", lambda found: names[found.group()], code[at:])
    return code[:at] + rest
