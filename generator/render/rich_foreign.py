"""Values of docxtpl as values of ours, known by their attributes and taken as they are.

Nothing of docxtpl is imported; what its objects hold is checked before it is used.
"""

from __future__ import annotations

import io
from collections.abc import Callable

from generator.render.rich import InlineImage, Listing, Rich, Span
from generator.render.rich_blocks import Block, RichTextParagraph, Subdoc
from generator.render.rich_text import Unplaced

Reader = Callable[[object], Rich | Block]


def as_rich(value: object) -> Rich | Block | None:
    """A rich value; None for what is none. Raises Unplaced for one that holds odd markup."""
    kind = type(value)
    read = _READERS.get(kind)
    if read is None:
        read = _READERS[kind] = _reader(value)
    return read(value)


def _reader(value: object) -> Callable[[object], Rich | Block | None]:
    """How values of a class are read: ours, one that is called as docxtpl's, or any other."""
    if isinstance(value, Rich | Block):
        return _as_it_is
    names = [kind.__name__ for kind in type(value).__mro__]
    known = next((_BY_NAME[name] for name in names if name in _BY_NAME), None)
    if known is None:
        return _none
    attribute, read = known
    return lambda one: read(one) if attribute in getattr(one, "__dict__", ()) else None


def _as_it_is(value: object) -> Rich | Block:
    assert isinstance(value, Rich | Block)
    return value


def _none(_: object) -> None:
    return None


def _rich_text(value: object) -> Rich:
    from generator.documents.values.foreign import ForeignRun, NotUnderstood, foreign_runs

    def span(run: ForeignRun) -> Span:
        return Span(run.text, run.looks, _link(run.link))

    try:
        return Rich(span(run) for run in foreign_runs(_xml(value)))
    except NotUnderstood as reason:
        raise Unplaced(str(reason)) from None


def _rich_paragraph(value: object) -> Block:
    from generator.documents.values.foreign import NotUnderstood, foreign_paragraphs

    made = RichTextParagraph()
    try:
        for style, runs in foreign_paragraphs(_xml(value)):
            made.add(Rich(Span(run.text, run.looks, _link(run.link)) for run in runs), style)
    except NotUnderstood as reason:
        raise Unplaced(str(reason)) from None
    return made


def _link(id: str) -> str:
    """What a link opens: docxtpl names a relation of its own file, unknown here."""
    if id and ":" not in id and not id.startswith("#"):
        raise Unplaced(f"the link {id!r} belongs to another file: give url_id the address itself")
    return id


def _listing(value: object) -> Rich:
    from generator.documents.values.foreign import foreign_text

    return Listing(foreign_text(_xml(value)))


def _image(value: object) -> Rich:
    return InlineImage(
        value.image_descriptor,  # type: ignore[attr-defined]
        getattr(value, "width", None), getattr(value, "height", None),
        getattr(value, "anchor", None),
    )  # fmt: skip


def _subdocument(value: object) -> Block:
    buffer = io.BytesIO()
    value.subdocx.save(buffer)  # type: ignore[attr-defined]
    return Subdoc(buffer)


def _xml(value: object) -> str:
    return str(value.xml)  # type: ignore[attr-defined]


_BY_NAME: dict[str, tuple[str, Reader]] = {
    "RichText": ("xml", _rich_text),
    "RichTextParagraph": ("xml", _rich_paragraph),
    "Listing": ("xml", _listing),
    "InlineImage": ("image_descriptor", _image),
    "Subdoc": ("subdocx", _subdocument),
}
_READERS: dict[type, Callable[[object], Rich | Block | None]] = {}
