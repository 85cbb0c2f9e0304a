"""Decks made of the sample deck, and a look at what is in them."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from lxml import etree
from slide_samples import PRESENTATION, SLIDES, template

from generator.documents.packages.package import Package, read_package
from generator.documents.packages.zipping import Untouched, write_zip
from generator.documents.slides.deck import Arranged, SlideShow, SlideTurn
from generator.model import Place

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
EP = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
VT = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"


@cache
def show() -> SlideShow:
    return SlideShow.read(package())


@cache
def package() -> Package:
    return read_package(template(), Place("t.pptx"))


def part(name: str) -> str:
    """The member of a slide of the template."""
    return show().slides[SLIDES.index(name)]


def titled(name: str, title: str) -> SlideTurn:
    """A turn of a slide under a title of its own."""
    xml = package().read(part(name)).decode()
    return SlideTurn(part(name), xml.replace(f"<a:t>{name}</a:t>", f"<a:t>{title}</a:t>"))


@dataclass(frozen=True)
class Made:
    """A finished deck."""

    data: bytes
    arranged: Arranged

    def names(self) -> list[str]:
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return archive.namelist()

    def read(self, name: str) -> bytes:
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return archive.read(name)

    def tree(self, name: str) -> etree._Element:
        return etree.fromstring(self.read(name))

    def links(self, name: str) -> dict[str, tuple[str, str]]:
        """Kind and target of every relationship of a part that stays inside, by its id."""
        folder, file = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if rels not in self.names():
            return {}
        return {
            node.get("Id"): (
                node.get("Type").rsplit("/", 1)[-1],
                posixpath.normpath(posixpath.join(folder, node.get("Target"))).lstrip("/"),
            )
            for node in self.tree(rels)
            if node.get("TargetMode") != "External"
        }

    def slides(self) -> list[str]:
        """The slides' members in the order of the deck."""
        targets = self.links(PRESENTATION)
        nodes = self.tree(PRESENTATION).iterfind(f"{P}sldIdLst/{P}sldId")
        return [targets[node.get(f"{R}id")][1] for node in nodes]

    def ids(self) -> list[int]:
        nodes = self.tree(PRESENTATION).iterfind(f"{P}sldIdLst/{P}sldId")
        return [int(node.get("id")) for node in nodes]

    def title(self, slide: str) -> str:
        for shape in self.tree(slide).iter(f"{P}sp"):
            if shape.find(f".//{P}ph[@type='title']") is not None:
                return "".join(text.text or "" for text in shape.iter(f"{A}t"))
        return ""

    def titles(self) -> str:
        """The slides' titles: "A B C"."""
        return " ".join(map(self.title, self.slides()))

    def of_kind(self, slide: str, kind: str) -> list[str]:
        return [target for found, target in self.links(slide).values() if found == kind]

    def sections(self) -> list[tuple[str, str]]:
        """Each section's name and the titles of its slides."""
        title = dict(zip(self.ids(), map(self.title, self.slides()), strict=True))
        return [
            (
                section.get("name"),
                " ".join(title[int(node.get("id"))] for node in section.iter(f"{P14}sldId")),
            )
            for section in self.tree(PRESENTATION).iter(f"{P14}section")
        ]

    def shows(self) -> dict[str, str]:
        """The titles of the slides of each custom show."""
        links = self.links(PRESENTATION)
        return {
            show.get("name"): " ".join(
                self.title(links[node.get(f"{R}id")][1]) for node in show.iter(f"{P}sld")
            )
            for show in self.tree(PRESENTATION).iter(f"{P}custShow")
        }

    def clicks(self, slide: str) -> dict[str, str]:
        """Where the boxes of a slide lead: the title, or the action where there is no slide."""
        links = self.links(slide)
        found = {}
        for shape in self.tree(slide).iter(f"{P}sp"):
            click = shape.find(f".//{A}hlinkClick")
            if click is not None:
                text = "".join(node.text or "" for node in shape.iter(f"{A}t"))
                relation = click.get(f"{R}id")
                found[text] = self.title(links[relation][1]) if relation else click.get("action")
        return found

    def app(self) -> Mapping[str, object]:
        """docProps/app.xml: counts, headings and titles."""
        tree = self.tree("docProps/app.xml")
        pairs = [node.text for node in tree.iterfind(f"{EP}HeadingPairs//{VT}variant/*")]
        return {
            **{name: tree.findtext(f"{EP}{name}") for name in ("Slides", "Notes", "HiddenSlides")},
            "headings": " ".join(map(str, pairs)),
            "titles": " ".join(
                node.text or "-" for node in tree.iterfind(f"{EP}TitlesOfParts//{VT}lpstr")
            ),
        }


def made(*turns: SlideTurn | str, members: Mapping[str, bytes] | None = None) -> Made:
    """The deck that turns make; a text "A B B" is a turn of each slide as it stands."""
    whole = [
        turn
        for given in turns
        for turn in (
            [SlideTurn(part(n)) for n in given.split()] if isinstance(given, str) else [given]
        )
    ]
    arranged = show().arranged(whole, members)
    return Made(zipped(package(), arranged), arranged)


def changed(name: str, old: str, new: str, turns: str = SLIDES) -> Made:
    """These slides of the sample deck, a stretch of one of its members changed before."""
    data = package().read(name).decode()
    assert old in data
    untouched = Untouched(package().members.values())
    before = read_package(
        write_zip(untouched, {name: data.replace(old, new).encode()}), Place("t.pptx")
    )
    deck = SlideShow.read(before)
    arranged = deck.arranged([SlideTurn(part(slide)) for slide in turns])
    return Made(zipped(before, arranged), arranged)


def zipped(of: Package, arranged: Arranged) -> bytes:
    left = [member for name, member in of.members.items() if name not in arranged.removed]
    return write_zip(Untouched(left), arranged.members)


def orphans(deck: Made) -> set[str]:
    """The parts that nothing leads to."""
    waiting, seen = [""], set[str]()
    while waiting:
        for _, target in deck.links(waiting.pop()).values():
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    parts = {name for name in deck.names() if not name.endswith(".rels")}
    return parts - seen - {"[Content_Types].xml"}
