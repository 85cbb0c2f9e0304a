"""The theme part that Word and PowerPoint share: colours and fonts by the tokens, flat effects."""

from __future__ import annotations

from templates.make.kit.tokens import COLOURS, LATIN, LOOK, THEME, TRADITIONAL
from templates.make.kit.tongue import ZH, Tongue

_SLOT_ORDER = (
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
    "hlink", "folHlink",
)  # fmt: skip
_FLAT_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = '<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">' + _FLAT_FILL + "</a:ln>"
_NO_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_xml(tongue: Tongue = ZH) -> bytes:
    """``theme1.xml``: no gradient, no shadow, so that a new shape stays flat."""
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{THEME[slot]}"/></a:{slot}>' for slot in _SLOT_ORDER
    )
    lines = "".join(_LINE.format(width=width) for width in (9525, 12700, 19050))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'name="{tongue.theme}">'
        f'<a:themeElements><a:clrScheme name="{tongue.theme}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{tongue.theme}">{_fonts("majorFont", tongue)}'
        f"{_fonts('minorFont', tongue)}</a:fontScheme>"
        f'<a:fmtScheme name="{tongue.theme}"><a:fillStyleLst>{_FLAT_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_NO_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FLAT_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        f"</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/>{_custom()}</a:theme>"
    ).encode()


def _custom() -> str:
    """The colours beyond the twelve (ECMA-376 part 1, 20.1.6.3), by role where they have one."""
    called = {name: role for role, name in LOOK.roles.items()}
    return "".join((
        "<a:custClrLst>",
        *(
            f'<a:custClr name="{called.get(name, name)}"><a:srgbClr val="{colour.rgb}"/></a:custClr>'
            for name, colour in COLOURS.items()
            if not colour.slot
        ),
        "</a:custClrLst>",
    ))  # fmt: skip


def _fonts(kind: str, tongue: Tongue) -> str:
    return (
        f'<a:{kind}><a:latin typeface="{LATIN}"/><a:ea typeface="{tongue.east_asian}"/>'
        '<a:cs typeface=""/>'
        f'<a:font script="Hans" typeface="{tongue.east_asian}"/>'
        f'<a:font script="Hant" typeface="{TRADITIONAL}"/></a:{kind}>'
    )
