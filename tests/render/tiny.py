"""The smallest Word and PowerPoint files that hold a given text, and a look at what came out."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import datetime

from lxml import etree

from generator.model import FactpackError, Said
from generator.render import Rendered, Template, compile_template, render

NOON = datetime(2025, 12, 31, 12)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:a="{A}" xmlns:p="{P}" xmlns:r="{R}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:a16="http://schemas.microsoft.com/office/drawing/2014/main"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPES = "application/vnd.openxmlformats-officedocument."


# -- Word ------------------------------------------------------------------------------------


def p(*runs: str) -> str:
    """A paragraph; each text is a run, ready XML stays as it is."""
    return f"<w:p>{''.join(run if run.startswith('<w:') else r(run) for run in runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{_escaped(text)}</w:t></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell is a text or ready paragraphs."""
    grid = "<w:gridCol/>" * len(rows[0])
    return (
        f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>"
        + "".join(f"<w:tr>{''.join(cell(text) for text in row)}</w:tr>" for row in rows)
        + "</w:tbl>"
    )


def cell(text: str) -> str:
    return f"<w:tc><w:tcPr/>{text if text.startswith('<w:') else p(text)}</w:tc>"


def word(body: str, core: Mapping[str, str] | None = None, **parts: str) -> bytes:
    """A docx; `parts` are headers, footers and footnotes by name (``header1=…``)."""
    members = {
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
    }
    relations = []
    for name, xml in parts.items():
        kind = name.rstrip("0123456789")
        root = {"header": "hdr", "footer": "ftr", "footnotes": "footnotes"}[kind]
        members[f"word/{name}.xml"] = f"<w:{root} {SPACES}>{xml}</w:{root}>"
        relations.append((f"r{name}", kind, f"{name}.xml"))
    members["word/_rels/document.xml.rels"] = rels(relations)
    return package(members, "word/document.xml", "wordprocessingml.document.main+xml", core)


# -- PowerPoint ------------------------------------------------------------------------------


def shape(text: str, number: int = 2, name: str = "Box") -> str:
    """A text box; lines are paragraphs."""
    paragraphs = "".join(ap(line) for line in text.split("\n"))
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr/><p:txBody><a:bodyPr/>{paragraphs}</p:txBody></p:sp>"
    )


def ap(text: str) -> str:
    return f'<a:p><a:r><a:rPr lang="zh-CN"/><a:t>{_escaped(text)}</a:t></a:r></a:p>'


