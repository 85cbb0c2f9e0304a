"""What keeps a reader out of a finished file, beyond what `ooxml_extra_checks` looks at.

Letters that cannot be told from their ground (WCAG 2.1, 1.4.3), words without a language (3.1.2),
and slides that are read aloud in another order than they are seen (1.3.2).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from generator.documents.charts.look import Colour
from generator.documents.fit.backdrops import TITLES, Backdrop
from generator.documents.fit.deck import Slide, read_slides
from generator.documents.fit.shapes import Box, Shape, shapes
from generator.documents.vocabulary import A, P, W

_FILL = f"{{{A}}}solidFill"
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_NORMAL, _LARGE = 4.5, 3.0
_LARGE_SIZE, _LARGE_BOLD = 18.0, 14.0
_FOOT = {"sldNum", "ftr", "dt"}


def findings(path: Path) -> list[str]:
    """Everything found in a file, each with its place; none is what we want."""
    if path.suffix == ".pptx":
        return [found for slide in read_slides(path.read_bytes()) for found in _in_slide(slide)]
    return list(_in_document(path))


# -- slides ------------------------------------------------------------------------------------


def _in_slide(slide: Slide) -> Iterator[str]:
    placed = [shape for shape in shapes(slide.tree, slide.behind) if _words(shape.node)]
    for found in (*_order(placed), *_languages(placed), *_contrasts(slide, placed)):
        yield f"slide {slide.number}: {found}"


def _order(placed: Sequence[Shape]) -> Iterator[str]:
    """The title comes first, and nothing is read before what stands right above it."""
    kinds = [shape.mark[0] if shape.mark else "" for shape in placed]
    if kinds and kinds[0] not in TITLES:
        yield f"{placed[0].name!r} is read before the title"
    body = [s for s in placed if s.mark is None or s.mark[0] in ("tbl", "chart", "pic")]
    for number, first in enumerate(body):
        for later in body[number + 1 :]:
            if later.box.bottom <= first.box.y and _share_a_column(first.box, later.box):
                yield f"{first.name!r} is read before {later.name!r}, which stands above it"


def _share_a_column(one: Box, other: Box) -> bool:
    shared = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    return shared > 0.5 * min(one.width, other.width)


def _languages(placed: Sequence[Shape]) -> Iterator[str]:
    for shape in placed:
        for run in shape.node.iter(f"{{{A}}}r"):
            text, look = run.findtext(f"{{{A}}}t") or "", run.find(f"{{{A}}}rPr")
            known = [] if look is None else [look.get("lang", ""), look.get("altLang", "")]
            if text.strip() and not any(known):
                yield f"{text!r} has no language"
            elif _CHINESE.search(text) and not any(one.startswith("zh") for one in known):
                yield f"{text!r} is not marked as Chinese"


def _contrasts(slide: Slide, placed: Sequence[Shape]) -> Iterator[str]:
    painted = _painted(slide)
    for shape in placed:
        body = shape.node.find(f"{{{P}}}txBody")
        for holder in [body] if body is not None else shape.node.iter(f"{{{A}}}txBody"):
            styles = slide.behind.styles(shape.mark, holder)
            for paragraph in holder.iter(f"{{{A}}}p"):
                level = styles.level(0).under(paragraph.find(f"{{{A}}}pPr"))
                for run in paragraph.iter(f"{{{A}}}r"):
                    own = run.find(f"{{{A}}}rPr")
                    type = level.type.under(own)
                    colour = _letters(own, shape, slide.behind)
                    ground = _ground(shape, painted, slide)
                    large = type.size >= (_LARGE_BOLD if type.bold else _LARGE_SIZE)
                    ratio = colour.contrast_to(ground)
                    if ratio < (_LARGE if large else _NORMAL):
                        text = run.findtext(f"{{{A}}}t")
                        yield f"{text!r} in {colour.rgb} on {ground.rgb}: {ratio:.1f} : 1"


def _letters(own: etree._Element | None, shape: Shape, behind: Backdrop) -> Colour:
    """The colour of a run: its own, its place's, its master's, or that of all texts."""
    lists = [
        keeper.find(f".//{{{A}}}lvl1pPr/{{{A}}}defRPr") for keeper in behind.behind(shape.mark)
    ]
    kind = "titleStyle" if shape.mark and shape.mark[0] in TITLES else "bodyStyle"
    style = behind.master.find(f"{{{P}}}txStyles/{{{P}}}{kind}/{{{A}}}lvl1pPr/{{{A}}}defRPr")
    for holder in (own, *lists, style if shape.mark else None):
        if holder is not None and (fill := holder.find(_FILL)) is not None:
            return _colour(fill, behind)
    return _scheme("tx1", behind)


def _painted(slide: Slide) -> list[tuple[Box, Colour]]:
    """Filled areas from the back to the front: the layout's, then the slide's."""
    drawn = [*shapes(slide.behind.layout, slide.behind), *shapes(slide.tree, slide.behind)]
    filled = [(shape.box, shape.node.find(f"{{{P}}}spPr/{_FILL}")) for shape in drawn]
    return [(box, _colour(fill, slide.behind)) for box, fill in filled if fill is not None]


def _ground(shape: Shape, painted: Sequence[tuple[Box, Colour]], slide: Slide) -> Colour:
    """What lies right behind a shape's words."""
    own = shape.node.find(f"{{{P}}}spPr/{_FILL}")
    if own is not None:
        return _colour(own, slide.behind)
    for box, colour in reversed(painted):
        if _inside(shape.box, box):
            return colour
    for part in (slide.tree, slide.behind.layout, slide.behind.master):
        fill = part.find(f"{{{P}}}cSld/{{{P}}}bg/{{{P}}}bgPr/{_FILL}")
        if fill is not None:
            return _colour(fill, slide.behind)
    return Colour("FFFFFF")


