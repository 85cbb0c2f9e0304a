"""The styles of one document, and those that sub-documents add to it (ECMA-376 part 1, 17.7).

A sub-document takes on the looks of its host: the default styles and Word's own are the host's.
A style of somebody's own is shared when both define it alike; otherwise it comes along under
another name.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from generator.documents.subdocuments.builtin import is_built_in
from generator.documents.subdocuments.numbering import Lists
from generator.documents.subdocuments.xml import (
    VAL,
    canonical,
    read_head,
    remove,
    texts_of,
    value,
    w,
)

_STYLE, _ID, _TYPE, _DEFAULT = w("style"), w("styleId"), w("type"), w("default")
_BASE, _LINK, _NEXT, _NUM = w("basedOn"), w("link"), w("next"), w("numId")
_NO_LOOK = frozenset(
    w(name)
    for name in (
        "aliases", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden",
        "unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose", "personalReply",
        "rsid", "numPr",
    )
)  # fmt: skip
_NAMED = (_BASE, w("name"))
_NOT_BROUGHT = (w("rsid"), w("aliases"))
_ON = ("1", "true", "on")


@dataclass(frozen=True, slots=True)
class StyleList:
    """The list that a paragraph is in by its style; `indent` is what its styles say over it."""

    num: str
    level: str
    indent: Mapping[str, str]
    is_heading: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """The styles of a document by id, as they were read."""

    root: etree._Element | None
    lists: Lists
    styles: Mapping[str, etree._Element]


def read_sheet(root: etree._Element | None, lists: Lists) -> Sheet:
    """The styles of a document that may have none."""
    styles = () if root is None else root.findall(_STYLE)
    return Sheet(root, lists, {str(style.get(_ID, "")): style for style in styles})


class StyleBook:
    """The styles of one document, growing while sub-documents come in."""

    def __init__(self, sheet: Sheet) -> None:
        self.root, self.head, self.lists = sheet.root, read_head(sheet.root), sheet.lists
        self.styles = dict(sheet.styles)
        self._names = {_key(style): id for id, style in self.styles.items()}
        self._defaults = {
            _key(style)[0]: id for id, style in self.styles.items() if style.get(_DEFAULT) in _ON
        }
        self._texts: list[str] = []

    def default(self, type: str) -> str | None:
        """The style of a kind that holds where none is named."""
        return self._defaults.get(type)

    def choose(self, sheet: Sheet, wanted: Iterable[str]) -> tuple[dict[str, str], list[str]]:
        """The id here of every style that a sub-document wants, and those that have to come."""
        choice = _Choice(self, sheet)
        for id in wanted:
            choice.of(id)
        return choice.ids, choice.coming

    def bring(
        self,
        sheet: Sheet,
        ids: Mapping[str, str],
        coming: list[str],
        num: Callable[[str], str | None],
    ) -> None:
        """Write down the styles that come; `num` gives the id here of a list that one is in."""
        source = read_head(sheet.root)
        for id in coming:
            new = _moved(sheet.styles[id], ids, frozenset(coming))
            name = self.free_name(new)
            new.set(_ID, ids[id])
            for child in new.findall(w("name")):
                child.set(VAL, name)
            for listed in new.iter(_NUM):
                listed.set(VAL, num(value(listed)) or "0")
            self.styles[ids[id]] = new
            self._names[_key(new)] = ids[id]
            self._texts.append(texts_of([new], source, self.head))

    def free_name(self, style: etree._Element) -> str:
        """A style's name, with a number when another has it."""
        name = value(style, "name")
        taken = {known for _, known in self._names}
        return _free(name, lambda tried: tried.lower() in taken, " {}")

    def named(self, style: etree._Element) -> str | None:
        """The style here of the same kind and name."""
        return self._names.get(_key(style))

    def list_of(self, id: str) -> StyleList | None:
        """The list that a style puts its paragraphs in, if any."""
        num = level = outline = ""
        indent: dict[str, str] = {}
        for style in _chain(self.styles, id):
            outline = outline or value(style, "pPr/outlineLvl")
            if num:
                continue
            for own in style.findall(f"{w('pPr')}/{w('ind')}"):
                indent = {str(name): str(said) for name, said in own.attrib.items()} | indent
            num, level = value(style, "pPr/numPr/numId"), level or value(style, "pPr/numPr/ilvl")
            if num:
                level = level or self.lists.level_of_style(num, str(style.get(_ID)))
        if num not in self.lists.nums:
            return None
        return StyleList(num, level, indent, outline.isdigit() and int(outline) < 9)

    def print_of(self, id: str) -> str:
        """A text that two styles share when they look alike; empty when there is none."""
        style = self.styles.get(id)
        return "" if style is None else look(style, value(style, "basedOn"), self.lists)

    def finish(self) -> str:
        """The styles that came, for the end of the styles part."""
        return "".join(self._texts)


