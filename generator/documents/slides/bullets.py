"""Paragraphs of a slide as items of a list (ECMA-376 part 1, 21.1.2.2.7 and 21.1.2.4)."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from generator.documents.vocabulary import A

_STEP = 285_750  # EMU that a level is further in, as PowerPoint has it
_BEFORE = frozenset(f"{{{A}}}{name}" for name in ("lnSpc", "spcBef", "spcAft"))
_AFTER = frozenset(f"{{{A}}}{name}" for name in ("tabLst", "defRPr", "extLst"))
_BULLET = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
_NUMBER = '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>'
_SPACE = f' xmlns:a="{A}"'
_LEVEL_MOST = 8


@lru_cache(maxsize=256)
def bulleted(opener: str, level: int, ordered: bool) -> str:
    """The start of a paragraph, ``<a:p>`` and its properties, as that of an item of a level."""
    paragraph = etree.fromstring(f"<a:p{_SPACE}>{opener.partition('>')[2]}</a:p>")
    properties = paragraph.find(f"{{{A}}}pPr")
    if properties is None:
        properties = etree.SubElement(paragraph, f"{{{A}}}pPr")
    level = min(level, _LEVEL_MOST)
    properties.set("marL", str(_STEP * (level + 1)))
    properties.set("indent", str(-_STEP))
    if level:
        properties.set("lvl", str(level))
    for child in [child for child in properties if child.tag not in _BEFORE | _AFTER]:
        properties.remove(child)
    at = sum(child.tag in _BEFORE for child in properties)
    made = etree.fromstring(f"<x{_SPACE}>{_NUMBER if ordered else _BULLET}</x>")
    for child in reversed(list(made)):
        properties.insert(at, child)
    text = etree.tostring(properties, encoding="unicode").replace(_SPACE, "")
    return f"<a:p>{text}"