def _inside(inner: Box, outer: Box) -> bool:
    across = outer.x <= inner.x + 1 and inner.x + inner.width <= outer.x + outer.width + 1
    return across and outer.y <= inner.y + 1 and inner.bottom <= outer.bottom + 1


def _colour(fill: etree._Element, behind: Backdrop) -> Colour:
    if fill[0].tag == f"{{{A}}}srgbClr":
        return Colour(fill[0].get("val"))
    return _scheme(fill[0].get("val"), behind)


def _scheme(name: str, behind: Backdrop) -> Colour:
    slot = behind.master.find(f"{{{P}}}clrMap").get(name, name)
    value = behind.theme.find(f".//{{{A}}}clrScheme/{{{A}}}{slot}")[0]
    return Colour(value.get("lastClr") or value.get("val"))


def _words(node: etree._Element) -> str:
    return "".join(text.text or "" for text in node.iter(f"{{{A}}}t")).strip()


# -- documents ---------------------------------------------------------------------------------


def _in_document(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as package:
        roots = {
            name: etree.fromstring(package.read(name))
            for name in package.namelist()
            if re.fullmatch(r"word/(document|styles|footnotes|header\d*|footer\d*)\.xml", name)
        }
    styles = {
        s.get(f"{{{W}}}styleId"): s for s in roots.pop("word/styles.xml").iter(f"{{{W}}}style")
    }
    for name, root in roots.items():
        for run in root.iter(f"{{{W}}}r"):
            text = "".join(t.text or "" for t in run.iter(f"{{{W}}}t"))
            colour, ground = _word_letters(run, styles), _word_ground(run)
            if text.strip() and colour.contrast_to(ground) < _NORMAL:
                ratio = colour.contrast_to(ground)
                yield f"{name}: {text!r} in {colour.rgb} on {ground.rgb}: {ratio:.1f} : 1"


def _word_letters(run: etree._Element, styles: dict[str, etree._Element]) -> Colour:
    """The colour of a run: its own, its style's, its paragraph's style's; black when none says."""
    paragraph = next(run.iterancestors(f"{{{W}}}p"))
    named = (run.find(f"{{{W}}}rPr/{{{W}}}rStyle"), paragraph.find(f"{{{W}}}pPr/{{{W}}}pStyle"))
    holders = [run]
    for style in named:
        id = "Normal" if style is None else style.get(f"{{{W}}}val")
        while id in styles:
            holders.append(styles[id])
            parent = styles[id].find(f"{{{W}}}basedOn")
            id = None if parent is None else parent.get(f"{{{W}}}val")
    for holder in holders:
        colour = holder.find(f"{{{W}}}rPr/{{{W}}}color")
        if colour is not None and colour.get(f"{{{W}}}val") != "auto":
            return Colour(colour.get(f"{{{W}}}val"))
    return Colour("000000")


def _word_ground(run: etree._Element) -> Colour:
    """The shading of the paragraph or of the nearest cell that has one; white otherwise."""
    for holder in run.iterancestors(f"{{{W}}}p", f"{{{W}}}tc"):
        shade = holder.find(f"{{{W}}}pPr/{{{W}}}shd")
        shade = holder.find(f"{{{W}}}tcPr/{{{W}}}shd") if shade is None else shade
        if shade is not None and shade.get(f"{{{W}}}fill", "auto") != "auto":
            return Colour(shade.get(f"{{{W}}}fill"))
    return Colour("FFFFFF")
