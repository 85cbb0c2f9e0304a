"""Parts whose authors chose other prefixes than Office: ``ns0:p`` for ``w:p``.

What is put into a part is written with the usual prefixes, so they must be declared at its root,
and mean there what they mean elsewhere. The author's own stay declared too: ``mc:Ignorable`` and
its like name prefixes in their values (ECMA-376 part 3, 7.2).
"""

from __future__ import annotations

import re

from lxml import etree

from generator.documents.vocabulary import WORD, A, P, R, Vocabulary, W
from generator.model import FactpackError, Place, error

_WORD_NEEDS = {"w": W, "r": R}
_SLIDES_NEED = {"a": A, "p": P, "r": R}
_DECLARED = re.compile(r"\sxmlns:(w|a|p|r)=\"([^\"]*)\"")


def with_usual_prefixes(root: etree._Element, words: Vocabulary, place: Place) -> etree._Element:
    """The part's tree, made anew where a usual prefix is not declared at its root.

    Raises FactpackError where such a prefix means something else.
    """
    needed = _WORD_NEEDS if words is WORD else _SLIDES_NEED
    if root.tag.partition("}")[0].lstrip("{") not in needed.values():
        return root  # no part of the text itself: custom properties
    known = root.nsmap
    if all(known.get(prefix) == uri for prefix, uri in needed.items()):
        return root
    text = etree.tostring(root, encoding="unicode")
    if any(needed.get(prefix, uri) != uri for prefix, uri in _DECLARED.findall(text)):
        raise FactpackError(
            [
                error(
                    place,
                    "The part gives another meaning to one of Office's own prefixes.",
                    "Save the file again in Office.",
                )
            ]
        )
    return _moved(root, {**needed, **{prefix: uri for prefix, uri in known.items() if prefix}})


def _moved(root: etree._Element, prefixes: dict[str, str]) -> etree._Element:
    """The same element under a root that declares `prefixes`; lxml names its children by them."""
    made = etree.Element(root.tag, nsmap=prefixes)
    for name, value in root.attrib.items():
        made.set(name, value)
    made.text = root.text
    made.extend(list(root))
    return made
