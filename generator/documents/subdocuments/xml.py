"""XML of one document as a part of another takes it: prefixes, what may be ignored, equality.

A prefix means what the nearest declaration says, also inside values (``Requires="wps"``), so
elements keep theirs and declare what their new root does not. What a reader may ignore it has to
be told again there (ECMA-376 part 3, 7.2: ``Ignorable`` stands on any element).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from lxml import etree

from generator.documents.vocabulary import MC, R, W

_IGNORABLE = f"{{{MC}}}Ignorable"
_RELATION = f"{{{R}}}"
_OFFICE = "urn:schemas-microsoft-com:office:office"
_OLD_RELATION = f"{{{_OFFICE}}}relid"
_RELATED = etree.XPath("descendant-or-self::*[@r:* or @o:relid]", namespaces={"r": R, "o": _OFFICE})
_DECLARED = re.compile(r'\sxmlns(?::[\w.-]+)?="[^"]*"')
_REQUIRED = re.compile(r'\bRequires="([^"]*)"')
_BARE_NAME = re.compile(r"</?[A-Za-z_][\w.-]*[\s/>]")
_NAME = re.compile(r"<([\w:.-]+)")


def w(name: str) -> str:
    """A name of WordprocessingML, as lxml writes it."""
    return f"{{{W}}}{name}"


VAL, ID = w("val"), w("id")


@dataclass(frozen=True, slots=True)
class Head:
    """What the root of a part declares: its prefixes, and the namespaces a reader may ignore."""

    spaces: Mapping[str | None, str]
    ignorable: frozenset[str] = frozenset()


PLAIN = Head({"w": W, "r": R})  # the root of a part that is made here


def read_head(root: etree._Element | None) -> Head:
    """The head of a part; of one that is not there yet, the head it will have."""
    if root is None:
        return PLAIN
    spaces = dict(root.nsmap)
    words = str(root.get(_IGNORABLE, "")).split()
    return Head(spaces, frozenset(spaces[word] for word in words if word in spaces))


def new_part(name: str, inside: str = "") -> bytes:
    """A part of WordprocessingML with the head `PLAIN`."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in PLAIN.spaces.items())
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:{name} {declared}>{inside}</w:{name}>"
    ).encode()


def texts_of(nodes: Iterable[etree._Element], source: Head, into: Head) -> str:
    """Elements of a part with the head `source` as XML for a part with the head `into`."""
    return "".join(_text(node, source, into) for node in nodes)


def _text(node: etree._Element, source: Head, into: Head) -> str:
    whole = _bare(node)
    skipped = [
        str(prefix)
        for prefix, uri in node.nsmap.items()
        if uri in source.ignorable and uri not in into.ignorable and _uses(whole, prefix)
    ]
    if skipped:
        node.set(_IGNORABLE, " ".join([*str(node.get(_IGNORABLE, "")).split(), *skipped]))
        whole = _bare(node)
    declared = "".join(
        f' xmlns{":" if prefix else ""}{prefix or ""}="{uri}"'
        for prefix, uri in node.nsmap.items()
        if into.spaces.get(prefix) != uri and _uses(whole, prefix)
    )
    return _NAME.sub(rf"<\1{declared}", whole, count=1) if declared else whole


def _bare(node: etree._Element) -> str:
    """The element without the declarations of its own start tag."""
    whole = etree.tostring(node, encoding="unicode", with_tail=False)
    end = whole.index(">")
    return _DECLARED.sub("", whole[:end]) + whole[end:]


def _uses(text: str, prefix: str | None) -> bool:
    if prefix is None:
        return _BARE_NAME.search(text) is not None
    return f"{prefix}:" in text or any(prefix in found.split() for found in _REQUIRED.findall(text))


def canonical(node: etree._Element, skip: frozenset[str] = frozenset()) -> str:
    """A text that two elements share when they mean the same; elements in `skip` do not count."""
    if node.tag in skip:
        return ""
    attributes = sorted(f"{name!s}={value!s}" for name, value in node.attrib.items())
    return f"<{node.tag} {attributes}{''.join(canonical(child, skip) for child in node)}>"


def value(node: etree._Element | None, path: str = "") -> str:
    """The ``w:val`` of an element, or of the one at a path below it; empty when there is none."""
    if node is not None and path:
        node = node.find(_path(path))
    return "" if node is None else str(node.get(VAL, ""))


@lru_cache(maxsize=64)
def _path(steps: str) -> str:
    return "/".join(w(step) for step in steps.split("/"))


def remove(node: etree._Element) -> None:
    """Take an element out of its tree."""
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def relation_ids(root: etree._Element) -> list[str]:
    """The ids of all relations that a tree names, in order."""
    return [str(node.attrib[name]) for node in _related(root) for name in _relation_names(node)]


def relink(root: etree._Element, new_id: Callable[[str], str]) -> None:
    """Give every relation that a tree names its new id."""
    for node in _related(root):
        for name in _relation_names(node):
            node.set(name, new_id(str(node.attrib[name])))


def _related(root: etree._Element) -> list[etree._Element]:
    return cast("list[etree._Element]", _RELATED(root))


def _relation_names(node: etree._Element) -> list[str]:
    return [
        str(name)
        for name, id in node.attrib.items()
        if id and (str(name).startswith(_RELATION) or name == _OLD_RELATION)
    ]


def before_end(xml: bytes, text: str) -> bytes:
    """A part with `text` as the last of its root's children."""
    if not text:
        return xml
    bare = xml.rstrip()
    at = bare.rfind(b"</")
    if bare.endswith(b"/>") and at < 0:  # the root holds nothing yet
        start = bare[bare.rindex(b"<") + 1 :]
        return bare[:-2] + b">" + text.encode() + b"</" + start.split()[0].rstrip(b"/>") + b">"
    return bare[:at] + text.encode() + bare[at:]
