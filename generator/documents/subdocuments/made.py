"""Documents that are made with python-docx's words, to be put into others."""

from __future__ import annotations

import io

from docx import Document
from docx.document import Document as Made


def opened(data: bytes | None) -> Made:
    """A document to be changed; without `data` an empty one."""
    return Document(None if data is None else io.BytesIO(data))


def saved(document: object) -> bytes:
    """The file of such a document, or of an empty one."""
    buffer = io.BytesIO()
    (document if isinstance(document, Made) else opened(None)).save(buffer)
    return buffer.getvalue()
