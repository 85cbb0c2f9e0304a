"""Numbers as they are written: digits, Chinese numerals, English words, and mixtures of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from generator.language.script.patterns import compiled

HAN_DIGITS = {
    **{digit: value for value, digit in enumerate("零一二三四五六七八九")},
    **{digit: value for value, digit in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    "两": 2,
}  # fmt: skip
HAN_PLACES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
HAN_TENS = {"廿": 20, "卅": 30}
HAN_SCALES = {"万亿": 10**12, "兆": 10**12, "亿": 10**8, "万": 10**4}

_D = "".join(HAN_DIGITS)
_P = "".join(HAN_PLACES) + "".join(HAN_TENS)
# All repeats are bounded: a text may be hostile, a number never is that long.
_ARABIC = r"(?:\d{1,3}(?:,\d{3}){1,8}(?!\d)|\d{1,24}(?!\d))(?:\.\d{1,24}(?!\d))?"
# 千 belongs to the unit in 千瓦, 千米, 千克.
_HAN = rf"(?:(?!千[瓦米克]|百分点)[{_D}{_P}]){{1,16}}(?:点[{_D}]{{1,16}}(?![{_P}]))?"
_SEVERAL = rf"(?:[{_D}]?十几|[几数](?:(?!千[瓦米克])[十百千]){{0,3}}|\d+0几)"
_PART = rf"(?:{_ARABIC}(?:(?!千[瓦米克]|百分点)[千百])?|{_SEVERAL}|{_HAN})"
_SCALE = r"(?:万亿|亿|万|兆(?![瓦赫帕欧字]))"
# 多 余 来 are the remainder of a number unless another word begins with them; behind a round one
# that counts, 多次 and 多所 are no words: 300多次.
_ODD = (
    r"(?:多(?!样|媒体|功能|边|维|元化|方|家庭|(?<=[^0十百千万亿]多)[次所])|余(?!额|下|地|款|热|量|粮)"
    r"|来(?!自|到|源|华|访|回|看|说|往|宾|稿|信|电|临|袭))"
)
# One number with its scale words: 5.09亿, 3万5千, 500多亿, 十几万, 百亿, 一百二十.
CHINESE_NUMBER = rf"(?:{_PART}{_ODD}?(?:{_SCALE}{_ODD}?(?:{_PART}{_ODD}?)?){{0,4}}|{_SCALE}{_ODD}?)"

_SCALED = rf"(?s:(.*?)({_SCALE})(.*))"
_PLAIN = r"([\d,]+(?:\.\d+)?)([千百]?)"
_MANY = r"(?:([一二三四五六七八九]?十|\d+0)[几数]|[几数])([十百千]*)((?:万亿|亿|万|兆)*)"
_NEIGHBOURS = rf"(?<![{_D}])([{_D}])([{_D}])(?![{_D}])"
_REMAINDER = "[多余来]"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed: `digits` (``5.10``) times `scale`.

    `bare` is a scale word without any digit (百亿). `remainder` tells where 多, 余 or 来 stands:
    inside the number or after its scale word; `roughly` that it was 来, which means about;
    `half` that its decimal is the word 半.
    """

    digits: str
    scale: int = 1
    bare: bool = False
    remainder: Literal["", "inside", "scale"] = ""
    roughly: bool = False
    half: bool = False

    @property
    def whole(self) -> int:
        """The value of a number without decimals."""
        return int(self.digits) * self.scale

    @property
    def value(self) -> Fraction:
        return Fraction(self.digits) * self.scale


@dataclass(frozen=True, slots=True)
class Many:
    """An uncounted number: 几十 is [20, 100), 十几 is (10, 20)."""

    low: int
    high: int
    low_closed: bool = True


@dataclass(frozen=True, slots=True)
class Between:
    """Two neighbouring numerals: 两三个, 十七八, 三四千万."""

    low: Number
    high: Number


