"""The grammar of a Chinese figure, on folded text without spaces (specification, section 2)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from generator.language.numbers.chinese_shares import EACH, SHARE, each, share
from generator.language.numbers.drafts import ONE, Draft, ratio
from generator.language.numbers.numerals import (
    CHINESE_NUMBER,
    HAN_DIGITS,
    Between,
    Many,
    Number,
    chinese_number,
)
from generator.language.numbers.qualifiers import chinese_after, chinese_before, qualifier_of
from generator.language.numbers.unit_words import (
    ASSUMED,
    CHINESE_CURRENCIES,
    CURRENCIES,
    chinese_unit_at,
    chinese_units,
)
from generator.language.script.patterns import compiled
from generator.model import Qualifier

_CURRENCIES = CURRENCIES | CHINESE_CURRENCIES
_MONEY = "|".join(re.escape(sign) for sign in sorted(_CURRENCIES, key=len, reverse=True))
_WITHIN_UNIT = "月|小时|星期|钟头"  # units with 个 in front, where 半 and 多 may stand between
_HALVED = "年|天|周|日|小时|个月|个小时|亩|公里|里|斤|公斤|倍|成"
_LEFT_OVER = "多(?!样|媒体|功能|边|维|元|次|为|是|年|数|半|人)|余(?!额|下|款|地|热)"

# A figure is read from left to right in steps, each of which may find nothing but the first.
_HEAD = (
    rf"(?P<before>{chinese_before()})?(?P<money>(?:{_MONEY}) ?)?(?P<sign>[+-]|负|零下)?"
    rf"(?P<number>{CHINESE_NUMBER}"
    rf"|(?<![上下前后大小一])半(?=(?:个?多?(?:{_WITHIN_UNIT}))|{_HALVED}))"
    r"(?P<plus>\+)?"
)
_TO = (
    r"(?P<unit>[\u4e00-\u9fff%‰℃]{1,4}?)?(?P<joint>[~—–-]{1,2}|至|到)"
    rf"(?:{_MONEY})?(?P<number>{CHINESE_NUMBER})"
)
_SPLIT_UNIT = rf"(?P<within>个[半多余])(?P<unit>{_WITHIN_UNIT})"
_TAIL = (
    r"(?P<tenth>(?<=成)[一二三四五六七八九](?![十百千万亿个家人名户位所])"
    r"|(?<=\d米)\d{1,2}(?![\d.]))?"
    rf"(?P<half>半(?![年数径岛月决路]))?(?P<odd>{_LEFT_OVER})?(?P<after>{chinese_after()})?"
)
_JOINTS = frozenset("~—–-至到")

_RATIO = r"(?<![\d:∶])(?P<first>\d+(?:\.\d+)?)[∶:](?P<second>\d+(?:\.\d+)?)(?![\d:∶])"
_FACTOR = r"翻了?(?:(?P<times>[一二两三四五六七八九]|\d+)番|番|(?P<double>一?倍))|(?P<halved>减半)"
_COUNTLESS = "数以(?P<scale>[十百千万亿]{1,2})计"

_Part = dict[str, str | None]


def chinese_figure(text: str, start: int = 0) -> Draft | None:
    """The figure that begins at `start` of a folded, squeezed text; None where none begins."""
    near = text[start : start + 24]
    for hint, pattern, build in _FORMS:
        match = compiled(pattern).match(text, start) if hint in near else None
        if match is not None:
            try:
                return build(match)
            except ValueError:
                continue
    try:
        return _figure(text, start)
    except ValueError:
        return None


def _figure(text: str, start: int) -> Draft | None:
    """A number with its qualifiers, currency and unit."""
    head = compiled(_HEAD).match(text, start)
    if head is None:
        return None
    to = _second_end(text, head.end())
    within, word, end = _unit_at(text, to.end() if to else head.end())
    if to and to["unit"] and not _is_one_unit(to["unit"], "" if within else word):
        # 增长5%至12亿元: two figures
        return chinese_figure(text[: to.start("joint")], start)
    tail = compiled(_TAIL).match(text, end) if end < len(text) else None
    part: _Part = tail.groupdict() if tail else {}
    draft = _begun(head, word or (to["unit"] if to else "") or "")
    draft = replace(draft, end=tail.end() if tail else end)
    if to:
        shared = not to["unit"]
        draft = draft.between(chinese_number(head["number"]), chinese_number(to["number"]), shared)
    else:
        draft = _with_number(draft, head, within, part)
    if head["plus"]:
        draft = draft.also("at_least")
    after = part.get("after")
    return draft.also(qualifier_of(after, "after", english=False)) if after else draft


def _second_end(text: str, start: int) -> re.Match[str] | None:
    """The second end of a range: 至5万, 元—300, ～8."""
    if _JOINTS.isdisjoint(text[start : start + 5]):
        return None
    return compiled(_TO).match(text, start)


def _unit_at(text: str, start: int) -> tuple[str, str, int]:
    """What stands within the unit (个半月), the word of the unit, and where it ends."""
    split = compiled(_SPLIT_UNIT).match(text, start) if text.startswith("个", start) else None
    if split is not None:
        return split["within"], f"个{split['unit']}", split.end()
    word = chinese_unit_at(text, start)
    return "", word, start + len(word)


def _is_one_unit(first: str, second: str) -> bool:
    return first in chinese_units() and _code(first) == _code(second)


def _code(word: str) -> tuple[str, Fraction] | None:
    return chinese_units().get(word)


def _begun(head: re.Match[str], word: str) -> Draft:
    """What stands around the number: the first qualifier, the currency, the unit."""
    code, factor = _code(word) or ("", ONE)
    sign = (head["money"] or "").strip()
    notes = (ASSUMED[sign],) if sign in ASSUMED else ()
    if "兆" in head["number"] and word:
        notes = (*notes, "assumed-trillion")
    qualifier: Qualifier = "exact"
    if head["before"]:
        qualifier = qualifier_of(head["before"], "before", english=False)
    code = _CURRENCIES[sign] if sign else code
    return Draft(
        head.start(), head.end(), Number("0"), code, factor, qualifier, "", notes, sign, word
    )


def _with_number(draft: Draft, head: re.Match[str], within: str, part: _Part) -> Draft:
    """The figure with its number and what its unit splits off: 一个半月, 3年多, 三成五."""
    number = _number_or_half(head["number"])
    if isinstance(number, Number):
        is_whole = "." not in number.digits
        if is_whole and (part.get("half") or within == "个半"):
            number = replace(number, digits=number.digits + ".5", half=True)
        tenth = part.get("tenth")
        if tenth and is_whole:  # 三成五 is 35 %, 1米8 is 1.8 m
            number = replace(number, digits=f"{number.digits}.{HAN_DIGITS.get(tenth, tenth)}")
        if head["sign"] and head["sign"] != "+":
            number = replace(number, digits="-" + number.digits)
    left_over = part.get("odd") or within in ("个多", "个余")
    return draft.holding(number, "unit" if left_over else "")


def _number_or_half(text: str) -> Number | Many | Between:
    return Number("0.5", half=True) if text == "半" else chinese_number(text)


def _factor(match: re.Match[str]) -> Draft:
    """翻一番 doubles, 翻两番 is four times as much, 减半 leaves one half."""
    if match["halved"]:
        number = Number("0.5")
    else:
        times = chinese_number(match["times"] or "一")
        number = Number(str(2 ** (times.whole if isinstance(times, Number) else 1)))
    return Draft(match.start(), match.end(), number, "times")


def _countless(match: re.Match[str]) -> Draft:
    """数以万计: ten thousand or more."""
    number = chinese_number(match["scale"])
    if not isinstance(number, Number):
        raise ValueError("not one number")
    number = replace(number, bare=False)
    return Draft(match.start(), match.end(), number, qualifier="at_least")


# A character without which a form need not be tried, the form, and what to make of it. What is
# none of these is a plain figure.
_FORMS: tuple[tuple[str, str, Callable[[re.Match[str]], Draft | None]], ...] = (
    ("∶", _RATIO, ratio),
    (":", _RATIO, ratio),
    ("分之", SHARE, share),
    ("半", SHARE, share),
    ("有", EACH, each),
    ("翻", _FACTOR, _factor),
    ("减半", _FACTOR, _factor),
    ("数以", _COUNTLESS, _countless),
)
