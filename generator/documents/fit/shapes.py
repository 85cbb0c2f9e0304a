"""The shapes of a slide: where each stands, in points, and how it holds its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from lxml import etree

from generator.documents.fit.backdrops import Backdrop, Mark, mark_of
from generator.documents.fit.looks import POINTS_PER_EMU, share
from generator.documents.fit.slide_text import NOT_SHRUNK, Shrink
from generator.documents.vocabulary import MC, A, P

_SHOWN = frozenset(f"{{{P}}}{name}" for name in ("sp", "pic", "cxnSp", "graphicFrame"))
_GROUP = f"{{{P}}}grpSp"
_EITHER, _CHOICE = f"{{{MC}}}AlternateContent", f"{{{MC}}}Choice"
_TREE = f"{{{P}}}cSld/{{{P}}}spTree"
_FRAME, _PROPERTIES, _XFRM = f"{{{P}}}graphicFrame", f"{{{P}}}spPr", f"{{{A}}}xfrm"
_FRAME_XFRM = f"{{{P}}}xfrm"
_BODY = f"{{{P}}}txBody/{{{A}}}bodyPr"
_FITS = frozenset(f"{{{A}}}{name}" for name in ("noAutofit", "normAutofit", "spAutoFit"))
_GROWS = f"{{{A}}}spAutoFit"
_DEFAULTS = {
    "lIns": "91440", "tIns": "45720", "rIns": "91440", "bIns": "45720",
    "vert": "horz", "wrap": "square", "numCol": "1", "spcCol": "0",
}  # fmt: skip
# -- how much of a shape's width and height its text may use, where that is not all (20.1.10.56) --
_INNER = {"ellipse": 0.707, "diamond": 0.5, "flowChartDecision": 0.5, "flowChartConnector": 0.707}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a slide, in points from the top left."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape with its place, and its mark when it is a placeholder."""

    node: etree._Element
    mark: Mark | None
    box: Box

    @property
    def name(self) -> str:
        return self.node[0][0].get("name", "")


@dataclass(frozen=True, slots=True)
class Frame:
    """How a shape holds its text: room inside in points, and what happens when it is too long."""

    width: float
    height: float
    wraps: bool
    grows: bool
    shrink: Shrink


@dataclass(frozen=True, slots=True)
class _Scale:
    """How a group places what is in it: x → x · width + left, and so on."""

    width: float = 1.0
    height: float = 1.0
    left: float = 0.0
    top: float = 0.0

    def place(self, box: Box) -> Box:
        return Box(
            box.x * self.width + self.left,
            box.y * self.height + self.top,
            box.width * self.width,
            box.height * self.height,
        )


_WHOLE = _Scale()


def shapes(part: etree._Element, behind: Backdrop) -> list[Shape]:
    """Every shape of a slide or layout that has a place, groups opened, in drawing order."""
    tree = part.find(_TREE)
    return [] if tree is None else list(_inside(tree, behind, _WHOLE))


def frame_of(shape: Shape, behind: Backdrop) -> Frame:
    """The room for text in a shape."""
    said: list[tuple[str, str]] = []
    fit = None
    for holder in (*reversed(behind.behind(shape.mark)), shape.node):
        body = holder.find(_BODY)
        if body is not None:
            said += body.attrib.items()  # type: ignore[arg-type]  # names and values are str
            fit = next((child for child in body if child.tag in _FITS), fit)
    walls = _walls(tuple(said))
    width, height = walls.room(shape.box, _inner(shape.node))
    grows = fit is not None and fit.tag == _GROWS
    return Frame(width, height, walls.wraps, grows, _shrunk(fit))


@dataclass(frozen=True, slots=True)
class _Walls:
    """What a text body says of its room, in points."""

    across: float  # both insets
    down: float
    upright: bool
    wraps: bool
    columns: int
    gap: float

    def room(self, box: Box, inner: float) -> tuple[float, float]:
        """Width of a line and height for lines, all columns of the text in one."""
        width, height = box.width * inner - self.across, box.height * inner - self.down
        if not self.upright:
            width, height = height, width
        return (width - (self.columns - 1) * self.gap) / self.columns, height * self.columns


@cache
def _walls(said: tuple[tuple[str, str], ...]) -> _Walls:
    """From the attributes of the body, the farthest holder's first."""
    known = _DEFAULTS | dict(said)
    return _Walls(
        _points(known, "lIns") + _points(known, "rIns"),
        _points(known, "tIns") + _points(known, "bIns"),
        known["vert"] == "horz",
        known["wrap"] != "none",
        max(1, int(known["numCol"])),
        _points(known, "spcCol"),
    )


def _inside(tree: etree._Element, behind: Backdrop, scale: _Scale) -> Iterator[Shape]:
    for child in tree:
        if child.tag in _SHOWN:
            mark = mark_of(child)
            box = _box_of(child, mark, behind)
            if box is not None:
                yield Shape(child, mark, box if scale is _WHOLE else scale.place(box))
        elif child.tag == _GROUP:
            yield from _inside(child, behind, _scaled(child, scale))
        elif child.tag == _EITHER and (choice := child.find(_CHOICE)) is not None:
            yield from _inside(choice, behind, scale)


def _box_of(node: etree._Element, mark: Mark | None, behind: Backdrop) -> Box | None:
    """A shape's own place, or the one that layout or master keeps for it."""
    for holder in (node, *behind.behind(mark)):
        if holder.tag == _FRAME:
            place = holder.find(_FRAME_XFRM)
        else:
            properties = holder.find(_PROPERTIES)
            place = None if properties is None else properties.find(_XFRM)
        if place is not None and len(place) >= 2:
            return _box(place[0], place[1])
    return None


def _scaled(group: etree._Element, scale: _Scale) -> _Scale:
    """A group's place and the rectangle that its members are placed in: off, ext, chOff, chExt."""
    place = group.find(f"{{{P}}}grpSpPr/{_XFRM}")
    if place is None or len(place) < 4:
        return scale
    outer, inner = scale.place(_box(place[0], place[1])), _box(place[2], place[3])
    width = outer.width / inner.width if inner.width else 1.0
    height = outer.height / inner.height if inner.height else 1.0
    return _Scale(width, height, outer.x - inner.x * width, outer.y - inner.y * height)


def _box(at: etree._Element, size: etree._Element) -> Box:
    return Box(
        int(at.get("x", "0")) * POINTS_PER_EMU,
        int(at.get("y", "0")) * POINTS_PER_EMU,
        int(size.get("cx", "0")) * POINTS_PER_EMU,
        int(size.get("cy", "0")) * POINTS_PER_EMU,
    )


def _points(said: Mapping[str, str], name: str) -> float:
    return int(said[name]) * POINTS_PER_EMU


def _inner(shape: etree._Element) -> float:
    preset = shape.find(f"{_PROPERTIES}/{{{A}}}prstGeom")
    return 1.0 if preset is None else _INNER.get(preset.get("prst", ""), 1.0)


def _shrunk(fit: etree._Element | None) -> Shrink:
    if fit is None or fit.tag != f"{{{A}}}normAutofit":
        return NOT_SHRUNK
    return Shrink(share(fit.get("fontScale", "100%")), share(fit.get("lnSpcReduction", "0%")))
