"""Text as XML holds it; `xml.sax.saxutils` says the same and loads urllib, email and ssl too."""

from __future__ import annotations


def escape(text: str, more: dict[str, str] | None = None) -> str:
    """A text between tags; `more` are further characters and what stands for them."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for plain, escaped in (more or {}).items():
        text = text.replace(plain, escaped)
    return text


def quoteattr(value: str) -> str:
    """The value of an attribute with its quotes; line ends and tabs survive a reader."""
    value = escape(value, {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
    if '"' not in value:
        return f'"{value}"'
    return f"'{value}'" if "'" not in value else '"' + value.replace('"', "&quot;") + '"'


def plain(escaped: str) -> str:
    """The text that XML holds so; of numbers of characters only the three that are written here."""
    for character, entity in (
        ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&apos;"), ("\n", "&#10;"),
        ("\r", "&#13;"), ("\t", "&#9;"), ("&", "&amp;"),
    ):  # fmt: skip
        escaped = escaped.replace(entity, character)
    return escaped
