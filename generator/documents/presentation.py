"""PowerPoint: slides with their notes in order, a place on them in words, and shapes as anchors."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from generator.documents.frames import Shape
from generator.documents.packages.package import Package
from generator.documents.packages.parsing import parse
from generator.documents.packages.relations import read_relations
from generator.documents.skeletons.marks import token, token_text
from generator.documents.skeletons.texts import Text
from generator.documents.vocabulary import SLIDES, P, R

_SHAPES = (f"{{{P}}}sp", f"{{{P}}}graphicFrame", f"{{{P}}}pic", f"{{{P}}}cxnSp")
_ANCHORS = (f"{{{P}}}sp", f"{{{P}}}graphicFrame")
_NAME = f"{{{P}}}cNvPr"
_PROPERTIES = f"{{{P}}}nvPr"
_DATA = f"{{{P}}}custDataLst"
_EXTENSIONS = f"{{{P}}}extLst"


def slide_parts(package: Package, main: str) -> dict[str, str]:
    """The slides in the order of the deck, each followed by its notes."""
    relations = {r.id: r.target for r in read_relations(package, main)}
    root = parse(package.read(main), package.place)
    parts: dict[str, str] = {}
    for number, slide in enumerate(root.iter(f"{{{P}}}sldId"), 1):
        name = relations.get(slide.get(f"{{{R}}}id", ""), "")
        if name in package:
            parts[name] = f"slide {number}"
            for relation in read_relations(package, name):
                if relation.kind == "notesSlide" and relation.target in package:
                    parts[relation.target] = f"notes of slide {number}"
    return parts


def where(text: Text, title: str) -> str:
    """A text's place as a reader would find it: "slide 3, 'Table 4', row 2, column 3"."""
    spots = [title]
    shape = next(iter(_around(text.node, _SHAPES)), None)
    if shape is not None:
        spots.append(repr(_name(shape)))
    if text.kind == "attribute":
        spots.append("alternative text")
    row = next(iter(_around(text.node, (SLIDES.row,))), None)
    if row is not None:
        cell = next(iter(_around(text.node, (SLIDES.cell,))))
        spots += [f"row {_number(row)}", f"column {_number(cell)}"]
    body = text.node.getparent() if text.kind == "runs" else None
    if body is not None and len(body.findall(SLIDES.paragraph)) > 1:
        spots.append(f"paragraph {_number(text.node)}")
    return ", ".join(spots)


def mark_shapes(texts: Iterable[Text], first: int) -> dict[Text, Shape]:
    """Open the name of every shape that shows values; `first` is the running number to start at.

    Late marks answer for the name (``n5``), for a tag list (``d5``) and, in tables, count rows
    and columns.
    """
    shapes: dict[etree._Element, Shape] = {}
    found: dict[Text, Shape] = {}
    for text in texts:
        node = next(iter(_around(text.node, _ANCHORS)), None)
        if node is None or text.kind != "runs":
            continue
        if node not in shapes:
            table = node.tag == f"{{{P}}}graphicFrame"
            shapes[node] = Shape(first + len(shapes), _name(node), table)
            _open_name(node, shapes[node].number)
            if table:
                _count_cells(node)
        found[text] = shapes[node]
    return found


def _open_name(node: etree._Element, number: int) -> None:
    name = node.find(f".//{_NAME}")
    properties = node.find(f".//{_PROPERTIES}")
    if name is not None:
        name.set("name", token_text(f"n{number}"))
    if properties is not None:
        for data in properties.findall(_DATA):
            properties.remove(data)
        extensions = properties.find(_EXTENSIONS)
        at = len(properties) if extensions is None else properties.index(extensions)
        properties.insert(at, token(f"d{number}"))


def _count_cells(frame: etree._Element) -> None:
    for table in frame.iter(SLIDES.table):
        table.insert(0, token("t"))
        for row in list(table.iter(SLIDES.row)):
            for cell in row.findall(SLIDES.cell):
                cell.addprevious(token("c"))
            row.addprevious(token("r"))


def _around(node: etree._Element, tags: tuple[str, ...]) -> Iterable[etree._Element]:
    if node.tag in tags:
        yield node
    yield from node.iterancestors(*tags)


def _name(shape: etree._Element) -> str:
    name = shape.find(f".//{_NAME}")
    return "" if name is None else name.get("name", "")


def _number(node: etree._Element) -> int:
    """Which of its kind among its siblings, from 1."""
    return 1 + sum(1 for _ in node.itersiblings(node.tag, preceding=True))
