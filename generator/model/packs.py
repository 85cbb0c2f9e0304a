"""Audiences, documents and packs: what is made for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from generator.model.places import NOWHERE, Place
from generator.model.statements import Confidentiality, Words

Precision = Literal["exact", "rounded"]


@dataclass(frozen=True, slots=True)
class Document:
    """One file of an audience's folder: its template and its title.

    `title` and `settings` may hold tags; `settings` are plain words that the template may name.
    `pages` is the most that it may have, 0 for any number; `shows` names facts and charts that its
    template must ask for; `locale` is told where it speaks another language than its audience.
    """

    id: str
    title: str
    template: str
    settings: Mapping[str, str] = field(default_factory=dict)
    place: Place = NOWHERE
    pages: int = 0
    shows: tuple[str, ...] = ()
    locale: str = ""


@dataclass(frozen=True, slots=True)
class Audience:
    """Who reads, in which language, what they may see and what stays out of their files.

    `never` names the facts that no file of this audience may show; `annex` is the document that
    proves every figure of the others. With `precision` "rounded" figures are said as people say
    them to one another (近400人), save in the annex and where a template asks for ``|exact``.
    """

    id: str
    name: Words
    locale: str
    documents: tuple[Document, ...]
    annex: Document | None = None
    sees: tuple[Confidentiality, ...] = ("public",)
    never: tuple[str, ...] = ()
    precision: Precision = "exact"
    settings: Mapping[str, str] = field(default_factory=dict)
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture of the office's own: its file in ``templates/``, and the words of who hears it."""

    file: str
    alt: Words = field(default_factory=dict)
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Pack:
    """The whole plan: the edition's day, its words, its audiences, the office's pictures."""

    base: str
    as_of: date
    title: Words
    audiences: tuple[Audience, ...]
    settings: Mapping[str, str] = field(default_factory=dict)
    place: Place = NOWHERE
    pictures: Mapping[str, PlacedPicture] = field(default_factory=dict)
