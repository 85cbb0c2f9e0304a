"""Footnotes and endnotes that come with sub-documents (ECMA-376 part 1, 17.11)."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from generator.documents.subdocuments.xml import ID, PLAIN, Head, new_part, read_head, w
from generator.documents.vocabulary import W

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
# what stands after w:footnotePr and w:endnotePr in the settings (17.15.1.78)
_AFTER = frozenset(
    w(name)
    for name in (
        "compat", "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping",
        "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions",
        "readModeInkLockDown", "smartTagType", "schemaLibrary", "shapeDefaults",
        "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
    )
)  # fmt: skip
_SEPARATOR = (
    '<w:{note} w:type="{type}" w:id="{id}"><w:p><w:pPr><w:spacing w:after="0" w:line="240"'
    ' w:lineRule="auto"/></w:pPr><w:r><w:{type}/></w:r></w:p></w:{note}>'
)


@dataclass(frozen=True, slots=True)
class NoteKind:
    """Footnotes or endnotes: how their part, its root, a note and a reference are called."""

    name: str

    @property
    def plural(self) -> str:
        """The part's kind of relationship, and its root."""
        return f"{self.name}s"

    @property
    def tag(self) -> str:
        """A note."""
        return w(self.name)

    @property
    def reference(self) -> str:
        """What stands in the text."""
        return w(f"{self.name}Reference")

    @property
    def type(self) -> str:
        """The part's content type."""
        return _TYPE.format(self.plural)


FOOTNOTES, ENDNOTES = NoteKind("footnote"), NoteKind("endnote")
KINDS = (FOOTNOTES, ENDNOTES)


@dataclass(slots=True)
class NoteBook:
    """The notes of one kind in one document; `is_new` when the document had no part for them."""

    kind: NoteKind
    part: str
    head: Head
    highest: int
    is_new: bool = False
    texts: list[str] = field(default_factory=list)

    def next(self) -> str:
        """The id of another note."""
        self.highest += 1
        return str(self.highest)


def read_notes(kind: NoteKind, part: str, root: etree._Element) -> NoteBook:
    """The notes that a document has."""
    ids = [str(note.get(ID, "")) for note in root.iterfind(kind.tag)]
    numbers = [int(id) for id in ids if id.lstrip("-").isdigit()]
    return NoteBook(kind, part, read_head(root), max([0, *numbers]))


def new_notes(kind: NoteKind, part: str) -> tuple[NoteBook, bytes]:
    """A part for notes with the two separators that Word wants in it."""
    kinds = ((-1, "separator"), (0, "continuationSeparator"))
    inside = "".join(_SEPARATOR.format(note=kind.name, id=id, type=type) for id, type in kinds)
    return NoteBook(kind, part, PLAIN, 0, True), new_part(kind.plural, inside)


def keep_used(body: etree._Element, notes: etree._Element, kind: NoteKind) -> None:
    """Leave in `notes` those that the body refers to, in its order; separators go too."""
    by_id = {str(note.get(ID, "")): note for note in notes.findall(kind.tag)}
    for note in list(notes):
        notes.remove(note)
    for id in dict.fromkeys(str(node.get(ID, "")) for node in body.iter(kind.reference)):
        notes.append(by_id[id])


def renumber(body: etree._Element, notes: etree._Element, book: NoteBook) -> None:
    """Give used notes and what refers to them ids of the host."""
    new: dict[str, str] = {}
    for note in notes.findall(book.kind.tag):
        new[str(note.get(ID))] = book.next()
        note.set(ID, new[str(note.get(ID))])
    for reference in body.iter(book.kind.reference):
        reference.set(ID, new[str(reference.get(ID))])


def missing_notes(body: etree._Element, notes: etree._Element | None, kind: NoteKind) -> list[str]:
    """The ids of notes that the body refers to and nobody wrote."""
    nodes = () if notes is None else notes.findall(kind.tag)
    known = {node.get(ID) for node in nodes}
    return [str(r.get(ID)) for r in body.iter(kind.reference) if r.get(ID) not in known]


def name_separators(settings: etree._Element, kinds: list[NoteKind]) -> None:
    """Let the settings name the separators of new notes (17.11.9)."""
    for kind in kinds:
        tag = w(f"{kind.name}Pr")
        properties = settings.find(tag)
        if properties is None:
            properties = settings.makeelement(tag, {})
            later = (*_AFTER, w("endnotePr")) if kind is FOOTNOTES else tuple(_AFTER)
            at = [n for n, child in enumerate(settings) if _is_later(child, later)]
            settings.insert(at[0] if at else len(settings), properties)
        for id in ("-1", "0"):
            etree.SubElement(properties, kind.tag, {ID: id})


def _is_later(child: etree._Element, later: tuple[str, ...]) -> bool:
    """Whether a setting stands after the notes': so do all that other programs added."""
    return child.tag in later or not str(child.tag).startswith(f"{{{W}}}")
