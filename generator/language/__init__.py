"""Reading, comparing and saying figures and dates: Chinese and English on equal terms.

The room by subject, each built on those before: `script`, `numbers`, `dates`, `texts`,
`comparing`, `saying`. The names below are all that other rooms need; they are imported when they
are first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.language.comparing.arithmetic import Derived as Derived
    from generator.language.comparing.arithmetic import combine as combine
    from generator.language.comparing.arithmetic import derive as derive
    from generator.language.comparing.arithmetic import share_of_parts as share_of_parts
    from generator.language.comparing.claims import relation as relation
    from generator.language.comparing.claims import verdict as verdict
    from generator.language.comparing.rounding import place_of as place_of
    from generator.language.comparing.rounding import round_half_even as round_half_even
    from generator.language.comparing.rounding import round_half_up as round_half_up
    from generator.language.comparing.years import years as years
    from generator.language.dates.reading import DateReading as DateReading
    from generator.language.dates.reading import read_dates as read_dates
    from generator.language.numbers.printed import read_printed as read_printed
    from generator.language.numbers.units import COUNTED as COUNTED
    from generator.language.numbers.units import MONEY as MONEY
    from generator.language.numbers.units import UNITS as UNITS
    from generator.language.numbers.units import convert as convert
    from generator.language.saying.ask import Ask as Ask
    from generator.language.saying.ask import CannotSay as CannotSay
    from generator.language.saying.changes import say_factor as say_factor
    from generator.language.saying.changes import say_growth as say_growth
    from generator.language.saying.changes import say_modal as say_modal
    from generator.language.saying.changes import say_ratio as say_ratio
    from generator.language.saying.changes import say_signed as say_signed
    from generator.language.saying.dates import say_as_of as say_as_of
    from generator.language.saying.dates import say_date as say_date
    from generator.language.saying.dates import say_ordinal as say_ordinal
    from generator.language.saying.dates import say_years as say_years
    from generator.language.saying.derived import derived_quantity as derived_quantity
    from generator.language.saying.derived import say_derived as say_derived
    from generator.language.saying.digits import decimal_digits as decimal_digits
    from generator.language.saying.digits import decimals_of as decimals_of
    from generator.language.saying.digits import han_words as han_words
    from generator.language.saying.digits import ordinal as ordinal
    from generator.language.saying.everyday import everyday as everyday
    from generator.language.saying.figures import say as say
    from generator.language.saying.periods import say_period as say_period
    from generator.language.saying.pieces import Parts as Parts
    from generator.language.saying.pieces import parts as parts
    from generator.language.script.folding import fold as fold
    from generator.language.script.traditional import (
        figure_to_traditional as figure_to_traditional,
    )
    from generator.language.script.traditional import is_traditional as is_traditional
    from generator.language.script.traditional import region_of as region_of
    from generator.language.script.traditional import to_traditional as to_traditional
    from generator.language.texts.reader import read as read
    from generator.language.texts.reading import Reading as Reading

_NAMES = {
    "comparing.arithmetic": ("Derived", "combine", "derive", "share_of_parts"),
    "comparing.claims": ("relation", "verdict"),
    "comparing.rounding": ("place_of", "round_half_even", "round_half_up"),
    "comparing.years": ("years",),
    "dates.reading": ("DateReading", "read_dates"),
    "numbers.printed": ("read_printed",),
    "numbers.units": ("convert",),
    "saying.ask": ("Ask", "CannotSay"),
    "saying.changes": ("say_factor", "say_growth", "say_modal", "say_ratio", "say_signed"),
    "saying.dates": ("say_as_of", "say_date", "say_ordinal", "say_years"),
    "saying.derived": ("derived_quantity", "say_derived"),
    "saying.digits": ("decimal_digits", "decimals_of", "han_words", "ordinal"),
    "saying.everyday": ("everyday",),
    "saying.figures": ("say",),
    "saying.periods": ("say_period",),
    "saying.pieces": ("Parts", "parts"),
    "script.folding": ("fold",),
    "script.traditional": (
        "figure_to_traditional",
        "is_traditional",
        "region_of",
        "to_traditional",
    ),
    "texts.reader": ("read",),
    "texts.reading": ("Reading",),
}
_HOMES = {name: home for home, names in _NAMES.items() for name in names}
_TABLES = {
    "COUNTED": "numbers.units",
    "MONEY": "numbers.units",
    "UNITS": "numbers.units",
}  # of unit codes


def __getattr__(name: str) -> object:
    home = _HOMES.get(name) or _TABLES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
