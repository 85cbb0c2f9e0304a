"""A small, whole deck with everything that knows of slides.

Five slides, called by their titles: A links to C and to E; B has a chart in colours of
its own, and notes; C has a tag part and links back to A; D has a picture, notes and a comment; E is hidden and starts the
custom show "short". Sections: opening (A), middle (B, C, D), end (E). PowerPoint's record of who
changed what lies beside them.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from functools import cache

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PRESENTATION = "ppt/presentation.xml"
CHART = "ppt/charts/chart1.xml"
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
    + "".join(
        f"<vt:lpstr>{title}</vt:lpstr>" for title in ["Office", *SLIDES, "short", "backwards"]
    )
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
_COLOURS = (
    '<cs:colorStyle xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" meth="cycle" id="10">'
    '<a:schemeClr val="accent1"/><cs:variation/></cs:colorStyle>'
)
_HISTORY = (
    '<pc:chgInfo xmlns:pc="http://schemas.microsoft.com/office/powerpoint/2013/main/command"/>'
)
_MICROSOFT = "http://schemas.microsoft.com/office/"
_OTHERS = {
    "chartColorStyle": (
        f"{_MICROSOFT}2011/relationships/chartColorStyle",
        "application/vnd.ms-office.chartcolorstyle+xml",
    ),
    "changesInfo": (
        f"{_MICROSOFT}2016/11/relationships/changesInfo",
        "application/vnd.ms-powerpoint.changesinfo+xml",
    ),
}
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
    relations = dict(
        zip(SLIDES, re.findall(r'<p:sldId [^>]*r:id="(\w+)"', members[PRESENTATION]), strict=True)
    )
    main = members[PRESENTATION].replace(
        "<p:defaultTextStyle>", _SHOWS.format(**relations) + "<p:defaultTextStyle>"
    )
    main = re.sub(r"<p:extLst>.*</p:extLst>", "", main, flags=re.S)
    members[PRESENTATION] = main.replace("</p:presentation>", _SECTIONS + "</p:presentation>")
    members["docProps/app.xml"] = _APP.encode().decode("latin-1")
    _add(members, PRESENTATION, "commentAuthors", "ppt/commentAuthors.xml", _AUTHORS)
    _add(members, "ppt/slides/slide4.xml", "comments", "ppt/comments/comment1.xml", _COMMENT)
    _add(members, "ppt/slides/slide3.xml", "tags", "ppt/tags/tag1.xml", _TAGS)
    _add(members, CHART, "chartColorStyle", "ppt/charts/colors1.xml", _COLOURS)
    _add(members, PRESENTATION, "changesInfo", "ppt/changesInfos/changesInfo1.xml", _HISTORY)
    members[CHART] = members[CHART].replace('="-', '="')  # axis ids have no sign
    members["ppt/slides/slide3.xml"] = members["ppt/slides/slide3.xml"].replace(
        "</p:spTree>", '</p:spTree><p:custDataLst><p:tags r:id="rIdNewtags"/></p:custDataLst>'
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


def _add(members: dict[str, str], part: str, kind: str, name: str, xml: str) -> None:
    folder, file = posixpath.split(part)
    rels = f"{folder}/_rels/{file}.rels"
    relation, type = _OTHERS.get(kind, (f"{_OFFICE}/{kind}", f"{_ML}{kind}+xml"))
    target = posixpath.relpath(name, folder)
    link = f'<Relationship Id="rIdNew{kind}" Type="{relation}" Target="{target}"/></Relationships>'
    members[rels] = members[rels].replace("</Relationships>", link)
    members[name] = xml
    override = f'<Override PartName="/{name}" ContentType="{type}"/></Types>'
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
