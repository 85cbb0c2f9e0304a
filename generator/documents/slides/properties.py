"""What a deck says of its slides in docProps/app.xml and ppt/presProps.xml.

The latter names what is shown: all slides, some by number, or a custom show (ECMA-376 part 1,
19.2.1 and 19.2.2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.documents.packages.app import AppProperties, Told, read_app_properties
from generator.documents.packages.links import Links
from generator.documents.packages.package import Package
from generator.documents.packages.parsing import parse
from generator.documents.skeletons.cut import cut
from generator.documents.skeletons.late import mark
from generator.documents.skeletons.marks import token
from generator.documents.slides.lists import CustomShow, Entry, SlideLists
from generator.documents.vocabulary import P
from generator.model import Place

_MARK = mark("")[0]


@dataclass(frozen=True, slots=True)
class Properties:
    """Those parts of which something depends on the slides, by name, read once."""

    parts: dict[str, AppProperties | ShowProperties]

    def written(self, told: Told) -> dict[str, bytes]:
        """The parts for a finished deck."""
        return {name: part.written(told) for name, part in self.parts.items()}


def read_properties(package: Package, links: Links, main: str, lists: SlideLists) -> Properties:
    """The properties that the deck has. Raises FactpackError when a part is damaged."""
    parts: dict[str, AppProperties | ShowProperties] = {}
    for link in (*links[""], *links[main]):
        if link.target not in package:
            continue
        xml, place = package.read(link.target), package.place
        if link.kind == "extended-properties":
            parts[link.target] = read_app_properties(xml, len(lists.entries), lists.shows, place)
        elif link.kind == "presProps":
            parts[link.target] = read_show_properties(xml, place)
    return Properties({name: part for name, part in parts.items() if _MARK in part.text})


@dataclass(frozen=True, slots=True)
class Choice:
    """What a show begins with: a custom show's id, or the numbers of the first and last slide."""

    show: str
    first: int
    last: int

    def written(self, entries: Sequence[Entry], shows: Sequence[CustomShow], p: str) -> str:
        """The choice in a finished deck; all slides when nothing is left of it."""
        if self.show:
            left = any(show.id == self.show for show in shows)
            return f'<{p}custShow id="{self.show}"/>' if left else f"<{p}sldAll/>"
        numbers = [
            number
            for number, entry in enumerate(entries, 1)
            if self.first <= entry.index + 1 <= self.last
        ]
        if not numbers:
            return f"<{p}sldAll/>"
        return f'<{p}sldRg st="{numbers[0]}" end="{numbers[-1]}"/>'


@dataclass(frozen=True, slots=True)
class ShowProperties:
    """ppt/presProps.xml, read once."""

    text: str
    choices: tuple[Choice, ...]
    prefix: str

    def written(self, told: Told) -> bytes:
        """The part for a finished deck."""
        text = self.text
        for number, choice in enumerate(self.choices):
            chosen = choice.written(told.entries, told.shows, self.prefix)
            text = text.replace(mark(f"c.{number}"), chosen)
        return text.encode()


def read_show_properties(xml: bytes, place: Place) -> ShowProperties:
    """How the deck is shown. Raises FactpackError when the part is damaged."""
    root = parse(xml, place)
    choices: list[Choice] = []
    for node in list(root.iter(f"{{{P}}}sldRg", f"{{{P}}}custShow")):
        id = node.get("id", "") if node.tag == f"{{{P}}}custShow" else ""
        first, last = node.get("st", "0"), node.get("end", "0")
        parent = node.getparent()
        if parent is not None and (id or first + last).isdecimal():
            parent.replace(node, token(f"c.{len(choices)}"))
            choices.append(Choice(id, int(first), int(last)))
    prefix = next((prefix for prefix, uri in root.nsmap.items() if uri == P), "p")
    return ShowProperties(cut(root).fragments[0], tuple(choices), f"{prefix}:" if prefix else "")
