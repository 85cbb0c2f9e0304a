"""Fields whose code is filled: what they showed is out of date, and Office is told so.

A dirty field is worked out again when the document is opened (ECMA-376 part 1, 17.16.18, 17.16.19).
"""

from __future__ import annotations

from lxml import etree

from generator.documents.vocabulary import W

_CODE, _CHAR, _SIMPLE = f"{{{W}}}instrText", f"{{{W}}}fldChar", f"{{{W}}}fldSimple"
_KIND, _DIRTY, _WORDS = f"{{{W}}}fldCharType", f"{{{W}}}dirty", f"{{{W}}}instr"


def mark_fields(root: etree._Element) -> None:
    """Mark every field that has a tag in its code."""
    for simple in root.iter(_SIMPLE):
        if "{" in str(simple.get(_WORDS, "")):
            simple.set(_DIRTY, "true")
    begun: list[etree._Element] = []
    for node in root.iter(_CHAR, _CODE):
        if node.tag == _CODE:
            if begun and "{" in (node.text or ""):
                begun[-1].set(_DIRTY, "true")
        elif node.get(_KIND) == "begin":
            begun.append(node)
        elif node.get(_KIND) == "end" and begun:
            begun.pop()
