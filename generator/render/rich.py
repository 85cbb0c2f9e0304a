"""Values that are more than text: looks, links, notes, pictures, paragraphs, whole documents.

They are made by whoever calls `render`, with the words that docxtpl's values have, and stand in
any tag: ``{{ x }}``, ``{{r x }}``, ``{{p x }}``. A template can show them and ask nothing of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal, TypeVar

from generator.documents.values.looks import UNDERLINES, Looks
from generator.model import Figure

NoteWord = Literal["footnote", "endnote"]
File = str | Path | bytes | IO[bytes]

_PLAIN = Looks()


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text; without `looks` it has those of its tag. `link` is an address."""

    text: str
    looks: Looks | None = _PLAIN
    link: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact among other text, anchored like any other; `link` is an address."""

    figure: Figure
    looks: Looks | None = _PLAIN
    link: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A note's reference, and what the note says."""

    kind: NoteWord
    note: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class PageEnd:
    """A page ends here."""


class Rich:
    """A value that stands in a line of text, as pieces."""

    __slots__ = ("_pieces",)

    def __init__(self, pieces: Iterable[Piece] = ()) -> None:
        self._pieces: list[Piece] = list(pieces)

    def __pieces__(self) -> tuple[Piece, ...]:
        """What it is made of; templates cannot reach this."""
        return tuple(self._pieces)

    def __str__(self) -> str:
        raise TypeError(f"{called(self)} is no plain text and takes no filters")


def called(value: object) -> str:
    return f"a value of the kind {type(value).__name__}"


_Method = TypeVar("_Method", bound=Callable[..., object])


def callers_own(method: _Method) -> _Method:
    """A method that templates may not call."""
    method.alters_data = True  # type: ignore[attr-defined]  # Jinja's sandbox asks for it
    return method


class RichText(Rich):
    """Text in several looks; `add` lets it grow."""

    __slots__ = ()

    def __init__(self, text: object = None, **looks: object) -> None:
        super().__init__()
        if text:
            self.add(text, **looks)  # type: ignore[arg-type]

    @callers_own
    def add(
        self,
        text: object,
        style: str | None = None,
        color: str | None = None,
        highlight: str | None = None,
        size: int | None = None,
        subscript: bool | None = None,
        superscript: bool | None = None,
        bold: bool = False,
        italic: bool = False,
        underline: bool | str = False,
        strike: bool = False,
        font: str | None = None,
        url_id: str | None = None,
        rtl: bool = False,
        lang: str | None = None,
    ) -> None:
        """More text: any value, a rich one as it is.

        Colours are ``RRGGBB``, `size` is in half points, `font` may name its script
        (``eastAsia:SimSun``), `url_id` is the address that a click opens. Raises ValueError for
        looks that Office does not have.
        """
        if isinstance(text, Rich):
            self._pieces += text.__pieces__()
            return
        region, _, name = (font or "").rpartition(":")
        looks = Looks(
            style=style or "",
            color=(color or "").removeprefix("#"),
            highlight=(highlight or "").removeprefix("#"),
            size=int(size or 0),
            raised="superscript" if superscript else "subscript" if subscript else "",
            bold=bool(bold),
            italic=bool(italic),
            underline=_underline(underline),
            strike=bool(strike),
            font=name,
            region=region,
            rtl=bool(rtl),
            lang=lang or "",
        )
        self._pieces.append(_piece(text, looks, url_id or ""))


def _underline(word: bool | str) -> str:
    if not word:
        return ""
    return word if isinstance(word, str) and word in UNDERLINES else "single"


def _piece(value: object, looks: Looks | None, link: str = "", tip: str = "") -> Piece:
    """A value among other text: a fact stays one."""
    if isinstance(value, Figure):
        return Shown(value, looks, link, tip)
    return Span(_text(value), looks, link, tip)


def _text(value: object) -> str:
    return value.decode("utf-8", "ignore") if isinstance(value, bytes) else str(value)


class Listing(Rich):
    """Text with the looks of its tag: ``\\n`` a line, ``\\t`` a tab, ``\\a`` a paragraph, ``\\f``
    a page."""

    __slots__ = ()

    def __init__(self, text: object) -> None:
        super().__init__([_piece(text, None)])


class Link(Rich):
    """A text that opens an address (or ``#bookmark`` in Word); `tip` shows when the pointer rests.

    It looks like the template's other links; with looks of its own, like those.
    """

    __slots__ = ()

    def __init__(self, text: object, url: str, tip: str = "", **looks: object) -> None:
        own = RichText(text, **looks).__pieces__() if looks else ()
        look = own[0].looks if own and isinstance(own[0], Span | Shown) else None
        super().__init__([_piece(text, look, url, tip)])


class Note(Rich):
    """A text with a footnote or endnote; text and note may be rich."""

    __slots__ = ()

    def __init__(self, text: object, note: object, kind: NoteWord = "footnote") -> None:
        said = note.__pieces__() if isinstance(note, Rich) else (_piece(note, _PLAIN),)
        super().__init__([*inline(text), Reference(kind, said)])


def inline(value: object) -> tuple[Piece, ...]:
    """Any value with the looks of its tag."""
    if isinstance(value, Rich):
        return value.__pieces__()
    return (_piece(value, None),)


class LineBreak(Rich):
    """The end of a line."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__([Span("\n", None)])


class PageBreak(Rich):
    """The end of a page."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__([PageEnd()])


class InlineImage(Rich):
    """A picture in a line of a Word document, or in the frame whose alternative text it is.

    `image` is a path, bytes or an open file; `width` and `height` are in EMU (``docx.shared.Mm``
    and its like), what is missing keeps the picture's shape. `anchor` is the address that a click
    opens, `alt` its alternative text. `fit` says how it stands in a frame: whole (``fit``),
    covering it (``fill``), or drawn out of shape (``stretch``).
    """

    __slots__ = ("_image", "alt", "anchor", "fit", "height", "width")

    def __init__(
        self,
        image: File,
        width: int | None = None,
        height: int | None = None,
        anchor: str | None = None,
        alt: str = "",
        fit: Literal["fit", "fill", "stretch"] = "fit",
    ) -> None:
        super().__init__([self])
        self._image = image
        self.width = None if width is None else round(width)
        self.height = None if height is None else round(height)
        self.anchor, self.alt, self.fit = anchor or "", alt, fit

    def __data__(self) -> bytes:
        """The picture's bytes. Raises OSError when the file cannot be read."""
        if not isinstance(self._image, bytes):
            self._image = read_file(self._image)
        return self._image


def read_file(file: File) -> bytes:
    """What a path or an open file holds, from its start."""
    if isinstance(file, bytes):
        return file
    if isinstance(file, str | Path):
        return Path(file).read_bytes()
    if file.seekable():
        file.seek(0)
    return file.read()


Piece = Span | Shown | Reference | PageEnd | InlineImage
