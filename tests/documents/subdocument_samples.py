"""Word documents of a few lines, and one put into another where it says HERE."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Mapping

from generator.documents.office import read_office
from generator.documents.packages.package import read_package
from generator.documents.packages.zipping import Untouched, write_zip
from generator.documents.subdocuments.document import SubDocument
from generator.documents.subdocuments.graft import Graft, graft
from generator.documents.subdocuments.host import HostState, read_host
from generator.model import Place

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
RED = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
    "789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
HERE = "<w:p><w:r><w:t>HERE</w:t></w:r></w:p>"
SUB = Place("annex.docx")

NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'


def p(text: str = "", style: str = "", more: str = "") -> str:
    """A paragraph; `more` are its other properties."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{named}{more}</w:pPr>" if named or more else ""
    run = text if text.startswith("<") or not text else f"<w:r><w:t>{text}</w:t></w:r>"
    return f"<w:p>{properties}{run}</w:p>"


def item(text: str, num: int, level: int = 0) -> str:
    """A paragraph in a list."""
    return p(text, "", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def style(id: str, looks: str = "", name: str = "", kind: str = "paragraph") -> str:
    return (
        f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{id}">'
        f'<w:name w:val="{name or id}"/>{looks}</w:style>'
    )


def size(half_points: int) -> str:
    return f'<w:rPr><w:sz w:val="{half_points}"/></w:rPr>'


def abstract(id: int, form: str = "decimal", more: str = "", start: int = 1) -> str:
    """What a list counts by, at one level."""
    return (
        f'<w:abstractNum w:abstractNumId="{id}"><w:nsid w:val="0000000{id}"/>'
        f'<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    )


def num(id: int, abstract_id: int) -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{abstract_id}"/></w:num>'


def picture(relation: str, id: int = 1) -> str:
    """A drawing that does no more than name a picture."""
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="{id}" name="x"/>'
        f'<a:graphic><a:graphicData uri="u"><a:blip r:embed="{relation}"/></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def word(
    body: str,
    *,
    styles: str | None = None,
    numbering: str = "",
    notes: str = "",
    header: str = "",
    relations: Mapping[str, tuple[str, str]] | None = None,
    members: Mapping[str, str | bytes] | None = None,
    types: Mapping[str, str] | None = None,
    root: str = "",
    note_relations: Mapping[str, tuple[str, str]] | None = None,
) -> bytes:
    """A docx; `relations` are id → (kind, target), http targets lead outside."""
    parts: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {SPACES}{root}><w:body>{body}</w:body></w:document>"
    }
    links = dict(relations or {})
    overrides = dict(types or {})
    sheets = {"styles": styles, "numbering": numbering, "footnotes": notes, "header": header}
    for name, inside in sheets.items():
        if inside or (name == "styles" and styles is not None):
            tag = {"header": "hdr"}.get(name, name)
            parts[f"word/{name}.xml"] = f"<w:{tag} {SPACES}>{inside}</w:{tag}>"
            links[f"r{name}"] = (name, f"{name}.xml")
            overrides[f"word/{name}.xml"] = f"{TYPES}{name}+xml"
    parts["word/_rels/document.xml.rels"] = rels(links)
    if note_relations:
        parts["word/_rels/footnotes.xml.rels"] = rels(note_relations)
    return packed({**parts, **(members or {})}, overrides)


def packed(parts: Mapping[str, str | bytes], overrides: Mapping[str, str]) -> bytes:
    declared = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    everything: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPES}document.main+xml"/>'
        f"{declared}</Types>",
        "_rels/.rels": rels({"r1": ("officeDocument", "word/document.xml")}),
        **parts,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in everything.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def rels(relations: Mapping[str, tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{id}" Type="{OFFICE}{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if ':' in target else ''}/>"
        for id, (kind, target) in relations.items()
    )
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{inside}</Relationships>"
    )


# -- one into another ------------------------------------------------------------------------


def opened(data: bytes) -> SubDocument:
    return SubDocument.read(data, SUB)


class Inclusion:
    """A host with sub-documents put in where it says HERE, one after another."""

    def __init__(self, host: bytes) -> None:
        self.package = read_package(host, Place("host.docx"))
        self.main = next(iter(read_office(self.package).parts))
        self.state = HostState(read_host(self.package, self.main), itertools.count(2001))
        self.grafts: list[Graft] = []

    def add(self, *subs: SubDocument, part: str = "") -> Inclusion:
        self.grafts += [graft(sub, self.state, part or self.main) for sub in subs]
        return self

    def data(self) -> bytes:
        text = self.package.read(self.main).decode()
        paragraphs = [m.group() for m in re.finditer(r"<w:p[ >](?:(?!</w:p>).)*</w:p>", text, re.S)]
        here = next(found for found in paragraphs if "HERE" in found)
        blocks = "".join(made.blocks for made in self.grafts)
        members = {self.main: text.replace(here, blocks).encode()}
        untouched = Untouched(self.package.members.values())
        return write_zip(untouched, self.state.finish(members))


def included(host: bytes, *subs: bytes) -> bytes:
    """The host with sub-documents where it says HERE."""
    return Inclusion(host).add(*(opened(sub) for sub in subs)).data()


def member(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def body(data: bytes) -> str:
    """What stands in the body."""
    found = re.search(r"<w:body>(.*)</w:body>", member(data), re.S)
    assert found is not None
    return found[1]


def values(xml: str, tag: str) -> list[str]:
    """The values of all elements of a name."""
    return re.findall(rf'<w:{tag} w:val="([^"]*)"/>', xml)


def new_relations(data: bytes, part: str = "document") -> str:
    """The relationships of a part, one a line, without what all have in common."""
    text = member(data, f"word/_rels/{part}.xml.rels").replace(OFFICE, "")
    return text.split('relationships">', 1)[1].replace("</Relationships>", "").replace("><", ">\n<")
