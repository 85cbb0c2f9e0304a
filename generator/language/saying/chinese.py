"""Figures in Chinese: as printed where nothing else is asked, otherwise laid out anew."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from generator.language.comparing.rounding import UNSCALED, last_place
from generator.language.numbers.units import MONEY, THINGS
from generator.language.saying.as_printed import (
    BEFORE,
    INSTEAD,
    printed_phrase,
    says_its_qualifier,
    spaced,
)
from generator.language.saying.ask import Ask, CannotSay
from generator.language.saying.digits import (
    decimal_digits,
    decimals_of,
    han_words,
    is_chinese,
)
from generator.language.saying.phrases import Phrase
from generator.language.saying.shaping import Figure
from generator.model import Quantity

_SCALES = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))
_SCALE_WORDS = {Fraction(scale): word for scale, word in _SCALES} | {
    Fraction(10**7): "千万", Fraction(10**6): "百万", Fraction(1): "",
}  # fmt: skip

_UNITS = {
    "CNY": "元", "USD": "美元", "HKD": "港元", "TWD": "新台币", "MOP": "澳门元", "EUR": "欧元",
    "GBP": "英镑", "JPY": "日元", "KRW": "韩元", "SGD": "新加坡元", "AUD": "澳元", "CAD": "加元",
    "CHF": "瑞士法郎", "RUB": "卢布", "THB": "泰铢",
    "item": "个", "person": "人", "person-time": "人次", "household": "户", "trip": "车次",
    "occasion": "次", "batch": "批", "TEU": "标准箱",
    "km2": "平方公里", "m2": "平方米", "ha": "公顷", "mu": "亩", "m3": "立方米", "L": "升",
    "km": "公里", "m": "米", "cm": "厘米", "mm": "毫米", "nmi": "海里", "li": "里",
    "t": "吨", "kg": "公斤", "jin": "斤", "g": "克", "kW": "千瓦", "W": "瓦", "kWh": "千瓦时",
    "degC": "℃", "%": "%", "permille": "‰", "pp": "个百分点", "times": "倍", "1": "",
    "year": "年", "month": "个月", "week": "周", "day": "天", "hour": "小时", "minute": "分钟",
    "second": "秒",
}  # fmt: skip


def chinese(figure: Figure, quantity: Quantity, ask: Ask) -> list[Phrase]:
    """The ways to say a figure, the best first; as printed where that is asked and possible."""
    phrases = _phrases(figure, quantity, ask)
    if ask.signed and figure.amount > 0 and quantity.qualifier not in ("range", "several"):
        return [_with_plus(phrase) for phrase in phrases]
    return phrases


def _with_plus(phrase: Phrase) -> Phrase:
    return replace(phrase, digits=_plus(phrase.digits), alone=phrase.alone and _plus(phrase.alone))


def _plus(digits: str) -> str:
    return digits if digits.startswith("+") else f"+{digits}"


def _phrases(figure: Figure, quantity: Quantity, ask: Ask) -> list[Phrase]:
    printed = printed_phrase(quantity.printed) if is_chinese(quantity.printed) else None
    if printed is not None and ask.keeps_value:
        return [printed]
    unit = printed.unit if printed is not None and figure.unit == quantity.unit else None
    unit = unit_word(figure.unit) if unit is None else unit
    if ask.form == "成":
        return _tenths(figure)
    if ask.words:
        return [_in_words(figure, unit)]
    if quantity.qualifier in ("range", "several"):
        return [_spanning(quantity, spaced(unit))]
    if quantity.number is None and quantity.unit == "1":
        said = says_its_qualifier(quantity.printed)
        before = BEFORE.get(figure.qualifier, "") if said else ""
        return [Phrase(fraction_words(quantity.value), before)]
    left_over = printed if quantity.qualifier == "odd" else None
    return [laid_out(figure, scale, spaced(unit), left_over) for scale in _scales(figure)]


def _scales(figure: Figure) -> list[Fraction]:
    """The scale words to try: the one asked for, or the natural one and then larger ones."""
    if figure.scale is not None:
        if figure.scale not in _SCALE_WORDS:
            raise CannotSay("Chinese has no word for that scale; use 万, 亿 or 万亿")
        return [figure.scale]
    natural = natural_scale(figure)
    larger = [Fraction(scale) for scale, _ in reversed(_SCALES) if scale > natural]
    least = Fraction(1, 10) if figure.unit in MONEY else Fraction(1)
    return [natural] + [scale for scale in larger if abs(figure.amount) / scale >= least]


def natural_scale(figure: Figure) -> Fraction:
    """The scale word that needs no more than three decimals."""
    if figure.unit in UNSCALED:
        return Fraction(1)
    most = 2 if figure.is_count else 3
    for scale, _ in _SCALES:
        if abs(figure.amount) >= scale and decimals_of(figure.step, Fraction(scale)) <= most:
            return Fraction(scale)
    return Fraction(1)


def laid_out(figure: Figure, scale: Fraction, unit: str, left_over: Phrase | None = None) -> Phrase:
    """A figure in digits with one scale word; a remainder stands as in `left_over` if it can."""
    digits = decimal_digits(figure.amount / scale, decimals_of(figure.step, scale))
    instead = INSTEAD.get(figure.qualifier, "")
    phrase = Phrase(digits, scale=_SCALE_WORDS[scale], unit=unit, instead=instead)
    if figure.qualifier == "odd":
        if left_over and (left_over.digits, left_over.scale) == (phrase.digits, phrase.scale):
            within, beyond, after = left_over.within, left_over.beyond, left_over.after
            return replace(phrase, within=within, beyond=beyond, after=after)
        return _with_remainder(phrase, scale, counts=figure.unit in THINGS)
    if figure.qualifier == "at_least":
        return replace(phrase, after="以上")
    return replace(phrase, before=BEFORE.get(figure.qualifier, ""))


def _with_remainder(phrase: Phrase, scale: Fraction, *, counts: bool) -> Phrase:
    """余 for things, 多 with a scale word: 1180余个, 39余家, 500多亿元, 5亿多元; 3年多."""
    round_number = phrase.digits.endswith("0") and "." not in phrase.digits
    if scale != 1:
        return replace(phrase, within="多") if round_number else replace(phrase, beyond="多")
    if round_number or counts:
        return replace(phrase, within="余")
    return replace(phrase, after="多")


def _in_words(figure: Figure, unit: str) -> Phrase:
    """三十二家, 两家: Han numerals for whole numbers."""
    if figure.qualifier != "exact" or figure.amount.denominator != 1:
        raise CannotSay("only exact whole numbers are said in words")
    number = int(figure.amount)
    words = "两" if number == 2 and unit else han_words(number)
    return Phrase(words, unit=unit)


def _tenths(figure: Figure) -> list[Phrase]:
    """近四成, 三成多, 四成, 约四成, 超三成: a percentage in tenths, the closest wording first."""
    if figure.unit != "%" or not 10 <= figure.amount < 100:
        raise CannotSay("only shares from 10% to 100% are said in 成")
    tenths, rest = divmod(figure.amount, 10)
    below, above = han_words(int(tenths)), han_words(int(tenths) + 1)
    nearest = above if rest >= 5 else below
    near = Phrase(above, before="近", unit="成", instead="近")
    odd = Phrase(below, unit="成", after="多", instead="超")
    plain = Phrase(nearest, unit="成")
    about, over = replace(plain, before="约"), Phrase(below, before="超", unit="成")
    if figure.qualifier == "about":
        return [about, odd, over]
    first = [plain] if not rest else [near] if rest >= 5 else []
    return [*first, odd, about, over]


def _spanning(quantity: Quantity, unit: str) -> Phrase:
    """A range, or an uncounted number: 数百, 几十."""
    low, high = quantity.interval.lo or Fraction(0), quantity.interval.hi or Fraction(0)
    if quantity.qualifier == "several":
        many = _uncounted(low, high)
        if many:
            return Phrase(many, unit=unit)
    return Phrase(f"{_end(low)}至{_end(high)}", unit=unit)


def _end(amount: Fraction) -> str:
    for scale, word in _SCALES:
        if amount >= scale and decimals_of(last_place(amount), Fraction(scale)) <= 3:
            return decimal_digits(amount / scale, None) + word
    return decimal_digits(amount, None)


def _uncounted(low: Fraction, high: Fraction) -> str:
    """几十 is [20, 100), 数百 [200, 1000): the word whose interval holds this one."""
    for power, word in enumerate(
        ("几", "几十", "数百", "数千", "数万", "数十万", "数百万", "数千万")
    ):
        if 2 * 10**power <= low and high <= 10 ** (power + 1):
            return word
    return ""


def fraction_words(value: Fraction) -> str:
    """四分之一."""
    return f"{han_words(value.denominator)}分之{han_words(value.numerator)}"


def unit_word(unit: str) -> str:
    """The usual word for a unit: 元, 人次, 元/吨."""
    code, _, divisor = unit.partition("/")
    word = _UNITS.get(code, code)
    return f"{word}/{unit_word(divisor).removeprefix('个')}" if divisor else word
