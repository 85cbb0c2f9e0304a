"""A template and its twin, kept compiled: what one makes, the other makes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.render import Rendered, Template, rendering
from generator.render.kept import packed, unpacked


def kept(template: Template) -> Template:
    """The template as another process finds it: packed, and read again beside its file."""
    members = template.package.members.values()
    file = bytearray(max(member.start + len(member.raw) for member in members))
    for member in members:
        file[member.start : member.start + len(member.raw)] = member.raw
    return unpacked(packed(template), bytes(file), template.file)


def rendered_alike(
    template: Template,
    context: Mapping[str, object],
    filters: Mapping[str, Callable[..., object]],
    **how: object,
) -> Rendered:
    """The document; its bytes, uses and problems are the same when the template was kept."""
    made = rendering.render(template, context, filters, **how)  # type: ignore[arg-type]
    again = rendering.render(kept(template), context, filters, **how)  # type: ignore[arg-type]
    assert again == made
    assert kept(template).needs() == template.needs()
    return made
