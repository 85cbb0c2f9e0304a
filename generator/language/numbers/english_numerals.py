"""Numbers in English: digits with scale words, number words, dozens and hundreds."""

from __future__ import annotations

import re
from fractions import Fraction

from generator.language.numbers.numerals import Many, Number

_UP_TO_TWENTY = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen
"""
_BY_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ONES = {word: value for value, word in enumerate(_UP_TO_TWENTY.split())}
_TENS = {word: 10 * value for value, word in enumerate(_BY_TENS.split(), 2)}
SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12, "dozen": 12,
}  # fmt: skip
_BIG = "thousand|million|billion|trillion"
_SCALE = rf"(?:hundred|{_BIG}|mn|bn|tn|k|dozen)(?![a-z])"
WORD = "(?:" + "|".join(sorted([*ONES, *_TENS], key=len, reverse=True)) + ")"
_WORD = WORD + "(?![a-z])"
_UNIT_WORD = rf"(?:{_WORD}|hundred(?![a-z])|(?:{_BIG})(?![a-z]))"

# All repeats are bounded: a text may be hostile, a number never is that long.
ARABIC = r"(?:\d{1,3}(?:,\d{3}){1,8}(?!\d)|\d{1,24}(?!\d))(?:\.\d{1,24}(?!\d))?"
DIGITS = rf"{ARABIC}(?:[ -]?{_SCALE}){{0,2}}"
WORDS = (
    rf"(?:(?:a quarter|three quarters) of a (?:{_BIG})(?![a-z])"
    rf"|half an? (?:hundred|{_BIG}|dozen)(?![a-z])"
    rf"|an? (?:hundred|{_BIG}|dozen)(?![a-z])(?: (?:{_BIG})(?![a-z]))?"
    rf"|{_WORD}(?:(?: and |[ -]){_UNIT_WORD}){{0,12}}(?: and a half(?: (?:{_BIG}))?)?"
    r"(?: dozen(?![a-z]))?"
    rf"|dozen(?![a-z]))"
)
_FEW = rf"(?:several|a few|a couple(?: of)?)(?: (?:hundred|{_BIG}|dozen)(?![a-z])){{0,2}}"
_PLURAL = "(?:dozens|scores|tens|hundreds|thousands|millions|billions)"
MANY = rf"(?:{_FEW}|{_PLURAL}(?: of (?:thousands|millions|billions))?)(?![a-z])"

_SPLIT_DIGITS = re.compile(rf"({ARABIC})[ -]?(.*)")
_FEWEST = {"several": (3, 10), "a few": (3, 10), "a couple": (2, 3), "a couple of": (2, 3)}
_PLURALS = {
    "dozens": (24, 100), "scores": (40, 100), "tens": (20, 100), "hundreds": (200, 10**3),
    "thousands": (2 * 10**3, 10**4), "millions": (2 * 10**6, 10**9),
    "billions": (2 * 10**9, 10**12),
}  # fmt: skip
_OF = {"thousands": 10**3, "millions": 10**6, "billions": 10**9}


def english_number(text: str) -> Number:
    """Read what `DIGITS` or `WORDS` matches. Raises ValueError for what is no number."""
    match = _SPLIT_DIGITS.fullmatch(text)
    if match is None:
        return _words(text.replace("-", " ").replace(" and ", " ").split())
    scale = 1
    for word in match[2].replace("-", " ").split():
        scale *= SCALES[word]
    return Number(match[1].replace(",", ""), scale)


def english_many(text: str) -> Many:
    """Read what `MANY` matches: dozens, several hundred, tens of thousands."""
    words = text.split()
    if words[0] in _PLURALS:
        low, high = _PLURALS[words[0]]
        unit = _OF[words[2]] if len(words) > 1 else 1
        return Many(low * unit, high * unit)
    unit = 1
    while words[-1] in SCALES:
        unit *= SCALES[words.pop()]
    low, high = _FEWEST[" ".join(words)]
    return Many(low * unit, high * unit)


def _words(words: list[str]) -> Number:
    """Number words: a scale word at the end is the scale, as in three million."""
    if words[0] == "half":
        return Number("0.5", SCALES[words[-1]], half=True)
    if words[1:2] in (["quarter"], ["quarters"]):
        return Number("0.25" if words[0] == "a" else "0.75", SCALES[words[-1]], half=True)
    scale = 1
    while words and words[-1] in SCALES and words[-1] != "hundred":
        scale *= SCALES[words.pop()]
    half = words[-2:] == ["a", "half"]
    if half:
        words = words[:-2]
    if not words or words in (["a"], ["an"]):
        # a million names a size, a dozen is twelve
        return Number(str(scale), bare=True) if scale % 12 else Number(str(scale))
    total = _below_a_scale(words)
    bare = words in (["a", "hundred"], ["hundred"])
    if scale % 12 == 0:
        total, scale = total * scale, 1
    return Number(f"{total}.5" if half else str(total), scale, bare=bare, half=half)


def _below_a_scale(words: list[str]) -> int:
    total = current = 0
    for word in words:
        if word in ("a", "an"):
            continue
        if word in SCALES:
            if word == "hundred":
                current = (current or 1) * 100
            else:
                total, current = total + (current or 1) * SCALES[word], 0
        else:
            value = ONES.get(word, _TENS.get(word))
            if value is None:
                raise ValueError(f"not a number: {' '.join(words)!r}")
            current += value
    return total + current


_WHOLES = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_NAMES = "|".join(_WHOLES)
FRACTION = (
    rf"(?:(?:an?|{_WORD})[ -](?:{_NAMES})s?(?![a-z-])(?! of a (?:{_BIG}))"
    r"(?! (?:century|year|place|time)s?)"
    rf"|half(?![a-z-])(?! (?:an?|the year|of \d+|year)\b)"
    rf"|(?:{_WORD}|\d+) (?:in|out of)(?: every)? (?:{_WORD}|\d+)(?![a-z\d,.]))"
)
_SHARE_OF = re.compile(r"(.+) (?:in|out of)(?: every)? (.+)")


def english_fraction(text: str) -> Fraction:
    """Read what `FRACTION` matches: two thirds, half, one in four."""
    share = _SHARE_OF.fullmatch(text)
    if share is not None:
        top, bottom = (english_number(part) for part in share.groups())
        if not 0 < top.whole <= bottom.whole:
            raise ValueError(f"not a fraction: {text!r}")
        return Fraction(top.whole, bottom.whole)
    *count, name = text.replace("-", " ").split()
    whole = _WHOLES.get(name) or _WHOLES[name.removesuffix("s")]
    return Fraction(1 if count in ([], ["a"], ["an"]) else english_number(count[0]).whole, whole)
