"""A template and a context into a Word or PowerPoint document, every figure anchored and noted.

Every name is loaded when it is first asked for: a plain document needs few of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.render.compiling import compile_template
    from generator.render.opening import open_template
    from generator.render.rendering import render
    from generator.render.rich import (
        InlineImage,
        LineBreak,
        Link,
        Listing,
        Note,
        PageBreak,
        RichText,
    )
    from generator.render.rich_blocks import (
        BulletList,
        NumberedList,
        RichTextParagraph,
        Subdoc,
        documents_in,
    )
    from generator.render.template import Template
    from generator.render.values import Need, Needs, Picture, Rendered

__all__ = [
    "BulletList", "InlineImage", "LineBreak", "Link", "Listing", "Need", "Needs", "Note",
    "NumberedList", "PageBreak", "Picture", "Rendered", "RichText", "RichTextParagraph", "Subdoc",
    "Template", "compile_template", "documents_in", "open_template", "render",
]  # fmt: skip

_NAMES = {
    "compiling": ("compile_template",),
    "opening": ("open_template",),
    "rendering": ("render",),
    "rich": ("InlineImage", "LineBreak", "Link", "Listing", "Note", "PageBreak", "RichText"),
    "rich_blocks": ("BulletList", "NumberedList", "RichTextParagraph", "Subdoc", "documents_in"),
    "template": ("Template",),
    "values": ("Need", "Needs", "Picture", "Rendered"),
}
_HOMES = {name: home for home, names in _NAMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
