"""Changes put into words once, for every form of the report: lines of tables, places by file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.pack.changes.ledgers import Spot, merged
from generator.pack.changes.phrases import (
    GROUPS,
    SORTS,
    Group,
    apart_words,
    because,
    by_how_much,
    dates,
    group_of,
    place_words,
)
from generator.pack.changes.survey import Change, Survey
from generator.pack.changes.wording.flags import Flag
from generator.resolve.voice import Voice

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One change in words."""

    key: str
    kind: str
    name: str
    old: str
    new: str
    by: str
    dates: str
    because: tuple[str, ...]
    old_date: str = ""
    new_date: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """The changes of one group under its title."""

    group: Group
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A fact that changed, in one document: the places, each with the words shown there."""

    key: str
    name: str
    title: str
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class InDocument:
    """A document and what has changed in it."""

    audience: str
    document: str
    file: str
    facts: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A survey and its flags, in the words of one locale."""

    survey: Survey
    flags: tuple[Flag, ...]
    locale: str
    rulings: Mapping[str, Words] = field(default_factory=dict)

    @property
    def voice(self) -> Voice:
        return Voice(self.locale)

    def sections(self) -> list[Section]:
        """The changes by group; a group without any is left out."""
        rows: dict[Group, list[Row]] = {}
        for change in self.survey.changes:
            rows.setdefault(group_of(change.kind), []).append(self._row(change))
        return [
            Section(group, self.voice.either(*title), tuple(rows[group]))
            for group, title in GROUPS.items()
            if group in rows
        ]

    def apart(self) -> list[tuple[str, str, str, str]]:
        """Both figures with their names, and why they are no growth: first, second, why, keys."""
        return [
            (
                self._named(one.first.called(self.locale), one.first.said(self.locale)),
                self._named(one.second.called(self.locale), one.second.said(self.locale)),
                apart_words(one, self.locale),
                f"{one.first.key}, {one.second.key}",
            )
            for one in self.survey.apart
        ]

    def documents(self) -> list[InDocument]:
        """Where the changed figures stand, document by document in the order of the edition."""
        files: dict[tuple[str, str, str], dict[str, tuple[Change, list[Spot]]]] = {}
        for change in self.survey.changes:
            for spot in change.spots:
                facts = files.setdefault((spot.audience, spot.document, spot.file), {})
                facts.setdefault(change.key, (change, []))[1].append(spot)
        return [
            InDocument(*file, tuple(self._standing(*found) for found in facts.values()))
            for file, facts in sorted(files.items())
        ]

    def wording(self) -> list[tuple[str, str, str, str, str, str]]:
        """Words to be looked at: file, place, sort, words, sentence, why."""
        lang = "en" if self.voice.english else "zh"
        return [
            (
                self._file(flag.audience, flag.file),
                place_words(flag.where, self.locale),
                self.voice.either(*SORTS[flag.finding.sort]),
                flag.finding.words,
                flag.finding.sentence.replace("\n", " ").replace("\ufffc", ""),
                self.voice.chinese(flag.finding.why[lang]),
            )
            for flag in self.flags
        ]

    def notes(self) -> list[str]:
        """What was left out of the comparison."""
        return [
            self.voice.either(
                f"受众“{audience}”只在{label}中有，未作比较。",
                f"The audience “{audience}” is only in {label}; it was not compared.",
            )
            for audience, label in self.survey.missing
        ]

    def summary(self) -> str:
        """How many of each kind, in one line."""
        counts = [f"{one.title}{self._count(len(one.rows))}" for one in self.sections()]
        if self.flags:
            counts.append(
                self.voice.either("须核对的文字", "Words to check") + self._count(len(self.flags))
            )
        nothing = self.voice.either("没有数字变动", "no figure has changed")
        return self.voice.joined(counts, "；") or nothing

    def _count(self, number: int) -> str:
        return self.voice.either(f" {number}", f": {number}")

    def _row(self, change: Change) -> Row:
        locale = self.locale
        return Row(
            change.key,
            change.kind,
            change.state.called(locale),
            change.old.said(locale) if change.old else "",
            change.new.said(locale) if change.new else "",
            by_how_much(change, locale),
            dates(change, locale),
            tuple(because(change, locale, self.rulings)),
            change.old.dated(locale) if change.old else "",
            change.new.dated(locale) if change.new else "",
        )

    def _standing(self, change: Change, spots: Sequence[Spot]) -> Standing:
        group = self.voice.either(*GROUPS[group_of(change.kind)])
        title = by_how_much(change, self.locale) or group
        places = [(place_words(where, self.locale), words) for where, words in merged(spots)]
        return Standing(change.key, change.state.called(self.locale), title, tuple(places))

    def _named(self, name: str, value: str) -> str:
        return f"{name} {value}" if self.voice.english else f"{name}{value}"

    def _file(self, audience: str, file: str) -> str:
        return f"{audience}/{file}" if audience else file
