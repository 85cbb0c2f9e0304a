"""A presentation with a master and layouts of our own, and no slide yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.util import Emu

from templates.make.kit.package import become, drop_relations
from templates.make.kit.slides.shapes import block, placeholder_place, ridges, rule
from templates.make.kit.slides.text import (
    NAMESPACES,
    Style,
    named,
    paragraph_properties,
    run_properties,
)
from templates.make.kit.theme import theme_xml
from templates.make.kit.tokens import PAGES, Box, slide_box

TITLE_STYLE = named("title", "deep")
MARKER_STYLE = named("section", "river")
RUNNING_STYLE = named("source", "grey", "r")
SOURCE_STYLE = named("source", "grey")
AS_OF_STYLE = named("source", "grey", "r")
NUMBER_STYLE = named("source", "deep", "r").but(bold=True)

# Indices by which slides find their places on the layouts.
MARKER, RUNNING, SOURCE, AS_OF, NUMBER, CONTENT, KICKER, OFFICE = 10, 11, 12, 13, 14, 20, 21, 22

NUMBER_FIELD = (
    '<a:fld id="{6E9B7C5A-1F0D-4B52-9C3E-0A1992202512}" type="slidenum">'
    '<a:rPr lang="zh-CN" altLang="en-US"/><a:t>‹#›</a:t></a:fld>'
)
_LEFT, _WIDTH = 1.8, 30.27
_WIDE = Emu(12_192_000), Emu(6_858_000)  # 16:9 as PowerPoint itself writes it


@dataclass(frozen=True)
class Layout:
    """A kind of slide: its name and, besides the fixed places, the place of its content."""

    name: str
    content: str = ""  # the placeholder's kind
    box: Box | None = None


COVER = Layout("封面")
BLOCKS = Layout("标题与分块")
PICTURE = Layout("标题与图片", "pic", Box(_LEFT, 4.45, _WIDTH, 12.06))
CHART = Layout("标题与图表", "chart", Box(1.5, 5.2, 20.4, 11.5))
PAIR = Layout("标题与对比图", "chart", Box(1.5, 6.0, 12.88, 10.7))
TABLE = Layout("标题与表格", "tbl", Box(_LEFT, 4.55, _WIDTH, 11.9))
LAYOUTS = (COVER, BLOCKS, PICTURE, CHART, PAIR, TABLE)


def new_deck() -> Deck:
    """16:9, the theme, a master and `LAYOUTS`; parts of the library's own template are gone."""
    deck = Presentation()
    _clean(deck)
    deck.slide_width, deck.slide_height = _WIDE
    master = deck.slide_master.part
    for surplus in list(deck.slide_layouts)[len(LAYOUTS) :]:
        deck.slide_layouts.remove(surplus)
    for layout, place in zip(LAYOUTS, deck.slide_layouts, strict=True):
        become(place.part._element, parse_xml(_layout_xml(layout)))
    set_theme(master)
    relations = [item.rId for item in master._element.sldLayoutIdLst.sldLayoutId_lst]
    become(master._element, parse_xml(_master_xml(relations)))
    return deck


def set_theme(master: Part) -> None:
    """Give a slide or notes master our theme."""
    master.part_related_by(RT.THEME)._blob = theme_xml()


def _clean(deck: Deck) -> None:
    presentation: Any = deck.part._element
    for name in ("saveSubsetFonts", "autoCompressPictures"):
        presentation.attrib.pop(name, "")
    presentation.sldSz.attrib.pop("type", None)
    text_style = presentation.find("{*}defaultTextStyle")
    presentation.replace(text_style, parse_xml(_default_text_xml()))
    drop_relations(deck.part.rels, {RT.PRINTER_SETTINGS})
    drop_relations(deck.part.package._rels, {RT.THUMBNAIL})


def _default_text_xml() -> str:
    style = named("body")
    level = paragraph_properties("lvl1pPr", style, run_properties("defRPr", style))
    return f"<p:defaultTextStyle {NAMESPACES}>{level}</p:defaultTextStyle>"


def _master_xml(relations: list[str]) -> str:
    ids = "".join(
        f'<p:sldLayoutId id="{2147483649 + number}" r:id="{relation}"/>'
        for number, relation in enumerate(relations)
    )
    body = placeholder_place(3, "正文", "body", 1, slide_box("body"), named("body"), "正文")
    return (
        f'<p:sldMaster {NAMESPACES} preserve="1">{_tree(_title_place() + body + _number_place())}'
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
        'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
        f'folHlink="folHlink"/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles>'
        f"<p:titleStyle>{_level(TITLE_STYLE)}</p:titleStyle>"
        f"<p:bodyStyle>{_level(named('body'))}</p:bodyStyle>"
        f"<p:otherStyle>{_level(named('body'))}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _layout_xml(layout: Layout) -> str:
    places = _cover_places() if layout is COVER else _content_places(layout)
    return (
        f'<p:sldLayout {NAMESPACES} preserve="1" userDrawn="1">{_tree(places, layout.name)}'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _cover_places() -> str:
    title = Style(44, 60, True, "deep")
    subtitle = Style(18, 27, False, "grey")
    small = Style(12, 18, False, "white")
    return "".join((
        ridges(40),
        block(30, "印", Box(1.8, 2.12, 0.42, 0.42), "vermilion"),
        placeholder_place(2, "标题", "ctrTitle", None, Box(1.8, 3.2, 26, 4.3), title, "标题"),
        placeholder_place(3, "副标题", "subTitle", 1, Box(1.8, 7.75, 26, 1), subtitle, "副标题"),
        placeholder_place(
            4, "文种", "body", KICKER, Box(2.5, 2.0, 26, 0.75),
            Style(14, 21, True, "river"), "文种　读者",
        ),
        placeholder_place(
            5, "单位与日期", "body", OFFICE, Box(1.8, 17.75, 18, 0.65), small, "单位　日期",
        ),
        placeholder_place(
            6, "数据截至", "body", AS_OF, Box(20.07, 17.75, 12, 0.65),
            small.but(align="r"), "数据截至",
        ),
    ))  # fmt: skip


def _content_places(layout: Layout) -> str:
    fixed = (
        block(30, "印", slide_box("seal"), "vermilion"),
        rule(31, _LEFT, PAGES["slide"]["footer_rule_y"], _WIDTH, "rule", 0.75),
        _title_place(),
        placeholder_place(
            4, "章节", "body", MARKER, slide_box("section"), MARKER_STYLE, "章节", "ctr"
        ),
        placeholder_place(
            5, "简题", "body", RUNNING, slide_box("running"), RUNNING_STYLE, "简题", "ctr"
        ),
        placeholder_place(
            6, "注与资料来源", "body", SOURCE, slide_box("source"), SOURCE_STYLE, "注与资料来源"
        ),
        placeholder_place(
            7, "数据截至", "body", AS_OF, Box(25.5, 17.31, 5.5, 1.3), AS_OF_STYLE, "数据截至"
        ),
        _number_place(),
    )
    return "".join(fixed) + _content_place(layout)


def _content_place(layout: Layout) -> str:
    if layout.box is None:
        return ""
    return placeholder_place(
        9, "内容", layout.content, CONTENT, layout.box, named("body"), layout.name[3:]
    )


def _title_place() -> str:
    return placeholder_place(2, "标题", "title", None, slide_box("title"), TITLE_STYLE, "标题")


def _number_place() -> str:
    return placeholder_place(
        8, "页码", "sldNum", NUMBER, Box(31.2, 17.31, 0.87, 0.6), NUMBER_STYLE, "", "t",
        NUMBER_FIELD,
    )  # fmt: skip


def _level(style: Style) -> str:
    return paragraph_properties("lvl1pPr", style, run_properties("defRPr", style))


def _tree(shapes: str, name: str = "") -> str:
    title = f' name="{name}"' if name else ""
    return (
        f'<p:cSld{title}><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
        '<a:effectLst/></p:bgPr></p:bg><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/>'
        '<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm>'
        f"</p:grpSpPr>{shapes}</p:spTree></p:cSld>"
    )
