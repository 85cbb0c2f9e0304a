"""Another look for a finished template: the colours and faces of its theme, and what repeats them.

A theme's twelve colours and its faces stand in DrawingML (ECMA-376 part 1, 20.1.6.2 and 20.1.4.1);
Word styles and charts often repeat them as plain values. Both are said anew. Colours beyond the
twelve are known by their names in the theme's list of custom colours (20.1.6.3); one that is in
neither stays what it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from generator.documents.packages.package import Member, Package, read_package
from generator.documents.packages.zipping import Untouched, write_zip
from generator.model import Place

SLOTS = (
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
    "hlink", "folHlink",
)  # fmt: skip
_CORE = "docProps/core.xml"
_THEME = re.compile(r"(?:word|ppt)/theme/theme\d*\.xml")
_REBRANDED = re.compile(r"(?:word|ppt)/.*\.xml")
_SLOT = re.compile(
    rf"(<a:({'|'.join(SLOTS)})>\s*)"
    r'<a:(?:srgbClr val=|sysClr [^>]*lastClr=)"([0-9A-Fa-f]{6})"[^>]*/>'
)
_CUSTOM = re.compile(r'(<a:custClr name="([^"]*)"><a:srgbClr val=")([0-9A-Fa-f]{6})(?=")')
_FACES = re.compile(r"<a:(?:major|minor)Font>.*?</a:(?:major|minor)Font>", re.S)
_LATIN = re.compile(r'<a:latin typeface="([^"]*)"')
_EAST_ASIAN = re.compile(r'<a:(?:ea|font script="Hans") typeface="([^"]+)"')
_TRADITIONAL = re.compile(r'<a:font script="Hant" typeface="([^"]+)"')
_LANGUAGE = re.compile(r"<dc:language>([^<]*)</dc:language>")
# Where a colour may stand as a plain value: DrawingML, then Word's text, shading, borders.
_COLOUR = re.compile(
    r'(<a:srgbClr val="|<w:color (?:[^>]*?)w:val="|w:fill="|w:color=")([0-9A-Fa-f]{6})(?=")'
)
_FACE = re.compile(
    r'(typeface="|w:ascii="|w:hAnsi="|w:eastAsia="|w:cs="|<w:font w:name=")([^"]+)(?=")'
)


@dataclass(frozen=True, slots=True)
class Brand:
    """Colours as RRGGBB by the slots of a theme and by names, and the faces of two scripts."""

    colours: Mapping[str, str]
    named: Mapping[str, str]
    faces: Callable[[str], tuple[str, str]]  # Latin and East Asian, by a language such as zh-TW


@dataclass(slots=True)
class _Changes:
    """What a package calls its colours and faces, and what they are called from now on."""

    colours: dict[str, str] = field(default_factory=dict)
    faces: dict[str, str] = field(default_factory=dict)


def rebrand(data: bytes, brand: Brand, place: Place) -> bytes:
    """The file in another brand's look; the bytes that came in when it has that look already.

    Raises FactpackError for what is no sound Office file.
    """
    package = read_package(data, place)
    themes = {
        name: package.read(name).decode() for name in package.members if _THEME.fullmatch(name)
    }
    changes = _Changes()
    language = _language(package)
    for xml in themes.values():
        _learn_colours(xml, brand, changes)
        _learn_faces(xml, brand, language, changes)
    changed: dict[str, bytes | Member] = {}
    for name in package.members:
        if _REBRANDED.fullmatch(name):
            old = package.read(name).decode()
            new = _said_anew(old, changes)
            # Last, and by their names: what two slots swap is not swapped back.
            new = _slots(new, brand) if name in themes else new
            if new != old:
                changed[name] = new.encode()
    return write_zip(Untouched(package.members.values()), changed) if changed else data


def _learn_colours(xml: str, brand: Brand, changes: _Changes) -> None:
    for _, slot, rgb in _SLOT.findall(xml):
        # White and black are everybody's: they would turn up where no brand is meant.
        if slot in brand.colours and rgb.upper() not in ("FFFFFF", "000000"):
            changes.colours.setdefault(rgb.upper(), brand.colours[slot])
    for _, name, rgb in _CUSTOM.findall(xml):
        if name in brand.named:
            changes.colours.setdefault(rgb.upper(), brand.named[name])


def _learn_faces(xml: str, brand: Brand, language: str, changes: _Changes) -> None:
    latin, east_asian = brand.faces(language)
    _, traditional = brand.faces("zh-TW")
    for scheme in _FACES.findall(xml):
        changes.faces.update(dict.fromkeys(_TRADITIONAL.findall(scheme), traditional))
        changes.faces.update(dict.fromkeys(_EAST_ASIAN.findall(scheme), east_asian))
        changes.faces.update(dict.fromkeys(_LATIN.findall(scheme), latin))


def _language(package: Package) -> str:
    """What a file says that it is written in; nothing where it does not say."""
    if _CORE not in package.members:
        return ""
    found = _LANGUAGE.search(package.read(_CORE).decode())
    return found[1] if found else ""


def _slots(xml: str, brand: Brand) -> str:
    def slot(found: re.Match[str]) -> str:
        rgb = brand.colours.get(found[2], found[3].upper())
        return f'{found[1]}<a:srgbClr val="{rgb}"/>'

    def custom(found: re.Match[str]) -> str:
        return found[1] + brand.named.get(found[2], found[3].upper())

    return _CUSTOM.sub(custom, _SLOT.sub(slot, xml))


def _said_anew(xml: str, changes: _Changes) -> str:
    def colour(found: re.Match[str]) -> str:
        return found[1] + changes.colours.get(found[2].upper(), found[2])

    def face(found: re.Match[str]) -> str:
        return found[1] + changes.faces.get(found[2], found[2])

    return _FACE.sub(face, _COLOUR.sub(colour, xml))
