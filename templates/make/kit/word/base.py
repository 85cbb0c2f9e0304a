"""A Word document on a cleaned base: own styles, theme, settings, fonts; A4; one footer."""

from __future__ import annotations

from docx import Document
from docx.document import Document as Paper
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.shared import Cm

from templates.make.kit.package import become, drop_relations
from templates.make.kit.theme import theme_xml
from templates.make.kit.tokens import COLOR, EAST_ASIAN, LATIN, PAGES
from templates.make.kit.tongue import ZH, Tongue
from templates.make.kit.word.fields import field_runs
from templates.make.kit.word.styles import W, styles_xml

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# What the library's own template carries and a made file has no use for.
_DROPPED = {
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
    RT.NUMBERING, RT.WEB_SETTINGS, RT.CUSTOM_XML,
}  # fmt: skip


def new_paper(footer: str, tongue: Tongue = ZH) -> Paper:
    """An empty A4 document; `footer` stands at the left of every page, its number at the right.

    Without words there is no footer.
    """
    paper = bare_paper(styles_xml(tongue), _fonts_xml(tongue), tongue)
    _set_page(paper)
    if footer:
        _set_footer(paper, footer)
    return paper


def bare_paper(styles: str, fonts: str, tongue: Tongue = ZH) -> Paper:
    """A document with `styles` (``w:styles``), `fonts` (``w:fonts``) and nothing of the library's."""
    paper = Document()
    drop_relations(paper.part.rels, _DROPPED)
    drop_relations(paper.part.package.rels, {RT.THUMBNAIL})
    become(paper.styles.element, parse_xml(styles))
    become(paper.settings.element, parse_xml(_settings_xml()))
    paper.part.part_related_by(RT.THEME)._blob = theme_xml(tongue)
    paper.part.part_related_by(RT.FONT_TABLE)._blob = (_HEAD + fonts).encode()
    return paper


def _set_page(paper: Paper) -> None:
    section = paper.sections[0]
    grid = section._sectPr.find("{*}docGrid")
    if grid is not None:
        section._sectPr.remove(grid)
    section.page_width, section.page_height = (Cm(side) for side in PAGES["word"]["page"])
    for side, width in PAGES["word"]["margin"].items():
        setattr(section, f"{side}_margin", Cm(width))
    section.footer_distance, section.header_distance = Cm(0.9), Cm(0.9)


def _set_footer(paper: Paper, words: str) -> None:
    paragraph = paper.sections[0].footer.paragraphs[0]
    element = paragraph._p
    empty = (
        f'<w:p {W}><w:pPr><w:pStyle w:val="Footer"/><w:pBdr><w:top w:val="single" w:sz="4" '
        f'w:space="6" w:color="{COLOR["rule"]}"/></w:pBdr></w:pPr></w:p>'
    )
    become(element, parse_xml(empty))
    paragraph.add_run(words)
    paragraph.add_run("\t")
    for run in field_runs("PAGE", "1"):
        element.append(run)


def _settings_xml() -> str:
    return (
        f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" '
        'w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" '
        'w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" '
        'w:followedHyperlink="followedHyperlink"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _fonts_xml(tongue: Tongue) -> str:
    return (
        f'<w:fonts {W}><w:font w:name="{LATIN}"><w:charset w:val="00"/><w:family w:val="swiss"/>'
        f'<w:pitch w:val="variable"/></w:font><w:font w:name="{tongue.east_asian}">'
        f'{_other_name(tongue)}<w:charset w:val="86"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _other_name(tongue: Tongue) -> str:
    """The name by which other editions of Office know the East Asian face."""
    other = "Microsoft YaHei" if tongue.east_asian == EAST_ASIAN else EAST_ASIAN
    return f'<w:altName w:val="{other}"/>'
