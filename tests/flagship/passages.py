"""A file as its reader takes it in: a slide, its notes, a paragraph, a row under its table's head."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from lxml import etree

_WORDS = re.compile(r"\}t$")
_WHOLE = re.compile(r"\}(p|tr)$")  # of Word: what is read in one go


def passages(path: Path) -> list[str]:
    """The words of each, in part order."""
    with zipfile.ZipFile(path) as package:
        names = sorted(name for name in package.namelist() if name.endswith(".xml"))
        roots = {name: etree.fromstring(package.read(name)) for name in names}
    found = []
    for name, root in roots.items():
        if re.match(r"ppt/(slides|notesSlides)/", name):
            found.append(_said(root))
        elif name.startswith("word/") and root.tag.endswith(("}document", "}footnotes", "}hdr")):
            found += [_under_head(block) for block in root.iter() if _stands_alone(block)]
    return [words for words in found if words]


def _under_head(block: etree._Element) -> str:
    rows = [block, *block.itersiblings(preceding=True)] if block.tag.endswith("}tr") else [block]
    heads = [row for row in rows if row is not block and row.find(".//{*}tblHeader") is not None]
    return "\n".join(map(_said, [*heads, block]))


def _stands_alone(block: etree._Element) -> bool:
    """A row, or a paragraph outside all rows."""
    if not isinstance(block.tag, str) or not _WHOLE.search(block.tag):
        return False
    return not any(above.tag.endswith("}tr") for above in block.iterancestors())


def _said(element: etree._Element) -> str:
    lines = (
        "".join(node.text or "" for node in paragraph.iter() if _is_words(node))
        for paragraph in element.iter()
        if isinstance(paragraph.tag, str) and paragraph.tag.endswith("}p")
    )
    return "\n".join(line for line in lines if line.strip())


def _is_words(node: etree._Element) -> bool:
    return isinstance(node.tag, str) and _WORDS.search(node.tag) is not None
