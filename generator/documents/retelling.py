"""A template told in another script: its words, the languages it names, the faces it asks for.

What is said is said by others: this knows only where words, languages and faces stand in
WordprocessingML, DrawingML, core properties and the workbooks behind charts (ECMA-376 part 1).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from lxml import etree

from generator.documents.packages.package import read_package
from generator.documents.packages.parsing import parse
from generator.documents.packages.zipping import Untouched, write_zip
from generator.documents.vocabulary import A, C, W
from generator.model import Place

_RETOLD = re.compile(r"(word|ppt|docProps)/[^.]*\.xml")
_WORKBOOK = re.compile(r"(word|ppt)/embeddings/[^/]*\.xlsx")
_STRINGS = re.compile(rb"(<t(?: [^<>]*)?>)([^<>]*)(</t>)")
_PARAGRAPHS = (f"{{{W}}}p", f"{{{A}}}p")
_TEXTS = (f"{{{W}}}t", f"{{{W}}}instrText", f"{{{A}}}t")
_VARIANT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_ALONE = (f"{{{C}}}v", f"{{{_VARIANT}}}lpstr", f"{{{_VARIANT}}}lpwstr")
_CORE = "{http://purl.org/dc/elements/1.1/}language"
_WORDS_IN = ("descr", "title", "name", f"{{{W}}}val")  # attributes that somebody reads
_WORDED = re.compile(r"\}(cNvPr|docPr|cSld|tblCaption|tblDescription|alias|theme|clrScheme)$")
_LANGUAGES = ("lang", "altLang", f"{{{W}}}val", f"{{{W}}}eastAsia", f"{{{W}}}bidi")
_NAMED = re.compile(r"\}(lang|themeFontLang)$")
_SCRIPT_FACE = f"{{{A}}}font"  # one face for each script: right as it is
_CHARSETS = {"86": "88"}  # GB 2312, Big5


@dataclass(frozen=True, slots=True)
class Retelling:
    """`convert` tells plain words, `kept` finds the spans of a text that stay (tags).

    `languages` and `faces` are by the names that files use.
    """

    convert: Callable[[str], str]
    kept: Callable[[str], Sequence[tuple[int, int]]]
    languages: Mapping[str, str]
    faces: Mapping[str, str]

    def told(self, text: str) -> str:
        """A text with all but its tags retold."""
        return "".join(piece for piece, _ in self.pieces(text))

    def pieces(self, text: str) -> Iterator[tuple[str, tuple[int, int]]]:
        """The text piece by piece, retold or kept, with the span that each one had."""
        at = 0
        for start, end in [*self.kept(text), (len(text), len(text))]:
            if at < start:
                yield self.convert(text[at:start]), (at, start)
            if start < end:
                yield text[start:end], (start, end)
            at = end


def retell(data: bytes, how: Retelling, place: Place) -> bytes:
    """The whole file retold. Raises FactpackError for what is no Office file."""
    package = read_package(data, place)
    changed: dict[str, bytes] = {}
    for name in package.members:
        if _RETOLD.fullmatch(name):
            changed[name] = _retold_part(package.read(name), how, place)
        elif _WORKBOOK.fullmatch(name):
            changed[name] = _retold_workbook(package.read(name), how)
    return write_zip(Untouched(package.members.values()), changed)


def _retold_part(xml: bytes, how: Retelling, place: Place) -> bytes:
    root = parse(xml, place)
    for element in root.iter(etree.Element):
        if element.tag in _PARAGRAPHS:
            _retell_paragraph(element, how)
        elif element.tag in _ALONE or "/dc/" in str(element.tag) or _is_property(element):
            _retell_alone(element, how)
        _retell_attributes(element, how)
    whole: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return whole


def _is_property(element: etree._Element) -> bool:
    """A core property in the namespaces of the package itself: keywords, category."""
    return "/metadata/core-properties}" in str(element.tag) and len(element) == 0


def _retell_alone(element: etree._Element, how: Retelling) -> None:
    if element.tag == _CORE:
        element.text = how.languages.get(element.text or "", element.text)
    elif element.text:
        element.text = how.told(element.text)


def _retell_paragraph(paragraph: etree._Element, how: Retelling) -> None:
    """The words of a paragraph as one text, so that words and tags may stand in several runs."""
    nodes = [
        node
        for node in paragraph.iter(*_TEXTS)
        if next(node.iterancestors(*_PARAGRAPHS)) is paragraph
    ]
    texts = [node.text or "" for node in nodes]
    whole = "".join(texts)
    if whole.isascii():
        return
    told = _spread(whole, list(accumulate(map(len, texts), initial=0)), how)
    at = 0
    for node, text in zip(nodes, texts, strict=True):
        node.text = "".join(told[at : at + len(text)])
        at += len(text)


def _spread(whole: str, ends: Sequence[int], how: Retelling) -> list[str]:
    """What stands at each character of the text once it is retold.

    A piece that grows or shrinks is told run by run, each with the run's first character.
    """
    told: list[str] = []
    for piece, (start, end) in how.pieces(whole):
        if len(piece) == end - start:
            told += piece
            continue
        cuts = [start, *(cut for cut in ends if start < cut < end), end]
        for left, right in pairwise(cuts):
            told += [how.convert(whole[left:right]), *[""] * (right - left - 1)]
    return told


def _retell_attributes(element: etree._Element, how: Retelling) -> None:
    worded, named = _WORDED.search(str(element.tag)), _NAMED.search(str(element.tag))
    for name, value in _attributes(element):
        if worded and name in _WORDS_IN:
            element.set(name, how.told(value))
        elif (named or name in ("lang", "altLang")) and name in _LANGUAGES:
            element.set(name, how.languages.get(value, value))
        elif value in how.faces and element.tag != _SCRIPT_FACE:
            element.set(name, how.faces[value])
    if element.tag == f"{{{W}}}charset":
        value = element.get(f"{{{W}}}val", "")
        element.set(f"{{{W}}}val", _CHARSETS.get(value, value))


def _attributes(element: etree._Element) -> list[tuple[str, str]]:
    """Names and values of an element as text."""
    return [(str(name), str(value)) for name, value in element.attrib.items()]


def _retold_workbook(data: bytes, how: Retelling) -> bytes:
    """A chart's workbook with the words of its cells retold."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(out, "w") as made:
        for info in book.infolist():
            part = book.read(info)
            if info.filename.endswith(".xml"):
                part = _STRINGS.sub(lambda cell: _cell(cell, how), part)
            made.writestr(info, part)
    return out.getvalue()


def _cell(cell: re.Match[bytes], how: Retelling) -> bytes:
    return cell[1] + how.told(cell[2].decode()).encode() + cell[3]
