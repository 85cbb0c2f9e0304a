"""Values that stand alone in their paragraph own it: what takes their place can take all of it.

Two more tokens, ``H7`` and ``T7``, stand round such a paragraph, as ``h7`` and ``t7`` stand round
the value's run.
"""

from __future__ import annotations

import copy
from collections.abc import Collection

from lxml import etree

from generator.documents.skeletons.marks import token
from generator.documents.vocabulary import Vocabulary, W

_SECTION = f"{{{W}}}sectPr"


def own_paragraphs(root: etree._Element, words: Vocabulary) -> None:
    """Mark the paragraphs that hold one value and nothing else."""
    for mark in list(root.iter(etree.ProcessingInstruction)):
        text = mark.text or ""
        parent = mark.getparent()
        if text[:1] != "h" or parent is None or parent.tag != words.paragraph:
            continue
        holder = parent.getparent()
        before = parent.getprevious()
        marked = before is not None and before.text == f"H{text[1:]}"
        owns = holder is not None and holder.tag in words.containers and not marked
        if owns and _is_alone(mark, parent, words):
            _drop(parent, words.forgettable)
            parent.addprevious(token(f"H{text[1:]}"))
            parent.addnext(token(f"T{text[1:]}"))


def paragraph_of_its_own(
    paragraph: etree._Element, number: int, words: Vocabulary
) -> list[etree._Element]:
    """A paragraph like this one with one value in it and nothing else, between its tokens."""
    made = paragraph.makeelement(paragraph.tag)
    for name, value in paragraph.attrib.items():
        made.set(name, value)
    properties = paragraph.find(words.paragraph_properties)
    if properties is not None:
        made.append(copy.deepcopy(properties))
    head = next(m for m in paragraph.iter(etree.ProcessingInstruction) if m.text == f"h{number}")
    run = head.getnext()
    assert run is not None
    tail = run.getnext()
    assert tail is not None
    made.extend([head, run, tail])
    return [token(f"H{number}"), made, token(f"T{number}")]


def _is_alone(mark: etree._Element, paragraph: etree._Element, words: Vocabulary) -> bool:
    properties = paragraph.find(words.paragraph_properties)
    if properties is not None and properties.find(_SECTION) is not None:
        return False
    run = mark.getnext()
    own = (properties, mark, run, None if run is None else run.getnext())
    beside = {words.paragraph_end, *words.forgettable}
    return all(child in own or child.tag in beside for child in paragraph)


def _drop(paragraph: etree._Element, tags: Collection[str]) -> None:
    """Leave out what says nothing: where spelling was checked, where a page once ended."""
    for child in list(paragraph):
        if child.tag in tags:
            paragraph.remove(child)
