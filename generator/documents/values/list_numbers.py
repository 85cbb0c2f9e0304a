"""Lists that come as values: bullets and numbers on nine levels (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from generator.documents.subdocuments.host import HostState
from generator.documents.subdocuments.numbering import Copies, Lists, read_lists
from generator.documents.subdocuments.xml import PLAIN
from generator.documents.vocabulary import W

_LEVELS = range(9)
_STEP, _HANG = 720, 360  # twentieths of a point
_SIGNS = ("•", "◦", "▪")
_FORMS = ("decimal", "lowerLetter", "lowerRoman")


def new_list(state: HostState, ordered: bool) -> str:
    """The id of a list that nothing in the document counts in yet."""
    state.inclusions += 1
    stamp = f"value/{state.inclusions}"
    copies = Copies(_lists(), PLAIN, stamp, lambda _: None, str)
    added = state.numbers.add(copies, "2" if ordered else "1")
    assert added is not None
    return added


@lru_cache(maxsize=1)
def _lists() -> Lists:
    xml = (
        f'<w:numbering xmlns:w="{W}">{_abstract(1, False)}{_abstract(2, True)}'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>'
    )
    return read_lists(etree.fromstring(xml), None)


def _abstract(id: int, ordered: bool) -> str:
    levels = "".join(_level(level, ordered) for level in _LEVELS)
    return (
        f'<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{levels}</w:abstractNum>"
    )


def _level(level: int, ordered: bool) -> str:
    form = _FORMS[level % 3] if ordered else "bullet"
    text = f"%{level + 1}." if ordered else _SIGNS[level % 3]
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{_STEP * (level + 1)}" w:hanging="{_HANG}"/></w:pPr></w:lvl>'
    )
