"""A presentation with a master and layouts of our own, and no slide yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.util import Emu

from templates.make.kit.package import become, drop_relations
from templates.make.kit.slides.shapes import (
    block,
    dark_ridges,
    placeholder_place,
    ridges,
    rule,
)
from templates.make.kit.slides.text import (
    NAMESPACES,
    Anchor,
    Style,
    named,
    paragraph_properties,
    run_properties,
)
from templates.make.kit.theme import theme_xml
from templates.make.kit.tokens import PAGES, Box, slide_box
from templates.make.kit.tongue import ZH, Tongue

TITLE_STYLE = named("title", "deep")
MARKER_STYLE = named("section", "river")
RUNNING_STYLE = named("source", "grey", "r")
SOURCE_STYLE = named("source", "grey")
AS_OF_STYLE = named("source", "grey", "r")
NUMBER_STYLE = named("source", "deep", "r").but(bold=True)

# Indices by which slides find their places on the layouts.
MARKER, RUNNING, SOURCE, AS_OF, NUMBER, CONTENT, KICKER, OFFICE = 10, 11, 12, 13, 14, 20, 21, 22
OTHER = 23  # another content beside the first

_LEFT, _WIDTH = 1.8, 30.27
_WIDE = Emu(12_192_000), Emu(6_858_000)  # 16:9 as PowerPoint itself writes it


@dataclass(frozen=True)
class Layout:
    """A kind of slide: its name and, besides the fixed places, those of its one or two contents."""

    name: str
    content: str = ""  # the placeholder's kind
    box: Box | None = None
    second: Box | None = None
    other: str = ""  # the kind of the second; blank for that of the first


COVER = Layout("封面")
BLOCKS = Layout("标题与分块")
PICTURE = Layout("标题与图片", "pic", Box(_LEFT, 4.45, _WIDTH, 12.06))
CHART = Layout("标题与图表", "chart", Box(1.5, 5.2, 20.4, 11.5))
PANELS = Layout("标题与两图", "chart", Box(1.5, 6.0, 9.0, 10.7), Box(17.32, 6.0, 9.0, 10.7))
PAIR = Layout("标题与对比图", "chart", Box(1.5, 6.0, 12.88, 10.7))
TABLE = Layout("标题与表格", "tbl", Box(_LEFT, 4.55, _WIDTH, 11.9))
BARS = Layout("标题与条形图", "chart", Box(1.6, 5.15, 23.2, 11.7))
CHART_AND_TABLE = Layout(
    "标题与图表各半", "chart", Box(1.5, 6.2, 14.6, 10.3), Box(17.62, 4.75, 14.45, 11.4), "tbl"
)
CLOSING = Layout("结束页")
LAYOUTS = (COVER, BLOCKS, PICTURE, CHART, PAIR, TABLE)


def new_deck(layouts: Sequence[Layout] = LAYOUTS, tongue: Tongue = ZH) -> Deck:
    """16:9, the theme, a master and its layouts; parts of the library's own template are gone."""
    deck = Presentation()
    _clean(deck, tongue)
    deck.slide_width, deck.slide_height = _WIDE
    master = deck.slide_master.part
    for surplus in list(deck.slide_layouts)[len(layouts) :]:
        deck.slide_layouts.remove(surplus)
    for layout, place in zip(layouts, deck.slide_layouts, strict=True):
        become(place.part._element, parse_xml(_layout_xml(layout, tongue)))
    set_theme(master, tongue)
    relations = [item.rId for item in master._element.sldLayoutIdLst.sldLayoutId_lst]
    become(master._element, parse_xml(_master_xml(relations, tongue)))
    return deck


def set_theme(master: Part, tongue: Tongue = ZH) -> None:
    """Give a slide or notes master our theme."""
    theme: Any = master.part_related_by(RT.THEME)
    if hasattr(theme, "_element"):
        become(theme._element, parse_xml(theme_xml(tongue)))
    else:
        theme._blob = theme_xml(tongue)


def number_field(shown: str, tongue: Tongue = ZH) -> str:
    """The number of a slide, as a field that shows `shown` until it is counted."""
    return (
        '<a:fld id="{6E9B7C5A-1F0D-4B52-9C3E-0A1992202512}" type="slidenum">'
        f"<a:rPr {tongue.run}/><a:t>{shown}</a:t></a:fld>"
    )


def _clean(deck: Deck, tongue: Tongue) -> None:
    presentation: Any = deck.part._element
    for name in ("saveSubsetFonts", "autoCompressPictures"):
        presentation.attrib.pop(name, "")
    presentation.sldSz.attrib.pop("type", None)
    text_style = presentation.find("{*}defaultTextStyle")
    presentation.replace(text_style, parse_xml(_default_text_xml(tongue)))
    drop_relations(deck.part.rels, {RT.PRINTER_SETTINGS})
    drop_relations(deck.part.package._rels, {RT.THUMBNAIL})


def _default_text_xml(tongue: Tongue) -> str:
    level = _level(named("body"), tongue)
    return f"<p:defaultTextStyle {NAMESPACES}>{level}</p:defaultTextStyle>"


