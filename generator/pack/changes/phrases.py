"""The words of a report on changes, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Literal

from generator.language import CannotSay, say
from generator.model import Quantity
from generator.pack.changes.comparing import UNLIKE, Delta, Kind
from generator.pack.changes.seen import Seen, spoken
from generator.pack.changes.survey import Apart, Change
from generator.resolve.voice import Voice

Group = Literal[
    "changed", "falls", "corrected", "unlike", "new", "withdrawn", "renewed", "aged"
]  # fmt: skip

GROUPS: Mapping[Group, tuple[str, str]] = {
    "changed": ("数字有变", "Changed"),
    "falls": ("累计数反而减少，须先核对", "Running totals that fall: check them first"),
    "corrected": ("同一时点的数已更正", "Corrected for one and the same time"),
    "unlike": ("前后不可比，不作增减", "Not comparable, so no growth"),
    "new": ("新出现的数字", "New"),
    "withdrawn": ("不再出现的数字", "Withdrawn"),
    "renewed": ("数值未变，依据有更新", "Same value, on a new footing"),
    "aged": ("数值未变，有效期有变", "Same value, shelf life passed or renewed"),
}
SORTS = {
    "direction": ("增减用词", "direction"),
    "record": ("首次、纪录", "record"),
    "ordinal": ("年数", "count of years"),
    "sum": ("合计", "total"),
}

_WHY_UNLIKE: Mapping[str, tuple[str, str]] = {
    "scope": ("统计口径不同", "another scope"),
    "modality": ("一为实际数、一为预计或计划数", "one is a result, the other is not"),
    "unit": ("计数单位不同", "another unit"),
    "unlike": ("计数单位不同", "another unit"),
    "period": ("所计时段长短不同", "periods of different length"),
    "formula": ("算法不同", "another formula"),
}
_RENEWED: Mapping[str, tuple[str, str]] = {
    "confirmed": ("更近的来源再次确认", "confirmed for a later date"),
    "source": ("依据另一条陈述", "another statement"),
    "ruling": ("依据另一裁定", "another ruling"),
    "aged": ("已过有效期", "past its shelf life"),
    "fresh": ("恢复在有效期内", "no longer past its shelf life"),
}
_FORMULAS: Mapping[str, tuple[str, str]] = {
    "difference": ("两数之差", "difference"),
    "growth": ("增长率", "growth"),
    "share": ("占比", "share"),
    "sum": ("各数之和", "sum"),
    "convert": ("单位换算", "conversion"),
    "years_since": ("起始年至版次年份的年数", "years up to the edition's year"),
}


def group_of(kind: Kind) -> Group:
    if kind in UNLIKE:
        return "unlike"
    if kind == "refined":
        return "corrected"
    if kind in ("confirmed", "source", "ruling"):
        return "renewed"
    return "aged" if kind == "fresh" else kind  # type: ignore[return-value]  # the others are groups


def by_how_much(change: Change, locale: str) -> str:
    """增加82个（7.44%）, or why there is no such amount; empty for what is new or withdrawn."""
    voice = Voice(locale)
    if change.kind in ("changed", "falls"):
        return _delta(change.delta, change.state, voice)
    if change.kind in UNLIKE:
        return voice.either(*_WHY_UNLIKE[change.kind])
    if change.kind in ("corrected", "refined"):
        return voice.either("非增减，是更正", "a correction, no growth")
    return voice.either(*_RENEWED[change.kind]) if change.kind in _RENEWED else ""


def _delta(delta: Delta, state: Seen, voice: Voice) -> str:
    if delta.amount is None:
        return voice.either("增减不能确定", "whether it rose cannot be told")
    amount = spoken(delta.amount, voice.locale, state.noun)
    up = delta.direction == "up"
    words = f"{voice.either('增加', 'up ') if up else voice.either('减少', 'down ')}{amount}"
    return words + ("" if delta.percent is None else voice.aside(_percent(delta.percent, voice)))


def _percent(quantity: Quantity, voice: Voice) -> str:
    """With one place after the point, or two digits below ten: 27.4%, 7.4%, 0.84%."""
    if abs(quantity.value) >= 10:
        return spoken(quantity, voice.locale)
    try:
        return say(quantity, voice.locale, "digits=2")
    except CannotSay:
        return spoken(quantity, voice.locale)


def label_words(label: str, locale: str) -> str:
    """2025年12月31日 for an edition called by its date, 2025年12月31日（之二） for its second."""
    date, _, number = label[:10], label[10:11], label[11:]
    if not _DATE.fullmatch(date) or (label[10:] and not number.isdigit()):
        return label
    voice = Voice(locale)
    said = voice.date(date)
    return said + voice.aside(voice.either(f"之{number}", f"no. {number}")) if number else said


def dates(change: Change, locale: str) -> str:
    """2023年10月 → 2025年12月; one date where they agree or there is but one."""
    told = [one.dated(locale) for one in (change.old, change.new) if one is not None]
    return " → ".join(dict.fromkeys(one for one in told if one))


def because(change: Change, locale: str, rulings: Mapping[str, Mapping[str, str]]) -> list[str]:
    """What a change comes from: formula, statements with their clauses, ruling."""
    voice, state = Voice(locale), change.state
    told = []
    if state.derive:
        formula = voice.either(*_FORMULAS.get(state.derive, (state.derive, state.derive)))
        told.append(f"{formula}{voice.aside(voice.joined(_bases(state, voice)))}")
    before = set(change.old.lineage) if change.old and change.new else set()
    fresh = [one for one in state.statements if one.id not in before]
    told += [_statement(one.id, state, voice) for one in fresh]
    if state.ruling and (change.old is None or change.old.ruling != state.ruling):
        reason = voice.words(rulings.get(state.ruling, {}))
        name = voice.either(f"裁定 {state.ruling}", f"ruling {state.ruling}")
        told.append(f"{name}{voice.either('：', ': ')}{reason}" if reason else name)
    return told


def _bases(state: Seen, voice: Voice) -> Iterator[str]:
    """What a formula is over, by name; a neighbour of a fact says which it is."""
    for reference, name in zip_longest(state.of, state.of_names[: len(state.of)], fillvalue=None):
        key, _, step = (reference or "").partition(".")
        words = voice.words(name or {}) or key
        if step:
            earlier = voice.either("上一时点", "earlier")
            words += voice.aside(earlier if step == "previous" else step)
        yield words


def _statement(id: str, state: Seen, voice: Voice) -> str:
    one = next(one for one in state.statements if one.id == id)
    cited = voice.words((state.citations or {}).get(one.source, {})) or one.source
    who = voice.aside(one.said_by) if one.said_by else ""
    clause = voice.either(f"：“{one.evidence}”", f": “{one.evidence}”") if one.evidence else ""
    return f"{cited}{who}{clause}{voice.aside(id)}"


def apart_words(apart: Apart, locale: str) -> str:
    """Why two facts on one thing are no growth of one another."""
    return Voice(locale).either(*_WHY_UNLIKE[apart.relation])


_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_PLACES = (
    (r"^notes of slide (\d+)", r"第\1页备注"), (r"^slide (\d+)", r"第\1页"), (r"^body", "正文"),
    (r"\bparagraph (\d+)", r"第\1段"), (r"\btable (\d+)", r"第\1表"), (r"\brow (\d+)", r"第\1行"),
    (r"\b(?:cell|column) (\d+)", r"第\1列"), (r"\bheader\b", "页眉"), (r"\bfooter\b", "页脚"),
    (r"\bfootnotes?, footnote (\d+)", r"脚注\1"), (r"\btext box\b", "文本框"),
    (r"^properties, title", "文件属性，标题"), (r"^properties\b", "文件属性"),
    (r"\bpicture\b", "图片"), (r"\bchart\b", "图表"), (r"\balternative text\b", "替代文字"),
)  # fmt: skip
_OWN_NAME = re.compile(r", '(?:fact:|Notes Placeholder)[^']*'")


def place_words(where: str, locale: str) -> str:
    """A place as the reader of the report would look for it: 正文，第3段; 第2页，标题."""
    told = _OWN_NAME.sub("", where)
    if locale.startswith("en"):
        return told
    for pattern, words in _PLACES:
        told = re.sub(pattern, words, told)
    return Voice(locale).chinese(told.replace("'", "").replace(", ", "，"))
