"""Finding the pieces of a Chinese text: dates, labels, idioms, ordinals, figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language.numbers.chinese import chinese_figure
from generator.language.numbers.drafts import Draft
from generator.language.numbers.numerals import (
    HAN_DIGITS,
    HAN_PLACES,
    Number,
    chinese_number,
)
from generator.language.numbers.qualifiers import chinese_before
from generator.language.numbers.unit_words import CHINESE_CURRENCIES, CURRENCIES
from generator.language.numbers.units import COUNTED
from generator.language.texts.labels_chinese import CLASS, IDIOM, LABEL, ORDINAL, RANKED
from generator.language.texts.spans import Piece, Taken, figures, stretches

_MONEY = "|".join(re.escape(sign) for sign in [*CURRENCIES, *CHINESE_CURRENCIES])
_NUMERAL = "".join(HAN_DIGITS) + "".join(HAN_PLACES) + "廿卅万亿兆半几"
_START = re.compile(
    rf"{chinese_before()}|{_MONEY}|(?<![\dA-Za-z])-(?=\d)|负(?=\d)|零下(?=\d)|[\d{_NUMERAL}每翻减]"
    # 人数, 倍数 end in the numeral that begins 数百
    "|(?<![人户总倍指分系函岁参少多度计天次件个台套字读基奇偶级票])数(?![据字量额控学码值位目论])"
)
_RUN = re.compile(rf"[\d.,]*(?:[{_NUMERAL}]+|\d)")
# 一 is an article (一个缩影, 一批, 一年) unless it is counted out: 仅一家, 共一项.
_COUNTED_OUT = re.compile(
    r"(?:仅|只|共|仅有|只有|共有|各|达|[两二三四五六七八九十百\d][个家所座项条台套处名位][^,。、]{1,6}[、和及与])$"
)
_CHANGE = re.compile("(?:由|从|自)[^,。;]{0,12}$")
_RATIO_WORDS = re.compile("^的?(?:比例|配套|配比|比率|比)")
_PROGRAMME = re.compile("[^。;!?\n]{0,24}?(?:计划|行动|工程|活动|项目库)(?:$|[。;!?\n,、”])")
_BOUNDARY = ",。;!?:、\n"


def chinese_pieces(text: str, dates: list[Piece]) -> list[Piece]:
    """The pieces of a flat text in order; `dates` are known already."""
    taken = Taken()
    taken.add(dates)
    taken.add(stretches(IDIOM, text, "idiom"))
    taken.add(stretches(LABEL, text, "label"))
    taken.add(_ordinals(text))
    taken.add(stretches(CLASS, text, "label"))
    taken.add(figures(text, taken, _START, _RUN, _figure_at))
    return taken.pieces


def _ordinals(text: str) -> Iterator[Piece]:
    for match in ORDINAL.finditer(text):
        start, end, kind = match.start(), match.end(), match["kind"] or match["within"] or ""
        ranked = RANKED.search(text, max(0, start - 8), start) is not None
        number = _ordinal_number(match["number"] or match["top"])
        if number is None:
            continue
        if kind.endswith("年头"):
            yield Piece(start, end, "ordinal", ordinal=number, unit="year")
        elif kind in ("位", "名", "强") or ranked or kind == "大":
            yield Piece(start, end, "ordinal", ordinal=number, unit="rank")
        else:
            yield Piece(start, end, "label")


def _ordinal_number(text: str) -> int | None:
    try:
        number = chinese_number(text)
    except ValueError:
        return None
    return number.whole if isinstance(number, Number) else None


def _figure_at(text: str, start: int) -> Draft | None:
    """The figure at `start`, when the words around it let it be one."""
    draft = chinese_figure(text, start)
    if draft is None:
        return None
    if isinstance(draft.value, Number):
        return _limited(draft, text) if _is_number(draft, text) else None
    if draft.qualifier == "range" and (
        _CHANGE.search(text, max(0, start - 14), start) or draft.runs_backwards
    ):
        return _first_of_two(draft, text)
    if ":" in text[start : draft.end] and not _RATIO_WORDS.search(text[draft.end : draft.end + 4]):
        return None
    needs_unit = draft.qualifier in ("range", "several") and not text[start].isdigit()
    return draft if draft.unit or not needs_unit else None


def _is_number(draft: Draft, text: str) -> bool:
    """Whether one number is a figure here, or only an article, a name, a way of speaking."""
    number, printed = draft.value, text[draft.start : draft.end]
    if not isinstance(number, Number):
        return False
    if not draft.unit:
        if printed[0].isascii():
            return _YEAR.fullmatch(printed) is None
        if number.bare and draft.qualifier == "exact":
            return _CROWD.match(text, draft.end) is not None
        if draft.qualifier != "exact":
            return _PLACE.search(printed) is not None
        return _BY_PLACE.match(printed) is not None
    if draft.qualifier != "exact":
        return True
    if draft.unit not in COUNTED:
        # 单位：万元 names a unit
        return not (number.bare and number.digits == "1" and number.scale > 1)
    if number.bare:
        return _PROGRAMME.match(text, draft.end) is None
    if printed[0] == "一" and number.digits == "1" and number.scale == 1:
        return _COUNTED_OUT.search(text, max(0, draft.start - 10), draft.start) is not None
    return not (printed[0] == "两" and draft.word in _REALMS)


def _limited(draft: Draft, text: str) -> Draft:
    """不超过总价的30%: a limit to a share stands before its whole."""
    if draft.unit not in ("%", "permille") or draft.qualifier != "exact":
        return draft
    limit = _LIMIT.search(text, max(0, draft.start - 14), draft.start)
    return draft.also("at_most" if limit["most"] else "at_least") if limit else draft


def _first_of_two(draft: Draft, text: str) -> Draft | None:
    """由3万元至5万元 is a change: two figures, no range."""
    joint = _JOINT.search(text, draft.start + 1, draft.end)
    return chinese_figure(text[: joint.start()], draft.start) if joint else None


_LIMIT = re.compile(
    r"(?:(?P<most>不得?(?:超过|高于|多于))|不得?(?:低于|少于))[\u4e00-\u9fff]{1,8}的$"
)
_CROWD = re.compile("移民|人口|群众|农民|居民|市民|职工|大学生|学子|游客|大军")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[—~-](?:19|20)\d\d)?")
_BY_PLACE = re.compile(r"(?=.*[一二两三四五六七八九\d]).*[百千万亿]")
_PLACE = re.compile(r"[\d十百千万亿廿卅]")
_JOINT = re.compile("[~—–-]|至|到")
_REALMS = frozenset("国省市县村镇乡")
