"""The editions of an output folder as data."""

from __future__ import annotations

from pathlib import Path

from generator.pack.editions.shelf import latest_name, records
from generator.pack.publishing.log import Published, published_editions


def editions_json(output: Path) -> list[dict[str, object]]:
    """One entry an edition, newest first."""
    newest = latest_name(output)
    published, _ = published_editions(output)
    return [
        {
            "edition": folder.name,
            "as_of": record.as_of,
            "known_by": record.known_by,
            "audiences": list(record.audiences),
            "documents": sum(len(one.documents) for one in record.audiences.values()),
            "factpack": record.factpack,
            "latest": folder.name == newest,
            "kB": round(sum(file.bytes for file in record.files.values()) / 1024),
            "published": _publication(published.get(folder.name)),
            "folder": str(folder),
        }
        for folder, record in records(output)
    ]


def _publication(entry: Published | None) -> dict[str, str] | None:
    return None if entry is None else {"by": entry.by, "at": entry.at, "reason": entry.reason}
