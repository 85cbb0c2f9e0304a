"""Word templates in one line: paragraphs, runs, tables, pictures, links, and the parts around them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
SPACES = f'xmlns:w="{W}" xmlns:a="{A}" xmlns:r="{R}" xmlns:wp="{WP}" xmlns:pic="{PIC}"'
MM = 36_000  # English metric units

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OUTSIDE = ' TargetMode="External"'
_ROOTS = {"header": "hdr", "footer": "ftr", "footnotes": "footnotes"}
_STYLES = {
    "paragraph": ("Quote", "Title", "ListBullet"),
    "character": ("Loud", "Hyperlink"),
}


# -- text ------------------------------------------------------------------------------------


def p(*runs: str, style: str = "", props: str = "") -> str:
    """A paragraph; each text is a run, ready XML stays as it is."""
    if style:
        props = f'<w:pStyle w:val="{style}"/>{props}'
    looks = f"<w:pPr>{props}</w:pPr>" if props else ""
    return f"<w:p>{looks}{''.join(run if run.startswith('<w:') else r(run) for run in runs)}</w:p>"


def r(text: str, props: str = "") -> str:
    looks = f"<w:rPr>{props}</w:rPr>" if props else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def bold(text: str) -> str:
    return r(text, "<w:b/>")


def red(text: str) -> str:
    return r(text, '<w:color w:val="FF0000"/>')


def link(id: str, *runs: str) -> str:
    return f'<w:hyperlink r:id="{id}">{"".join(runs)}</w:hyperlink>'


def section_end(*runs: str) -> str:
    """A paragraph that ends a section."""
    return p(*runs, props="<w:sectPr/>")


def note(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def footnote(number: int, *runs: str) -> str:
    return f'<w:footnote w:id="{number}">{p(*runs)}</w:footnote>'


def text_box(*paragraphs: str) -> str:
    inside = "".join(paragraphs)
    return (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        f"<w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def control(*inside: str) -> str:
    """A content control round runs or paragraphs."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{''.join(inside)}</w:sdtContent></w:sdt>"


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


# -- tables ----------------------------------------------------------------------------------


def table(*rows: str | tuple[str, ...], columns: int = 0) -> str:
    """A table; a row is a line ``a | b``, or a tuple of texts and ready cells or blocks."""
    split = [tuple(row.split(" | ")) if isinstance(row, str) else row for row in rows]
    grid = '<w:gridCol w:w="1000"/>' * (columns or len(split[0]))
    inside = "".join(f"<w:tr>{''.join(map(_as_cell, row))}</w:tr>" for row in split)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{inside}</w:tbl>"


def cell(*blocks: str, props: str = "") -> str:
    inside = "".join(block if block.startswith("<w:") else p(block) for block in blocks)
    return f'<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/>{props}</w:tcPr>{inside}</w:tc>'


def _as_cell(text: str) -> str:
    return text if text.startswith("<w:tc>") else cell(text)


# -- pictures --------------------------------------------------------------------------------


def png(red: int, green: int, blue: int) -> bytes:
    """A picture of one dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    dot = zlib.compress(bytes((0, red, green, blue)))
    return b"".join(
        (b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", header), chunk(b"IDAT", dot), chunk(b"IEND", b""))
    )


RED_DOT, BLUE_DOT = png(255, 0, 0), png(0, 0, 255)
PICTURES = {RED_DOT: "red", BLUE_DOT: "blue"}


def picture(name: str = "dummy.png", title: str = "", descr: str = "", words: str = "") -> str:
    """A run with a picture of 20 by 10 mm; `words` are its alternative text."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{20 * MM}" cy="{10 * MM}"/>'
        f'<wp:docPr id="1" name="Picture 1" descr="{words}"/><a:graphic><a:graphicData uri="{PIC}"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="0" name="{name}" title="{title}" descr="{descr}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rPic"/></pic:blipFill>'
        "<pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


# -- files -----------------------------------------------------------------------------------


def docx(
    body: str,
    parts: Mapping[str, str] | None = None,
    core: Mapping[str, str] | None = None,
    members: Mapping[str, bytes] | None = None,
    links: Mapping[str, str] | None = None,
) -> bytes:
    """A Word file that python-docx opens too.

    `parts` are headers, footers and footnotes by name (``header1``); `core` are properties by
    their element's name; `members` other files, pictures related as ``rPic``; `links` targets.
    """
    parts, members = parts or {}, members or {}
    files: dict[str, str | bytes] = {"[Content_Types].xml": _types(parts, members)}
    files["_rels/.rels"] = _rels(
        ("r1", R + "/officeDocument", "word/document.xml", ""),
        ("r2", _PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml", ""),
    )
    files["docProps/core.xml"] = _core(core or {})
    files["word/document.xml"] = _document(body, parts)
    files["word/styles.xml"] = _styles()
    pictures = [
        ("rPic", f"{R}/image", name.removeprefix("word/"), "")
        for name in members
        if "/media/" in name
    ]
    for name, xml in parts.items():
        root = _ROOTS[name.rstrip("0123456789")]
        files[f"word/{name}.xml"] = f"<w:{root} {SPACES}>{xml}</w:{root}>"
        files[f"word/_rels/{name}.xml.rels"] = _rels(*pictures)
    files["word/_rels/document.xml.rels"] = _rels(
        ("rStyles", f"{R}/styles", "styles.xml", ""),
        *((f"r{n}", f"{R}/{n.rstrip('0123456789')}", f"{n}.xml", "") for n in parts),
        *pictures,
        *(
            (f"rObject{at}", f"{R}/package", name.removeprefix("word/"), "")
            for at, name in enumerate(members)
            if "/embeddings/" in name
        ),
        *((id, f"{R}/hyperlink", target, _OUTSIDE) for id, target in (links or {}).items()),
    )
    return zipped({**files, **members})


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _document(body: str, parts: Mapping[str, str]) -> str:
    references = "".join(
        f'<w:{name[:6]}Reference w:type="default" r:id="r{name}"/>'
        for name in parts
        if name.startswith(("header", "footer"))
    )
    section = f"<w:sectPr>{references}</w:sectPr>"
    return f"<w:document {SPACES}><w:body>{body}{section}</w:body></w:document>"


def _styles() -> str:
    styles = "".join(
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/></w:style>'
        for kind, names in _STYLES.items()
        for name in names
    )
    return f"<w:styles {SPACES}>{styles}</w:styles>"


def _core(fields: Mapping[str, str]) -> str:
    inside = "".join(f"<{name}>{escaped(text)}</{name}>" for name, text in fields.items())
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/">{inside}</cp:coreProperties>'
    )


def _rels(*relations: tuple[str, str, str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="{id}" Type="{kind}" Target="{target}"{mode}/>'
        for id, kind, target, mode in relations
    )
    return f'<Relationships xmlns="{_PACKAGE}relationships">{inside}</Relationships>'


def _types(parts: Mapping[str, str], members: Mapping[str, bytes]) -> str:
    overrides = {
        "/word/document.xml": _WORD_TYPE + "document.main+xml",
        "/word/styles.xml": _WORD_TYPE + "styles+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    for name in parts:
        overrides[f"/word/{name}.xml"] = f"{_WORD_TYPE}{name.rstrip('0123456789')}+xml"
    endings = {
        "xml": "application/xml",
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "png": "image/png",
    }
    for name in members:
        endings.setdefault(name.rpartition(".")[2], "application/octet-stream")
    inside = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in endings.items()
    ) + "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return f'<Types xmlns="{_PACKAGE}content-types">{inside}</Types>'
