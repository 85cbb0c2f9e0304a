"""Fields whose code is filled: what they showed is out of date, and Office is told so.

A dirty field is worked out again when the document is opened (ECMA-376 part 1, 17.16.18, 17.16.19).
"""

from __future__ import annotations

import re

from lxml import etree

from generator.documents.vocabulary import WORD, XML_SPACE, W

_CODE, _CHAR, _SIMPLE = f"{{{W}}}instrText", f"{{{W}}}fldChar", f"{{{W}}}fldSimple"
_RUN, _LOOKS = f"{{{W}}}r", f"{{{W}}}rPr"
_BRACE = re.compile("[{}]")
_KIND, _DIRTY, _WORDS = f"{{{W}}}fldCharType", f"{{{W}}}dirty", f"{{{W}}}instr"


def mark_fields(root: etree._Element) -> None:
    """Mark every field that has a tag in its code, and put the code into one piece."""
    tagged = [code for code in root.iter(_CODE) if _BRACE.search(code.text or "")]
    for holder in dict.fromkeys(_holder(code) for code in tagged):
        if holder is not None:
            _join_codes(holder)
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


def _holder(code: etree._Element) -> etree._Element | None:
    """What the run stands in that holds a stretch of a field's code."""
    run = code.getparent()
    return None if run is None or run.tag != _RUN else run.getparent()


def _join_codes(holder: etree._Element) -> None:
    """Put codes into one that Word has split over runs: nothing else may stand between them."""
    whole: etree._Element | None = None
    for run in list(holder):
        codes = [child for child in run if child.tag == _CODE]
        if not codes or any(child.tag not in (_CODE, _LOOKS) for child in run):
            whole = whole if run.tag in WORD.ignored else None
            continue
        if whole is None:
            whole = codes.pop(0)
            whole.set(XML_SPACE, "preserve")
        whole.text = (whole.text or "") + "".join(code.text or "" for code in codes)
        if whole.getparent() is not run:
            holder.remove(run)
        else:
            for code in codes:
                run.remove(code)
