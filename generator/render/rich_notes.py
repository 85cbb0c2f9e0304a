"""Notes that come as values: the reference in the text, and the note in its part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from generator.documents.note_ledger import NoteLedger
from generator.documents.packages.escapes import quoteattr
from generator.documents.subdocuments.notes import KINDS, NoteKind
from generator.documents.values.style_names import StyleNames
from generator.render.places import TagPlace
from generator.render.rich import Piece, Reference
from generator.render.rich_text import Unplaced

_RUN_HEAD = '<w:r><w:t xml:space="preserve">'
_RAISED = '<w:vertAlign w:val="superscript"/>'
_TEXT_STYLE = (
    '<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>'
    '<w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
    '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    '<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>'
)
_MARK_STYLE = (
    '<w:style w:type="character" w:styleId="{id}"><w:name w:val="{name}"/>'
    '<w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
    f"<w:rPr>{_RAISED}</w:rPr></w:style>"
)


@dataclass(slots=True)
class NoteWriter:
    """Adds notes to one document; `new_styles` are those that the template lacks."""

    ledger: NoteLedger
    styles: StyleNames
    new_styles: dict[str, str] = field(default_factory=dict)

    def reference(
        self,
        place: TagPlace,
        piece: Reference,
        runs: Callable[[TagPlace, tuple[Piece, ...]], str],
    ) -> str:
        """The reference of a new note. Raises Unplaced where Word takes none."""
        if place.member != self.ledger.main or "text box" in place.where:
            raise Unplaced("a note can stand in the body of a document alone")
        kind = next(kind for kind in KINDS if kind.name == piece.kind)
        book = self.ledger.book(kind)
        inside = replace(
            place, member=book.part, before="", after="", head=_RUN_HEAD, spaces=(), number=-1
        )
        text, id = runs(inside, piece.note), book.next()
        mark = self._mark(kind)
        style = self._style(kind, "text", _TEXT_STYLE)
        looks = f"<w:pPr><w:pStyle w:val={quoteattr(style)}/></w:pPr>" if style else ""
        book.texts.append(
            f'<w:{kind.name} w:id="{id}"><w:p>{looks}<w:r>{mark}<w:{kind.name}Ref/></w:r>'
            f"{_RUN_HEAD} </w:t></w:r>{text}</w:p></w:{kind.name}>"
        )
        return f'<w:r>{mark}<w:{kind.name}Reference w:id="{id}"/></w:r>'

    def _mark(self, kind: NoteKind) -> str:
        style = self._style(kind, "reference", _MARK_STYLE)
        looks = f"<w:rStyle w:val={quoteattr(style)}/>" if style else _RAISED
        return f"<w:rPr>{looks}</w:rPr>"

    def _style(self, kind: NoteKind, use: str, pattern: str) -> str:
        """The id of Word's own style for notes; one is made for a template that has none."""
        name = f"{kind.name} {use}"
        known = self.styles.id(name)
        if known or not self.styles.part():
            return known
        id = name.title().replace(" ", "")
        self.new_styles[id] = pattern.format(id=id, name=name)
        return id
