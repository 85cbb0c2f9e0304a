"""The filters of templates over facts.

A filter takes a fact, or a list of facts where that makes sense, and returns ``Said``, so that
the figure keeps its anchor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.model import NOWHERE, FactpackError, Said, Statement, error
from generator.resolve import saying
from generator.resolve.reader import LOCALES, Reader, present
from generator.resolve.resolved import ResolvedFact
from generator.resolve.views import FactView, inside, retold


def number(fact: object) -> Said:
    """The figure without its unit, precision word kept: 500多亿, 近2.4万, 1184."""
    return _part(fact, "number")


def unit(fact: object) -> Said:
    """The unit alone: 元, 人次, 个."""
    return _part(fact, "unit")


def digits(fact: object) -> Said:
    """The figure without its scale word: 500多 of 500多亿元; goes with |scale_unit."""
    return _part(fact, "digits")


def scale(fact: object) -> Said:
    """The scale word alone: 亿, million; empty where there is none."""
    return _part(fact, "scale")


def scale_unit(fact: object) -> Said:
    """Scale word and unit: 亿元, 万人次, 个; goes with |digits."""
    return _part(fact, "scale_unit")


def whole(fact: object) -> Said:
    """The figure with its unit, as it is printed without a filter."""
    return _fact(fact, "whole").__figure__()


def in_language(fact: object, locale: str) -> FactView:
    """The same fact for readers of another language: its figure, dates, names and sources."""
    return retold(_fact(fact, "in_language"), _known(locale))


def also(fact: object, locale: str) -> Said:
    """The whole figure, and in brackets that of another language: 1184个（1,184）."""
    view = _fact(fact, "also")
    resolved, reader = inside(view)
    told, again = view.__figure__(), in_language(view, locale).__figure__()
    text = told.text + reader.voice.aside(again.text)
    return saying.said(resolved, text, f"also({locale})")


def exact(fact: object) -> Said:
    """The whole figure as it is, where the audience is otherwise given round ones."""
    return saying.exact(*_inside(fact, "exact"))


def with_modality(fact: object) -> Said:
    """The whole figure after the word for what it is: 预计超600亿元."""
    return saying.with_modality(*_inside(fact, "with_modality"))


def modality(fact: object) -> str:
    """The word for what it is: 预计, 计划, 目标, 建议; empty for a result."""
    resolved, reader = _inside(fact, "modality")
    return reader.voice.modality(resolved.fact.modality)


def rounded(fact: object, digits: int = 1) -> Said:
    """The figure to so many digits, with its unit."""
    return saying.rounded(*_inside(fact, "rounded"), digits)


def signed(fact: object) -> Said:
    """The number with its sign: +82."""
    return saying.signed(*_inside(fact, "signed"))


def as_of(facts: object) -> Said:
    """截至2025年12月; of a list each date once, oldest first."""
    views = _facts(facts, "as_of")
    dated = sorted(views, key=lambda view: (view.as_of or "", not view.expired))
    if len({view.as_of for view in views}) == 1:
        return saying.as_of(*inside(dated[0]))
    voice = inside(views[0])[1].voice
    dates = dict.fromkeys(str(as_of_date(view)) for view in dated if view.as_of)
    return _of_all(views, voice.as_of(voice.joined(dates)), "as_of")


def as_of_date(fact: object) -> Said:
    """2025年12月."""
    return saying.as_of_date(*_inside(fact, "as_of_date"))


def period(fact: object) -> Said:
    """1992年以来, 2025年1—10月."""
    return saying.period(*_inside(fact, "period"))


def name(fact: object) -> Said:
    """The fact's name in the reader's language."""
    view = _fact(fact, "name")
    return saying.said(inside(view)[0], view.name, "name")


def source(facts: object) -> Said:
    """Where it was found, as a source line names it; of a list each source once."""
    views = _facts(facts, "source")
    reader = inside(views[0])[1]
    citations = reader.citations(_resolved(views))
    return _of_all(views, reader.voice.joined(citations, "；"), "source")


def said_by(fact: object) -> Said:
    """Who said it; empty when nobody is named."""
    view = _fact(fact, "said_by")
    return saying.said(inside(view)[0], view.said_by, "said_by")


def cite(facts: object) -> Said:
    """The sources of some facts, each once, with the speakers they quote."""
    views = _facts(facts, "cite")
    reader = inside(views[0])[1]
    speakers: dict[str, dict[str, None]] = {}
    for statement in (one for fact in _resolved(views) for one in fact.statements):
        found = reader.source(statement)
        if found is not None:
            said_by = speakers.setdefault(reader.voice.cited(found), {})
            said_by |= dict.fromkeys(_speaker(statement, reader))
    voice = reader.voice
    lines = [
        citation + (voice.aside(voice.joined(who, voice.either("、", "；"))) if who else "")
        for citation, who in speakers.items()
    ]
    return _of_all(views, voice.joined(lines, "；"), "cite")


def evidence(fact: object) -> Said:
    """The shortest clause that carries it, in the script of its source."""
    view = _fact(fact, "evidence")
    return saying.said(inside(view)[0], view.evidence, "evidence")


def definition(fact: object) -> Said:
    """What its measure counts (口径)."""
    view = _fact(fact, "definition")
    return saying.said(inside(view)[0], view.definition, "definition")


def basis(fact: object) -> Said:
    """What a derived fact was computed from: 按…计算."""
    return _fact(fact, "basis").basis


FILTERS: Mapping[str, Callable[..., FactView | Said | str]] = {
    each.__name__: each
    for each in (
        number, unit, digits, scale, scale_unit, whole, in_language, also, exact, with_modality,
        modality, rounded, signed, as_of, as_of_date, period, name, source, said_by, cite,
        evidence, definition, basis,
    )
}  # fmt: skip


def _part(fact: object, name: str) -> Said:
    return saying.part(*_inside(fact, name), name)


def _fact(value: object, asked: str) -> FactView:
    if isinstance(value, FactView):
        return value
    # -- an undefined name explains itself when it is looked at --
    raise _misused(f"|{asked} takes a fact, not “{value}”.")


def _inside(value: object, asked: str) -> tuple[ResolvedFact, Reader]:
    return inside(_fact(value, asked))


def _facts(value: object, asked: str) -> Sequence[FactView]:
    views = list(value) if isinstance(value, Iterable) and not isinstance(value, str) else [value]
    if not views:
        raise _misused(f"|{asked} was given an empty list.")
    return [_fact(view, asked) for view in views]


def _known(locale: str) -> str:
    if locale in LOCALES:
        return locale
    raise FactpackError(
        [error(NOWHERE, f"“{locale}” is no language here.", f"Write one of: {', '.join(LOCALES)}.")]
    )


def _misused(reason: str) -> FactpackError:
    return FactpackError([error(NOWHERE, reason, "Give it a fact, such as {{ years|number }}.")])


def _resolved(views: Iterable[FactView]) -> list[ResolvedFact]:
    """The facts themselves; a missing one raises."""
    return [present(inside(view)[0]) for view in views]


def _speaker(statement: Statement, reader: Reader) -> Iterator[str]:
    """A speaker the reader can read: names and offices that are known in Chinese alone stay out."""
    said_by = reader.speaker(statement)
    if said_by and (said_by != statement.said_by or said_by.isascii() or not reader.voice.english):
        yield said_by


def _of_all(views: Sequence[FactView], text: str, part: str) -> Said:
    """Words about several facts: anchored to the first, resting on the statements of all."""
    lineage = dict.fromkeys(id for view in views for id in view.statements)
    stale = any(view.expired for view in views)
    return Said(text, views[0].key, part, tuple(lineage), "stale" if stale else "plain")
