"""Names: what a template may call a fact, what nobody defines and what nobody uses."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from generator.model import Fact, Place, Problem, Statement, error, notice
from generator.store.check_formulas import base_name
from generator.store.fact_store import FactStore
from generator.store.records import nearest

# Words of the template language, and what every template is given besides facts.
RESERVED = frozenset({
    "and", "or", "not", "in", "is", "if", "elif", "else", "endif", "for", "endfor", "set",
    "endset", "block", "endblock", "true", "false", "none", "True", "False", "None", "loop",
    "self", "super", "caller", "varargs", "kwargs", "range", "dict", "lipsum", "cycler", "joiner",
    "namespace", "chart", "picture", "slide", "audience", "document", "edition", "ledger", "pack",
    "settings", "sources", "title",
})  # fmt: skip


def check_names(store: FactStore) -> list[Problem]:
    """Keys are plain, Chinese names are identifiers, and every name means one fact."""
    problems: list[Problem] = []
    owners: dict[str, Fact] = {}
    for fact in store.facts.values():
        problems += _name_problems(fact)
        for name in dict.fromkeys((fact.key, fact.name.get("zh", fact.key))):
            first = owners.setdefault(name, fact)
            if first is not fact:
                problem = f"“{name}” names two facts: “{first.key}” and “{fact.key}”."
                problems.append(error(fact.place, problem, "Give one of them another name."))
    return problems


def check_used(store: FactStore, used: Iterable[tuple[str, Place]]) -> list[Problem]:
    """Every name that a template or chart asks for is a fact."""
    if "facts" in store.unread:
        return []
    known = [*store.facts, *(fact.name["zh"] for fact in store.facts.values() if "zh" in fact.name)]
    problems = []
    for name, place in used:
        base = name.partition(".")[0]
        if store.fact(base) is None and base not in RESERVED:
            hint = nearest(base, known) or "Add it to facts/facts.yaml, or correct the name."
            problems.append(error(place, f"There is no fact “{base}”.", hint))
    return problems


def check_unused(store: FactStore, used: Sequence[str]) -> list[Problem]:
    """Facts, measures, subjects and sources to which nothing refers; no harm, but worth a look."""
    if store.unread:
        return []
    asked = [*used, *(base_name(part) for fact in store.facts.values() for part in fact.of)]
    facts = {fact.key for name in asked if (fact := store.fact(name.partition(".")[0]))}
    speakers: list[Statement | Fact] = [*store.statements.values(), *store.facts.values()]
    subjects = {speaker.subject for speaker in speakers}
    measures = {speaker.measure for speaker in speakers}
    sources = {statement.source for statement in store.statements.values()}
    return [
        *_unused("fact", ((f.key, f.place) for f in store.facts.values()), facts),
        *_unused("subject", ((s.id, s.place) for s in store.subjects.values()), subjects),
        *_unused("measure", ((m.id, m.place) for m in store.measures.values()), measures),
        *_unused("source", ((s.id, s.place) for s in store.sources.values()), sources),
    ]


def _unused(kind: str, known: Iterable[tuple[str, Place]], used: set[str]) -> Iterator[Problem]:
    for id, place in known:
        if id not in used:
            next = "Keep it if it will be wanted; else delete it."
            yield notice(place, f"Nothing uses the {kind} “{id}”.", next)


def _name_problems(fact: Fact) -> Iterator[Problem]:
    if not (fact.key.isascii() and fact.key.isidentifier()) or fact.key.startswith("_"):
        problem = f"“{fact.key}” cannot be the key of a fact."
        yield error(fact.place, problem, "Start with a letter, then letters, digits and “_”.")
    chinese = fact.name.get("zh", "")
    if chinese and not _is_template_name(chinese):
        yield error(
            fact.place,
            f"The name “{chinese}” of “{fact.key}” cannot be used in a template.",
            "Use Chinese characters, letters, digits and “_” only, and no digit first.",
        )
    for name in {fact.key, chinese} & RESERVED:
        problem = f"“{name}” is a word of the template language."
        yield error(fact.place, problem, "Choose another name.")


def _is_template_name(name: str) -> bool:
    """An identifier in the form in which the template language keeps it (NFKC)."""
    return name.isidentifier() and unicodedata.normalize("NFKC", name) == name and name[0] != "_"
