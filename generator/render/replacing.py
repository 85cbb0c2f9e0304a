"""Pictures, embedded files and members replaced by name, with no tag in the template.

=================== ===================================================================
key                 what is replaced
=================== ===================================================================
``"Logo"``          pictures of this name, title or alternative text
``"media:a.png"``   the picture file of this name, wherever it is shown
``"embedded:b.x"``  the embedded file of this name
``"member:p/q.x"``  the member of the package
bytes               every picture and embedded file with these bytes
=================== ===================================================================
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.documents.named_pictures import replace_named
from generator.documents.packages.package import unpacked
from generator.documents.packages.zipping import CONTENT_TYPES
from generator.documents.skeletons.references import relation_needle
from generator.documents.values.images import crop, read_image
from generator.model import FactpackError, Place, Problem, error
from generator.render.forgotten import Forgotten
from generator.render.parts import Parts
from generator.render.rich import File, InlineImage, read_file
from generator.render.template import Template

Replacements = Mapping[str | bytes, File | InlineImage]

_FOLDERS = {"media": "/media/", "embedded": "/embeddings/"}


@dataclass(slots=True)
class Replacing:
    """The replacements of one document; `stories` are its parts with text and where these go.

    `owners` tell where a member goes: to each turn of the slide that it belongs to. `forgotten`
    hears of the pictures that were replaced.
    """

    template: Template
    parts: Parts
    wanted: Replacements
    stories: Sequence[tuple[Parts, str]]
    owners: Callable[[str], Sequence[Parts]]
    forgotten: Forgotten

    def apply(self) -> None:
        """Do them all. Raises FactpackError with everything that is not there."""
        problems: list[Problem] = []
        pictures: dict[str, bytes] = {}
        for key, file in self.wanted.items():
            try:
                data = file.__data__() if isinstance(file, InlineImage) else read_file(file)
            except OSError as reason:
                problems.append(self._problem(key, f"cannot be read: {reason.strerror}"))
                continue
            names = self._members(key)
            if names is None:
                pictures[str(key)] = data
            elif not names:
                problems.append(self._problem(key, "is not in the template"))
            for name in names or ():
                self._put(name, data)
        missing = pictures.keys() - self._put_pictures(pictures)
        problems += [self._problem(name, "is no picture of the template") for name in missing]
        if problems:
            raise FactpackError(problems)

    def _members(self, key: str | bytes) -> list[str] | None:
        """The members that a key names; None for the name of a picture."""
        members = self.template.package.members
        if isinstance(key, bytes):
            mark = (zlib.crc32(key), len(key))
            folders = tuple(_FOLDERS.values())
            return [
                name
                for name, member in members.items()
                if (member.crc, member.size) == mark and any(f in name for f in folders)
            ]
        kind, colon, name = key.partition(":")
        if colon and kind == "member":
            return [name] if name in members and name != CONTENT_TYPES else []
        if colon and kind in _FOLDERS:
            ending = _FOLDERS[kind] + name
            return [known for known in members if known.endswith(ending)]
        return None

    def _put(self, name: str, data: bytes) -> None:
        """Other bytes under the same name; a picture of another kind says so."""
        for parts in self.owners(name):
            parts.members[name] = data
        image = read_image(data)
        if image is not None and not name.lower().endswith((f".{image.extension}", ".jpeg")):
            self.parts.add_override(name, image.type)

    def _put_pictures(self, pictures: Mapping[str, bytes]) -> set[str]:
        """Other pictures in the frames of these names; the names that were found."""
        found: set[str] = set()
        for parts, part in self.stories if pictures else ():
            found |= self._put_in_part(parts, part, pictures)
        return found

    def _put_in_part(self, parts: Parts, part: str, pictures: Mapping[str, bytes]) -> set[str]:
        known = parts.members.get(part)
        xml = self.template.package.read(part) if known is None else unpacked(known)

        def give(name: str, frame: tuple[float, float]) -> tuple[str, str]:
            image = read_image(pictures[name])
            file = self.wanted[name]
            way = file.fit if isinstance(file, InlineImage) else "stretch"
            relation = parts.add_picture(part, pictures[name], image)
            return relation, crop(image, frame, way) if image else ""

        place = Place(self.template.file, None, self.template.office.parts[part])
        changed, found, left = replace_named(xml, pictures, give, place)
        if found:
            parts.members[part] = changed
        self.forgotten.let_go(parts, part, {relation_needle(id) for id in left})
        return found

    def _problem(self, key: str | bytes, what: str) -> Problem:
        said = f"{key[:20]!r}" if isinstance(key, bytes) else f"“{key}”"
        step = "Name a picture (its name, title or alternative text) or a file of the template."
        return error(Place(self.template.file), f"What is to be replaced, {said}, {what}.", step)
