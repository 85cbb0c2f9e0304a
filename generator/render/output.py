"""The program's text on its way into parts, packed while it is made where nothing is left to do."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from generator.documents.packages.package import Member
from generator.documents.packages.zipping import Packer
from generator.documents.skeletons.late import mark
from generator.tags.bounds import check_kept

CORE_FIELD = "core:"  # before the name of a core property, where others are members' names
SWITCH = mark("|")  # stands between two parts in the whole script's output


class Output:
    """Takes the text of all parts in stretches.

    A part that needs no second look (`streams`) is deflated as it comes, so that a table of many
    thousand rows is never whole in memory; the others are kept as text. Of what is deflated,
    `missed` tells which of the part's `loose` words never came.
    """

    def __init__(
        self, parts: Sequence[str], streams: Collection[str], loose: Mapping[str, Collection[str]]
    ) -> None:
        self._names = iter(parts)
        self._streams, self._loose = streams, loose
        self.missed: dict[str, set[str]] = {}
        self._done: dict[str, str | Member] = {}
        self._kept = 0
        self._name = next(self._names, "")
        self._begin()

    def take(self, text: str) -> None:
        """The next stretch: it may end a part and begin others."""
        first, *others = text.split(SWITCH)
        self._feed(first)
        for stretch in others:
            self._end()
            self._name = next(self._names)
            self._begin()
            self._feed(stretch)

    def finish(self) -> dict[str, str | Member]:
        """Every part in order: a member, or text that is yet to be settled."""
        if self._name:
            self._end()
        return self._done

    def _begin(self) -> None:
        self._texts: list[str] = []
        packs = self._name in self._streams and not self._name.startswith(CORE_FIELD)
        self._packer = Packer() if packs else None
        self._waiting = set(self._loose.get(self._name, ())) if packs else set[str]()

    def _feed(self, text: str) -> None:
        if self._packer is not None:
            if self._waiting:
                self._waiting.difference_update([w for w in self._waiting if w in text])
            self._packer.feed(text.encode())
        else:
            self._texts.append(text)
            self._kept += len(text)
            check_kept(self._kept)

    def _end(self) -> None:
        packer = self._packer
        if self._waiting:
            self.missed[self._name] = self._waiting
        self._done[self._name] = (
            packer.finish(self._name) if packer is not None else "".join(self._texts)
        )
