"""``provenance.json``: for every figure shown, where it stands and what proves it.

Each audience has its own, holding the facts, statements and sources of its own documents and
nothing else, so that nothing internal reaches another audience.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator import __version__
from generator.model import Audience, Pack, Use, decimal_text
from generator.resolve import Edition, Resolution, ResolvedFact, statement_json
from generator.store import FactStore

PROVENANCE = "provenance.json"


@dataclass(frozen=True, slots=True)
class Made:
    """One finished file: its name, its bytes and the figures it shows, in reading order."""

    document: str
    file: str
    template: str
    data: bytes
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A finished file in another form: its name, which file it shows (none: all), its pages."""

    file: str
    of: str
    data: bytes
    pages: int


def provenance(
    pack: Pack,
    audience: Audience,
    edition: Edition,
    store: FactStore,
    resolution: Resolution,
    made: Sequence[Made],
    inputs: Mapping[str, str],
) -> bytes:
    """The ledger of one audience's folder as UTF-8 JSON, keys in a fixed order."""
    keys = sorted({use.key for file in made for use in file.uses})
    facts = {key: fact for key in keys if (fact := resolution.find(key)) is not None}
    used = _statements_of(facts.values())
    ledger = {
        "factpack": __version__,
        "base": pack.base,
        "audience": audience.id,
        "as_of": edition.as_of.isoformat(),
        "inputs": dict(sorted(inputs.items())),
        "files": [_file(file) for file in made],
        "facts": {key: fact_entry(fact) for key, fact in facts.items()},
        "statements": {id: statement_json(store, store.statements[id]) for id in used},
    }
    return _json(ledger)


def with_copies(ledger: bytes, copies: Iterable[Copy]) -> bytes:
    """The ledger with a list of copies in other forms, such as PDF."""
    listed = [
        {
            "file": copy.file,
            "of": copy.of,
            "pages": copy.pages,
            "sha256": hashlib.sha256(copy.data).hexdigest(),
        }
        for copy in copies
    ]
    return _json({**json.loads(ledger), "copies": listed})


def without_copies(ledger: bytes) -> tuple[bytes, frozenset[str]]:
    """The ledger as it was before copies were made, and the names of these."""
    known = json.loads(ledger)
    copies = known.pop("copies", [])
    return _json(known), frozenset(copy["file"] for copy in copies)


def _json(ledger: Mapping[str, object]) -> bytes:
    return (json.dumps(ledger, ensure_ascii=False, indent=1) + "\n").encode()


def _statements_of(facts: Iterable[ResolvedFact]) -> list[str]:
    return sorted({id for fact in facts for id in fact.lineage})


def _file(made: Made) -> dict[str, object]:
    return {
        "file": made.file,
        "document": made.document,
        "template": made.template,
        "sha256": hashlib.sha256(made.data).hexdigest(),
        "parts_sha256": parts_digest(made.data),
        "figures": [_figure(use) for use in made.uses],
    }


def _figure(use: Use) -> dict[str, object]:
    figure: dict[str, object] = {
        "fact": use.key,
        "shown": use.text,
        "part": use.part,
        "place": use.place.where,
        "statements": list(use.statements),
    }
    if use.shape:
        figure |= {"shape": use.shape, "ordinal": use.ordinal}
    return figure


def fact_entry(fact: ResolvedFact) -> dict[str, object]:
    """What a fact's value was in this edition, and the statements it rests on."""
    quantity = fact.quantity
    return {
        "value": None if quantity is None else decimal_text(quantity.value),
        "interval": None if quantity is None else str(quantity.interval),
        "unit": None if quantity is None else quantity.unit,
        "as_of": fact.as_of,
        "expired": fact.expired,
        "ruling": None if fact.ruling is None else fact.ruling.id,
        "statements": list(fact.lineage),
    }


def parts_digest(data: bytes) -> str:
    """sha256 over the names and uncompressed contents of a package's parts, in order of name.

    Equal for equal documents whatever compressor wrote them: other builds of zlib give other
    bytes for the same parts.
    """
    whole = hashlib.sha256()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in sorted(package.namelist()):
            part = package.read(name)
            whole.update(f"{name}\n{len(part)}\n".encode())
            whole.update(part)
    return whole.hexdigest()
