"""Values that are whole paragraphs: paragraphs of a style, lists, documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.render.rich import (
    File,
    Piece,
    Rich,
    RichText,
    called,
    callers_own,
    inline,
    read_file,
)


class Block:
    """A value that is paragraphs, tables, or a document; it stands alone in its paragraph."""

    __slots__ = ()

    def __str__(self) -> str:
        raise TypeError(f"{called(self)} is no plain text and takes no filters")


_INCLUDED = (".docx", ".dotx", ".docm", ".dotm")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a style (its id); without one and `as_tag`, like that of its tag.

    `level` counts from 0 in a list, `ordered` when it is numbered; -1 is no list.
    """

    pieces: tuple[Piece, ...]
    style: str = ""
    level: int = -1
    ordered: bool = False


class RichTextParagraph(Block):
    """Paragraphs with a style each; `add` lets it grow."""

    __slots__ = ("_paragraphs",)

    def __init__(self, text: object = None, parastyle: str | None = None) -> None:
        self._paragraphs: list[Paragraph] = []
        if text:
            self.add(text, parastyle)

    @callers_own
    def add(self, text: object, parastyle: str | None = None) -> None:
        """Another paragraph: of a rich text or any value, in the style with this id."""
        pieces = text.__pieces__() if isinstance(text, Rich) else RichText(text).__pieces__()
        self._paragraphs.append(Paragraph(pieces, parastyle or ""))

    def __paragraphs__(self) -> tuple[Paragraph, ...]:
        return tuple(self._paragraphs)


class BulletList(Block):
    """Items of a list with bullets; an item that is a list itself is one level deeper."""

    __slots__ = ("_items",)
    _ordered = False

    def __init__(self, items: Iterable[object]) -> None:
        self._items = tuple(items)

    def __paragraphs__(self, level: int = 0) -> tuple[Paragraph, ...]:
        out: list[Paragraph] = []
        for item in self._items:
            if isinstance(item, BulletList):
                out += item.__paragraphs__(level + 1)
            else:
                out.append(Paragraph(inline(item), "", level, self._ordered))
        return tuple(out)


class NumberedList(BulletList):
    """The same with numbers, which begin anew for every list."""

    __slots__ = ()
    _ordered = True


DocumentSource = Callable[[str], "Subdoc"]
Retold = Callable[[bytes, str], bytes]


def documents_in(folder: Path, told: Retold | None = None) -> DocumentSource:
    """The Word files of one folder by their names, as a template may include them.

    `told` turns each into the script of its readers.
    """

    def give(name: str) -> Subdoc:
        if Path(name).name != name or "\\" in name or Path(name).suffix.lower() not in _INCLUDED:
            raise ValueError(f"only a Word file of the template's own folder, not {name!r}")
        return Included(folder / name, told)

    return give


class Subdoc(Block):
    """A whole Word document without its sections: a file, or one that is made here.

    Made here it takes python-docx's words: `add_paragraph`, `add_heading`, `add_table`,
    `add_picture`, `add_page_break`; `document` gives the whole python-docx document.
    """

    __slots__ = ("_data", "_document", "_name")

    def __init__(self, file: File | None = None) -> None:
        self._data = None if file is None else read_file(file)
        self._document: object = None
        self._name = str(file) if isinstance(file, str | Path) else "the included document"

    def __data__(self) -> bytes:
        """The document as a file."""
        from generator.documents.subdocuments.made import saved

        return saved(self._document) if self._document is not None else self._data or saved(None)

    @property
    def name(self) -> str:
        """What problems call it."""
        return self._name

    @callers_own
    def document(self) -> object:
        """The python-docx document, to be changed at will."""
        from generator.documents.subdocuments.made import opened

        if self._document is None:
            self._document = opened(self._data)
        return self._document

    @callers_own
    def add_paragraph(self, *args: object, **kwargs: object) -> object:
        return self._call("add_paragraph", *args, **kwargs)

    @callers_own
    def add_heading(self, *args: object, **kwargs: object) -> object:
        return self._call("add_heading", *args, **kwargs)

    @callers_own
    def add_table(self, *args: object, **kwargs: object) -> object:
        return self._call("add_table", *args, **kwargs)

    @callers_own
    def add_picture(self, *args: object, **kwargs: object) -> object:
        return self._call("add_picture", *args, **kwargs)

    @callers_own
    def add_page_break(self) -> object:
        return self._call("add_page_break")

    def _call(self, name: str, *args: object, **kwargs: object) -> object:
        method: Callable[..., object] = getattr(self.document(), name)
        return method(*args, **kwargs)


class Included(Subdoc):
    """A document that a template includes: its own tags are filled with what is known there."""

    __slots__ = ("_names",)

    def __init__(self, file: File | None = None, told: Retold | None = None) -> None:
        super().__init__(file)
        if told is not None and self._data is not None:
            self._data = told(self._data, self._name)
        self._names: Mapping[str, object] = {}

    def __seeing__(self, names: Mapping[str, object]) -> Included:
        """The same document where these names are known."""
        seeing = Included()
        seeing._data, seeing._name, seeing._names = self._data, self._name, names
        return seeing

    def __known__(self) -> Mapping[str, object]:
        """The names that its tags may speak of."""
        return self._names
