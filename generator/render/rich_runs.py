"""Pieces of rich values as runs of either format."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from generator.documents.packages.addresses import address
from generator.documents.packages.escapes import quoteattr
from generator.documents.skeletons.surroundings import Joint, owned_joint
from generator.documents.slides.bullets import bulleted
from generator.documents.values.images import SIDE_MOST, read_image
from generator.documents.values.inline_picture import declared, inline_picture
from generator.documents.values.looks import Looks, slide_looks, word_looks
from generator.documents.values.style_names import StyleNames
from generator.documents.vocabulary import SLIDES, WORD, R
from generator.model import Said
from generator.render.parts import Parts
from generator.render.places import TagPlace
from generator.render.rich import InlineImage, Piece, Reference, Shown, Span
from generator.render.rich_blocks import Paragraph, Subdoc
from generator.render.rich_lists import ListWriter
from generator.render.rich_notes import NoteWriter
from generator.render.rich_text import Unplaced, in_lines, properties_of, written

_PAGE_RUN = '<w:r><w:br w:type="page"/></w:r>'
PAGE = f"<w:p>{_PAGE_RUN}</w:p>"  # a paragraph that only ends a page
Anchored = Callable[[TagPlace, Said, str], str]

_STYLE = re.compile(r'<w:pStyle w:val="([^"]*)"/>')
_TEXT, _TEXT_END = '<w:t xml:space="preserve">', "</w:t></w:r>"
_LINK = Looks(color="0563C1", underline="single")
_HYPERLINK = "w:hyperlink"


def _nothing(_place: TagPlace, said: Said, _head: str) -> str:
    raise AssertionError(f"no anchors before the first value: {said.key}")


@dataclass(slots=True)
class WordRuns:
    """Runs of WordprocessingML (ECMA-376 part 1, 17.3.2)."""

    parts: Parts
    styles: StyleNames
    fresh: Iterator[int]
    notes: NoteWriter
    lists: ListWriter
    include: Callable[[TagPlace, Subdoc], str]
    anchored: Anchored = field(default=_nothing)
    inside: tuple[str, ...] = ()

    def written(self, place: TagPlace, piece: Piece) -> str:
        if isinstance(piece, Span):
            return self._span(place, piece)
        if isinstance(piece, Shown):
            return self._figure(place, piece)
        if isinstance(piece, InlineImage):
            return self._picture(place, piece)
        if isinstance(piece, Reference):
            return self.notes.reference(place, piece, self._note)
        return _PAGE_RUN

    def paragraph(self, place: TagPlace, paragraph: Paragraph) -> Joint:
        """How a paragraph of a block begins and ends; an item looks like the tag's paragraph."""
        if paragraph.level >= 0:
            style = _STYLE.search(place.before)
            if "<w:numPr>" in place.before or (style and self.styles.is_list(style[1])):
                return owned_joint(place.before, place.after, WORD)
            own = (style[0] if style else "") + self.lists.properties(paragraph)
        else:
            own = f"<w:pStyle w:val={quoteattr(paragraph.style)}/>" if paragraph.style else ""
        opener = f"<w:p><w:pPr>{own}</w:pPr>" if own else "<w:p>"
        return Joint("</w:p>", opener, opener)

    def begin_list(self) -> None:
        self.lists.begin()

    def document(self, place: TagPlace, value: Subdoc) -> str:
        return self.include(place, value)

    # -- helpers -----------------------------------------------------------------------------

    def _span(self, place: TagPlace, span: Span) -> str:
        if not span.text:
            return ""
        if not span.link:
            head = _head(place, span.looks)
            return head + written(span.text, place, head) + place.tail
        head = self._link_head(span)
        run = head + written(in_lines(span.text), place, head) + _TEXT_END
        return self._linked(place, span, run)

    def _figure(self, place: TagPlace, shown: Shown) -> str:
        said = shown.figure.__figure__()
        if not said.text:
            return ""
        if not shown.link:
            return self.anchored(place, said, _head(place, shown.looks))
        run = self.anchored(replace(place, tail=_TEXT_END), said, self._link_head(shown))
        return self._linked(place, shown, run)

    def _link_head(self, span: Span | Shown) -> str:
        looks = span.looks if span.looks is not None else self._link_looks()
        return f"<w:r>{word_looks(looks)}{_TEXT}"

    def _linked(self, place: TagPlace, span: Span | Shown, run: str) -> str:
        if _HYPERLINK in self.inside:
            return run  # a link inside a link is none
        return f"<w:hyperlink{self._target(place, span)}>{run}</w:hyperlink>"

    def _target(self, place: TagPlace, span: Span | Shown) -> str:
        tip = f" w:tooltip={quoteattr(span.tip)}" if span.tip else ""
        if span.link.startswith("#"):
            return f' w:anchor={quoteattr(span.link[1:])}{tip} w:history="1"'
        id = self.parts.link(place.member, address(span.link))
        return f'{declared(place.spaces, "r", R)} r:id="{id}"{tip} w:history="1"'

    def _link_looks(self) -> Looks:
        style = self.styles.id("hyperlink")
        return Looks(style=style) if style else _LINK

    def _picture(self, place: TagPlace, image: InlineImage) -> str:
        data = image.__data__()
        read = read_image(data)
        if read is None:
            raise Unplaced("the picture is none that Office shows (PNG, JPEG, GIF, BMP, TIFF)")
        if max(read.width, read.height) > SIDE_MOST:
            dots = f"{read.width} × {read.height}"
            raise Unplaced(f"the picture has {dots} dots, more than {SIDE_MOST} a side")
        relation = self.parts.add_picture(place.member, data, read)
        link = self.parts.link(place.member, address(image.anchor)) if image.anchor else ""
        size = read.sized(image.width, image.height)
        return inline_picture(next(self.fresh), relation, size, image.alt, link, place.spaces)

    def _note(self, place: TagPlace, pieces: tuple[Piece, ...]) -> str:
        """The runs of a note's text."""
        if any(isinstance(piece, Reference) for piece in pieces):
            raise Unplaced("a note cannot have a note")
        return "".join(self.written(place, _plain(piece)) for piece in pieces)