class _Choice:
    """Which style of the host each style of a sub-document becomes."""

    def __init__(self, book: StyleBook, sheet: Sheet) -> None:
        self.book, self.sheet = book, sheet
        self.ids: dict[str, str] = {}
        self.coming: list[str] = []
        self._open: set[str] = set()

    def of(self, id: str) -> str:
        """The id in the host; empty when the sub-document has no such style either."""
        if id in self.ids or id in self._open or id not in self.sheet.styles:
            return self.ids.get(id, "")
        self._open.add(id)
        style = self.sheet.styles[id]
        found = self._shared(style) or self._alike(style)
        if found is None:
            self.coming.append(id)
            taken = {*self.book.styles, *(self.ids[known] for known in self.coming[:-1])}
            lower = {known.lower() for known in taken}
            found = _free(id, lambda tried: tried.lower() in lower, "_{}")
        self.ids[id] = found
        return found

    def _shared(self, style: etree._Element) -> str | None:
        """The host's style for what every document has: defaults, Word's own, and their twins."""
        type, name = _key(style)
        if style.get(_DEFAULT) in _ON and (found := self.book.default(type)):
            return found
        if is_built_in(name):
            return self.book.named(style)
        if type == "character" and (partner := self.of(value(style, "link"))):
            return value(self.book.styles.get(partner), "link") or None
        return None

    def _alike(self, style: etree._Element) -> str | None:
        """The host's style of this id or name, when it looks the same."""
        base = self.of(value(style, "basedOn"))
        if is_built_in(value(style, "name")):
            return None
        own = look(style, base, self.sheet.lists)
        twins = (str(style.get(_ID)), self.book.named(style) or "")
        return next((id for id in twins if self.book.print_of(id) == own), None)


def look(style: etree._Element, base: str, lists: Lists) -> str:
    """A text that two styles share when they look alike: kind, name, base, looks, list."""
    num = value(style, "pPr/numPr/numId")
    looks = (canonical(child, _NO_LOOK) for child in style if child.tag not in _NAMED)
    level = value(style, "pPr/numPr/ilvl")
    return "\n".join([*_key(style), base, lists.print_of(num), level, "".join(looks)])


def _moved(style: etree._Element, ids: Mapping[str, str], coming: frozenset[str]) -> etree._Element:
    """A copy that names the host's styles; partners come together or part."""
    new = copy.deepcopy(style)
    new.attrib.pop(_DEFAULT, "")
    for child in list(new):
        if child.tag in _NOT_BROUGHT:
            remove(child)
        elif child.tag in (_BASE, _NEXT, _LINK):
            known = ids.get(value(child), "")
            if known and (child.tag != _LINK or value(child) in coming):
                child.set(VAL, known)
            else:
                remove(child)
    return new


def _chain(styles: Mapping[str, etree._Element], id: str) -> list[etree._Element]:
    """A style and what it is based on, the nearest first."""
    chain: list[etree._Element] = []
    while id in styles and styles[id] not in chain:
        chain.append(styles[id])
        id = value(styles[id], "basedOn")
    return chain


def _key(style: etree._Element) -> tuple[str, str]:
    """Kind and name: a style without a kind is a paragraph's (17.7.4.17)."""
    return str(style.get(_TYPE, "paragraph")), value(style, "name").lower()


def _free(wanted: str, is_taken: Callable[[str], bool], suffix: str) -> str:
    found, number = wanted, 1
    while is_taken(found):
        number += 1
        found = wanted + suffix.format(number)
    return found
