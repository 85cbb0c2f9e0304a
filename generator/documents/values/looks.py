"""How a stretch of text looks, in plain words, and as run properties of both formats.

Word: ``w:rPr`` in the order of the schema (ECMA-376 part 1, 17.3.2.28); PowerPoint: ``a:rPr`` laid
over the properties that the run has (21.1.2.3.9). Sizes are in half points.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from generator.documents.packages.escapes import quoteattr
from generator.documents.vocabulary import A, R

UNDERLINES = {
    "single": "sng", "double": "dbl", "thick": "heavy", "dotted": "dotted", "dash": "dash",
    "dotDash": "dotDash", "dotDotDash": "dotDotDash", "wave": "wavy",
}  # fmt: skip
REGIONS = ("ascii", "hAnsi", "eastAsia", "cs")
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_SPACES = f'xmlns:a="{A}" xmlns:r="{R}"'
_FIRST, _LAST = 2, 3276  # half points that Word takes as a size (17.3.2.38)
_RAISED = {"superscript": "30000", "subscript": "-25000"}
_FILLS = tuple(
    f"{{{A}}}{n}" for n in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
)
# The children of a:rPr in their order; each kind of change says which of them it replaces.
_ORDER = (
    "ln", "fill", "effectLst", "effectDag", "highlight", "uLnTx", "uLn", "uFillTx", "uFill",
    "latin", "ea", "cs", "sym", "hlinkClick", "hlinkMouseOver", "rtl", "extLst",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Looks:
    """Colours are six hexadecimal digits, `raised` is superscript or subscript, `lang` a tag."""

    style: str = ""
    color: str = ""
    highlight: str = ""
    size: int = 0
    raised: str = ""
    bold: bool = False
    italic: bool = False
    underline: str = ""
    strike: bool = False
    font: str = ""
    region: str = ""
    rtl: bool = False
    lang: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError for a look that Office does not know."""
        for name, colour in (("color", self.color), ("highlight", self.highlight)):
            if colour not in ("", "auto") and not _COLOUR.fullmatch(colour):
                raise ValueError(f"{name} is six hexadecimal digits, not {colour!r}")
        if self.size and not _FIRST <= self.size <= _LAST:
            raise ValueError(f"size is in half points, {_FIRST} to {_LAST}, not {self.size}")
        if self.region and self.region not in REGIONS:
            raise ValueError(f"a font's region is one of {', '.join(REGIONS)}, not {self.region!r}")


@lru_cache(maxsize=1024)
def word_looks(looks: Looks) -> str:
    """``w:rPr``, nothing for plain looks."""
    inside = "".join(
        (
            _value("rStyle", looks.style),
            _fonts(looks),
            "<w:b/>" + ("<w:bCs/>" if looks.rtl else "") if looks.bold else "",
            "<w:i/>" + ("<w:iCs/>" if looks.rtl else "") if looks.italic else "",
            "<w:strike/>" if looks.strike else "",
            _value("color", looks.color),
            _value("sz", str(looks.size or "")),
            _value("szCs", str(looks.size or "")),
            _value("u", looks.underline),
            f'<w:shd w:val="clear" w:color="auto" w:fill="{looks.highlight}"/>'
            if looks.highlight
            else "",
            _value("vertAlign", looks.raised),
            "<w:rtl/>" if looks.rtl else "",
            _value("lang", looks.lang),
        )
    )
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def _value(name: str, value: str) -> str:
    return f"<w:{name} w:val={quoteattr(value)}/>" if value else ""


def _fonts(looks: Looks) -> str:
    if not looks.font:
        return ""
    font = quoteattr(looks.font)
    regions = dict.fromkeys(("ascii", "hAnsi", "cs", *([looks.region] if looks.region else [])))
    return "<w:rFonts" + "".join(f" w:{region}={font}" for region in regions) + "/>"


@lru_cache(maxsize=1024)
def slide_looks(properties: str, looks: Looks, link: str = "", tip: str = "") -> str:
    """``a:rPr`` of a run with `properties`, looking so; `link` is the relation of what it opens.

    A style is Word's alone and leaves no trace here.
    """
    holder = etree.fromstring(f"<x {_SPACES}>{properties or '<a:rPr/>'}</x>")
    run = holder[0]
    _set_attributes(run, looks)
    if looks.color and looks.color != "auto":
        _put(run, "fill", _coloured("solidFill", looks.color))
    if looks.highlight and looks.highlight != "auto":
        _put(run, "highlight", _coloured("highlight", looks.highlight))
    if looks.font:
        kinds = {"eastAsia": "ea", "cs": "cs"}
        for kind in dict.fromkeys(("latin", kinds.get(looks.region, "latin"))):
            _put(run, kind, f"<a:{kind} typeface={quoteattr(looks.font)}/>")
    if link:
        said = f" tooltip={quoteattr(tip)}" if tip else ""
        _put(run, "hlinkClick", f"<a:hlinkClick r:id={quoteattr(link)}{said}/>")
    if looks.rtl:
        _put(run, "rtl", "<a:rtl/>")
    text = etree.tostring(run, encoding="unicode")
    return text.replace(f' xmlns:a="{A}"', "").replace(f' xmlns:r="{R}"', "")


def _set_attributes(run: etree._Element, looks: Looks) -> None:
    wanted = {
        "lang": looks.lang,
        "sz": str(looks.size * 50) if looks.size else "",
        "b": "1" if looks.bold else "",
        "i": "1" if looks.italic else "",
        "u": UNDERLINES.get(looks.underline, "sng") if looks.underline else "",
        "strike": "sngStrike" if looks.strike else "",
        "baseline": _RAISED.get(looks.raised, ""),
    }
    for name, value in wanted.items():
        if value:
            run.set(name, value)


def _coloured(name: str, colour: str) -> str:
    return f'<a:{name}><a:srgbClr val="{colour.upper()}"/></a:{name}>'


def _put(run: etree._Element, kind: str, xml: str) -> None:
    """A child in its place, instead of one of its kind."""
    for child in [child for child in run if _kind(child) == kind]:
        run.remove(child)
    at = sum(_ORDER.index(_kind(child)) < _ORDER.index(kind) for child in run)
    run.insert(at, etree.fromstring(f"<x {_SPACES}>{xml}</x>")[0])


def _kind(child: etree._Element) -> str:
    if child.tag in _FILLS:
        return "fill"
    name = etree.QName(child).localname
    return name if name in _ORDER else "extLst"
