"""The grammar of a Chinese figure, on folded text without spaces (specification, section 2)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from generator.language.numbers.drafts import ONE, Draft, Ends
from generator.language.numbers.intervals import Remainder
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
    chinese_unit_pattern,
    chinese_units,
)
from generator.model import Qualifier

_UNITS = chinese_units()
_CURRENCIES = CURRENCIES | CHINESE_CURRENCIES

_MONEY = "|".join(re.escape(sign) for sign in sorted(_CURRENCIES, key=len, reverse=True))
_UNIT = chinese_unit_pattern()
_BEFORE, _AFTER = chinese_before(), chinese_after()
_SPLIT = "月|小时|星期|钟头"  # units with 个 in front, where 半 and 多 may stand between
_HALVED = "年|天|周|日|小时|个月|个小时|亩|公里|里|斤|公斤|倍|成"
_LEFT_OVER = "多(?!样|媒体|功能|边|维|元|次|为|是|年|数|半|人)|余(?!额|下|款|地|热)"
_RANGE = "[~—–-]{1,2}|至|到"
_SMALL = r"[\d.零一二两三四五六七八九十百千万点]{1,12}"  # the numbers of a fraction

_FIGURE = re.compile(
    rf"(?P<before>{_BEFORE})?(?P<money>(?:{_MONEY}) ?)?(?P<sign>-|负|零下)?"
    rf"(?P<number>{CHINESE_NUMBER}|(?<![上下前后大小一])半(?=(?:个?多?(?:{_SPLIT}))|{_HALVED}))"
    rf"(?P<plus>\+)?"
    rf"(?:(?P<first_unit>[\u4e00-\u9fff%‰℃]{{1,4}}?)?(?P<joint>{_RANGE})(?:{_MONEY})?(?P<second>{CHINESE_NUMBER}))?"
    rf"(?:(?P<between>个[半多余])(?P<split>{_SPLIT})|(?P<unit>{_UNIT}))?"
    rf"(?P<tenth>(?<=成)[一二三四五六七八九](?![十百千万亿个家人名户位所])"
    r"|(?<=\d米)\d{1,2}(?![\d.]))?"
    rf"(?P<half>半(?![年数径岛月决路]))?(?P<odd>{_LEFT_OVER})?(?P<after>{_AFTER})?"
)
_SHARE = re.compile(
    rf"(?P<before>{_BEFORE})?(?:(?P<whole>{_SMALL})分之(?P<part>{_SMALL}[多余]?)"
    rf"(?:(?:{_RANGE})(?:百分之)?(?P<second>{_SMALL}))?"
    rf"|(?P<half>一半|半数|(?<=[过超近约])半(?![年月天小个日场程路导决])|(?<=超过)半|(?<=不到)半|(?<=不足)半))"
    rf"(?P<after>{_AFTER})?"
)
_EACH = re.compile(
    rf"(?P<each>每)?(?P<whole>{_SMALL})[\u4e00-\u9fff]{{1,8}}?(?(each)(?:当中|之中|中|里)?"
    rf"|(?:当中|之中|中|里))(?:差不多|大约|约|几乎|平均)?就?有(?P<part>{_SMALL})[个人名户位家所台辆头村座]"
)
_COUNTLESS = re.compile("数以(?P<scale>[十百千万亿]{1,2})计")
_FACTOR = re.compile(
    r"翻了?(?:(?P<times>[一二两三四五六七八九]|\d+)番|番|(?P<double>一?倍))|(?P<halved>减半)"
)
_RATIO = re.compile(r"(?<![\d:∶])(?P<first>\d+(?:\.\d+)?)[∶:](?P<second>\d+(?:\.\d+)?)(?![\d:∶])")

_HUNDREDTHS = {"百": "%", "千": "permille"}


def chinese_figure(text: str, start: int = 0) -> Draft | None:
    """The figure that begins at `start` of a folded, squeezed text; None where none begins."""
    near = text[start : start + 24]
    for hint, pattern, build in _FORMS:
        match = pattern.match(text, start) if hint in near else None
        if match is not None:
            try:
                return build(match)
            except ValueError:
                continue
    return None


def _figure(match: re.Match[str]) -> Draft | None:
    """A number with its qualifiers, currency and unit."""
    part = match.groupdict()
    first_unit = part["first_unit"]
    if first_unit and _UNITS.get(first_unit, "none") != _UNITS.get(part["unit"] or ""):
        # 增长5%至12亿元: two figures
        return chinese_figure(match.string[: match.start("joint")], match.start())
    draft = _begun(match, part)
    if part["second"]:
        draft = _with_ends(draft, part)
    else:
        draft = _with_number(draft, _number_or_half(part["number"]), part)
    if part["plus"]:
        draft = draft.also("at_least")
    return (
        draft.also(qualifier_of(part["after"], "after", english=False)) if part["after"] else draft
    )


def _begun(match: re.Match[str], part: dict[str, str | None]) -> Draft:
    """What stands around the number: the first qualifier, the currency, the unit."""
    split = part["split"]
    word = f"个{split}" if split else part["unit"] or part["first_unit"] or ""
    code, factor = _UNITS.get(word, ("", ONE))
    sign = (part["money"] or "").strip()
    notes = (ASSUMED[sign],) if sign in ASSUMED else ()
    if "兆" in match["number"] and word:
        notes = (*notes, "assumed-trillion")
    qualifier: Qualifier = "exact"
    if part["before"]:
        qualifier = qualifier_of(part["before"], "before", english=False)
    code = _CURRENCIES[sign] if sign else code
    return Draft(match.start(), match.end(), _ZERO, code, factor, qualifier, "", notes, sign, word)


def _number_or_half(text: str) -> Number | Many | Between:
    return Number("0.5", half=True) if text == "半" else chinese_number(text)


def _with_number(
    draft: Draft, number: Number | Many | Between, part: dict[str, str | None]
) -> Draft:
    if isinstance(number, Many):
        ends = Ends(Fraction(number.low), Fraction(number.high), (number.low_closed, False))
        return draft.spanning(ends, "several")
    if isinstance(number, Between):
        low, high = _value(number.low), _value(number.high)
        return draft.spanning(Ends(low, high), "range")
    if part["half"] or part["between"] == "个半":
        number = replace(number, digits=number.digits + ".5", half=True)
    if part["tenth"]:
        # 三成五 is 35 %, 1米8 is 1.8 m
        tenth = HAN_DIGITS.get(part["tenth"], part["tenth"])
        number = replace(number, digits=f"{number.digits}.{tenth}")
    if part["sign"]:
        number = replace(number, digits="-" + number.digits)
    draft = replace(draft, value=number)
    if number.roughly:
        return draft.also("about")
    remainder: Remainder = number.remainder
    if part["odd"] or part["between"] in ("个多", "个余"):
        remainder = "unit"
    if not remainder:
        return draft
    return replace(draft.also("odd"), remainder=remainder)


def _with_ends(draft: Draft, part: dict[str, str | None]) -> Draft:
    """A printed range: a scale or unit on the second end serves the first if it has none."""
    first, second = chinese_number(part["number"] or ""), chinese_number(part["second"] or "")
    if not isinstance(first, Number) or not isinstance(second, Number):
        raise ValueError("a range of ranges")
    scale = second.scale if first.scale == 1 and not part["first_unit"] else first.scale
    low = _value(replace(first, scale=scale))
    return draft.spanning(Ends(low, _value(second)), "range")


def _value(number: Number) -> Fraction:
    return Fraction(number.digits) * number.scale


def _share(match: re.Match[str]) -> Draft:
    """百分之三十七 is 37 %, 四分之一 a quarter, 一半 one half."""
    part = match.groupdict()
    draft = Draft(match.start(), match.end(), _ZERO)
    if part["before"]:
        draft = draft.also(qualifier_of(part["before"], "before", english=False))
    if part["half"]:
        draft = replace(draft, value=Fraction(1, 2), unit="1")
    elif part["whole"] in _HUNDREDTHS:
        number = chinese_number(part["part"])
        draft = replace(draft, unit=_HUNDREDTHS[part["whole"]])
        if part["second"]:
            fields = {"number": part["part"], "second": part["second"], "first_unit": None}
            return _with_ends(draft, fields)
        if isinstance(number, Number) and number.bare:
            number = replace(number, bare=False)  # 百分之百
        draft = _with_number(draft, number, _NO_PARTS)
    else:
        draft = replace(draft, value=_quotient(part["part"], part["whole"]), unit="1")
    if part["after"]:
        draft = draft.also(qualifier_of(part["after"], "after", english=False))
    return draft


def _each(match: re.Match[str]) -> Draft:
    """每五户中有一户: one in five."""
    return Draft(match.start(), match.end(), _quotient(match["part"], match["whole"]), "1")


def _quotient(part: str, whole: str) -> Fraction:
    top, bottom = chinese_number(part), chinese_number(whole)
    if not isinstance(top, Number) or not isinstance(bottom, Number) or not _value(bottom):
        raise ValueError("not a fraction")
    return _value(top) / _value(bottom)


def _factor(match: re.Match[str]) -> Draft:
    """翻一番 doubles, 翻两番 is four times as much, 减半 leaves one half."""
    if match["halved"]:
        number = Number("0.5")
    else:
        times = chinese_number(match["times"] or "一")
        number = Number(str(2 ** (times.whole if isinstance(times, Number) else 1)))
    return Draft(match.start(), match.end(), number, "times")


def _ratio(match: re.Match[str]) -> Draft:
    """1∶3 is exactly one third."""
    bottom = Fraction(match["second"])
    if not bottom:
        raise ValueError("a ratio to nothing")
    value = Fraction(match["first"]) / bottom
    return Draft(match.start(), match.end(), Ends(value, value), "1")


def _countless(match: re.Match[str]) -> Draft:
    """数以万计: ten thousand or more."""
    number = _bare_as_one(chinese_number(match["scale"]))
    return Draft(match.start(), match.end(), number, qualifier="at_least")


def _bare_as_one(number: Number | Many | Between) -> Number:
    if not isinstance(number, Number):
        raise ValueError("not one number")
    return replace(number, bare=False)


_ZERO = Number("0")
_NO_PARTS: dict[str, str | None] = dict.fromkeys(("half", "between", "tenth", "sign", "odd"))
# A character without which a form need not be tried, the form, and what to make of it.
_FORMS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], Draft | None]], ...] = (
    ("∶", _RATIO, _ratio),
    (":", _RATIO, _ratio),
    ("分之", _SHARE, _share),
    ("半", _SHARE, _share),
    ("有", _EACH, _each),
    ("翻", _FACTOR, _factor),
    ("减半", _FACTOR, _factor),
    ("数以", _COUNTLESS, _countless),
    ("", _FIGURE, _figure),
)
