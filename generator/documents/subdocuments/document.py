"""A Word document that is to stand inside others, opened and cleaned once.

What comes along when it is grafted (`subdocument_graft`): styles of its own, lists, pictures,
charts with workbooks, links, notes, bookmarks, tracked changes, SmartArt and embedded objects. What
stays behind: sections with their headers, theme and fonts, comments, properties. Nothing is carried
in half: what cannot come refuses the document here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from generator.documents.office import read_office
from generator.documents.packages.package import Package, read_package
from generator.documents.packages.parsing import parse
from generator.documents.packages.relations import read_relations
from generator.documents.subdocuments.clean import clean, contents, linked_pictures, refused
from generator.documents.subdocuments.links import Link, damaged, read_links, unfollowable
from generator.documents.subdocuments.notes import KINDS, NoteKind, keep_used, missing_notes
from generator.documents.subdocuments.numbering import read_lists
from generator.documents.subdocuments.styles import Sheet, read_sheet
from generator.documents.subdocuments.xml import relation_ids, value, w
from generator.documents.vocabulary import WORD
from generator.model import FactpackError, Place, Problem, error

BODY = "body"
_STYLED = (w("pStyle"), w("rStyle"), w("tblStyle"))


@dataclass(frozen=True, slots=True)
class Story:
    """A part with text: its member's name, its tree, and what its relations lead to."""

    part: str
    root: etree._Element
    links: dict[str, Link]


@dataclass(frozen=True, slots=True, eq=False)
class SubDocument:
    """An opened sub-document; `notices` are what a reader might miss in the whole.

    `stories` are the body and its notes by kind (`BODY`, ``footnote``, ``endnote``), `wanted` the
    ids of all styles that they name, `digest` what tells two sub-documents apart.
    """

    package: Package
    digest: str
    stories: Mapping[str, Story]
    numbering: Story | None
    sheet: Sheet
    wanted: tuple[str, ...]
    notices: tuple[Problem, ...]

    @classmethod
    def read(cls, data: bytes, place: Place) -> SubDocument:
        """The sub-document in `data`.

        Raises FactpackError, naming `place`, with everything for which it cannot come into another
        document: no Word document, parts missing, objects that cannot be moved.
        """
        package = read_package(data, place)
        main = _main_part(package)
        names = {r.kind: r.target for r in read_relations(package, main) if r.target in package}
        stories = {BODY: _story(package, main)}
        for kind in KINDS:
            if kind.plural in names:
                stories[kind.name] = _story(package, names[kind.plural])
        notices = [told for story in stories.values() for told in clean(story.root, place)]
        problems = _refusals(package, stories)
        if problems:
            raise FactpackError(problems)
        for story in stories.values():
            notices += [*linked_pictures(story.root, place), *contents(story.root, place)]
        styles = _story(package, names["styles"]).root if "styles" in names else None
        numbering = _story(package, names["numbering"]) if "numbering" in names else None
        lists = read_lists(numbering.root if numbering else None, styles)
        roots = [story.root for story in (*stories.values(), numbering) if story]
        return cls(
            package, _digest(package), stories, numbering,
            read_sheet(styles, lists), tuple(_styles(roots)), tuple(dict.fromkeys(notices)),
        )  # fmt: skip

    @property
    def place(self) -> Place:
        """The file, as its user knows it."""
        return self.package.place

    def kinds(self) -> tuple[NoteKind, ...]:
        """The kinds of notes that it has."""
        return tuple(kind for kind in KINDS if len(self.notes(kind)))

    def notes(self, kind: NoteKind) -> list[etree._Element]:
        """Its notes of a kind."""
        story = self.stories.get(kind.name)
        return [] if story is None else story.root.findall(kind.tag)


def _digest(package: Package) -> str:
    """What tells it apart: its members, and not the times that a zip notes beside them."""
    whole = hashlib.sha256()
    for member in package.members.values():
        whole.update(f"{member.name}\0{len(member.raw)}\0".encode())
        whole.update(member.raw)
    return whole.hexdigest()


def _main_part(package: Package) -> str:
    """The part with the body. Raises FactpackError for what is no Word document."""
    office = read_office(package)
    if office.words is not WORD:
        raise _refused(package, "A deck cannot be included in a document.", "Include a .docx file.")
    main = next(iter(office.parts))
    root = parse(package.read(main), package.place)
    if root.find(w("body")) is None:
        raise FactpackError([damaged(package.place)])
    return main


def _refused(package: Package, problem: str, step: str) -> FactpackError:
    return FactpackError([error(package.place, problem, step)])


def _story(package: Package, part: str) -> Story:
    return Story(part, parse(package.read(part), package.place), read_links(package, part))


def _refusals(package: Package, stories: Mapping[str, Story]) -> list[Problem]:
    """All that cannot come; notes that nothing refers to are dropped first."""
    place, body = package.place, stories[BODY].root
    problems: list[Problem] = []
    for kind in KINDS:
        story = stories.get(kind.name)
        if missing_notes(body, story.root if story else None, kind):
            problems.append(damaged(place))
        elif story:
            keep_used(body, story.root, kind)
    for story in stories.values():
        problems += refused(story.root, place)
        problems += unfollowable(package, story.links, relation_ids(story.root), place)
    return list(dict.fromkeys(problems))


def _styles(roots: Iterable[etree._Element]) -> dict[str, None]:
    """The ids of all styles that are named, each once."""
    return dict.fromkeys(value(node) for root in roots for node in root.iter(*_STYLED))
