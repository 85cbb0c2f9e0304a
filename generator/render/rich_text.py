"""Text as XML at its place: escaped, its lines and tabs in the words of the format."""

from __future__ import annotations

import re

from generator.render.places import TagPlace

_DIRTY = re.compile('[\x00-\x1f"&<>\x7f-\x9f\ud800-\udfff\ufffe\uffff]')
_FORBIDDEN = re.compile("[\x00-\x08\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NEWLINE = re.compile("\r\n?|\x0b")  # U+000B is what Word makes of a soft line break
is_clean = _DIRTY.search  # None for a text that goes in as it is
_PARAGRAPHS = re.compile("([\a\f])")


class Unplaced(ValueError):
    """A value that cannot stand where its tag stands."""


def breaks(text: str) -> bool:
    """Whether a text breaks into paragraphs or pages."""
    return "\a" in text or "\f" in text


def stretches(text: str) -> list[str]:
    """The stretches of such a text, and between them the ``\\a`` or ``\\f`` that parts them."""
    return _PARAGRAPHS.split(text)


def in_lines(text: str) -> str:
    """The text with ends of lines where it breaks into paragraphs and pages."""
    return _PARAGRAPHS.sub("\n", text) if breaks(text) else text


def written(text: str, place: TagPlace, head: str = "") -> str:
    """A text as XML at its place: nothing in it can be markup, what XML forbids is left out.

    `head` is the run's start where it is not the place's own.
    """
    if _DIRTY.search(text) is None:
        return text
    if place.kind == "core":
        return _FORBIDDEN.sub("", text)
    text = _FORBIDDEN.sub("", _NEWLINE.sub("\n", in_lines(text)))
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if place.kind == "attribute":
        return text.replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    if place.kind == "text":
        return text.replace("\n", " ").replace("\t", " ")
    return text.replace("\t", place.words.tab).replace(
        "\n", _line_break(place.words.line_break, head or place.head)
    )


def _line_break(line_break: str, head: str) -> str:
    """What ends a line and begins the next, in the run's own looks."""
    if "{properties}" not in line_break:
        return line_break
    return line_break.format(properties=properties_of(head))


def properties_of(head: str) -> str:
    """The properties of a run, of which this is the start: ``<a:r>…<a:t>``."""
    return head[head.index(">") + 1 : head.rindex("<")]
