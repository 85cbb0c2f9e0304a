"""A part's XML as a tree. lxml is loaded when the first part is parsed, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.documents.packages.strict import MARK, to_loose
from generator.model import FactpackError, Place, error

if TYPE_CHECKING:
    from lxml import etree

_TREE_BYTES_MOST = 64_000_000
_TOKEN_BYTES = (b"\xef\xb7\x90", b"\xef\xb7\x91")


def parse(xml: bytes, place: Place) -> etree._Element:
    """A part's tree, without comments, instructions and doubled text boxes.

    Raises FactpackError for what is not well formed and for a document type: entities are refused
    before they can be expanded.
    """
    from lxml import etree

    for token in _TOKEN_BYTES:
        xml = xml.replace(token, b"")  # noncharacters mark our tokens and mean nothing else
    try:
        root = _tree(xml, place)
        if MARK in xml:
            root = _tree(to_loose(etree.tostring(root, encoding="unicode")).encode(), place)
    except etree.XMLSyntaxError as reason:
        raise FactpackError(
            [error(place, f"The part is damaged: {reason}.", "Save the file again in Office.")]
        ) from None
    return root


def _tree(xml: bytes, place: Place) -> etree._Element:
    from lxml import etree

    if len(xml) > _TREE_BYTES_MOST:
        raise FactpackError(
            [error(place, f"The part has more than {_TREE_BYTES_MOST:,} bytes.", "Split the file.")]
        )
    try:
        root = etree.fromstring(xml, _parser(huge=False))
    except etree.XMLSyntaxError:
        # Once more without libxml2's own limits on depth and length: a document type, which is
        # what they guard against, is refused before a part comes here, and again below.
        root = etree.fromstring(xml, _parser(huge=True))
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs leave it out
        raise FactpackError(
            [error(place, "The part declares a document type.", "Save the file again in Office.")]
        )
    return root


def _parser(*, huge: bool) -> etree.XMLParser:
    from lxml import etree

    return etree.XMLParser(
        remove_comments=True, remove_pis=True, resolve_entities=False, no_network=True,
        load_dtd=False, huge_tree=huge,
    )  # fmt: skip
