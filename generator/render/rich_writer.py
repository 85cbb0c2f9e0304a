"""Rich values on their way into a document: paragraphs, runs, pictures, links, notes.

A place that has its paragraph for itself can be paragraphs, tables, a document; any other can
break into paragraphs of its own kind. Everything is written as it is shown: new parts and
relationships have their ids at once, so that no text needs a second look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.documents.skeletons.late import mark
from generator.documents.skeletons.surroundings import Joint, joint_at, owned_joint
from generator.documents.values.images import crop, read_image
from generator.documents.vocabulary import WORD
from generator.model import Said
from generator.render.parts import Parts
from generator.render.places import TagPlace
from generator.render.rich import InlineImage, Piece, Rich, Shown, Span
from generator.render.rich_blocks import Block, BulletList, Paragraph, RichTextParagraph, Subdoc
from generator.render.rich_runs import PAGE, Runs
from generator.render.rich_text import Unplaced, breaks, stretches, written
from generator.render.turn_parts import TurnParts

_TABLE_END = "</w:tbl><w:p/>"

Anchored = Callable[[TagPlace, Said, str], str]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a frame that holds a picture gets: the picture's relation, and how it is cropped."""

    relation: str
    crop: str


@dataclass(slots=True)
class RichWriter:
    """Writes the rich values of one document; `fragments` are the template's constant texts.

    `turns` are the parts of slides that take turns, one for each in the finished deck.
    """

    fragments: Sequence[str]
    parts: Parts
    runs: Runs
    frames: list[Frame] = field(default_factory=list)
    turns: list[TurnParts] = field(default_factory=list)
    _joints: dict[int, Joint | None] = field(default_factory=dict)

    def show(self, number: int, place: TagPlace, value: Rich | Block, anchored: Anchored) -> str:
        """The XML of a rich value. Raises Unplaced where it cannot stand."""
        self.runs.anchored = anchored
        if isinstance(value, InlineImage) and place.drawing and place.drawing.kind == "picture":
            return self.frame(place, value.__data__(), value.alt, value.fit)
        if place.kind != "run":
            return self._as_text(place, value, anchored)
        if isinstance(value, Rich):
            return self._inline(number, place, value.__pieces__())
        return self._block(number, place, value)

    def begin_slide(self) -> None:
        """What is shown from now on stands on the next slide of a deck whose slides take turns."""
        turn = TurnParts.of(self.turns[0].deck if self.turns else self.parts)
        self.turns.append(turn)
        self.parts = self.runs.parts = turn

    def lines(self, number: int, place: TagPlace, text: str) -> str:
        """A text that breaks into paragraphs or pages, with the looks of its tag."""
        return self._inline(number, place, (Span(text, None),))

    def frame(self, place: TagPlace, data: bytes, alt: str, fit: str) -> str:
        """The words of a picture that takes the place of the template's."""
        assert place.drawing is not None
        image = read_image(data)
        relation = self.parts.add_picture(place.member, data, image)
        cropped = crop(image, place.drawing.size, fit) if image else ""
        self.frames.append(Frame(relation, cropped))
        return mark(f"E{len(self.frames) - 1}") + written(alt, place)

    @staticmethod
    def _as_text(place: TagPlace, value: Rich | Block, anchored: Anchored) -> str:
        """The text of a value in an attribute, a field or a property."""
        texts: list[str] = []
        for piece in value.__pieces__() if isinstance(value, Rich) else (None,):
            if isinstance(piece, Span):
                texts.append(written(piece.text, place))
            elif isinstance(piece, Shown):
                texts.append(anchored(place, piece.figure.__figure__(), ""))
            else:
                kind = type(value).__name__
                raise Unplaced(f"a value of the kind {kind} can stand in running text alone")
        return "".join(texts)

    # -- in a line ---------------------------------------------------------------------------

    def _inline(self, number: int, place: TagPlace, pieces: Sequence[Piece]) -> str:
        joint = self._joint(number, place) if any(map(_breaks, pieces)) else None
        self.runs.inside = () if place.before else self._inside(number, place, pieces)
        paragraphs = list(self._paragraphs(place, pieces))
        if len(paragraphs) == 1:
            return place.before + paragraphs[0] + place.after
        if joint is None:
            raise Unplaced("a new paragraph cannot begin here")
        first, *others = paragraphs
        out = [_first_opener(place, joint), first, joint.closer]
        for text in others[:-1]:
            out.append(text if text is PAGE else joint.opener + text + joint.closer)
        return "".join([*out, joint.last, others[-1], place.after])

    def _paragraphs(self, place: TagPlace, pieces: Sequence[Piece]) -> Iterator[str]:
        """The runs of each paragraph; `PAGE` is one that only ends a page."""
        runs: list[str] = []
        for piece in pieces:
            if not _breaks(piece):
                runs.append(self.runs.written(place, piece))
                continue
            assert isinstance(piece, Span)
            first, *others = stretches(piece.text)
            runs.append(self.runs.written(place, _of(piece, first)))
            for sign, text in zip(others[::2], others[1::2], strict=True):
                yield "".join(runs)
                if sign == "\f" and place.words is WORD:
                    yield PAGE
                runs = [self.runs.written(place, _of(piece, text))]
        yield "".join(runs)

    def _joint(self, number: int, place: TagPlace) -> Joint | None:
        if place.before:
            return owned_joint(place.before, place.after, place.words)
        if number not in self._joints:
            self._joints[number] = joint_at(self.fragments, number, place.words)
        return self._joints[number]

    def _inside(self, number: int, place: TagPlace, pieces: Iterable[Piece]) -> tuple[str, ...]:
        """What stands between the paragraph and the place, where a link asks for it."""
        if not any(isinstance(piece, Span | Shown) and piece.link for piece in pieces):
            return ()
        joint = self._joint(number, place)
        return joint.inside if joint else ()

    # -- in place of a paragraph -------------------------------------------------------------

    def _block(self, number: int, place: TagPlace, value: Block) -> str:
        if not place.before:
            raise Unplaced(
                f"a value of the kind {type(value).__name__} is whole paragraphs and cannot stand"
                " inside a paragraph: give its tag a paragraph of its own"
            )
        if isinstance(value, Subdoc):
            text = self.runs.document(place, value)
        elif isinstance(value, RichTextParagraph | BulletList):
            self.runs.begin_list()
            text = "".join(self._styled(place, one) for one in value.__paragraphs__())
        else:
            raise Unplaced(f"a value of the kind {type(value).__name__} cannot be shown")
        return self._whole(number, place, text)

    def _styled(self, place: TagPlace, paragraph: Paragraph) -> str:
        self.runs.inside = ()
        joint = self.runs.paragraph(place, paragraph)
        texts = self._paragraphs(place, paragraph.pieces)
        return "".join(
            text if text is PAGE else joint.opener + text + joint.closer for text in texts
        )

    def _whole(self, number: int, place: TagPlace, text: str) -> str:
        """Paragraphs instead of the place's own, which stays where it ends a section or a cell."""
        if "<w:sectPr" in place.before or not text:
            return text + place.empty
        follows = self.fragments[number + 1].startswith(("<w:p>", "<w:p "))
        if text.endswith(_TABLE_END) and follows:
            return text.removesuffix(place.words.empty_paragraph)
        return text


def _first_opener(place: TagPlace, joint: Joint) -> str:
    """The paragraph's own start, but for the end of a section, which its last part has."""
    return joint.opener if "<w:sectPr" in place.before else place.before


def _breaks(piece: Piece) -> bool:
    return isinstance(piece, Span) and not piece.link and breaks(piece.text)


def _of(span: Span, text: str) -> Span:
    return Span(text, span.looks)
