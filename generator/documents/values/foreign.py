"""Markup that other engines' values carry, read into pieces: nothing of it goes in as it is.

docxtpl's RichText, RichTextParagraph and Listing hold ready WordprocessingML. It is parsed, and
only what those classes can write is understood: runs with their looks, links, paragraphs of a
style. Anything else is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from lxml import etree

from generator.documents.values.looks import Looks
from generator.documents.vocabulary import XML_SPACE, R, W

_HEAD = f'<w:x xmlns:w="{W}" xmlns:r="{R}">'
_P, _RUN, _TEXT, _LINK = f"{{{W}}}p", f"{{{W}}}r", f"{{{W}}}t", f"{{{W}}}hyperlink"
_P_LOOKS, _P_STYLE, _LOOKS = f"{{{W}}}pPr", f"{{{W}}}pStyle", f"{{{W}}}rPr"
_VALUE, _RELATION = f"{{{W}}}val", f"{{{R}}}id"
_LINK_WORDS = frozenset((_RELATION, f"{{{W}}}tgtFrame", f"{{{W}}}history"))
_IGNORED = frozenset(("bCs", "iCs", "szCs"))
_RAISED = ("superscript", "subscript")


class NotUnderstood(ValueError):
    """Markup that these values do not have."""


@dataclass(frozen=True, slots=True)
class ForeignRun:
    """A text in one look; `link` is what its relation is called."""

    text: str
    looks: Looks
    link: str = ""


def foreign_runs(xml: str) -> tuple[ForeignRun, ...]:
    """What a RichText of docxtpl holds. Raises NotUnderstood."""
    return tuple(_runs(_parsed(xml)))


def foreign_paragraphs(xml: str) -> tuple[tuple[str, tuple[ForeignRun, ...]], ...]:
    """What a RichTextParagraph holds: a style and runs each. Raises NotUnderstood."""
    return tuple(_paragraph(node) for node in _parsed(xml))


def foreign_text(escaped: str) -> str:
    """What a Listing holds."""
    return unescape(escaped)


def _parsed(xml: str) -> etree._Element:
    if "<!" in xml or "<?" in xml:
        raise NotUnderstood("the value holds markup that is no text")
    bare = "".join(char for char in xml if char >= " " or char in "\n\t\r\a\f")
    bare = bare.replace("\a", "&#xE000;").replace("\f", "&#xE001;")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(f"{_HEAD}{bare}</w:x>", parser)
    except etree.XMLSyntaxError as reason:
        raise NotUnderstood(f"the value holds damaged markup: {reason}") from None


def _paragraph(node: etree._Element) -> tuple[str, tuple[ForeignRun, ...]]:
    if node.tag != _P:
        raise _unknown(node)
    looks = node.find(_P_LOOKS)
    style = ""
    if looks is not None:
        for child in looks:
            if child.tag != _P_STYLE:
                raise _unknown(child)
            style = str(child.get(_VALUE, ""))
        node.remove(looks)
    return style, tuple(_runs(node))


def _runs(parent: etree._Element, link: str = "") -> Iterator[ForeignRun]:
    if (parent.text or "").strip():
        raise NotUnderstood("the value holds text outside any run")
    for node in parent:
        if (node.tail or "").strip():
            raise NotUnderstood("the value holds text outside any run")
        if node.tag == _RUN:
            yield _run(node, link)
        elif node.tag == _LINK and not link and set(node.attrib) <= _LINK_WORDS:
            yield from _runs(node, str(node.get(_RELATION, "")))
        else:
            raise _unknown(node)


def _run(run: etree._Element, link: str) -> ForeignRun:
    looks, texts = Looks(), []
    for node in run:
        if node.tag == _LOOKS:
            looks = _read_looks(node)
        elif node.tag == _TEXT and not len(node) and set(node.attrib) <= {XML_SPACE}:
            texts.append(node.text or "")
        else:
            raise _unknown(node)
    text = "".join(texts).replace("\ue000", "\a").replace("\ue001", "\f")
    return ForeignRun(text, looks, link)


def _read_looks(properties: etree._Element) -> Looks:
    found: dict[str, object] = {}
    for node in properties:
        name, value = etree.QName(node).localname, str(node.get(_VALUE, ""))
        if not str(node.tag).startswith(f"{{{W}}}"):
            raise _unknown(node)
        if name in _IGNORED:
            continue
        found.update(_look(node, name, value))
    try:
        return Looks(**found)  # type: ignore[arg-type]
    except ValueError as reason:
        raise NotUnderstood(str(reason)) from None


def _look(node: etree._Element, name: str, value: str) -> dict[str, object]:
    on = value not in ("0", "false", "off")
    if name in ("b", "i"):
        return {{"b": "bold", "i": "italic"}[name]: on}
    if name in ("strike", "rtl"):
        return {name: on}
    if name == "sz" and value.isdigit():
        return {"size": int(value)}
    if name == "vertAlign" and value in _RAISED:
        return {"raised": value}
    if name == "shd":
        return {"highlight": str(node.get(f"{{{W}}}fill", ""))}
    if name == "rFonts":
        return _font(node)
    known = {"rStyle": "style", "color": "color", "u": "underline", "lang": "lang"}
    if name in known:
        return {known[name]: value}
    raise _unknown(node)


def _font(node: etree._Element) -> dict[str, object]:
    east = str(node.get(f"{{{W}}}eastAsia", ""))
    font = str(node.get(f"{{{W}}}ascii", east))
    return {"font": font, "region": "eastAsia" if east else ""}


def _unknown(node: etree._Element) -> NotUnderstood:
    return NotUnderstood(f"the value holds <{node.tag}>, which is no part of a text")
