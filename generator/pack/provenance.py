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
from generator.files import digest as sha256
from generator.model import Audience, Use, decimal_text
from generator.pack.desk import Desk, documents_of
from generator.pack.entries import fact_words, source_entries
from generator.resolve import Resolution, ResolvedFact, statement_json
from generator.store import FactStore

PROVENANCE = "provenance.json"
_FILES = '\n "files": [\n'
_END_OF_FILES = "\n ],\n"
_BETWEEN_FILES = "\n  },\n"


@dataclass(frozen=True, slots=True)
class Made:
    """One finished file: its name, its bytes and the figures it shows, in reading order."""

    document: str
    file: str
    template: str
    data: bytes
    uses: tuple[Use, ...]

    @property
    def shows(self) -> tuple[str, ...]:
        """The keys shown, in reading order, each once."""
        return tuple(dict.fromkeys(use.key for use in self.uses))

    def entry(self) -> str:
        """Its entry in the ledger's list of files, as it is written there."""
        return "  " + _json(_file(self)).replace("\n", "\n  ")


@dataclass(frozen=True, slots=True)
class Copy:
    """A finished file in another form: its name, which file it shows (none: all), its pages."""

    file: str
    of: str
    data: bytes
    pages: int


def provenance(
    desk: Desk,
    audience: Audience,
    resolution: Resolution,
    entries: Iterable[str],
    shown: Iterable[str],
) -> bytes:
    """The ledger of one audience's folder as UTF-8 JSON, keys in a fixed order.

    `entries` are those of its files as they are written, some perhaps kept from an edition
    before; `shown` are the facts in them.
    """
    found = {key: fact for key in sorted(set(shown)) if (fact := resolution.find(key)) is not None}
    head = {
        "factpack": __version__,
        "base": desk.pack.base,
        "audience": audience.id,
        "locale": audience.locale,
        "as_of": desk.edition.as_of.isoformat(),
        "inputs": inputs_of(audience, desk.inputs),
    }
    tail = facts_ledger(desk.store, found)
    files = _FILES + ",\n".join(entries) + _END_OF_FILES
    return f"{_json(head)[:-2]},{files}{_json(tail)[2:]}\n".encode()


def inputs_of(audience: Audience, digests: Mapping[str, str]) -> dict[str, str]:
    """What the provenance of an audience tells of the inputs: its own plan and templates by name.

    All facts are one digest and all other templates another, because the name of a file can
    already tell what is internal, or that there are other readers.
    """
    templates = {f"templates/{document.template}" for document in documents_of(audience)}
    plan = {f"templates/{name}.yaml" for name in ("pack", "charts", "theme")}
    own = templates | plan | {f"templates/audiences/{audience.id}.yaml"}
    named = {name: digest for name, digest in sorted(digests.items()) if name in own}
    for folder in ("facts", "templates"):
        rest = [
            f"{name} {digest}\n"
            for name, digest in sorted(digests.items())
            if name.startswith(f"{folder}/") and name not in own
        ]
        named[f"{folder}/"] = sha256("".join(rest).encode())
    return named


def entries_of(ledger: bytes) -> dict[str, str]:
    """The entries of a ledger's files as they are written, by the name of the file."""
    text = ledger.decode()
    _, _, rest = text.partition(_FILES)
    listed, _, _ = rest.partition(_END_OF_FILES)
    found = (f"{entry}\n  }}" for entry in listed.removesuffix("\n  }").split(_BETWEEN_FILES))
    return {_name_in(entry): entry for entry in found}


def facts_ledger(store: FactStore, facts: Mapping[str, ResolvedFact]) -> dict[str, object]:
    """The part of a ledger that is about facts: they, their statements, the sources of these."""
    used = _statements_of(facts.values())
    return {
        "facts": {key: fact_entry(fact) | fact_words(store, fact) for key, fact in facts.items()},
        "statements": {id: statement_json(store, store.statements[id]) for id in used},
        "sources": source_entries(store, used),
    }


def with_copies(ledger: bytes, copies: Iterable[Copy]) -> bytes:
    """The ledger with a list of copies in other forms, such as PDF."""
    listed = [
        {
            "file": copy.file,
            "of": copy.of,
            "pages": copy.pages,
            "sha256": sha256(copy.data),
        }
        for copy in copies
    ]
    return f"{_json({**json.loads(ledger), 'copies': listed})}\n".encode()


def _name_in(entry: str) -> str:
    line = entry.split("\n", 2)[1]  # -- "file": "…", --
    return str(json.loads("{" + line.rstrip(",") + "}")["file"])


def _json(ledger: Mapping[str, object]) -> str:
    return json.dumps(ledger, ensure_ascii=False, indent=1)


def _statements_of(facts: Iterable[ResolvedFact]) -> Sequence[str]:
    return sorted({id for fact in facts for id in fact.lineage})


def _file(made: Made) -> dict[str, object]:
    return {
        "file": made.file,
        "document": made.document,
        "template": made.template,
        "sha256": sha256(made.data),
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
