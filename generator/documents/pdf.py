"""PDF files as LibreOffice writes them: the same every time, and how many pages they have."""

from __future__ import annotations

import hashlib
import io
import re
from datetime import datetime

# -- what differs between two runs: all of it in the last part of the file, each of fixed length --
_MOMENT = re.compile(rb"(/CreationDate\(D:)(\d{14})")
_IDENTITY = re.compile(rb"(/ID \[ <)([0-9A-F]{32})(>\s*<)([0-9A-F]{32})(> \])")
_CHECKSUM = re.compile(rb"(/DocChecksum /)([0-9A-F]{32})")
_NOTHING = b"0" * 32


def settled(pdf: bytes, when: datetime) -> bytes:
    """The file with `when` as the time of its making, and an identity that its contents give it.

    Every replacement is as long as what it replaces, so no offset of the file moves (ISO 32000-1,
    7.5.4 and 14.4).
    """
    pdf = _MOMENT.sub(rb"\g<1>" + when.strftime("%Y%m%d%H%M%S").encode(), pdf)
    blank = _CHECKSUM.sub(rb"\g<1>" + _NOTHING, _named(pdf, _NOTHING))
    name = hashlib.sha256(blank).hexdigest()[:32].upper().encode()
    return _CHECKSUM.sub(rb"\g<1>" + name, _named(blank, name))


def page_count(pdf: bytes) -> int:
    """How many pages a file has."""
    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(pdf)).pages)


def _named(pdf: bytes, name: bytes) -> bytes:
    return _IDENTITY.sub(rb"\g<1>" + name + rb"\g<3>" + name + rb"\g<5>", pdf)
