"""A template and a context into a Word or PowerPoint document, every figure anchored and noted."""

from generator.render.rendering import render
from generator.render.template import Template, compile_template, open_template
from generator.render.values import Need, Needs, Picture, Rendered

__all__ = [
    "Need", "Needs", "Picture", "Rendered", "Template", "compile_template", "open_template",
    "render",
]  # fmt: skip
