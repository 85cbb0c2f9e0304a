"""The kinds of fields that fact files have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

from generator.files import Node
from generator.model import Dimensions, Period, Words, last_day
from generator.store.records import BadValue, Field, nearest

LANGUAGES = ("zh", "en", "zh-Hant")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_FILE_NAME = re.compile(r'[^/\\:*?"<>|]+')
_DIGITS = tuple("123456789")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")

Choice = TypeVar("Choice", bound=str)


def text(name: str, *, required: bool = False, may_be_empty: bool = False) -> Field[str]:
    return Field(name, read_text, "", required, may_be_empty)


def texts(name: str, *, required: bool = False) -> Field[tuple[str, ...]]:
    """A list of texts, or one text alone."""
    return Field(name, _read_texts, (), required)


def words(name: str, *, required: bool = False) -> Field[Words]:
    """A text in each of several languages."""
    return Field(name, read_words, {}, required)


def choice(
    name: str, choices: Sequence[Choice], default: Choice, *, required: bool = False
) -> Field[Choice]:
    """One of a few words."""

    def read(node: Node) -> Choice:
        written = read_text(node)
        for known in choices:
            if known == written:
                return known
        hint = nearest(written, choices) or f"Write one of: {', '.join(choices)}."
        raise BadValue(f"“{written}” is unknown.", hint)

    return Field(name, read, default, required)


def day(name: str, *, required: bool = False) -> Field[str | None]:
    """A date as exact as it is known: 2025, 2025-12 or 2025-12-15."""
    return Field(name, _read_day, None, required)


def period(name: str) -> Field[Period | None]:
    return Field(name, _read_period, None)


def period_rule(name: str) -> Field[Period | None]:
    """A fixed period, or ``year`` for any whole year, which the edition chooses."""
    return Field(name, _read_period_rule, None)


def dimensions(name: str) -> Field[Dimensions]:
    return Field(name, _read_dimensions, ())


def months(name: str) -> Field[int | None]:
    return Field(name, _read_months, None)


def digits(name: str) -> Field[int | None]:
    """A number of significant digits, from 1 to 9."""
    return Field(name, _read_digits, None)


def number(name: str) -> Field[str | None]:
    """A plain decimal number, kept as it was written."""
    return Field(name, _read_number, None)


def sha256(name: str) -> Field[str]:
    return Field(name, _read_sha256, "")


def file_name(name: str) -> Field[str]:
    return Field(name, _read_file_name, "")


def read_text(node: Node) -> str:
    if isinstance(node.value, str):
        return node.value
    raise BadValue("One text belongs here, not a list or several fields.", "Write “name: text”.")


def _read_texts(node: Node) -> tuple[str, ...]:
    if isinstance(node.value, list):
        return tuple(read_text(item) for item in node.value)
    return (read_text(node),)


def read_words(node: Node) -> Words:
    if not isinstance(node.value, dict):
        raise BadValue("The language is missing.", "Write “{zh: …, en: …}”.")
    for language, entry in node.value.items():
        if language not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            problem = f"“{language}” is not one of the languages {known}."
            raise BadValue(problem, "Correct the language.", entry.key_place)
    return {language: read_text(entry) for language, entry in node.value.items()}


def _read_day(node: Node) -> str:
    written = read_text(node)
    _check_day(written)
    return written


@lru_cache(4096)
def _check_day(written: str) -> None:
    try:
        last_day(written)
    except ValueError:
        problem = f"“{written}” is not a date."
        raise BadValue(problem, "Write 2025, 2025-12 or 2025-12-15.") from None


def _read_period(node: Node) -> Period:
    return _parse_period(read_text(node))


def _read_period_rule(node: Node) -> Period:
    written = read_text(node)
    if written == "year":
        return Period("year", None, None)
    return _parse_period(written)


@lru_cache(4096)
def _parse_period(written: str) -> Period:
    try:
        return Period.parse(written)
    except ValueError as wrong:
        raise BadValue(
            f"“{written}” is not a period ({wrong}).",
            "Write 2025, 2025-12, 2025-12-15, 1992.. (since), 2025-01..2025-10 or 1996~2004...",
        ) from None


def _read_dimensions(node: Node) -> Dimensions:
    if not isinstance(node.value, dict):
        raise BadValue("Names and values belong here.", "Write “{name: value}”.")
    return tuple(sorted((name, read_text(entry)) for name, entry in node.value.items()))


def _read_months(node: Node) -> int:
    written = read_text(node)
    if not (written.isascii() and written.isdigit() and 0 < int(written[:6]) < 10_000):
        problem = f"“{written}” is not a number of months."
        raise BadValue(problem, "Write a whole number, or leave the field out: never stale.")
    return int(written)


def _read_digits(node: Node) -> int:
    written = read_text(node)
    if written not in _DIGITS:
        problem = f"“{written}” is not a number of digits."
        raise BadValue(problem, "Write a whole number from 1 to 9, or leave the field out.")
    return int(written)


def _read_number(node: Node) -> str:
    written = read_text(node)
    if not _NUMBER.fullmatch(written):
        raise BadValue(
            f"“{written}” is not a plain number.", "Write digits alone, such as 0 or 99.5."
        )
    return written


def _read_sha256(node: Node) -> str:
    written = read_text(node)
    if not _SHA256.fullmatch(written):
        problem = "This is not a SHA-256 digest (64 hexadecimal digits)."
        raise BadValue(problem, "Take the digest of the text's file with “sha256sum”.")
    return written


def _read_file_name(node: Node) -> str:
    written = read_text(node)
    if not _FILE_NAME.fullmatch(written) or written in (".", ".."):
        problem = f"“{written}” is not the name of a file."
        raise BadValue(problem, "Write the name alone, without folders.")
    return written
