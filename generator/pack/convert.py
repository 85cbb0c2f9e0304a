"""Step 7: copies of the finished files as PDF, a contact sheet of their pages, page promises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from pathlib import PurePath

from generator.documents.pdf import page_count
from generator.model import Audience, Problem, error
from generator.pack.audience import Folder
from generator.pack.desk import documents_of
from generator.pack.editions.keeping import Finished
from generator.pack.editions.standing import PREVIEW
from generator.pack.fonts import missing_fonts
from generator.pack.office import to_pdf
from generator.pack.preview import contact_sheet
from generator.pack.provenance import PROVENANCE, Copy, with_copies
from generator.resolve import Edition


@dataclass(frozen=True, slots=True)
class Wish:
    """Which copies are wanted."""

    pdf: bool = False
    preview: bool = False


def convert(
    folders: Sequence[Folder], audiences: Iterable[Audience], edition: Edition, wish: Wish
) -> tuple[tuple[Folder, ...], list[Problem]]:
    """The folders with the copies that are wanted, and what should be known about them.

    All files of all audiences go through LibreOffice in one call. What cannot be made is left out
    with a warning; a document of more pages than it may have is an error.
    """
    places = [(folder.audience, made) for folder in folders for made in folder.finished]
    when = datetime.combine(edition.as_of, time(), UTC)
    found, problems = to_pdf([(made.file, made.data) for _, made in places], when)
    pdfs = {
        (audience, made.document): _copy(made, pdf)
        for (audience, made), pdf in zip(places, found, strict=True)
        if pdf is not None
    }
    if pdfs:
        problems += missing_fonts(made for _, made in places)
    problems += _too_many_pages(audiences, pdfs)
    done = []
    for folder in folders:
        own = [copy for (audience, _), copy in pdfs.items() if audience == folder.audience]
        sheets, wrong = _sheets(own) if wish.preview else ([], [])
        problems += wrong
        done.append(_joined(folder, (own if wish.pdf else []) + sheets))
    return tuple(done), list(dict.fromkeys(problems))


def _sheets(pdfs: Sequence[Copy]) -> tuple[list[Copy], list[Problem]]:
    """The contact sheet of an audience, where there are pages to show."""
    sheet, problems = contact_sheet([(copy.file, copy.data) for copy in pdfs])
    return ([Copy(PREVIEW, "", sheet, 1)] if sheet else []), problems


def _copy(made: Finished, pdf: bytes) -> Copy:
    return Copy(f"{PurePath(made.file).stem}.pdf", made.file, pdf, page_count(pdf))


def _too_many_pages(
    audiences: Iterable[Audience], pdfs: Mapping[tuple[str, str], Copy]
) -> Iterator[Problem]:
    for audience in audiences:
        for document in documents_of(audience):
            copy = pdfs.get((audience.id, document.id))
            if copy is not None and document.pages and copy.pages > document.pages:
                yield error(
                    document.place,
                    f"{copy.of} has {copy.pages} pages; it may have {document.pages} at most.",
                    "Shorten the template, or change “pages:” there.",
                )


def _joined(folder: Folder, copies: Sequence[Copy]) -> Folder:
    """The folder with copies in it, and in its provenance."""
    if not copies or PROVENANCE not in folder.files:
        return folder
    files = dict(folder.files) | {copy.file: copy.data for copy in copies}
    files[PROVENANCE] = with_copies(folder.files[PROVENANCE], copies)
    return replace(folder, files=files)
