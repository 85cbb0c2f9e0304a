"""The lists of an included text begin at their start, whoever counted before (17.9, 17.7.2).

A list on the paragraphs comes along. A list that a style gives is begun again on the host's own
terms; headings go on counting, for they are the host's chapters now.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from generator.documents.subdocuments.numbering import Copies, NumberBook
from generator.documents.subdocuments.styles import StyleBook, StyleList
from generator.documents.subdocuments.xml import VAL, remove, value, w

_PARAGRAPH, _PROPERTIES, _LIST = w("p"), w("pPr"), w("numPr")
_NUM, _LEVEL, _INDENT = w("numId"), w("ilvl"), w("ind")
_BEFORE_LIST = frozenset(
    w(name)
    for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
_BEFORE_INDENT = _BEFORE_LIST | frozenset(
    w(name)
    for name in (
        "numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku",
        "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi",
        "adjustRightInd", "snapToGrid", "spacing",
    )
)  # fmt: skip
_UNCOUNTED = ("bullet", "none")


@dataclass(slots=True)
class ListPlan:
    """The lists of one inclusion.

    `own` tells which list of the sub-document a style that came along is in, by its id here.
    """

    book: NumberBook
    styles: StyleBook
    copies: Copies
    own: Mapping[str, str]
    _begun: dict[str, str] = field(default_factory=dict)
    _known: dict[str, StyleList | None] = field(default_factory=dict)

    def apply(self, root: etree._Element) -> None:
        """Let a story's lists be lists of the host; its styles are the host's already."""
        for listed in list(root.iter(_LIST)):
            self._direct(listed)
        for paragraph in root.iter(_PARAGRAPH):
            given = self._given(value(paragraph, "pPr/pStyle"))
            if given is not None and not value(paragraph, "pPr/numPr/numId"):
                self._by_style(paragraph, given)

    def _direct(self, listed: etree._Element) -> None:
        for num in listed.findall(_NUM):
            id = value(num)
            if id == "0":  # takes a paragraph out of its style's list
                continue
            new = self.book.add(self.copies, id)
            if new is None:
                remove(listed)
            else:
                num.set(VAL, new)

    def _given(self, style: str) -> StyleList | None:
        """The list of a style that every inclusion begins anew."""
        if style not in self._known:
            given = self.styles.list_of(style)
            self._known[style] = None if given is None or given.is_heading else given
        return self._known[style]

    def _by_style(self, paragraph: etree._Element, given: StyleList) -> None:
        level = value(paragraph, "pPr/numPr/ilvl") or given.level
        if value(self.book.lists.level(given.num, level), "numFmt") in _UNCOUNTED:
            return
        properties = paragraph.find(_PROPERTIES)
        assert properties is not None  # it names the style
        _put_in_list(properties, self._begin(given.num), level)
        _keep_indent(properties, given)

    def _begin(self, num: str) -> str:
        """The list of this inclusion that stands for the one of a style."""
        if num not in self._begun:
            own = self.book.add(self.copies, self.own[num]) if num in self.own else None
            self._begun[num] = own or self.book.restart(num, self.copies.stamp)
        return self._begun[num]


def _put_in_list(properties: etree._Element, num: str, level: str) -> None:
    for old in properties.findall(_LIST):
        properties.remove(old)
    listed = properties.makeelement(_LIST, {})
    etree.SubElement(listed, _LEVEL, {VAL: level})
    etree.SubElement(listed, _NUM, {VAL: num})
    properties.insert(sum(child.tag in _BEFORE_LIST for child in properties), listed)


def _keep_indent(properties: etree._Element, given: StyleList) -> None:
    """A list on the paragraph would win over its style's indents: say them on the paragraph too."""
    if given.indent and properties.find(_INDENT) is None:
        indent = properties.makeelement(_INDENT, dict(given.indent))
        properties.insert(sum(child.tag in _BEFORE_INDENT for child in properties), indent)
