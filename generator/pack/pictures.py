"""Pictures that an office has put into its templates: logos, photographs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from generator.documents.values.images import SIDE_MOST, read_image
from generator.model import Place, Problem, error

if TYPE_CHECKING:
    from generator.render import Template

# -- the kinds whose first bytes are known here; drawings such as EMF and SVG are left alone --
_KINDS = frozenset({".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff"})


def unfit_pictures(template: Template) -> Iterator[Problem]:
    """Pictures in a template that are none, or so large that Office chokes on them."""
    for name in template.package.members:
        path = PurePath(name)
        if path.parent.name != "media" or path.suffix.lower() not in _KINDS:
            continue
        place = Place(template.file, None, f"picture {path.name}")
        image = read_image(template.package.read(name))
        if image is None:
            problem = f"{path.name} is no picture that Office shows, whatever its name says."
            yield error(place, problem, "Put a PNG or JPEG in its place, in Word or PowerPoint.")
        elif max(image.width, image.height) > SIDE_MOST:
            size = f"{image.width} × {image.height}"
            step = f"Make it smaller, {SIDE_MOST} dots a side at most, and put it in again."
            yield error(place, f"{path.name} has {size} dots.", step)