def chinese_number(text: str) -> Number | Many | Between:
    """Read what `CHINESE_NUMBER` matches. Raises ValueError for what is no number."""
    match = compiled(_PLAIN).fullmatch(text)
    if match is not None:
        return _arabic(match)
    if "几" in text or "数" in text:
        return _many(text)
    found = compiled(_REMAINDER).search(text)
    if found is None:
        return _neighbours(text) or _number(text)
    start, end = found.span()
    number = _number(text[:start] + text[end:])
    after_scale = end == len(text) and text[start - 1] in "万亿兆"
    return replace(
        number,
        remainder="scale" if after_scale and not number.bare else "inside",
        roughly=found[0] == "来",
    )


def han_integer(text: str) -> int:
    """Chinese numerals below ten thousand, by place (三千五百) or by position (二〇二五)."""
    if all(character in HAN_DIGITS for character in text):
        return int("".join(str(HAN_DIGITS[character]) for character in text))
    total = digit = 0
    place, after_zero = 10_000, False
    for character in text:
        if character in HAN_DIGITS:
            digit = HAN_DIGITS[character]
            after_zero = digit == 0
            continue
        weight = HAN_PLACES.get(character) or 10
        if weight >= place:
            raise ValueError(f"not a number: {text!r}")
        total += HAN_TENS.get(character) or (digit or 1) * weight
        place, digit = weight, 0
    if digit and place >= 100 and not after_zero and text[-2:-1] in HAN_PLACES:
        digit *= place // 10  # 一百二 is 120
    return total + digit


def _arabic(match: re.Match[str]) -> Number:
    digits, suffix = match.groups()
    return Number(digits.replace(",", ""), HAN_PLACES.get(suffix, 1))


def _number(text: str) -> Number:
    split = compiled(_SCALED).fullmatch(text)
    if split is None:
        return _part(text)
    head, word, tail = split.groups()
    scale = HAN_SCALES[word]
    if not head and not tail:
        return Number("1", scale, bare=True)
    first = _part(head) if head else Number("1", bare=True)
    if not tail:
        return Number(first.digits, first.scale * scale, first.bare or head == "十")
    return _joined(first, scale, tail)


def _joined(first: Number, scale: int, tail: str) -> Number:
    """3万5千, 2亿3000万, 一万二: the smaller scale is the place of the last digit."""
    if len(tail) == 1 and tail not in HAN_PLACES:
        last = Number(_part(tail).digits, scale // 10)
    else:
        last = _number(tail)
        if last.scale == 1 and tail.endswith("千"):
            last = Number(last.digits[:-3], 1000)
    if last.scale >= scale or "." in first.digits + last.digits:
        raise ValueError(f"the scales of {tail!r} do not fall")
    return Number(str((first.whole * scale + last.whole) // last.scale), last.scale)


def _part(text: str) -> Number:
    """A number without 万 or 亿."""
    match = compiled(_PLAIN).fullmatch(text)
    if match is not None:
        return _arabic(match)
    whole, _, decimals = text.partition("点")
    try:
        digits = str(han_integer(whole))
    except ValueError:
        raise ValueError(f"not a number: {text!r}") from None
    if decimals:
        digits += "." + "".join(str(HAN_DIGITS[character]) for character in decimals)
    return Number(digits, bare=whole in ("百", "千"))


def _many(text: str) -> Many:
    match = compiled(_MANY).fullmatch(text)
    if match is None:
        raise ValueError(f"not a number: {text!r}")
    tens, places, scales = match.groups()
    unit = 1
    for character in places:
        unit *= HAN_PLACES[character]
    for word in re.findall("万亿|亿|万|兆", scales):
        unit *= HAN_SCALES[word]
    if tens is None:
        return Many(2 * unit, 10 * unit)
    low = _part(tens).whole
    return Many(low * unit, (low + 10) * unit, low_closed=False)


def _neighbours(text: str) -> Between | None:
    """Two digits side by side, one more than the other, are two numbers: 二三十 is 20 to 30."""
    match = compiled(_NEIGHBOURS).search(text)
    if match is None:
        return None
    first, second = HAN_DIGITS[match[1]], HAN_DIGITS[match[2]]
    if not ((first and second == first + 1) or (first, second) == (3, 5)):
        return None
    low, high = (text[: match.start()] + match[n] + text[match.end() :] for n in (1, 2))
    return Between(_number(low), _number(high))
