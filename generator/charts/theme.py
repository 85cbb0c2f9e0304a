"""The look that an office decides in templates/theme.yaml: colours, faces, sizes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar, get_args

from generator.charts.timeline_layout import TimelineType
from generator.documents.charts.look import READABLE, ChartLook, Colour
from generator.files import Node
from generator.model import Place, Problem, error
from generator.store.fields import read_text, texts
from generator.store.records import BadValue, Field, Record

Medium = Literal["slide", "word"]
T = TypeVar("T")

# -- a picture wider than this hangs on a slide, a narrower one stands in a text column --
_SLIDE_WIDTH = 20.0
_FRAMES: dict[Medium, tuple[float, float]] = {"slide": (20.4, 11.5), "word": (17.0, 4.7)}
_COLOUR = re.compile(r"([0-9A-Fa-f]{6})(?:\s+(dk1|lt1|dk2|lt2|accent[1-6]|hlink|folHlink))?")
# What a colour is for; how it is called is the office's own affair.
Role = Literal[
    "text", "heading", "subject", "emphasis", "quiet", "earlier", "outline", "line", "ground"
]
ROLES: tuple[Role, ...] = get_args(Role)
_LETTERS: tuple[Role, ...] = ("text", "heading", "subject", "emphasis", "quiet")

# How a file names the language of a locale.
_LANGS = {
    "zh-Hans": "zh-CN",
    "zh-Hant": "zh-TW",
    "zh-Hant-TW": "zh-TW",
    "zh-Hant-HK": "zh-HK",
}


@dataclass(frozen=True, slots=True)
class Faces:
    """The typefaces that a file names for one locale."""

    lang: str
    latin: str
    east_asian: str


@dataclass(frozen=True, slots=True)
class ChartType:
    """Sizes in points of a chart's names, labels and labels that matter most."""

    category: float
    label: float
    focus: float


@dataclass(frozen=True, slots=True)
class Theme:
    """The whole look, and what is derived from it: a chart's look, a timeline's sizes."""

    colours: Mapping[str, Colour]
    roles: Mapping[Role, str]
    series: tuple[str, ...]
    fonts: tuple[Faces, ...]
    chart_types: Mapping[Medium, ChartType]
    timeline_types: Mapping[Medium, TimelineType]
    numbers: Mapping[str, float]

    def colour(self, role: Role) -> Colour:
        """The colour that has a role."""
        return self.colours[self.roles[role]]

    def rgb(self, role: Role) -> str:
        """The colour that has a role, as RRGGBB."""
        return self.colour(role).rgb

    def faces(self, locale: str) -> Faces:
        """The faces of a locale: its own, its script's, its language's, or the first."""
        wanted = _LANGS.get(locale, locale)
        language = wanted.split("-")[0]
        ranked = sorted(
            self.fonts,
            key=lambda face: (face.lang != wanted, face.lang.split("-")[0] != language),
        )
        return ranked[0]

    def look(
        self, medium: Medium, locale: str, size: tuple[float, float] | None = None
    ) -> ChartLook:
        """How native charts look on a slide or in a text, in a frame of `size` cm.

        Series follow the document's theme; the outline of another scope is the same in every theme.
        """
        faces, kind = self.faces(locale), self.chart_types[medium]
        return ChartLook(
            series=tuple(self.colours[name] for name in self.series),
            ink=self.colour("text"),
            grey=self.colour("quiet"),
            muted=self.colour("earlier"),
            other_scope=Colour(self.rgb("outline")),
            rule=self.colour("line"),
            white=self.colour("ground"),
            latin=faces.latin,
            ea=faces.east_asian,
            lang=faces.lang,
            category=kind.category,
            label=kind.label,
            focus=kind.focus,
            size=size or _FRAMES[medium],
            gap_many=round(self.numbers["gap_many"]),
            gap_two=round(self.numbers["gap_two"]),
            gap_bars=round(self.numbers["gap_bars"]),
            axis_line=self.numbers["axis_line"],
            outline=self.numbers["outline"],
            line=self.numbers["line"],
        )

    def timeline(self, width: float) -> TimelineType:
        """The sizes of a timeline that is so many cm wide."""
        return self.timeline_types[medium_of(width)]


def medium_of(width: float) -> Medium:
    """Whether a picture of this width, in cm, is one for a slide or for a page of text."""
    return "slide" if width > _SLIDE_WIDTH else "word"


def read_theme(node: Node) -> tuple[Theme | None, list[Problem]]:
    """The theme of a file, or ``None`` with every problem in it."""
    problems: list[Problem] = []
    record = Record("theme", "theme", node, _FIELDS, problems)
    colours, roles = record[_COLOURS], record[_ROLES]
    problems += _undefined(record, node)
    problems += _unreadable(colours, roles, node)
    chart, timeline = record[_CHART], record[_TIMELINE]
    if problems or chart is None or timeline is None:
        return None, problems
    fonts = record[_FONTS]
    return Theme(colours, roles, record[_SERIES], fonts, chart[0], timeline, chart[1]), []


