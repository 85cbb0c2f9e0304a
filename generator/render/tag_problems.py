"""All that is wrong with the tags of a file, gathered while they are found and set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.documents.skeletons.explicit import Lost
from generator.documents.skeletons.texts import SOLID
from generator.model import Place, Problem, error, warning
from generator.render.structure import Found
from generator.tags.blocks import Fault
from generator.tags.lookalikes import advice
from generator.tags.scan import WHOLES, Slip, Tag

WRITTEN_MOST = 120

_OTHERWISE = {"slide": "slides of a deck", "shape": "a shape of a slide"}


@dataclass(slots=True)
class TagProblems:
    """The problems of one file, each with its place and its tag; warnings stop nothing."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def add(self, where: str, problem: str, step: str) -> None:
        """A problem at a place."""
        self.problems.append(error(Place(self.file, None, where), problem, step))

    def fault(self, where: str, written: str, fault: Fault) -> None:
        """A fault of a tag."""
        self.add(where, f"{short(written)}: {fault.problem}", fault.next)

    def faults(self, found: Mapping[int, Found], faults: Iterable[Fault]) -> None:
        """Faults of tags that were found in a part."""
        for fault in faults:
            one = found[fault.tag]
            self.fault(one.where, one.tag.written, fault)

    def slips(self, slips: Iterable[Slip], where: str) -> None:
        """What looks like a tag and cannot be read."""
        for slip in slips:
            self.add(where, f"{short(slip.written)}: {slip.problem}", advice(slip))

    def misplaced(self, first: Found, last: Found, why: str) -> None:
        """A block whose tags do not fit together where they stand."""
        problem = f"{first.tag.written} {why} ({last.tag.written} at {last.where})."
        self.add(first.where, problem, "Put its tags in the same paragraph, cell or list.")

    def lost(self, one: Found, lost: Lost) -> None:
        """Text that goes with the element that its tag stands for."""
        text = lost.text if len(lost.text) <= 40 else f"{lost.text[:39]}…"
        if lost.between:
            problem = f"{one.tag.written}: “{text}” between the tags would be lost with its"
            step = f"Put each tag in a {lost.element} of its own, or leave out the prefix."
            self.add(one.where, f"{problem} {lost.element}.", step)
        else:
            problem = f"{one.tag.written}: “{text}” is left out with its {lost.element}."
            step = f"Put the tag in a {lost.element} of its own."
            self.warnings.append(warning(Place(self.file, None, one.where), problem, step))

    def is_about_wholes(self, tag: Tag, where: str) -> bool:
        """Whether the tag is about slides or shapes, of which there are none where it stands."""
        if tag.prefix in WHOLES:
            problem = f"{tag.written} is for {_OTHERWISE[tag.prefix]}."
            self.add(where, problem, f"Write it without {tag.prefix}.")
        return tag.prefix in WHOLES

    def unfilled(self, names: Iterable[str]) -> None:
        """Parts with tags that nothing would fill, and that would be seen as they were typed."""
        for name in names:
            problem = "Tags stand here that are not filled in this part of the file."
            self.add(name, problem, "Put them on the slide or in the text itself.")


def short(written: str) -> str:
    """A tag as problems name it: a very long one is told by its beginning."""
    shown = written if len(written) <= WRITTEN_MOST else f"{written[:WRITTEN_MOST]}…"
    return shown.replace(SOLID, "…")
