"""Word: the parts that hold text, and a place in them put in words."""

from __future__ import annotations

from lxml import etree

from generator.documents.office import CUSTOM_TITLE
from generator.documents.packages.package import Package
from generator.documents.packages.relations import read_relations
from generator.documents.skeletons.ordinals import Ordinals
from generator.documents.skeletons.texts import Text
from generator.documents.vocabulary import WP, W

_PARAGRAPH, _TABLE = f"{{{W}}}p", f"{{{W}}}tbl"
_ROW, _CELL = f"{{{W}}}tr", f"{{{W}}}tc"
_BOX = f"{{{W}}}txbxContent"
_NOTES = {
    f"{{{W}}}footnote": "footnote",
    f"{{{W}}}endnote": "endnote",
    f"{{{W}}}comment": "comment",
}
_NAMES = {f"{{{WP}}}docPr"}
_NUMBERED = {"header": "header", "footer": "footer"}
_SINGLE = {"footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments"}


def text_parts(package: Package, main: str) -> dict[str, str]:
    """The body, then headers, footers, notes and comments."""
    parts = {main: "body"}
    relations = read_relations(package, main)
    for kind, title in _NUMBERED.items():
        targets = dict.fromkeys(r.target for r in relations if r.kind == kind)
        for number, target in enumerate(targets, 1):
            parts[target] = title if len(targets) == 1 else f"{title} {number}"
    for kind, title in _SINGLE.items():
        parts.update({r.target: title for r in relations if r.kind == kind})
    return {name: title for name, title in parts.items() if name in package}


def where(text: Text, title: str, ordinals: Ordinals) -> str:
    """A text's place as a reader would find it: "body, table 2, row 3, cell 1"."""
    spots: list[str] = []
    child = text.node
    for parent in text.node.iterancestors():
        spot = _spot(child, parent, ordinals)
        if spot:
            spots.append(spot)
        child = parent
    if title == CUSTOM_TITLE:
        holder = text.node.getparent()
        spots = [] if holder is None else [repr(holder.get("name", ""))]
    elif text.node.tag in _NAMES:
        spots.insert(0, f"alternative text of {text.node.get('name', '')!r}")
    elif text.kind != "runs":
        spots.insert(0, "field" if text.kind == "node" else "property")
    return ", ".join([title, *reversed(spots)])


def _spot(child: etree._Element, parent: etree._Element, ordinals: Ordinals) -> str:
    if child.tag == _ROW:
        return f"row {ordinals.among_siblings(child)}"
    if child.tag == _CELL:
        return f"cell {ordinals.among_siblings(child)}"
    if child.tag == _TABLE:
        return f"table {ordinals.in_part(child)}"
    if child.tag in _NOTES:
        id = child.get(f"{{{W}}}id", "")  # a note that stands at its reference has none yet
        return f"{_NOTES[child.tag]} {id}" if id.isdigit() else _NOTES[child.tag]
    if child.tag == _BOX:
        return "text box"
    if child.tag == _PARAGRAPH and (parent.tag != _CELL or len(parent.findall(_PARAGRAPH)) > 1):
        return f"paragraph {ordinals.among_siblings(child)}"
    return ""
