"""What a document no longer shows goes with its last mention: relationships, comments, members.

A condition may hide a chart, a picture, a link, a note, a comment, a section with its header.
Their parts hold figures and names that the reader is not meant to have, so none may stay behind in
the package where the page does not show it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.documents.packages.package import Member, unpacked
from generator.documents.packages.relations import read_relations, relations_name
from generator.documents.packages.zipping import CONTENT_TYPES

if TYPE_CHECKING:
    from generator.model import Use
    from generator.render.parts import Parts
    from generator.render.template import Template


def missing(text: str, needles: Iterable[str]) -> set[str]:
    """Those needles that a text does not hold."""
    return {needle for needle in needles if needle not in text}


@dataclass(slots=True)
class Forgotten:
    """What one document has let go of; `any` says whether there was something."""

    template: Template
    any: bool = False
    _comments: set[str] = field(default_factory=set)
    _titles: set[str] = field(default_factory=set)

    def let_go(self, parts: Parts, part: str, needles: Collection[str]) -> None:
        """Drop what a finished part of the template no longer names."""
        if not needles:
            return
        from generator.documents.packages.orphans import drawing_of_diagram
        from generator.documents.skeletons.references import named_comment, named_relation

        self.any = True
        for needle in needles:
            if relation := named_relation(needle):
                parts.drop(part, relation)
                if drawing := drawing_of_diagram(self.template.package, part, relation):
                    parts.drop(part, drawing)
            else:
                self._comments.add(named_comment(needle))

    def prune_comments(self, parts: Parts) -> None:
        """Take out the comments that hung on what is not shown."""
        if not self._comments:
            return
        from generator.documents.remarks import ABOUT, COMMENTS, without_comments

        package = self.template.package
        names = {
            relation.kind: relation.target
            for relation in read_relations(package, self.template.source.main)
            if relation.kind in (COMMENTS, *ABOUT) and relation.target in package
        }
        known = {kind: parts.members.get(name) for kind, name in names.items()}
        texts = {
            kind: package.read(names[kind]) if data is None else unpacked(data)
            for kind, data in known.items()
        }
        left = without_comments(texts, self._comments, package.place)
        parts.members.update({names[kind]: data for kind, data in left.items()})

    def swept(
        self, members: Mapping[str, bytes | Member], gone: Collection[str]
    ) -> tuple[Mapping[str, bytes | Member], Collection[str]]:
        """The changed members and those that are gone, without what nothing leads to any more."""
        if not self.any:
            return members, gone
        from generator.documents.packages.orphans import orphans
        from generator.documents.packages.types import without_types

        lost = orphans(self.template.package, members, gone)
        lost |= {relations_name(name) for name in lost}
        self._titles.update(
            title for name, title in self.template.office.parts.items() if name in lost
        )
        left = {name: data for name, data in members.items() if name not in lost}
        types = left.get(CONTENT_TYPES)
        known = self.template.package.read(CONTENT_TYPES) if types is None else unpacked(types)
        if (kept := without_types(known, lost)) != known:
            left[CONTENT_TYPES] = kept
        return left, {*gone, *lost.intersection(self.template.package.members)}

    def shown(self, uses: Iterable[Use]) -> tuple[Use, ...]:
        """The uses without those in parts and comments that are gone."""
        if not self._titles and not self._comments:
            return tuple(uses)
        from generator.documents.remarks import COMMENTS

        gone = self._titles | {f"{COMMENTS}, comment {id}" for id in self._comments}
        return tuple(use for use in uses if gone.isdisjoint(_beginnings(use)))


def _beginnings(use: Use) -> set[str]:
    words = use.place.where.split(", ")
    return {words[0], ", ".join(words[:2])}
