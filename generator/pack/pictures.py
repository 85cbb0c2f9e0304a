"""Pictures of an office: those in its templates, and those that its plan names for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from generator.documents.values.images import SIDE_MOST, read_image
from generator.model import Pack, Place, Problem, error

if TYPE_CHECKING:
    from generator.render import Template
    from generator.workspace import Workspace

# -- the kinds whose first bytes are known here; drawings such as EMF and SVG are left alone --
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff")


def unfit_pictures(template: Template) -> Iterator[Problem]:
    """Pictures in a template that are none, or so large that Office chokes on them."""
    for name in template.package.members:
        path = PurePath(name)
        if path.parent.name != "media" or path.suffix.lower() not in PICTURES:
            continue
        place = Place(template.file, None, f"picture {path.name}")
        yield from _unfit(template.package.read(name), path.name, place, "in Word or PowerPoint")


def named_pictures(workspace: Workspace, pack: Pack) -> tuple[dict[str, bytes], list[Problem]]:
    """The pictures that ``pack.yaml`` names, by their names, and what is wrong with them."""
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name, picture in pack.pictures.items():
        path = workspace.templates / picture.file
        if not path.is_file() or path.resolve().parent != workspace.templates.resolve():
            problem = f"The picture “{name}” is to be templates/{picture.file}, which is not there."
            step = "Put the file there, or write the name of one that is."
            problems.append(error(picture.place, problem, step))
            continue
        # What has another ending is no declared input, so that a change of it would go unseen.
        data = path.read_bytes() if path.suffix.lower() in PICTURES else b""
        wrong = list(_unfit(data, picture.file, picture.place, "in templates/"))
        problems += wrong
        if not wrong:
            found[name] = data
    return found, problems


def _unfit(data: bytes, name: str, place: Place, where: str) -> Iterator[Problem]:
    image = read_image(data)
    if image is None:
        problem = f"{name} is no picture that Office shows, whatever its name says."
        yield error(place, problem, f"Put a PNG or JPEG in its place, {where}.")
    elif max(image.width, image.height) > SIDE_MOST:
        problem = f"{name} has {image.width} × {image.height} dots."
        step = f"Make it smaller, {SIDE_MOST} dots a side at most, and put it in again."
        yield error(place, problem, step)
