"""Every place of an edition that shows a fact, and which edition that is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.model import Place, UsageError, error
from generator.pack.changes.ledgers import Spot, View, merged, open_view
from generator.pack.editions.record import read_record
from generator.pack.editions.shelf import LATEST, edition_folders, latest_name
from generator.store.records import nearest

Row = dict[str, str]


def find_edition(output: Path, name: str = "") -> Path:
    """An edition by its path or its name in the output folder; the newest without a name.

    The newest is the one that ``output/latest`` names. Raises UsageError when there is none.
    """
    if name and Path(name).exists():
        return Path(name)
    if name in ("", LATEST):
        newest = edition_folders(output)[:1]
        name = latest_name(output) or "".join(folder.name for folder in newest)
    if name and (output / name).exists():
        return output / name
    there = [path.name for path in edition_folders(output)]
    problem = f"There is no edition “{name}”." if name else "There is no edition yet."
    step = f"There are: {', '.join(there)}." if there else "Make one with “factpack build”."
    raise UsageError([error(Place(output.as_posix()), problem, step)])


def last_two(output: Path) -> tuple[Path, Path]:
    """The last two editions, the older first. Raises UsageError when there are not two."""
    folders = [folder for folder in edition_folders(output) if _is_whole_truth(folder)]
    if len(folders) < 2:
        problem = "There are not two editions here to compare."
        step = "Make another one with “factpack build”, or name what to compare."
        raise UsageError([error(Place(output.as_posix()), problem, step)])
    return folders[1], folders[0]


def _is_whole_truth(folder: Path) -> bool:
    """Whether an edition tells all that is known, and not what was known on an earlier day."""
    record = read_record(folder)
    return record is None or record.known_by is None


def places_of(view: View, key: str, known: Iterable[str] = ()) -> list[Row]:
    """One row a paragraph, cell or slide text that shows a fact: file, place, words.

    `key` is a key or a name; a neighbour (``a.previous``) is asked for by its own. `known` are
    the facts of the base, which need not be shown. Raises UsageError for what is no fact.
    """
    found = _key(view, key)
    if found is None:
        names = set(known) | {name for ledger in view.ledgers for name in ledger.seen}
        if key in names:
            return []
        hint = nearest(key, names) or "“factpack facts” lists them."
        raise UsageError([error(Place(view.label), f"There is no fact “{key}”.", hint)])
    spots = [spot for one in view.ledgers for spot in one.spots if spot.key == found]
    return [row for file in _files(spots) for row in _rows(file)]


def _key(view: View, key: str) -> str | None:
    for ledger in view.ledgers:
        if key in ledger.seen:
            return key
        named = (k for k, seen in ledger.seen.items() if key in seen.name.values() and "." not in k)
        if (found := next(named, None)) is not None:
            return found
    return None


def _files(spots: Iterable[Spot]) -> list[list[Spot]]:
    files: dict[tuple[str, str], list[Spot]] = {}
    for spot in spots:
        files.setdefault((spot.audience, spot.file), []).append(spot)
    return list(files.values())


def _rows(spots: list[Spot]) -> list[Row]:
    first = spots[0]
    return [
        {
            "audience": first.audience,
            "document": first.document,
            "file": first.file,
            "place": place,
            "shown": shown,
        }
        for place, shown in merged(spots)
    ]


def where(output: Path, key: str, edition: str = "", known: Iterable[str] = ()) -> list[Row]:
    """The places of a fact in an edition of an output folder, the newest unless one is named."""
    return places_of(open_view(find_edition(output, edition)), key, known)
