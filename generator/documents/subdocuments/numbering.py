"""The lists of one document, and those that sub-documents add to it (ECMA-376 part 1, 17.9).

What counts is the abstract list: two lists on one of them run on, so every inclusion gets copies.
A list's identity (``nsid``) has to differ too, or Word joins the copies again.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from generator.documents.skeletons.cut import DECLARATION
from generator.documents.subdocuments.xml import (
    VAL,
    Head,
    canonical,
    new_part,
    read_head,
    relink,
    remove,
    texts_of,
    value,
    w,
)

_NUM, _ABSTRACT, _BULLET, _LEVEL = w("num"), w("abstractNum"), w("numPicBullet"), w("lvl")
_IDS = {_NUM: w("numId"), _ABSTRACT: w("abstractNumId"), _BULLET: w("numPicBulletId")}
_ILVL, _OVERRIDE = w("ilvl"), w("lvlOverride")
_NO_LOOK = frozenset({w("pStyle")})
_OWN_NAMES = (w("name"), w("styleLink"), w("numStyleLink"))
_TAIL = w("numIdMacAtCleanup")
_AFTER = {_BULLET: (_ABSTRACT, _NUM, _TAIL), _ABSTRACT: (_NUM, _TAIL), _NUM: (_TAIL,)}
_HERE = "lists"


@dataclass(frozen=True, slots=True)
class Lists:
    """A numbering part by ids: the nums, what they count by, and pictures that are bullets.

    `styles` are the document's: an abstract list may do no more than name a list style.
    """

    nums: Mapping[str, etree._Element]
    abstracts: Mapping[str, etree._Element]
    bullets: Mapping[str, etree._Element]
    styles: etree._Element | None = None

    def abstract(self, num: str, hops: int = 3) -> etree._Element | None:
        """What a list counts by; None when it is not defined."""
        found = self.abstracts.get(value(self.nums.get(num), "abstractNumId"))
        linked = value(found, "numStyleLink")
        if not linked or not hops or self.styles is None:
            return found
        styles = self.styles.iterfind(w("style"))
        style = next((s for s in styles if s.get(w("styleId")) == linked), None)
        return self.abstract(value(style, "pPr/numPr/numId"), hops - 1)

    def level(self, num: str, ilvl: str) -> etree._Element | None:
        """One level of a list."""
        abstract = self.abstract(num)
        levels = () if abstract is None else abstract.findall(_LEVEL)
        return next((level for level in levels if level.get(_ILVL) == ilvl), None)

    def level_of_style(self, num: str, style: str) -> str:
        """The level that a paragraph style stands for in a list; the first when none says so."""
        abstract = self.abstract(num)
        levels = () if abstract is None else abstract.findall(_LEVEL)
        return next((str(n.get(_ILVL)) for n in levels if value(n, "pStyle") == style), "0")

    def print_of(self, num: str) -> str:
        """A text that two lists share when they look and count alike."""
        abstract = self.abstract(num)
        if abstract is None:
            return ""
        nodes = [*abstract.findall(_LEVEL), *self.nums[num].findall(_OVERRIDE)]
        return "".join(canonical(node, _NO_LOOK) for node in nodes)


def read_lists(root: etree._Element | None, styles: etree._Element | None) -> Lists:
    """The lists of a numbering part, which may be missing."""
    found: dict[str, dict[str, etree._Element]] = {tag: {} for tag in _IDS}
    for node in () if root is None else root:
        if node.tag in found:
            found[str(node.tag)][str(node.get(_IDS[str(node.tag)], ""))] = node
    return Lists(found[_NUM], found[_ABSTRACT], found[_BULLET], styles)


@dataclass(slots=True)
class Copies:
    """The copies of one inclusion's lists, so that lists that run on there run on here.

    `stamp` makes their identities; `rewrite` gives a level its styles, `relation` a picture's
    relation its id.
    """

    lists: Lists
    head: Head
    stamp: str
    rewrite: Callable[[etree._Element], None]
    relation: Callable[[str], str]
    made: dict[tuple[str, str], str] = field(default_factory=dict)


class NumberBook:
    """The lists of one document, growing while sub-documents come in."""

    def __init__(self, root: etree._Element | None, styles: etree._Element | None) -> None:
        self.root, self.head = root, read_head(root)
        read = read_lists(root, styles)
        self._books = {
            _NUM: dict(read.nums), _ABSTRACT: dict(read.abstracts), _BULLET: dict(read.bullets),
        }  # fmt: skip
        self.lists = Lists(self._books[_NUM], self._books[_ABSTRACT], read.bullets, styles)
        self._texts: dict[str, list[str]] = {tag: [] for tag in _IDS}

    def add(self, copies: Copies, num: str) -> str | None:
        """A list of a sub-document, with what it counts by; None when it defines no such list."""
        if (_NUM, num) in copies.made:
            return copies.made[_NUM, num]
        abstract = copies.lists.abstract(num)
        if abstract is None:
            return None
        new = copy.deepcopy(copies.lists.nums[num])
        _count_by(new, self._add_abstract(copies, abstract))
        self._rewrite_levels(copies, new)
        copies.made[_NUM, num] = self._put(new, copies)
        return copies.made[_NUM, num]

    def restart(self, num: str, stamp: str) -> str:
        """A list that looks like `num` of this document and counts by itself.

        A new list on the same abstract one would share its counter, so that is copied too; `stamp`
        makes the copy's identity.
        """
        abstract = self.lists.abstract(num)
        new = copy.deepcopy(self.lists.nums[num])
        if abstract is not None:
            own = _own_copy(abstract, f"{stamp}/{num}")
            for named in list(own.iter(w("pStyle"))):
                remove(named)
            _count_by(new, self._put(own))
        return self._put(new)

    def finish(self) -> bytes | None:
        """The numbering part with all that came in; None when nothing did."""
        texts = {tag: "".join(texts) for tag, texts in self._texts.items()}
        if not any(texts.values()):
            return None
        order = (_BULLET, _ABSTRACT, _NUM)
        if self.root is None:
            return new_part("numbering", "".join(texts[tag] for tag in order))
        root = copy.deepcopy(self.root)
        for tag in order:
            at = next((n for n, child in enumerate(root) if child.tag in _AFTER[tag]), len(root))
            root.insert(at, etree.ProcessingInstruction(_HERE, str(order.index(tag))))
        whole = DECLARATION + etree.tostring(root, encoding="unicode")
        for number, tag in enumerate(order):
            whole = whole.replace(f"<?{_HERE} {number}?>", texts[tag])
        return whole.encode()

    # -- helpers -----------------------------------------------------------------------------

    def _add_abstract(self, copies: Copies, abstract: etree._Element) -> str:
        key = (_ABSTRACT, str(abstract.get(_IDS[_ABSTRACT], "")))
        if key not in copies.made:
            new = _own_copy(abstract, f"{copies.stamp}/{key[1]}")
            self._rewrite_levels(copies, new)
            copies.made[key] = self._put(new, copies)
        return copies.made[key]

    def _rewrite_levels(self, copies: Copies, new: etree._Element) -> None:
        for level in new.iter(_LEVEL):
            copies.rewrite(level)
            for named in level.findall(w("lvlPicBulletId")):
                if (picture := self._add_bullet(copies, value(named))) is None:
                    remove(named)
                else:
                    named.set(VAL, picture)

    def _add_bullet(self, copies: Copies, bullet: str) -> str | None:
        if bullet not in copies.lists.bullets:
            return None
        if (_BULLET, bullet) not in copies.made:
            new = copy.deepcopy(copies.lists.bullets[bullet])
            relink(new, copies.relation)
            copies.made[_BULLET, bullet] = self._put(new, copies)
        return copies.made[_BULLET, bullet]

    def _put(self, node: etree._Element, copies: Copies | None = None) -> str:
        """Give an element the next id, and write it down; the id."""
        tag = str(node.tag)
        book = self._books[tag]
        id = str(max((int(known) for known in book if known.isdigit()), default=0) + 1)
        node.set(_IDS[tag], id)
        book[id] = node
        source = copies.head if copies else self.head
        self._texts[tag].append(texts_of([node], source, self.head))
        return id


def _own_copy(abstract: etree._Element, stamp: str) -> etree._Element:
    """A copy of an abstract list with an identity of its own, which stands first (17.9.14)."""
    new = copy.deepcopy(abstract)
    for node in [child for child in new if child.tag in _OWN_NAMES]:
        remove(node)
    identity = new.find(w("nsid"))
    if identity is None:
        identity = new.makeelement(w("nsid"), {})
        new.insert(0, identity)
    identity.set(VAL, hashlib.sha256(stamp.encode()).hexdigest()[:8].upper())
    return new


def _count_by(num: etree._Element, abstract: str) -> None:
    for named in num.findall(w("abstractNumId")):
        named.set(VAL, abstract)
