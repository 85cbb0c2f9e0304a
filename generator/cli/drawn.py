"""Charts and pictures that a data file gives to a template, by the ids that the template asks for.

    {"charts": {"visits": {"categories": […], "series": {…}}},
     "pictures": {"logo": "logo.png", "map": {"file": "map.png", "alt": "…", "fit": "fill"}}}

Both are names of the data like all others; only what a template asks for is looked at. A picture
is a file of the data file's own folder, or of a folder in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard, get_args

from generator.model import ChartSpec, FactpackError, Place, error

if TYPE_CHECKING:
    from generator.render.values import Fit, Picture
    from generator.render.writer import ChartSource, PictureSource

Data = Mapping[str, object]

_BYTES_MOST = 100_000_000
_FIELDS = ("file", "alt", "fit")


def charts_in(data: Data, file: str) -> ChartSource:
    """The charts that `data`, read from `file`, holds under ``charts``."""

    def give(id: str) -> ChartSpec:
        from generator.charts.plain import plain_chart

        return plain_chart(id, _one(data, "chart", id), _place(file, "chart", id))

    return give


def pictures_in(data: Data, path: Path | None, file: str) -> PictureSource:
    """The pictures that `data`, the file at `path`, names under ``pictures``.

    Without a file of their own the data have no folder, and no pictures.
    """

    def give(id: str, _size: tuple[float, float]) -> Picture:
        from generator.render.values import Picture

        place = _place(file, "picture", id)
        asked = _one(data, "picture", id)
        fields = asked if isinstance(asked, Mapping) else {"file": asked}
        name, alt, fit = (fields.get(field, "") for field in _FIELDS)
        fit = fit or "fit"
        unknown = [str(field) for field in fields if field not in _FIELDS]
        if unknown or not isinstance(name, str) or not isinstance(alt, str) or not _is_fit(fit):
            step = 'Write "logo.png" or {"file": "logo.png", "alt": "…", "fit": "fill"}.'
            raise FactpackError([error(place, "The picture is not told as it should be.", step)])
        return Picture(_picture(name, path, place), alt, None, fit)

    return give


def _one(data: Data, kind: str, id: str) -> object:
    """What the data hold for an id. Raises KeyError where they hold nothing."""
    known = data.get(f"{kind}s")
    if not isinstance(known, Mapping) or id not in known:
        raise KeyError(f'the data have no {kind} "{id}": put it under "{kind}s"')
    return known[id]


def _is_fit(word: object) -> TypeGuard[Fit]:
    from generator.render.values import Fit

    return word in get_args(Fit)


def _picture(name: str, path: Path | None, place: Place) -> bytes:
    """The bytes of a picture. Raises FactpackError for a file that is none."""
    from generator.documents.values.images import read_image

    data = _bytes(name, path, place)
    if read_image(data) is None:
        problem = f"“{name}” is no picture that Office shows."
        raise FactpackError([error(place, problem, "Save it as PNG or JPEG.")])
    return data


def _bytes(name: str, path: Path | None, place: Place) -> bytes:
    """A file beside the data. Raises FactpackError for one elsewhere, or none."""
    if path is None:
        step = "Keep the data in a file, and the picture beside it."
        raise FactpackError([error(place, "Data from the pipe have no folder of pictures.", step)])
    folder = path.parent.resolve()
    try:
        found = (folder / name).resolve()
        if not found.is_relative_to(folder):
            problem, step = f"“{name}” is not in the folder of the data.", "Copy it there."
            raise FactpackError([error(place, problem, step)])
        with found.open("rb") as opened:
            data = opened.read(_BYTES_MOST + 1)
    except (OSError, ValueError) as reason:
        said = getattr(reason, "strerror", None) or reason
        problem = f"“{name}” cannot be read: {said}."
        raise FactpackError([error(place, problem, "Check its name and place.")]) from None
    if len(data) > _BYTES_MOST:
        raise FactpackError([error(place, f"“{name}” is too large.", "Use a smaller picture.")])
    return data


def _place(file: str, kind: str, id: str) -> Place:
    return Place(file, None, f'{kind} "{id}"')
