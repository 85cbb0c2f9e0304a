"""Shares in Chinese words: 百分之三十七, 四分之一, 一半, 每五户中有一户."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from generator.language.numbers.drafts import Draft
from generator.language.numbers.numerals import Number, chinese_number
from generator.language.numbers.qualifiers import chinese_after, chinese_before, qualifier_of

_SMALL = r"[\d.零一二两三四五六七八九十百千万点]{1,12}"  # the numbers of a fraction
_RANGE = "[~—–-]{1,2}|至|到"

SHARE = (
    rf"(?P<before>{chinese_before()})?(?:(?P<whole>{_SMALL})分之(?P<part>{_SMALL}[多余]?)"
    rf"(?:(?:{_RANGE})(?:百分之)?(?P<second>{_SMALL}))?"
    r"|(?P<half>一半|半数|(?<=[过超近约])半(?![年月天小个日场程路导决])|(?<=超过)半|(?<=不到)半|(?<=不足)半))"
    rf"(?P<after>{chinese_after()})?"
)
EACH = (
    rf"(?P<each>每)?(?P<whole>{_SMALL})[\u4e00-\u9fff]{{1,8}}?(?(each)(?:当中|之中|中|里)?"
    rf"|(?:当中|之中|中|里))(?:差不多|大约|约|几乎|平均)?就?有(?P<part>{_SMALL})[个人名户位家所台辆头村座]"
)
_HUNDREDTHS = {"百": "%", "千": "permille"}


def share(match: re.Match[str]) -> Draft:
    """Read what `SHARE` matches: 百分之三十七 is 37 %, 四分之一 a quarter, 一半 one half."""
    draft = Draft(match.start(), match.end(), Fraction(1, 2), "1")
    if match["before"]:
        draft = draft.also(qualifier_of(match["before"], "before", english=False))
    if match["whole"] in _HUNDREDTHS:
        draft = replace(draft, unit=_HUNDREDTHS[match["whole"]])
        if match["second"]:
            low, high = chinese_number(match["part"]), chinese_number(match["second"])
            return draft.between(low, high, shared=True)
        number = chinese_number(match["part"])
        if isinstance(number, Number) and number.bare:
            number = replace(number, bare=False)  # 百分之百
        draft = draft.holding(number)
    elif not match["half"]:
        draft = replace(draft, value=_quotient(match["part"], match["whole"]))
    if match["after"]:
        draft = draft.also(qualifier_of(match["after"], "after", english=False))
    return draft


def each(match: re.Match[str]) -> Draft:
    """Read what `EACH` matches: 每五户中有一户, one in five."""
    return Draft(match.start(), match.end(), _quotient(match["part"], match["whole"]), "1")


def _quotient(part: str, whole: str) -> Fraction:
    top, bottom = chinese_number(part), chinese_number(whole)
    if not isinstance(top, Number) or not isinstance(bottom, Number) or not bottom.value:
        raise ValueError("not a fraction")
    return top.value / bottom.value
