"""What is compared: an edition's folder, one audience's, a provenance file, or bare facts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.model import FactpackError, Place, error
from generator.pack.changes.seen import Seen, read_seen
from generator.pack.editions.record import read_record
from generator.pack.provenance import PROVENANCE
from generator.resolve.reader import DEFAULT_LOCALE

_UNITS = ("unit", "scale_unit")  # parts that stand behind the number they belong to


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a fact stands in a finished file, and the words it is shown with there."""

    audience: str
    document: str
    file: str
    where: str
    shown: str
    part: str
    key: str
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The facts of one audience's files, and where they stand; `folder` holds the files."""

    audience: str
    seen: Mapping[str, Seen]
    spots: tuple[Spot, ...] = ()
    folder: Path | None = None
    locale: str = DEFAULT_LOCALE


@dataclass(frozen=True, slots=True)
class View:
    """One side of a comparison: how it is called, and a ledger for each audience."""

    label: str
    ledgers: tuple[Ledger, ...]

    @property
    def locale(self) -> str:
        """The language of its first audience."""
        return self.ledgers[0].locale if self.ledgers else DEFAULT_LOCALE

    def of(self, audiences: Sequence[str]) -> tuple[Ledger, ...]:
        return tuple(one for one in self.ledgers if one.audience in audiences)


def open_view(path: Path) -> View:
    """An edition's folder, the folder of one of its audiences, or a provenance.json.

    Raises FactpackError for what is none of them, and for a ledger that cannot be read.
    """
    if path.is_file():
        folder = path.parent
        return View(f"{folder.parent.name}/{folder.name}", (_read(path),))
    if (path / PROVENANCE).is_file():
        return View(f"{path.parent.name}/{path.name}", (_read(path / PROVENANCE),))
    found = _in_order(path)
    if not found:
        problem = f"There is no edition here: no folder in it has a {PROVENANCE}."
        step = "Name a folder that “factpack build” has written, such as output/2025-12-31."
        raise FactpackError([error(Place(path.as_posix()), problem, step)])
    return View(path.name, tuple(_read(one) for one in found))


def _in_order(edition: Path) -> list[Path]:
    """The ledgers of an edition's audiences, in the order of the plan that it was made by."""
    record = read_record(edition)
    planned = list(record.audiences) if record else []
    found = {path.parent.name: path for path in sorted(edition.glob(f"[!.]*/{PROVENANCE}"))}
    return [found[name] for name in dict.fromkeys((*planned, *found)) if name in found]


def read_ledger(ledger: Mapping[str, Any], folder: Path | None = None) -> Ledger:
    """The ledger's JSON as facts and places. Raises KeyError and the like for any other."""
    audience = str(ledger.get("audience", ""))
    spots = tuple(spot for file in ledger.get("files", ()) for spot in _spots(audience, file))
    seen = {key: read_seen(key, ledger) for key in ledger["facts"]}
    return Ledger(audience, seen, spots, folder, str(ledger.get("locale", DEFAULT_LOCALE)))


def merged(spots: Sequence[Spot]) -> list[tuple[str, str]]:
    """Place and words of each paragraph that shows a fact: a number with its unit, then the rest.

    In the order of the file; what a paragraph says twice is told once.
    """
    told: dict[str, list[str]] = {}
    before = None
    for spot in spots:
        words = told.setdefault(spot.where, [])
        if before is not None and before.where == spot.where and spot.part in _UNITS and words:
            words[-1] += spot.shown
        elif spot.shown not in words:
            words.append(spot.shown)
        before = spot
    return [(where, " · ".join(words).replace("\n", "")) for where, words in told.items()]


def _read(path: Path) -> Ledger:
    place = Place(path.as_posix())
    try:
        return read_ledger(json.loads(path.read_bytes()), path.parent)
    except OSError as reason:
        problem = f"It cannot be read: {reason.strerror or reason}."
        raise FactpackError([error(place, problem, "Check its place and rights.")]) from None
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as reason:
        problem = f"It is not as a build writes it ({reason or type(reason).__name__})."
        step = "Take it from an edition that nobody has changed, or build it again."
        raise FactpackError([error(place, problem, step)]) from None


def _spots(audience: str, file: Mapping[str, Any]) -> list[Spot]:
    return [
        Spot(
            audience, file["document"], file["file"], figure["place"], figure["shown"],
            figure["part"], figure["fact"], figure.get("shape", ""),
        )
        for figure in file["figures"]
    ]  # fmt: skip
