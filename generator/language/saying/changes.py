"""Changes, factors, ratios and what is only expected: figures that a verb must carry."""

from __future__ import annotations

from decimal import Decimal

from generator.language.saying.ask import Ask, asked
from generator.language.saying.figures import say
from generator.language.script.traditional import figure_to_traditional, is_traditional
from generator.model import Modality, Quantity

_MINUS = "\u2212"
_ENGLISH_FACTORS = {2: "twice"}
_MODAL_CHINESE: dict[Modality, str] = {
    "forecast": "预计", "plan": "计划", "target": "目标", "proposal": "建议",
}  # fmt: skip


def say_growth(change: Decimal, locale: str) -> str:
    """A growth rate in per cent, its sign as a verb: 增长12.5%, 下降3.2%, 持平, down 3.2%."""
    size = f"{abs(change)}%"
    if locale.startswith("en"):
        return "unchanged" if not change else f"{'up' if change > 0 else 'down'} {size}"
    text = "持平" if not change else f"{'增长' if change > 0 else '下降'}{size}"
    return _scripted(text, locale)


def say_factor(factor: Decimal, locale: str) -> str:
    """A factor, never as *growth of*: 翻一番, 是原来的3倍, three times as much."""
    if locale.startswith("en"):
        number = int(factor) if factor == int(factor) else None
        words = {3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}
        if number in _ENGLISH_FACTORS:
            return f"{_ENGLISH_FACTORS[number]} as much"
        return f"{words.get(number or 0, str(factor))} times as much"
    text = "翻一番" if factor == 2 else f"是原来的{factor}倍"
    return _scripted(text, locale)


def say_signed(number: Decimal, unit: str, locale: str) -> str:
    """A signed number for a table: −3.2% with a minus sign, in Chinese text with a hyphen."""
    text = f"{number:+}" if number else f"{number}"
    if locale.startswith("en"):
        text = text.replace("-", _MINUS)
    return f"{text}{unit}"


def say_ratio(first: int, second: int, locale: str) -> str:
    """1∶3 with the ratio sign, 1:3 in English."""
    return f"{first}:{second}" if locale.startswith("en") else f"{first}∶{second}"


def say_modal(quantity: Quantity, modality: Modality, locale: str, ask: str | Ask = "") -> str:
    """A figure with its modality, which is always said: 预计超600亿元, expected to exceed …"""
    if not locale.startswith("en"):
        word = _MODAL_CHINESE.get(modality, "")
        return _scripted(word, locale) + say(quantity, locale, ask)
    text = say(quantity, locale, asked(ask))
    match modality:
        case "forecast":
            return f"expected to {_reaching(text)}"
        case "plan":
            return f"{text} planned"
        case "target":
            return f"a target of {text}"
        case "proposal":
            return f"{text} proposed"
    return text


def _reaching(text: str) -> str:
    """*Exceed* takes the place of over and more than."""
    for word in ("over ", "more than "):
        if text.startswith(word):
            return f"exceed {text.removeprefix(word)}"
    return f"reach {text}"


def _scripted(text: str, locale: str) -> str:
    return figure_to_traditional(text) if is_traditional(locale) else text
