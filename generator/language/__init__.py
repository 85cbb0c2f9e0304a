"""Reading, comparing and saying figures and dates: Chinese and English on equal terms.

The names below are imported when they are first asked for; `units` is the module of that name.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.language.arithmetic import Derived as Derived
    from generator.language.arithmetic import combine as combine
    from generator.language.arithmetic import derive as derive
    from generator.language.arithmetic import share_of_parts as share_of_parts
    from generator.language.ask import Ask as Ask
    from generator.language.ask import CannotSay as CannotSay
    from generator.language.compare import relation as relation
    from generator.language.compare import verdict as verdict
    from generator.language.compare import years as years
    from generator.language.dates import DateReading as DateReading
    from generator.language.dates import read_dates as read_dates
    from generator.language.derived import derived_quantity as derived_quantity
    from generator.language.derived import say_derived as say_derived
    from generator.language.folding import fold as fold
    from generator.language.pieces import Parts as Parts
    from generator.language.pieces import parts as parts
    from generator.language.printed import read_printed as read_printed
    from generator.language.reading import Reading as Reading
    from generator.language.reading import read as read
    from generator.language.rounding import round_half_even as round_half_even
    from generator.language.rounding import round_half_up as round_half_up
    from generator.language.say_changes import say_factor as say_factor
    from generator.language.say_changes import say_growth as say_growth
    from generator.language.say_changes import say_modal as say_modal
    from generator.language.say_changes import say_ratio as say_ratio
    from generator.language.say_changes import say_signed as say_signed
    from generator.language.say_dates import say_as_of as say_as_of
    from generator.language.say_dates import say_date as say_date
    from generator.language.say_dates import say_ordinal as say_ordinal
    from generator.language.say_dates import say_period as say_period
    from generator.language.say_dates import say_years as say_years
    from generator.language.saying import say as say
    from generator.language.script import figure_to_traditional as figure_to_traditional
    from generator.language.script import to_traditional as to_traditional
    from generator.language.units import convert as convert

_HOMES = {
    "Ask": "ask",
    "CannotSay": "ask",
    "combine": "arithmetic",
    "convert": "units",
    "DateReading": "dates",
    "derive": "arithmetic",
    "Derived": "arithmetic",
    "derived_quantity": "derived",
    "figure_to_traditional": "script",
    "fold": "folding",
    "Parts": "pieces",
    "parts": "pieces",
    "read": "reading",
    "Reading": "reading",
    "read_dates": "dates",
    "read_printed": "printed",
    "relation": "compare",
    "round_half_even": "rounding",
    "round_half_up": "rounding",
    "say": "saying",
    "say_as_of": "say_dates",
    "say_date": "say_dates",
    "say_derived": "derived",
    "say_factor": "say_changes",
    "say_growth": "say_changes",
    "say_modal": "say_changes",
    "say_ordinal": "say_dates",
    "say_period": "say_dates",
    "say_ratio": "say_changes",
    "say_signed": "say_changes",
    "say_years": "say_dates",
    "share_of_parts": "arithmetic",
    "to_traditional": "script",
    "verdict": "compare",
    "years": "compare",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
