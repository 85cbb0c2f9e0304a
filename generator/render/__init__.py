"""A template and a context into a Word or PowerPoint document, every figure anchored and noted."""

from generator.render.rendering import render
from generator.render.rich import InlineImage, LineBreak, Link, Listing, Note, PageBreak, RichText
from generator.render.rich_blocks import (
    BulletList,
    NumberedList,
    RichTextParagraph,
    Subdoc,
    documents_in,
)
from generator.render.template import Template, compile_template, open_template
from generator.render.values import Need, Needs, Picture, Rendered

__all__ = [
    "BulletList", "InlineImage", "LineBreak", "Link", "Listing", "Need", "Needs", "Note",
    "NumberedList", "PageBreak", "Picture", "Rendered", "RichText", "RichTextParagraph", "Subdoc",
    "Template", "compile_template", "documents_in", "open_template", "render",
]  # fmt: skip
