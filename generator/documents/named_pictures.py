"""Pictures of a finished part by their names, titles and alternative texts.

The names stand at the picture itself and, in Word, at the drawing round it (ECMA-376 part 1,
20.2.2.3, 20.4.2.5 and 19.3.1.12).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from lxml import etree

from generator.documents.packages.parsing import parse
from generator.documents.skeletons.cut import DECLARATION
from generator.documents.vocabulary import PIC, WP, A, P, R
from generator.model import Place

_BLIP, _EMBED, _EXTRAS = f"{{{A}}}blip", f"{{{R}}}embed", f"{{{A}}}extLst"
_CROP = f"{{{A}}}srcRect"
_PICTURES = (f"{{{PIC}}}pic", f"{{{P}}}pic")
_FRAMES = (f"{{{WP}}}inline", f"{{{WP}}}anchor")
_NAMES = (f"{{{PIC}}}cNvPr", f"{{{P}}}cNvPr", f"{{{WP}}}docPr")
_SIZE = f"{{{A}}}xfrm/{{{A}}}ext"

Give = Callable[[str, tuple[float, float]], tuple[str, str]]


def replace_named(
    xml: bytes, wanted: Collection[str], give: Give, place: Place
) -> tuple[bytes, set[str], set[str]]:
    """The part with other pictures in these frames, the names found, and relations left over.

    `give` is asked for the relation and cropping of a name's picture in a frame of some width and
    height. A part in which nothing is found is given back as it is.
    """
    root = parse(xml, place)
    found, left = set[str](), set[str]()
    for blip in root.iter(_BLIP):
        name = next((name for name in _names(blip) if name in wanted), "")
        old = str(blip.get(_EMBED, ""))
        if name and old:
            found.add(name)
            left.add(old)
            _put(blip, *give(name, _size(blip)))
    if not found:
        return xml, found, left
    text = DECLARATION + etree.tostring(root, encoding="unicode")
    return text.encode(), found, {id for id in left if f'"{id}"' not in text}


def _names(blip: etree._Element) -> Iterator[str]:
    """Every word that the picture goes by."""
    for holder in blip.iterancestors(*_PICTURES, *_FRAMES):
        for node in holder.iter(*_NAMES):
            for attribute in ("name", "title", "descr"):
                if said := str(node.get(attribute, "")).strip():
                    yield said


def _size(blip: etree._Element) -> tuple[float, float]:
    for picture in blip.iterancestors(*_PICTURES):
        for extent in picture.iterfind(f".//{_SIZE}"):
            return float(extent.get("cx", "0")), float(extent.get("cy", "0"))
    return 0.0, 0.0


def _put(blip: etree._Element, relation: str, crop: str) -> None:
    blip.set(_EMBED, relation)
    for extras in blip.findall(_EXTRAS):
        blip.remove(extras)
    following = blip.getnext()
    if following is not None and following.tag == _CROP:
        following.getparent().remove(following)  # type: ignore[union-attr]  # it is a sibling
    if crop:
        blip.addnext(etree.fromstring(f'<x xmlns:a="{A}">{crop}</x>')[0])
