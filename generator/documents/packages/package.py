"""An Office file as a zip of named members, read with suspicion (ECMA-376 part 2, ISO/IEC 29500-2).

A template comes from outside: sizes, names and structure are checked before anything is unpacked.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.documents.packages.vetting import Unsound, in_utf8, vet
from generator.model import FactpackError, Place, Problem, error

if TYPE_CHECKING:
    import zipfile

MEMBERS_MOST = 5_000
MEMBER_BYTES_MOST = 100_000_000
PACKAGE_BYTES_MOST = 400_000_000

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0"  # the old binary format; also what a password makes of a .docx
_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_XML = (".xml", ".rels", ".vml")


@dataclass(frozen=True, slots=True)
class Member:
    """One member as it lies in the zip: `raw` is still compressed when `method` is 8.

    `start` is where it begins in the file that it was read from.
    """

    name: str
    method: int
    crc: int
    size: int
    raw: bytes
    start: int = 0


@dataclass(frozen=True, slots=True)
class Package:
    """The members of an Office file in their order, unpacked one by one when asked for."""

    members: dict[str, Member]
    place: Place
    _unpacked: dict[str, bytes] = field(default_factory=dict)
    _by_lower: dict[str, str] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return name in self.members

    def read(self, name: str) -> bytes:
        """A member's bytes; XML in UTF-8, however it came."""
        if name not in self._unpacked:
            data = _unpack(self.members[name])
            self._unpacked[name] = in_utf8(data) if name.endswith(_XML) else data
        return self._unpacked[name]

    def named(self, name: str) -> str:
        """The member that a relationship means: letter case and ``%20`` make no difference."""
        if name in self.members:
            return name
        from urllib.parse import unquote

        if not self._by_lower:
            self._by_lower.update((member.lower(), member) for member in self.members)
        return self._by_lower.get(unquote(name).lower(), name)


def unpacked(data: bytes | Member) -> bytes:
    """The bytes of a member that was made here."""
    if isinstance(data, bytes):
        return data
    return zlib.decompress(data.raw, -zlib.MAX_WBITS) if data.method == _DEFLATED else data.raw


def read_package(data: bytes, place: Place) -> Package:
    """The package in `data`, every member looked at once.

    Raises FactpackError, naming `place`, for anything that is none, and with every member that is
    damaged, larger than declared, or declares a document type.
    """
    if not data.startswith(_ZIP):
        raise _refused(place, *_what_it_is(data))
    infos = _directory(data, place)
    _check_names(infos, place)
    _check_sizes(infos, len(data), place)
    members = {info.filename: _member(data, info, place) for info in infos if not info.is_dir()}
    problems = [problem for member in members.values() for problem in _unsound(member, place)]
    if problems:
        raise FactpackError(problems)
    return Package(members, place)


def _directory(data: bytes, place: Place) -> list[zipfile.ZipInfo]:
    """What the zip says it holds."""
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError) as reason:
        raise _refused(
            place, f"The file is damaged or cut short ({reason}).", "Save it again in Office."
        ) from None


def own_package(data: bytes, place: Place) -> Package:
    """The package in a file that was made here, and so need not be looked at with suspicion."""
    infos = _directory(data, place)
    return Package({info.filename: _member(data, info, place) for info in infos}, place)


def _unsound(member: Member, place: Place) -> list[Problem]:
    try:
        vet(member.name, member.method, member.crc, member.size, member.raw)
    except Unsound as reason:
        return [error(place, reason.problem, reason.step)]
    return []


def _what_it_is(data: bytes) -> tuple[str, str]:
    if data.startswith(_COMPOUND):
        return (
            "The file is in the old binary format, or protected by a password.",
            "Save it as .docx or .pptx without a password.",
        )
    return "The file is not an Office file.", "Use a .docx, .dotx, .pptx or .potx file."


def _check_names(infos: list[zipfile.ZipInfo], place: Place) -> None:
    """No name twice (letter case apart), none that leads out of the package."""
    seen: set[str] = set()
    for info in infos:
        name = info.filename
        if name.lower() in seen:
            raise _refused(place, f"The file holds {name!r} twice.", "Save it again in Office.")
        seen.add(name.lower())
        if name != info.orig_filename or not _is_safe(name):
            raise _refused(
                place, f"The file holds the unsafe name {name!r}.", "Do not use this file."
            )


def _is_safe(name: str) -> bool:
    """Whether a name stays in the package on every system and can be read by people."""
    leads_out = name.startswith("/") or ".." in name.split("/")
    return bool(name) and name.isprintable() and not leads_out and not {"\\", ":"} & set(name)


def _check_sizes(infos: list[zipfile.ZipInfo], size: int, place: Place) -> None:
    if len(infos) > MEMBERS_MOST:
        raise _refused(place, f"The file holds {len(infos)} members.", "Use a smaller file.")
    for info in infos:
        if info.file_size > MEMBER_BYTES_MOST:
            raise _too_large(place, info.filename)
        if info.flag_bits & _ENCRYPTED:
            raise _refused(
                place, f"{info.filename!r} is encrypted.", "Save the file without a password."
            )
        if info.compress_type not in (_STORED, _DEFLATED):
            raise _refused(
                place,
                f"{info.filename!r} is packed in a way Office does not use.",
                "Save it again in Office.",
            )
    if sum(info.file_size for info in infos) > PACKAGE_BYTES_MOST:
        raise _too_large(place, "The file")
    if sum(info.compress_size for info in infos) > size:
        raise _refused(place, "Members of the file overlap.", "Do not use this file.")


def _member(data: bytes, info: zipfile.ZipInfo, place: Place) -> Member:
    """The member at its local header; APPNOTE.TXT 4.3.7: name and extra lengths at 26 and 28."""
    head = data[info.header_offset : info.header_offset + 30]
    if len(head) < 30 or not head.startswith(_ZIP):
        raise _refused(place, f"{info.filename!r} cannot be found.", "Save it again in Office.")
    skip = 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
    start = info.header_offset + skip
    written = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8_NAME else "cp437")
    at = info.header_offset + 30
    if data[at : at + int.from_bytes(head[26:28], "little")] != written:
        raise _refused(
            place, f"{info.filename!r} has two different names.", "Do not use this file."
        )
    raw = data[start : start + info.compress_size]
    return Member(info.filename, info.compress_type, info.CRC, info.file_size, raw, start)


def _unpack(member: Member) -> bytes:
    """The bytes of a member that was looked at before."""
    if member.method == _DEFLATED:
        return zlib.decompress(member.raw, -zlib.MAX_WBITS, member.size or 1)
    return member.raw


def _too_large(place: Place, name: str) -> FactpackError:
    return _refused(
        place, f"{name} unpacks to more than is allowed or declared.", "Use a smaller file."
    )


def _refused(place: Place, problem: str, step: str) -> FactpackError:
    return FactpackError([error(place, problem, step)])
