"""Footnote marks of the fact sheet: each figure has one, figures of one origin share it."""

from __future__ import annotations

from collections.abc import Sequence

from templates.make.kit.word.footnotes import Note, SameNote, footnote

# Whether a speaker is named is for the fact to say; where none is, the reader is told so.
_UNNAMED = "{{% if not {}.said_by %}}，未注明介绍人{{% endif %}}；"

# A ruling may go, and with it what it set aside: the note stays, so that no number moves.
REJECTED = (
    "{{% for other in {0}.rejected %}}{{{{ [other]|cite }}}}"
    "{{% if not other.said_by %}}，未注明介绍人{{% endif %}}；{{{{ other|as_of }}}}。{{% else %}}"
    "{{{{ [{0}]|cite }}}}。{{% endfor %}}"
)


class Marks:
    """The marks of one page. A group are facts of one source, speaker and date.

    The first mark of a group on the page brings the note, the others repeat its number.
    """

    def __init__(self, page: str, *groups: Sequence[str]) -> None:
        self._page = page
        self._groups = {key: tuple(group) for group in groups for key in group}
        self._made: set[str] = set()

    def __call__(self, key: str) -> Note | SameNote:
        """The mark of a figure."""
        group = self._groups[key]
        name = f"{self._page}: {group[0]}"
        if name in self._made:
            return SameNote(name)
        self._made.add(name)
        return footnote(*group, between=_UNNAMED.format(group[0]), name=name)

    def words(self, name: str, words: str) -> Note | SameNote:
        """The mark of a note with words of its own, such as how a figure was computed."""
        name = f"{self._page}: {name}"
        if name in self._made:
            return SameNote(name)
        self._made.add(name)
        return Note(words, name)
