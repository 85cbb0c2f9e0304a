"""What stands open round a place: how to leave its paragraph there, and to go on in a new one.

Asked only for a value that breaks into paragraphs, so nothing is worked out when a template is
compiled.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.documents.vocabulary import WORD, Vocabulary

_TAG = re.compile(r"<(/?)([\w:.-]+)([^<>]*?)(/?)>")
_PROPERTIES = {
    "w:p": re.compile(r"<w:pPr/>|<w:pPr>.*?</w:pPr>(?!</w:pPrChange>)", re.S),
    "a:p": re.compile(r"<a:pPr\b[^<>]*/>|<a:pPr\b.*?</a:pPr>", re.S),
}
_CONTROL, _CONTENT = "w:sdt", "<w:sdtContent>"
_IDENTITY = re.compile(r' w14:(?:paraId|textId)="[^"]*"')
_CONTROL_ID = re.compile(r'<w:id w:val="[^"]*"/>')
_SECTION = re.compile(r"<w:sectPr\b.*?</w:sectPr>|<w:sectPr\b[^<>]*/>", re.S)
_MARK = re.compile("\x02[^\x03]*\x03")
_ENDS = {
    "w:p": re.compile("</w:p>"),
    "a:p": re.compile(
        r"(?:<a:endParaRPr\b[^<>]*/>|<a:endParaRPr\b[^<>]*>.*?</a:endParaRPr>)?</a:p>", re.S
    ),
}


@dataclass(frozen=True, slots=True)
class Joint:
    """How one paragraph ends and the next begins in the middle of a text.

    `opener` begins any paragraph but the last, `last` the last one, which goes on with what
    follows the place. `inside` names the elements between the paragraph and its run.
    """

    closer: str
    opener: str
    last: str
    inside: tuple[str, ...] = ()


def owned_joint(opener: str, closer: str, words: Vocabulary) -> Joint:
    """The joint of a place that has its paragraph for itself."""
    start, name = _TAG.match(opener), "w:p" if words is WORD else "a:p"
    assert start is not None
    properties = _PROPERTIES[name].match(opener, start.end())
    looks = properties[0] if properties else ""
    end = _ENDS[name].search(closer)
    bare = f"<{name}>"
    return Joint(end[0] if end else f"</{name}>", bare + without_section(looks), bare + looks)


def without_section(properties: str) -> str:
    """Paragraph properties without the end of a section, which happens once."""
    return _SECTION.sub("", properties) if "<w:sectPr" in properties else properties


def joint_at(fragments: Sequence[str], index: int, words: Vocabulary) -> Joint | None:
    """The joint at the end of fragment `index`; None where no new paragraph can begin.

    That is so outside paragraphs, and in one that ends a section: it has begun already, and a
    section ends with its last paragraph.
    """
    paragraph = "w:p" if words is WORD else "a:p"
    openers: list[str] = []
    names: list[str] = []
    for name, fragment, tag in _open_elements(fragments, index):
        extra = _goes_along(name, fragment, tag)
        if extra is None or "<w:sectPr" in extra:
            return None
        names.append(name)
        openers.append(_IDENTITY.sub("", _MARK.sub("", tag[0])) + extra)
        if name == paragraph:
            opener = "".join(reversed(openers))
            closer = "".join(f"</{name}>" for name in names)
            return Joint(closer, opener, opener, tuple(names[:-1]))
    return None


def _open_elements(fragments: Sequence[str], index: int) -> list[tuple[str, str, re.Match[str]]]:
    """The elements open at the end of a fragment, innermost first, up to a paragraph."""
    found: list[tuple[str, str, re.Match[str]]] = []
    closed = 0
    for at in range(index, -1, -1):
        for tag in reversed(list(_TAG.finditer(fragments[at]))):
            closing, name, _, empty = tag.groups()
            if empty:
                continue
            if closing:
                closed += 1
            elif closed:
                closed -= 1
            else:
                found.append((name, fragments[at], tag))
                if name in _PROPERTIES:
                    return found
    return found


def _goes_along(name: str, fragment: str, tag: re.Match[str]) -> str | None:
    """What a new element of a kind begins with; None when it cannot be told."""
    if name in _PROPERTIES:
        properties = _PROPERTIES[name].match(fragment, tag.end())
        return properties[0] if properties else ""
    if name == _CONTROL:
        end = fragment.find(_CONTENT, tag.end())
        return None if end < 0 else _CONTROL_ID.sub("", fragment[tag.end() : end])
    return ""
