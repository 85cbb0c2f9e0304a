"""A picture in a line of a Word document (ECMA-376 part 1, 20.4.2.8 and 20.2.2.5)."""

from __future__ import annotations

from collections.abc import Collection

from generator.documents.packages.escapes import quoteattr
from generator.documents.vocabulary import PIC, WP, A, R

Spaces = Collection[tuple[str, str]]


def declared(spaces: Spaces, prefix: str, uri: str) -> str:
    """The declaration of a prefix, where the root of the part does not make it."""
    return "" if (prefix, uri) in spaces else f' xmlns:{prefix}="{uri}"'


def inline_picture(
    id: int, relation: str, size: tuple[int, int], alt: str, link: str, spaces: Spaces
) -> str:
    """A run with the picture; `link` is the relation of what a click opens."""
    width, height = size
    name = f'id="{id}" name="Picture {id}" descr={quoteattr(alt)}'
    click = f'<a:hlinkClick xmlns:a="{A}" r:id="{link}"/>' if link else ""
    named = f">{click}</" if click else "/>"
    return (
        f"<w:r><w:drawing><wp:inline{declared(spaces, 'wp', WP)}{declared(spaces, 'r', R)}"
        f' distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f"<wp:docPr {name}{named}{'wp:docPr>' if click else ''}"
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{A}" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{A}"><a:graphicData uri="{PIC}">'
        f'<pic:pic xmlns:pic="{PIC}"><pic:nvPicPr><pic:cNvPr {name}{named}'
        f"{'pic:cNvPr>' if click else ''}<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )
