"""What goes into a template and what comes out of it, as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from generator.documents.packages.outside import Outside
    from generator.model import ChartSpec, Place, Problem, Use

Fit = Literal["fit", "fill", "stretch"]
_ASKING = RLock()  # places are read once, whoever asks

NeedKind = Literal["name", "chart", "picture", "subdoc"]


@dataclass(frozen=True, slots=True)
class Need:
    """Something that a template asks for by name, and where it does."""

    name: str
    place: Place
    kind: NeedKind = "name"


@dataclass(frozen=True, slots=True)
class Needs:
    """All that a template asks for, in reading order; `links` lead out of the file itself.

    `warnings` are what the template says and its author hardly meant.
    """

    all: tuple[Need, ...]
    links: tuple[Outside, ...] = ()
    warnings: tuple[Problem, ...] = ()

    def __iter__(self) -> Iterator[Need]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)

    @property
    def names(self) -> tuple[str, ...]:
        """The facts and settings, each once."""
        return self._of("name")

    @property
    def charts(self) -> tuple[str, ...]:
        """The ids of native charts, each once."""
        return self._of("chart")

    @property
    def pictures(self) -> tuple[str, ...]:
        """The ids of pictures, each once."""
        return self._of("picture")

    @property
    def subdocs(self) -> tuple[str, ...]:
        """The names of documents to be set in, each once."""
        return self._of("subdoc")

    def _of(self, kind: NeedKind) -> tuple[str, ...]:
        return tuple(dict.fromkeys(need.name for need in self.all if need.kind == kind))


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to put in a frame: its bytes and words, the chart that it draws, and how it fits.

    It keeps its shape and is shown whole (``fit``) or covers the frame (``fill``); ``stretch``
    draws it out of shape.
    """

    data: bytes
    alt: str
    spec: ChartSpec | None = None
    fit: Fit = "fit"


@dataclass(frozen=True)
class Rendered:
    """A finished document, the figures it shows, and what went wrong.

    With an error among the problems `data` is empty. `suffix` is the ending that its kind has
    (``.docx``), `links` are what of the template leads out of the file. `told` tells the uses.
    """

    data: bytes
    problems: tuple[Problem, ...] = ()
    suffix: str = ""
    links: tuple[Outside, ...] = ()
    told: Callable[[], tuple[Use, ...]] = field(default=tuple, repr=False, compare=False)

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """The figures in reading order, each with its place.

        All were noted when they were written; the places are read when they are first asked for.
        """
        with _ASKING:
            return self.told()

    def __getstate__(self) -> dict[str, object]:
        """For another process: the uses themselves."""
        return {**self.__dict__, "uses": self.uses, "told": tuple}
