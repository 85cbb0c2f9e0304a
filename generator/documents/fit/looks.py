"""How words on a slide stand: sizes and spacing, each from the nearest that says it.

Run, paragraph, shape, layout, master, the master's text styles, the deck's defaults (ECMA-376
part 1, 19.3.1.36 and 21.1.2.4). All lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from lxml import etree

from generator.documents.fit.advances import Advances, advances
from generator.documents.vocabulary import A

POINTS_PER_EMU = 1 / 12_700
_PERCENT = 100_000
_HUNDREDTHS = 100
# -- single spacing in sizes of type: of Latin faces, and of 微软雅黑, the tallest in common use --
_SINGLE, _SINGLE_CHINESE = 1.2, 1.32
_EAST_ASIAN = ("zh", "ja", "ko")
_LATIN, _RUN_DEFAULTS = f"{{{A}}}latin", f"{{{A}}}defRPr"
_IN_POINTS = f"{{{A}}}spcPts"


@dataclass(frozen=True, slots=True)
class Spacing:
    """So many points, or a share of single spacing."""

    points: float = 0.0
    share: float = 0.0

    def of(self, size: float, chinese: bool) -> float:
        """Points at a size of type."""
        return self.points or self.share * size * (_SINGLE_CHINESE if chinese else _SINGLE)


@dataclass(frozen=True, slots=True)
class Type:
    """The type of a run: its size, face and language."""

    size: float = 18.0
    bold: bool = False
    face: str = "+mn-lt"
    chinese: bool = False

    def under(self, node: etree._Element | None) -> Type:
        """As an ``a:rPr``, ``a:defRPr`` or ``a:endParaRPr`` changes it."""
        if node is None:
            return self
        size, bold, language = node.get("sz"), node.get("b"), node.get("lang")
        face = node.find(_LATIN)
        return Type(
            self.size if size is None else int(size) / _HUNDREDTHS,
            self.bold if bold is None else bold in ("1", "true"),
            self.face if face is None else face.get("typeface", ""),
            self.chinese if not language else language.startswith(_EAST_ASIAN),
        )

    def advances(self, fonts: Mapping[str, str]) -> Advances:
        """The widths of its characters; `fonts` are the theme's, by the names that mean them."""
        return advances(fonts.get(self.face, self.face), self.bold, self.chinese)


@dataclass(frozen=True, slots=True)
class Look:
    """The type of a paragraph's runs, its spacing and its indents."""

    type: Type = Type()
    line: Spacing = Spacing(share=1.0)
    before: Spacing = Spacing()
    after: Spacing = Spacing()
    left: float = 0.0
    right: float = 0.0
    indent: float = 0.0

    def under(self, node: etree._Element | None) -> Look:
        """As an ``a:pPr`` or a level of a list style changes it."""
        if node is None:
            return self
        children = {child.tag: child for child in node}
        return Look(
            self.type.under(children.get(_RUN_DEFAULTS)),
            _spacing(children, "lnSpc", self.line),
            _spacing(children, "spcBef", self.before),
            _spacing(children, "spcAft", self.after),
            _length(node, "marL", self.left),
            _length(node, "marR", self.right),
            _length(node, "indent", self.indent),
        )


class Styles:
    """The looks of a text's levels, from list styles in order, the nearest last."""

    def __init__(self, lists: Iterable[etree._Element | None]) -> None:
        self._lists = [node for node in lists if node is not None and len(node)]
        self._levels: dict[int, Look] = {}

    def level(self, number: int) -> Look:
        """The look of a level, from 0 to 8, where a paragraph says nothing itself."""
        if number not in self._levels:
            look = Look()
            for node in self._lists:
                look = look.under(node.find(f"{{{A}}}defPPr"))
                look = look.under(node.find(f"{{{A}}}lvl{number + 1}pPr"))
            self._levels[number] = look
        return self._levels[number]


def theme_fonts(theme: etree._Element) -> dict[str, str]:
    """The Latin faces that ``+mj-lt`` and ``+mn-lt`` stand for."""
    found = {}
    for name, kind in (("+mj-lt", "majorFont"), ("+mn-lt", "minorFont")):
        node = theme.find(f".//{{{A}}}{kind}/{_LATIN}")
        found[name] = "" if node is None else node.get("typeface", "")
    return found


def share(value: str) -> float:
    """A percentage as ``100000`` or, in Strict files, ``100%``."""
    return float(value[:-1]) / 100 if value.endswith("%") else int(value) / _PERCENT


def _length(node: etree._Element, name: str, known: float) -> float:
    value = node.get(name)
    return known if value is None else int(value) * POINTS_PER_EMU


def _spacing(children: Mapping[str, etree._Element], name: str, known: Spacing) -> Spacing:
    holder = children.get(f"{{{A}}}{name}")
    if holder is None or not len(holder):
        return known
    return _said_spacing(holder[0].tag == _IN_POINTS, holder[0].get("val", "0"))


@cache
def _said_spacing(in_points: bool, value: str) -> Spacing:
    return Spacing(points=int(value) / _HUNDREDTHS) if in_points else Spacing(share=share(value))
