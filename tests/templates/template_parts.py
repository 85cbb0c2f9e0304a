"""Reading the flagship's template files as tests want them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
BRIEF, DECK, ANNEX = (
    TEMPLATES / name
    for name in ("zhejiang-brief.docx", "zhejiang-deck.pptx", "evidence-annex.docx")
)
DELEGATION = (BRIEF, DECK, ANNEX)
DECKS = {"zhejiang": DECK, "investors": TEMPLATES / "investors-deck.pptx"}
FILES = tuple(sorted(path for path in TEMPLATES.iterdir() if path.suffix in (".docx", ".pptx")))

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


def parts(path: Path | io.BytesIO) -> dict[str, bytes]:
    """Every member of a package; a workbook inside is opened as well."""
    found: dict[str, bytes] = {}
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            data = package.read(name)
            if name.endswith(".xlsx"):
                inner = parts(io.BytesIO(data))
                found |= {f"{name}/{part}": value for part, value in inner.items()}
            else:
                found[name] = data
    return found


def roots(path: Path, pattern: str) -> dict[str, etree._Element]:
    """The XML parts whose names match, in the order of their numbers."""
    names = sorted(parts(path), key=lambda name: [int(n) for n in re.findall(r"\d+", name)])
    return {
        name: etree.fromstring(parts(path)[name]) for name in names if re.fullmatch(pattern, name)
    }


def runs(path: Path) -> Iterator[str]:
    """The text of every run that a reader sees: body, footers, slides, notes."""
    shown = r"word/(document|footer\d*)\.xml|ppt/(slides|notesSlides)/\w+\.xml"
    for root in roots(path, shown).values():
        for field in root.iter(f"{A}fld"):
            field.clear()
        for element in root.iter(f"{A}t", f"{W}t"):
            if not _is_counted(element):
                yield element.text or ""


def tags(path: Path) -> Iterator[str]:
    """Every tag of a file: in texts, alternative texts and core properties."""
    for name, data in parts(path).items():
        if name.endswith(".xml"):
            root = etree.fromstring(data)
            words = "\n".join(
                [*root.itertext(), *(v for e in root.iter() for v in e.attrib.values())]
            )
            yield from TAG.findall(words)


def slides(path: Path = DECK) -> list[etree._Element]:
    """The slides in their order."""
    return list(roots(path, r"ppt/slides/slide\d+\.xml").values())


def words(element: etree._Element) -> str:
    """The text inside an element."""
    return "".join(t.text or "" for t in element.iter(f"{A}t"))


def placeholder(slide: etree._Element, kind: str) -> etree._Element:
    """The shape of a slide that fills a kind of place."""
    found = slide.xpath("//p:sp[.//p:ph[@type=$kind]]", kind=kind, namespaces={"p": P[1:-1]})
    assert found, f"no {kind}"
    return found[0]


def _is_counted(text: etree._Element) -> bool:
    """Whether Word counts this number itself: the result of a PAGE or SEQ field."""
    before = text.getparent().getprevious()
    mark = before.find(f"{W}fldChar") if before is not None else None
    return mark is not None and mark.get(f"{W}fldCharType") == "separate"
