"""Comments of a Word file that hang on text which is not shown, taken out with all that is kept
about them ([MS-DOCX] 2.5.1 to 2.5.4: replies and states by paragraph, ids by paragraph, dates by
id)."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from lxml import etree

from generator.documents.packages.parsing import parse
from generator.documents.skeletons.cut import DECLARATION
from generator.documents.vocabulary import W
from generator.model import Place

# What each part says of a comment: first the comments themselves, which all others follow.
COMMENTS = "comments"
ABOUT = ("commentsExtended", "commentsIds", "commentsExtensible")
_IDENTITIES = ("paraId", "durableId")


def without_comments(
    parts: Mapping[str, bytes], ids: Collection[str], place: Place
) -> dict[str, bytes]:
    """The parts about comments, by kind, without those that have these ids."""
    known: set[str] = set()
    left: dict[str, bytes] = {}
    for kind in (kind for kind in (COMMENTS, *ABOUT) if kind in parts):
        root = parse(parts[kind], place)
        for node in list(root):
            if node.get(f"{{{W}}}id") in ids if kind == COMMENTS else known & _identities(node):
                known |= {own for child in node.iter(etree.Element) for own in _identities(child)}
                root.remove(node)
        left[kind] = (DECLARATION + etree.tostring(root, encoding="unicode")).encode()
    return left


def _identities(node: etree._Element) -> set[str]:
    """The ids that parts about comments know a comment by; letter case makes no difference."""
    named = {etree.QName(str(name)).localname: str(value) for name, value in node.attrib.items()}
    return {named[word].upper() for word in _IDENTITIES if word in named}