def slide_table(*rows: tuple[str, ...]) -> str:
    cells = [
        "".join(f"<a:tc><a:txBody><a:bodyPr/>{ap(text)}</a:txBody><a:tcPr/></a:tc>" for text in row)
        for row in rows
    ]
    grid = '<a:gridCol w="1"/>' * len(rows[0])
    inside = "".join(f'<a:tr h="1">{row}</a:tr>' for row in cells)
    return (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="Grid"/><p:cNvGraphicFramePr/>'
        "<p:nvPr/></p:nvGraphicFramePr><a:graphic><a:graphicData><a:tbl><a:tblPr/>"
        f"<a:tblGrid>{grid}</a:tblGrid>{inside}"
        "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def deck(*slides: str, notes: str = "", core: Mapping[str, str] | None = None) -> bytes:
    """A pptx; `notes` are the first slide's."""
    ids = "".join(f'<p:sldId id="{256 + n}" r:id="s{n}"/>' for n in range(1, len(slides) + 1))
    members = {
        "ppt/presentation.xml": f"<p:presentation {SPACES}><p:sldIdLst>{ids}</p:sldIdLst>"
        "</p:presentation>",
        "ppt/_rels/presentation.xml.rels": rels(
            [(f"s{n}", "slide", f"slides/slide{n}.xml") for n in range(1, len(slides) + 1)]
        ),
    }
    for number, shapes in enumerate(slides, 1):
        members[f"ppt/slides/slide{number}.xml"] = _slide("sld", shapes)
    if notes:
        members["ppt/notesSlides/notesSlide1.xml"] = _slide("notes", notes)
        members["ppt/slides/_rels/slide1.xml.rels"] = rels(
            [("n1", "notesSlide", "../notesSlides/notesSlide1.xml")]
        )
    return package(members, "ppt/presentation.xml", "presentationml.presentation.main+xml", core)


def _slide(root: str, shapes: str) -> str:
    return f"<p:{root} {SPACES}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:{root}>"


# -- packages --------------------------------------------------------------------------------


def rels(relations: list[tuple[str, str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{id}" Type="{_OFFICE}{kind}" Target="{target}"/>'
        for id, kind, target in relations
    )
    return f'<Relationships xmlns="{_RELATIONS}">{inside}</Relationships>'


def package(
    members: Mapping[str, str | bytes], main: str, kind: str, core: Mapping[str, str] | None = None
) -> bytes:
    everything: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{_TYPES}{kind}"/></Types>',
        "_rels/.rels": rels([("r1", "officeDocument", main)]),
        **members,
    }
    if core is not None:
        fields = "".join(f"<dc:{name}>{_escaped(text)}</dc:{name}>" for name, text in core.items())
        everything["docProps/core.xml"] = (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
            f'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">{fields}'
            "</cp:coreProperties>"
        )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in everything.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def with_changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The package with a stretch of one member changed."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for info in before.infolist():
            content = before.read(info)
            after.writestr(info, content.replace(old, new) if info.filename == name else content)
    return buffer.getvalue()


# -- in and out ------------------------------------------------------------------------------


def figure(key: str, text: str, **more: object) -> Said:
    return Said(text, key, **more)  # type: ignore[arg-type]


def made(data: bytes | Template, context: Mapping[str, object], **more: object) -> Rendered:
    """The document; any problem fails the test."""
    template = data if isinstance(data, Template) else compile_template(data, "t.docx")
    rendered = render(template, context, {}, base="base", when=NOON, **more)  # type: ignore[arg-type]
    assert rendered.problems == ()
    return rendered


def member(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def body(data: bytes, context: Mapping[str, object]) -> str:
    """What the body of the Word document that `data` makes holds, as XML without properties."""
    xml = member(made(data, context).data, "word/document.xml")
    inside = re.search(r"<w:body>(.*)</w:body>", xml, re.S)
    assert inside is not None
    return plain(inside[1])


def slide(data: bytes, context: Mapping[str, object]) -> str:
    """What the first slide of the deck that `data` makes holds."""
    xml = member(made(data, context).data, "ppt/slides/slide1.xml")
    inside = re.search(r"<p:spTree>(.*)</p:spTree>", xml, re.S)
    assert inside is not None
    return inside[1]


def plain(xml: str) -> str:
    return xml.replace(' xml:space="preserve"', "")


def texts(xml: str) -> list[str]:
    """The text of each paragraph of a part."""
    root = etree.fromstring(xml.encode())
    found = []
    for paragraph in root.iter(f"{{{W}}}p", f"{{{A}}}p"):
        parts = []
        for node in paragraph.iter():
            if node.tag in (f"{{{W}}}t", f"{{{A}}}t"):
                parts.append(node.text or "")
            elif node.tag in (f"{{{W}}}br", f"{{{A}}}br"):
                parts.append("\n")
            elif node.tag == f"{{{W}}}tab":
                parts.append("\t")
        found.append("".join(parts))
    return found


def lines(data: bytes, context: Mapping[str, object]) -> list[str]:
    """The paragraphs that a Word or PowerPoint template makes of the context."""
    whole = made(data, context).data
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        main = "word/document.xml" if "word/document.xml" in archive.namelist() else ""
    return texts(member(whole, main or "ppt/slides/slide1.xml"))


def faults(data: bytes, context: Mapping[str, object] | None = None) -> list[str]:
    """The problems of a template, opened and (with a context) rendered: place and words."""
    try:
        template = compile_template(data, "t.docx")
    except FactpackError as refused:
        return [f"{fault.place.where}: {fault.problem}" for fault in refused.problems]
    rendered = render(template, context or {}, {}, base="base", when=NOON)
    return [f"{fault.place.where}: {fault.problem}" for fault in rendered.problems]