def _master_xml(relations: list[str], tongue: Tongue) -> str:
    ids = "".join(
        f'<p:sldLayoutId id="{2147483649 + number}" r:id="{relation}"/>'
        for number, relation in enumerate(relations)
    )
    text = tongue.word("正文")
    body = placeholder_place(
        3, text, "body", 1, slide_box("body"), named("body"), text, tongue=tongue
    )
    places = _title_place(tongue) + body + _number_place(tongue)
    return (
        f'<p:sldMaster {NAMESPACES} preserve="1">{_tree(places)}'
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
        'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
        f'folHlink="folHlink"/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles>'
        f"<p:titleStyle>{_level(_title_style(tongue), tongue)}</p:titleStyle>"
        f"<p:bodyStyle>{_level(named('body'), tongue)}</p:bodyStyle>"
        f"<p:otherStyle>{_level(named('body'), tongue)}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _layout_xml(layout: Layout, tongue: Tongue) -> str:
    if layout is COVER:
        places = _cover_places(tongue)
    elif layout is CLOSING:
        places = _closing_places(tongue)
    else:
        places = _content_places(layout, tongue)
    tree = _tree(places, tongue.word(layout.name), ground="tx2" if layout is CLOSING else "bg1")
    return (
        f'<p:sldLayout {NAMESPACES} preserve="1" userDrawn="1">{tree}'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _cover_places(tongue: Tongue) -> str:
    title = Style(44, 60, True, "deep")
    subtitle = Style(18, 27, False, "grey")
    small = Style(12, 18, False, "white")
    kicker = Style(14, 21, True, "river")
    return "".join((
        ridges(40, tongue),
        block(30, tongue.word("印"), Box(1.8, 2.12, 0.42, 0.42), "vermilion"),
        _place(2, "标题", "ctrTitle", None, Box(1.8, 3.2, 26, 4.3), title, tongue),
        _place(3, "副标题", "subTitle", 1, Box(1.8, 7.75, 26, 1), subtitle, tongue),
        _place(
            4, "文种", "body", KICKER, Box(2.5, 2.0, 26, 0.75), kicker, tongue,
            prompt="文种　读者",
        ),
        _place(
            5, "单位与日期", "body", OFFICE, Box(1.8, 17.75, 18, 0.65), small, tongue,
            prompt="单位　日期",
        ),
        _place(
            6, "数据截至", "body", AS_OF, Box(20.07, 17.75, 12, 0.65), small.but(align="r"), tongue
        ),
    ))  # fmt: skip


def _closing_places(tongue: Tongue) -> str:
    """A deep page: what remains to be said, in white, over dark ridges."""
    source, white = named("source", "mist"), named("closing_title", "white")
    kicker, as_of = Style(14, 21, True, "mist"), Box(25.5, 17.31, 6.57, 1.3)
    return "".join((
        dark_ridges(40, tongue),
        block(30, tongue.word("印"), Box(1.8, 2.12, 0.42, 0.42), "vermilion"),
        _place(2, "标题", "title", None, Box(1.8, 3.2, 30.27, 1.77), white, tongue),
        _place(4, "章节", "body", MARKER, Box(2.5, 2.0, 26, 0.75), kicker, tongue),
        _place(6, "注与资料来源", "body", SOURCE, slide_box("source"), source, tongue),
        _place(7, "数据截至", "body", AS_OF, as_of, source.but(align="r"), tongue),
    ))  # fmt: skip


def _content_places(layout: Layout, tongue: Tongue) -> str:
    as_of = Box(25.5, 17.31, 5.5, 1.3)
    fixed = (
        block(30, tongue.word("印"), slide_box("seal"), "vermilion"),
        rule(31, _LEFT, PAGES["slide"]["footer_rule_y"], _WIDTH, "rule", 0.75, tongue),
        _title_place(tongue),
        _place(4, "章节", "body", MARKER, slide_box("section"), MARKER_STYLE, tongue, anchor="ctr"),
        _place(
            5, "简题", "body", RUNNING, slide_box("running"), RUNNING_STYLE, tongue, anchor="ctr"
        ),
        _place(6, "注与资料来源", "body", SOURCE, slide_box("source"), SOURCE_STYLE, tongue),
        _place(7, "数据截至", "body", AS_OF, as_of, AS_OF_STYLE, tongue),
        _number_place(tongue),
    )
    return "".join(fixed) + _content_place(layout, tongue)


def _content_place(layout: Layout, tongue: Tongue) -> str:
    if layout.box is None:
        return ""
    style, prompt = named("body"), layout.name[3:]
    first = _place(
        9, "内容", layout.content, CONTENT, layout.box, style, tongue, prompt=prompt
    )  # fmt: skip
    if layout.second is None:
        return first
    return first + _place(
        10, "另一内容", layout.other or layout.content, OTHER, layout.second, style, tongue,
        prompt=prompt,
    )  # fmt: skip


def _title_place(tongue: Tongue) -> str:
    return _place(2, "标题", "title", None, slide_box("title"), _title_style(tongue), tongue)


def _title_style(tongue: Tongue) -> Style:
    return TITLE_STYLE.but(line=tongue.title_line)


def _number_place(tongue: Tongue) -> str:
    return placeholder_place(
        8, tongue.word("页码"), "sldNum", NUMBER, Box(31.2, 17.31, 0.87, 0.6), NUMBER_STYLE, "", "t",
        number_field("‹#›", tongue), tongue,
    )  # fmt: skip


def _place(
    id: int, name: str, kind: str, index: int | None, box: Box, style: Style, tongue: Tongue,
    prompt: str = "", anchor: Anchor = "t",
) -> str:  # fmt: skip
    """A place by its Chinese name, which is its prompt too unless there is another."""
    words = tongue.word(prompt or name)
    return placeholder_place(
        id, tongue.word(name), kind, index, box, style, words, anchor, tongue=tongue
    )


def _level(style: Style, tongue: Tongue) -> str:
    return paragraph_properties("lvl1pPr", style, run_properties("defRPr", style, tongue=tongue))


def _tree(shapes: str, name: str = "", ground: str = "bg1") -> str:
    title = f' name="{name}"' if name else ""
    return (
        f'<p:cSld{title}><p:bg><p:bgPr><a:solidFill><a:schemeClr val="{ground}"/>'
        '</a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/>'
        '<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm>'
        f"</p:grpSpPr>{shapes}</p:spTree></p:cSld>"
    )