def _undefined(record: Record, theme: Node) -> Iterator[Problem]:
    """Names of colours that a role or the series uses and nobody has defined."""
    colours = record[_COLOURS]
    used: dict[str, Place] = {name: record.place_of(_SERIES) for name in record[_SERIES]}
    used |= {name: _place_in(theme, _ROLES, role) for role, name in record[_ROLES].items()}
    for name, place in used.items():
        if name not in colours and colours:
            problem = f"The colour “{name}” is used and not defined."
            yield error(place, problem, f"Add “{name}: RRGGBB” to colours.")


def _unreadable(
    colours: Mapping[str, Colour], roles: Mapping[Role, str], theme: Node
) -> Iterator[Problem]:
    """Colours in which words are set, and that cannot be told well enough from their ground."""
    under = roles.get("ground", "")
    ground = colours.get(under)
    for name in dict.fromkeys(roles[role] for role in _LETTERS if role in roles):
        if ground is None or name not in colours:
            continue
        ratio = colours[name].contrast_to(ground)
        if ratio < READABLE:
            problem = (
                f"Words in “{name}” cannot be read on “{under}”: their contrast is {ratio:.1f} : 1."
            )
            step = f"Make “{name}” darker (or the ground lighter), {READABLE} : 1 at least."
            yield error(_place_in(theme, _COLOURS, name), problem, step)


def _place_in(theme: Node, field: Field[T], name: str) -> Place:
    """Where an entry of a mapping stands."""
    fields = theme.value
    assert isinstance(fields, dict)
    entries = fields[field.name].value
    assert isinstance(entries, dict)
    return entries[name].place


def _read_colours(node: Node) -> dict[str, Colour]:
    return _each(node, _read_colour)


def _read_colour(node: Node) -> Colour:
    match = _COLOUR.fullmatch(read_text(node))
    if match is None:
        raise BadValue(
            f"“{node.value}” is not a colour.",
            "Write six hexadecimal digits and, if there is one, the theme slot: 0F6E7F accent1.",
            node.place,
        )
    return Colour(match[1].upper(), match[2] or "")


def _read_roles(node: Node) -> dict[Role, str]:
    named = _numbers_or_texts(node, ROLES, read_text)
    return {role: named[role] for role in ROLES}


def _read_fonts(node: Node) -> tuple[Faces, ...]:
    found = _each(node, lambda entry: _numbers_or_texts(entry, ("latin", "east_asian"), read_text))
    return tuple(Faces(lang, faces["latin"], faces["east_asian"]) for lang, faces in found.items())


_LINES = ("gap_many", "gap_two", "gap_bars", "axis_line", "outline", "line")


def _read_chart(node: Node) -> tuple[dict[Medium, ChartType], dict[str, float]]:
    fields = _mapping(node, ("slide", "word", *_LINES))
    types: dict[Medium, ChartType] = {}
    for medium in _FRAMES:
        sizes = _numbers_or_texts(fields[medium], ("category", "label", "focus"), _read_points)
        types[medium] = ChartType(**sizes)
    return types, {name: _read_points(fields[name]) for name in _LINES}


def _read_timeline(node: Node) -> dict[Medium, TimelineType]:
    fields = _mapping(node, ("slide", "word"))
    return {
        medium: TimelineType(
            **_numbers_or_texts(fields[medium], ("date", "text", "year"), _read_points)
        )
        for medium in _FRAMES
    }


def _read_points(node: Node) -> float:
    try:
        value = float(read_text(node))
    except ValueError:
        value = 0.0
    if not 0 < value < 1000:
        raise BadValue(
            f"“{node.value}” is not a size above zero.", "Write a number such as 14.", node.place
        )
    return value


def _numbers_or_texts(
    node: Node, names: tuple[str, ...], read: Callable[[Node], T]
) -> dict[str, T]:
    return {name: read(entry) for name, entry in _mapping(node, names).items()}


def _mapping(node: Node, names: tuple[str, ...]) -> dict[str, Node]:
    """The fields of a mapping that must have these and no others."""
    found = node.value if isinstance(node.value, dict) else {}
    if set(found) != set(names):
        wrong = next(iter(set(found) - set(names)), None)
        what = f"“{wrong}” is unknown here." if wrong else "A field is missing."
        place = found[wrong].key_place if wrong else node.place
        raise BadValue(what, f"Write exactly: {', '.join(names)}.", place)
    return found


def _each(node: Node, read: Callable[[Node], T]) -> dict[str, T]:
    if not isinstance(node.value, dict) or not node.value:
        raise BadValue("Names and values belong here.", "Write “name: value” on each line.")
    return {name: read(entry) for name, entry in node.value.items()}


_COLOURS: Field[Mapping[str, Colour]] = Field("colours", _read_colours, {}, required=True)
_NO_ROLES: Mapping[Role, str] = {}
_ROLES = Field("roles", _read_roles, _NO_ROLES, required=True)
_SERIES = texts("series", required=True)
_FONTS: Field[tuple[Faces, ...]] = Field("fonts", _read_fonts, (), required=True)
_CHART: Field[tuple[dict[Medium, ChartType], dict[str, float]] | None] = Field(
    "chart", _read_chart, None, required=True
)
_TIMELINE: Field[dict[Medium, TimelineType] | None] = Field(
    "timeline", _read_timeline, None, required=True
)
_FIELDS: tuple[Field[object], ...] = (_COLOURS, _ROLES, _SERIES, _FONTS, _CHART, _TIMELINE)
