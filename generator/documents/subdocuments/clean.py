"""What a sub-document does not bring along, taken out once when it is opened.

Sections, comments, permissions and the traces of editing belong to the document that they were
made in; a content control keeps its text and loses what binds it to that document.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.documents.subdocuments.xml import ID, remove, w
from generator.documents.vocabulary import W14, WP14, R, W
from generator.model import Place, Problem, error, notice

_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_SECTION, _PARAGRAPH, _PROPERTIES = w("sectPr"), w("p"), w("pPr")
_COMMENT, _RUN, _RUN_LOOKS = w("commentReference"), w("r"), w("rPr")
_DROPPED = frozenset(
    w(name)
    for name in (
        "commentRangeStart", "commentRangeEnd", "permStart", "permEnd", "proofErr",
        "lastRenderedPageBreak", "dataBinding", "placeholder",
    )
) | {f"{{{_W15}}}dataBinding"}  # fmt: skip
_CONTROL = w("sdtPr")
_BOOKMARK, _BOOKMARK_END, _CURSOR = w("bookmarkStart"), w("bookmarkEnd"), "_GoBack"
_ATTRIBUTES = frozenset({
    f"{{{W14}}}paraId", f"{{{W14}}}textId", f"{{{WP14}}}anchorId", f"{{{WP14}}}editId",
    "{urn:schemas-microsoft-com:office:office}spid",
})  # fmt: skip
_REVISION = f"{{{W}}}rsid"
_CANNOT = {
    w("altChunk"): ("holds another file that is not merged in yet", "Open and save it in Word."),
    w("subDoc"): ("is a master document with files of its own", "Unlink them in Word's outline."),
    w("control"): ("holds an ActiveX control", "Remove the control."),
}
_TEXT_STEP = "Nothing has to be done."


def refused(root: etree._Element, place: Place) -> list[Problem]:
    """What stands in a story and cannot be carried, each kind once."""
    kinds = dict.fromkeys(str(node.tag) for node in root.iter(*_CANNOT))
    return [error(place, f"The included document {_CANNOT[k][0]}.", _CANNOT[k][1]) for k in kinds]


def clean(root: etree._Element, place: Place) -> list[Problem]:
    """Take out of a story what stays behind; what a reader might miss is told."""
    told = [*_sections(root, place), *_comments(root, place)]
    cursors = {node.get(ID) for node in root.iter(_BOOKMARK) if node.get(w("name")) == _CURSOR}
    for node in list(root.iter(etree.Element)):
        if node.tag in _DROPPED or _is_control_id(node) or _is_cursor(node, cursors):
            remove(node)
            continue
        for name in list(node.attrib):
            if name in _ATTRIBUTES or str(name).startswith(_REVISION):
                del node.attrib[name]
    return told


def _sections(root: etree._Element, place: Place) -> Iterator[Problem]:
    """Paper, margins, columns, headers and footers are those of the document round it."""
    sections = list(root.iter(_SECTION))
    if any(_size(section).get(w("orient")) == "landscape" for section in sections):
        problem = "A section of the included document is in landscape; its pages stay upright."
        yield notice(place, problem, "Check that wide tables and pictures still fit.")
    if any(_columns(section) > 1 for section in sections):
        problem = "A section of the included document is in columns; its text gets one column."
        yield notice(place, problem, _TEXT_STEP)
    for section in sections:
        properties = section.getparent()
        remove(section)
        if properties is not None and properties.tag == _PROPERTIES:
            _drop_if_empty(properties.getparent())


def _size(section: etree._Element) -> etree._Element:
    size = section.find(w("pgSz"))
    return section if size is None else size


def _columns(section: etree._Element) -> int:
    columns = section.find(w("cols"))
    number = "" if columns is None else str(columns.get(w("num"), ""))
    return int(number) if number.isdigit() else 1


def _drop_if_empty(paragraph: etree._Element | None) -> None:
    """A paragraph that did nothing but end a section would be a blank line."""
    if paragraph is not None and len(paragraph) == 1 and paragraph.tag == _PARAGRAPH:
        remove(paragraph)


def _comments(root: etree._Element, place: Place) -> Iterator[Problem]:
    comments = list(root.iter(_COMMENT))
    for comment in comments:
        run = comment.getparent()
        remove(comment)
        if run is not None and run.tag == _RUN and all(left.tag == _RUN_LOOKS for left in run):
            remove(run)
    if comments:
        problem = f"Comments of the included document are left out ({len(comments)})."
        yield notice(place, problem, _TEXT_STEP)


def _is_control_id(node: etree._Element) -> bool:
    parent = node.getparent()
    return node.tag == w("id") and parent is not None and parent.tag == _CONTROL


def _is_cursor(node: etree._Element, ids: set[str | None]) -> bool:
    return node.tag in (_BOOKMARK, _BOOKMARK_END) and node.get(ID) in ids


def linked_pictures(root: etree._Element, place: Place) -> list[Problem]:
    """Pictures that lie outside the file."""
    if any(node.get(f"{{{R}}}link") for node in root.iter(etree.Element)):
        problem = "A picture of the included document lies outside the file and is only linked."
        return [notice(place, problem, "Embed the picture, or keep its file at hand.")]
    return []


def contents(root: etree._Element, place: Place) -> list[Problem]:
    """A table of contents lists the whole document as soon as somebody updates it."""
    for node in root.iter(w("instrText"), w("fldSimple")):
        code = (node.text or "") if node.tag == w("instrText") else str(node.get(w("instr"), ""))
        if code.split()[:1] == ["TOC"]:
            problem = "The included document has a table of contents of its own."
            return [notice(place, problem, "Updated in Word, it will list the whole document.")]
    return []


def is_empty(paragraph: etree._Element) -> bool:
    """Whether a block is a paragraph with nothing in it."""
    return paragraph.tag == _PARAGRAPH and all(child.tag == _PROPERTIES for child in paragraph)
