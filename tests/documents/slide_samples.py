"""A small, whole deck with everything that knows of slides, and a look at what is made of it.

Five slides, called by their titles: A links to C and to E; B has a chart and notes; C has two
facts' tags and links back to A; D has a picture, notes and a comment; E is hidden and starts the
custom show "short". Sections: opening (A), middle (B, C, D), end (E).
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from lxml import etree

from generator.documents.package import Package, read_package
from generator.documents.slides import Arranged, SlideShow, SlideTurn
from generator.documents.zipping import Untouched, write_zip
from generator.model import Place

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
EP = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
VT = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R = f"{{{_OFFICE}}}"
PRESENTATION = "ppt/presentation.xml"
SLIDES = "ABCDE"

_SECTIONS = (
    '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst'
    ' xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
    + "".join(
        f'<p14:section name="{name}" id="{{0000000{number}-0000-4000-8000-000000000000}}">'
        f"<p14:sldIdLst>{''.join(f'<p14:sldId id={id!r}/>' for id in ids.split())}</p14:sldIdLst>"
        "</p14:section>"
        for number, (name, ids) in enumerate(
            {"opening": "256", "middle": "257 258 259", "end": "260"}.items()
        )
    ).replace("'", '"')
    + "</p14:sectionLst></p:ext></p:extLst>"
)
_SHOWS = (
    '<p:custShowLst><p:custShow name="short" id="0"><p:sldLst><p:sld r:id="{A}"/><p:sld r:id="{C}"/>'
    '</p:sldLst></p:custShow><p:custShow name="backwards" id="1"><p:sldLst><p:sld r:id="{D}"/>'
    '<p:sld r:id="{B}"/></p:sldLst></p:custShow></p:custShowLst>'
)
_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    "<Slides>5</Slides><Notes>2</Notes><HiddenSlides>1</HiddenSlides><HeadingPairs>"
    '<vt:vector size="6" baseType="variant">'
    "<vt:variant><vt:lpstr>主题</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant>"
    "<vt:variant><vt:lpstr>幻灯片标题</vt:lpstr></vt:variant><vt:variant><vt:i4>5</vt:i4></vt:variant>"
    "<vt:variant><vt:lpstr>自定义放映</vt:lpstr></vt:variant><vt:variant><vt:i4>2</vt:i4></vt:variant>"
    '</vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="8" baseType="lpstr">'
    + "".join(f"<vt:lpstr>{title}</vt:lpstr>" for title in ["Office", *SLIDES, "short", "backwards"])
    + "</vt:vector></TitlesOfParts></Properties>"
)
_TAGS = (
    '<p:tagLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    '<p:tag name="FACT1" val="beds"/></p:tagLst>'
)
_AUTHORS = (
    '<p:cmAuthorLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    '<p:cmAuthor id="1" name="Wren" initials="W" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>'
)
_COMMENT = (
    '<p:cmLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    '<p:cm authorId="1" dt="2025-12-31T12:00:00.000" idx="1"><p:pos x="1" y="1"/>'
    "<p:text>Check this</p:text></p:cm></p:cmLst>"
)
_CREATION = (
    '<p:extLst><p:ext uri="{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}"><p14:creationId'
    ' xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" val="7"/></p:ext>'
    "</p:extLst></p:cSld>"
)
_ML = "application/vnd.openxmlformats-officedocument.presentationml."


@cache
def template() -> bytes:
    """The deck as a file."""
    return _patched(_plain())


def _plain() -> bytes:
    from pptx import Presentation
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Cm

    deck = Presentation()
    deck.core_properties.title = "Linden Bay"
    slides = {name: deck.slides.add_slide(deck.slide_layouts[5]) for name in SLIDES}
    for name, slide in slides.items():
        slide.shapes.title.text = name
    _link(slides["A"], slides["C"], "to C")
    _link(slides["A"], slides["E"], "to E")
    _link(slides["C"], slides["A"], "back")
    data = CategoryChartData()
    data.categories = ["east", "west"]
    data.add_series("beds", (3, 4))
    frame = slides["B"].shapes.add_chart(
        XL_CHART_TYPE.COLUMN_CLUSTERED, Cm(1), Cm(4), Cm(10), Cm(6), data
    )
    frame._element.nvGraphicFramePr.cNvPr.set("descr", "beds")
    slides["B"].notes_slide.notes_text_frame.text = "Notes of B"
    slides["D"].notes_slide.notes_text_frame.text = "Notes of D"
    picture = slides["D"].shapes.add_picture(io.BytesIO(_png()), Cm(1), Cm(4), Cm(2))
    picture._element.nvPicPr.cNvPr.set("descr", "a red dot")
    start = _box(slides["E"], "short show")
    start.click_action._element.get_or_add_hlinkClick().set(
        "action", "ppaction://customshow?id=0&return=true"
    )
    start.click_action._element.hlinkClick.rId = ""
    slides["E"]._element.set("show", "0")
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _link(slide, target, text: str) -> None:
    _box(slide, text).click_action.target_slide = target


def _box(slide, text: str):
    from pptx.util import Cm

    box = slide.shapes.add_textbox(Cm(1), Cm(12), Cm(5), Cm(1))
    box.text_frame.text = text
    return box


def _png() -> bytes:
    return bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8"
        "cfc0000003010100c9fe92ef0000000049454e44ae426082"
    )


def _patched(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name).decode("latin-1") for name in archive.namelist()}
    relations = dict(zip(SLIDES, re.findall(r'<p:sldId [^>]*r:id="(\w+)"', members[PRESENTATION]), strict=True))
    main = members[PRESENTATION].replace(
        "<p:defaultTextStyle>", _SHOWS.format(**relations) + "<p:defaultTextStyle>"
    )
    main = re.sub(r"<p:extLst>.*</p:extLst>", "", main, flags=re.S)
    members[PRESENTATION] = main.replace("</p:presentation>", _SECTIONS + "</p:presentation>")
    members["docProps/app.xml"] = _APP.encode().decode("latin-1")
    _add(members, PRESENTATION, "commentAuthors", "ppt/commentAuthors.xml", _AUTHORS, "commentAuthors")
    _add(members, "ppt/slides/slide4.xml", "comments", "ppt/comments/comment1.xml", _COMMENT, "comments")
    _add(members, "ppt/slides/slide3.xml", "tags", "ppt/tags/tag1.xml", _TAGS, "tags")
    members["ppt/slides/slide3.xml"] = members["ppt/slides/slide3.xml"].replace(
        "</p:spTree>", '</p:spTree><p:custDataLst><p:tags r:id="rIdNew"/></p:custDataLst>'
    )
    for number in (1, 2):
        name = f"ppt/slides/slide{number}.xml"
        members[name] = members[name].replace("</p:cSld>", _CREATION)
    _show_some(members)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text.encode("latin-1"))
    return buffer.getvalue()


def _add(members: dict[str, str], part: str, kind: str, name: str, xml: str, type: str) -> None:
    folder, file = posixpath.split(part)
    rels = f"{folder}/_rels/{file}.rels"
    target = posixpath.relpath(name, folder)
    relation = f'<Relationship Id="rIdNew" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    members[rels] = members[rels].replace("</Relationships>", f"{relation}</Relationships>")
    members[name] = xml
    override = f'<Override PartName="/{name}" ContentType="{_ML}{type}+xml"/></Types>'
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace("</Types>", override)


def _show_some(members: dict[str, str]) -> None:
    """Slides 2 to 4 are shown; the outline view knows slides 2 and 4."""
    name = "ppt/presProps.xml"
    members[name] = re.sub(
        r"(<p:presentationPr[^>]*?)/?>(?:<p:showPr.*?</p:showPr>)?",
        r'\1><p:showPr><p:present/><p:sldRg st="2" end="4"/></p:showPr>',
        members[name], count=1, flags=re.S,
    )  # fmt: skip
    if "</p:presentationPr>" not in members[name]:
        members[name] += "</p:presentationPr>"
    name, rels = "ppt/viewProps.xml", "ppt/_rels/viewProps.xml.rels"
    outline = (
        '<p:outlineViewPr><p:cViewPr><p:scale><a:sx n="1" d="1"/><a:sy n="1" d="1"/></p:scale>'
        '<p:origin x="0" y="0"/></p:cViewPr><p:sldLst><p:sld r:id="rId1" collapse="1"/>'
        '<p:sld r:id="rId2" collapse="1"/></p:sldLst></p:outlineViewPr>'
    )
    members[name] = (
        '<p:viewPr xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        f' xmlns:r="{_OFFICE}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
        f"{outline}</p:viewPr>"
    )
    members[rels] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="rId{id}" Type="{_OFFICE}/slide" Target="slides/slide{number}.xml"/>'
            for id, number in ((1, 2), (2, 4))
        )
        + "</Relationships>"
    )


# -- making and looking ----------------------------------------------------------------------


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
        for turn in ([SlideTurn(part(n)) for n in given.split()] if isinstance(given, str) else [given])
    ]
    arranged = show().arranged(whole, members)
    return Made(zipped(package(), arranged), arranged)


def zipped(of: Package, arranged: Arranged) -> bytes:
    left = [member for name, member in of.members.items() if name not in arranged.removed]
    return write_zip(Untouched(left), arranged.members)


def orphans(deck: Made, follows: Callable[[str], bool] = lambda kind: True) -> set[str]:
    """The parts that nothing leads to."""
    waiting, seen = [""], set[str]()
    while waiting:
        for kind, target in deck.links(waiting.pop()).values():
            if target not in seen and follows(kind):
                seen.add(target)
                waiting.append(target)
    parts = {name for name in deck.names() if not name.endswith(".rels")}
    return parts - seen - {"[Content_Types].xml"}
