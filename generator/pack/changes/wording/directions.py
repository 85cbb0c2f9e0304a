"""Words that say which way a figure went, beside a figure that went the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.pack.changes.comparing import UNLIKE, Direction
from generator.pack.changes.survey import Change
from generator.pack.changes.wording.finding import Finding, Knowledge, why
from generator.pack.changes.wording.sentences import Figure, Sentence

_UP = re.compile(
    r"(?:增长|增加|递增|净增|激增|猛增|倍增)(?![值极点])|增至|增到|增为|上升|升至|升到|提高|提升|"
    r"扩大|攀升|上涨|涨至|增多|"
    r"\b(?:rose|rises?|risen|rising|grew|grows?|grown|growing|growth|increas(?:ed?|es|ing)|"
    r"climb(?:ed|ing)|gain(?:ed|ing)|expand(?:ed|ing)|doubled|tripled|"
    r"up(?= (?:from|by|to)\b| ?\d))\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"下降|减少|递减|锐减|降低|降至|降到|减至|减到|缩减|下滑|下跌|回落|缩小|萎缩|"
    r"\b(?:fell|falls?(?= (?:by|from|to|below)\b)|fallen|falling|"
    r"declin(?:ed?|es|ing)|decreas(?:ed?|es|ing)|drop(?:s|ped|ping)?|shr(?:ank|inks?|unk)|shrinking|reduc(?:ed?|es|ing|tion)|"
    r"down(?= (?:from|by|to)\b| ?\d))\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"(?:没有|并未|从未|未(?!来)|不再|不会|停止|止住)[再继续明显有所出现]*$|"
    r"(?:\bnot?|\bno longer|\bnever|n't|\bwithout|\bstopped) (?:\w+ )?$",
    re.IGNORECASE,
)
_TO_LEVEL = re.compile(r"[到至为达]|\b(?:to|at|reach\w*)\b|→")
_LEAD_WORDS = 5  # between an English word and its figure
_IDLE_CHINESE = re.compile(
    r"(?:了|着|明显|显著|较快|较多|迅速|不少|态势|趋势|势头|之中|[到至为达]|\W)*"
)
_IDLE_ENGLISH = re.compile(
    r"\W*$|\W*(?:in|by|over|since|from|to|with|again|further|steadily|sharply|slightly|now|so|this|"
    r"last|every|during)\b",
    re.IGNORECASE,
)
_CHANGES = ("growth", "difference")  # facts that are themselves an amount of change


def wrong_directions(sentence: Sentence, knowledge: Knowledge) -> Iterator[Finding]:
    """Direction words whose figure has changed the other way, or in no way that is growth."""
    for way, pattern in (("up", _UP), ("down", _DOWN)):
        for word in pattern.finditer(sentence.text):
            figure = sentence.spoken_of(word.start(), word.end())
            change = knowledge.changes.get(figure.key) if figure else None
            if figure is None or change is None or _has_own_object(sentence, word.end(), figure):
                continue
            denied = _DENIED.search(sentence.text[: word.start()]) is not None
            reason = _reason(
                sentence, word, figure, change, "up" if way == "up" else "down", denied
            )
            if reason is not None:
                yield Finding("direction", word[0], sentence.text.strip(), change.key, reason)


def _has_own_object(sentence: Sentence, end: int, figure: Figure) -> bool:
    """Whether a word acts on something else than its figure: 提高效率, *reduced waiting times*."""
    lead = sentence.lead(end, figure)
    if lead is None:
        idle = _IDLE_ENGLISH.match if sentence.english else _IDLE_CHINESE.fullmatch
        return idle(sentence.rest_of_clause(end)) is None
    if sentence.english:
        return len(lead.split()) > _LEAD_WORDS or " and " in lead
    return "的" in lead


def _reason(
    sentence: Sentence, word: re.Match[str], figure: Figure, change: Change, way: Direction,
    denied: bool,
) -> dict[str, str] | None:  # fmt: skip
    if change.old is None:
        return None
    if _is_amount(sentence.text, word, figure, change):
        return _of_amount(change, way) if not denied else None
    if change.kind in UNLIKE:
        return why(
            change,
            "{}，两数不可比，不能说增减",
            "{}: the two are not comparable, so neither rise nor decline can be told",
        )
    if change.kind not in ("changed", "falls"):
        return None
    went = change.delta.direction
    if went == "open":
        return why(change, "{}，增减不能确定", "{}: it cannot be told whether it rose")
    if (went == way) != denied:
        return None
    if went == "up":
        return why(change, "本数已增：{}", "the figure has risen: {}")
    return why(change, "本数已减：{}", "the figure has fallen: {}")


def _is_amount(text: str, word: re.Match[str], figure: Figure, change: Change) -> bool:
    """Whether the figure says by how much (增长7%), and not up to where (增至1184个)."""
    if change.state.derive in _CHANGES:
        return True
    share = change.state.kind == "ratio" or (
        figure.quantity and figure.quantity.unit in ("%", "pp")
    )
    between = word[0] + text[word.end() : figure.start]
    return bool(share) and figure.start >= word.end() and _TO_LEVEL.search(between) is None


def _of_amount(change: Change, way: Direction) -> dict[str, str] | None:
    """An amount of change speaks for itself by its sign; only a sign that turned is new."""
    if change.old is None or change.new is None:
        return None
    was, now = change.old.quantity, change.new.quantity
    if was is None or now is None:
        return None
    signs = [(one.value > 0) - (one.value < 0) for one in (was, now)]
    if signs[0] == signs[1] or signs[1] == (1 if way == "up" else -1):
        return None
    return why(change, "增减的方向已变：{}", "the change now goes the other way: {}")