def _plain(piece: Piece) -> Piece:
    """In a note, text has the looks of notes and not those of the tag."""
    return (
        Span(piece.text, piece.looks or Looks(), piece.link, piece.tip)
        if (isinstance(piece, Span) and not piece.link)
        else piece
    )


def _head(place: TagPlace, looks: Looks | None) -> str:
    """How a run begins, up to its text."""
    if looks is None:
        return place.head
    if place.words is WORD:
        return f"<w:r>{word_looks(looks)}{_TEXT}"
    return f"<a:r>{slide_looks(properties_of(place.head), looks)}<a:t>"


@dataclass(slots=True)
class SlideRuns:
    """Runs of DrawingML; looks are laid over those of the tag (ECMA-376 part 1, 21.1.2.3.8)."""

    parts: Parts
    anchored: Anchored = field(default=_nothing)
    inside: tuple[str, ...] = field(default=())

    def written(self, place: TagPlace, piece: Piece) -> str:
        if isinstance(piece, Span):
            return self._span(place, piece)
        if isinstance(piece, Shown):
            said = piece.figure.__figure__()
            return self.anchored(place, said, self._head(place, piece)) if said.text else ""
        if isinstance(piece, InlineImage):
            step = "give a picture of the slide the tag as its alternative text"
            raise Unplaced(f"a picture cannot stand in the text of a slide: {step}")
        if isinstance(piece, Reference):
            raise Unplaced("a slide has no footnotes")
        raise Unplaced("a slide has no pages")

    def paragraph(self, place: TagPlace, paragraph: Paragraph) -> Joint:
        joint = owned_joint(place.before, place.after, SLIDES)
        if paragraph.level < 0:
            return joint
        opener = bulleted(joint.opener, paragraph.level, paragraph.ordered)
        return Joint(joint.closer, opener, opener)

    def begin_list(self) -> None:
        """PowerPoint counts the items of neighbouring paragraphs by itself."""

    def document(self, place: TagPlace, value: Subdoc) -> str:
        name = place.shape.name if place.shape else "a slide"
        raise Unplaced(f"{value.name} is a Word document and cannot stand on a slide ({name})")

    def _span(self, place: TagPlace, span: Span) -> str:
        if not span.text:
            return ""
        head = self._head(place, span)
        return head + written(in_lines(span.text), place, head) + place.tail

    def _head(self, place: TagPlace, span: Span | Shown) -> str:
        if not span.link:
            return _head(place, span.looks)
        id = self.parts.link(place.member, address(span.link))
        looks = slide_looks(properties_of(place.head), span.looks or Looks(), id, span.tip)
        return f"<a:r>{looks}<a:t>"


Runs = WordRuns | SlideRuns
