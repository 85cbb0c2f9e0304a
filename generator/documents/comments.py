"""Word comments (ECMA-376 part 1, 17.13.4): a part of remarks, and where in the text they hang.

A remark is three things that must agree: the comment itself, the range in the text, and a
reference run after it. The looks are two styles that Word knows by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from generator.documents.vocabulary import XML_SPACE, W

COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
COMMENTS_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"

_AUTHOR, _INITIALS = "Factpack", "FP"
_REFERENCE_NAME, _TEXT_NAME = "annotation reference", "annotation text"
_REMARK_SIZE, _REFERENCE_SIZE = "20", "16"  # half points, as Word makes these styles


def w(name: str) -> str:
    """A name of WordprocessingML as lxml writes it."""
    return f"{{{W}}}{name}"


def new_comments() -> etree._Element:
    """A comments part without comments."""
    return etree.Element(w("comments"), nsmap={"w": W})


def first_free_id(*roots: etree._Element) -> int:
    """A number above those of all comments, and of what hangs them in the text."""
    names = ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")
    found = [
        int(node.get(w("id"), "0"))
        for root in roots
        for node in root.iter(*map(w, names))
        if node.get(w("id"), "").isdigit()
    ]
    return max(found, default=-1) + 1


def add_comment(
    comments: etree._Element, paragraph: etree._Element, id: int, lines: Sequence[str],
    styles: tuple[str, str],
) -> None:  # fmt: skip
    """Hang a remark of some lines on a whole paragraph; `styles` are those of `comment_styles`."""
    reference, text = styles
    comment = etree.SubElement(
        comments,
        w("comment"),
        {w("id"): str(id), w("author"): _AUTHOR, w("initials"): _INITIALS},
    )
    for number, line in enumerate(lines):
        own = etree.SubElement(comment, w("p"))
        if text:
            etree.SubElement(etree.SubElement(own, w("pPr")), w("pStyle"), {w("val"): text})
        if number == 0:
            etree.SubElement(_run(own, reference), w("annotationRef"))
        node = etree.SubElement(_run(own, ""), w("t"), {XML_SPACE: "preserve"})
        node.text = line
    _hang(paragraph, str(id), reference)


def _hang(paragraph: etree._Element, id: str, reference: str) -> None:
    properties = paragraph.find(w("pPr"))
    at = 0 if properties is None else paragraph.index(properties) + 1
    paragraph.insert(at, _made("commentRangeStart", id))
    paragraph.append(_made("commentRangeEnd", id))
    _run(paragraph, reference).append(_made("commentReference", id))


def _made(name: str, id: str) -> etree._Element:
    return etree.Element(w(name), {w("id"): id})


def _run(parent: etree._Element, style: str) -> etree._Element:
    run = etree.SubElement(parent, w("r"))
    if style:
        etree.SubElement(etree.SubElement(run, w("rPr")), w("rStyle"), {w("val"): style})
    return run


def comment_styles(styles: etree._Element) -> tuple[str, str]:
    """The ids of the styles of a comment's reference and text, made where there are none."""
    known = {_name(style).lower(): style.get(w("styleId"), "") for style in styles.iter(w("style"))}
    return (
        known.get(_REFERENCE_NAME)
        or _add_style(styles, known.values(), "character", _REFERENCE_NAME, _REFERENCE_SIZE),
        known.get(_TEXT_NAME)
        or _add_style(styles, known.values(), "paragraph", _TEXT_NAME, _REMARK_SIZE),
    )


def _name(style: etree._Element) -> str:
    node = style.find(w("name"))
    return "" if node is None else node.get(w("val"), "")


def _add_style(
    styles: etree._Element, taken: Iterable[str], kind: str, name: str, size: str
) -> str:
    id = "Comment" + name.partition(" ")[2].title()
    while id in taken:
        id += "1"
    style = etree.SubElement(styles, w("style"), {w("type"): kind, w("styleId"): id})
    for tag, value in (("name", name), ("uiPriority", "99"), ("unhideWhenUsed", "")):
        etree.SubElement(style, w(tag), {w("val"): value} if value else {})
    looks = etree.SubElement(style, w("rPr"))
    for tag in ("sz", "szCs"):
        etree.SubElement(looks, w(tag), {w("val"): size})
    return id
