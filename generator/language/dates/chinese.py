"""Chinese dates: patterns over folded, squeezed text, and what each means."""

from __future__ import annotations

import re
from re import Match

from generator.language.dates import words
from generator.language.dates.moments import (
    UNRESOLVED,
    Found,
    Setting,
    horizon,
    is_real,
    last_of,
    nearest_year,
    partial,
    point,
    rolling,
    since_years,
)
from generator.language.dates.moments_chinese import MOMENT, Moment, moment_of
from generator.language.dates.words import number
from generator.model import Period, PeriodKind

_N = r"(?:\d{1,2}|[〇零一二三四五六七八九十廿卅两]{1,3})"
_TO = r"(?:至|到|~|—+|–|-)"
_YEAR = r"(?:(?:\d{4}|[〇零一二三四五六七八九]{4})年|今年|本年|去年|上年|前年|明年)"
_YEAR_OF = rf"(?P<year>{_YEAR})?"
_GAP = r"[^,。;、!?\d\n]{0,12}?"  # 1995年 对口支援 以来


def _moment(match: Match[str], setting: Setting) -> Found | None:
    moment = moment_of(match, setting)
    return Found(moment.period, moment.notes, moment.year) if moment else None


def _iso(match: Match[str], _setting: Setting) -> Found | None:
    year, month = int(match["y"]), int(match["m"])
    day = int(match["d"]) if match["d"] else None
    if not is_real(year, month, day):
        return None
    return Found(point(partial(year, month, day)), year=year)


def _republic(match: Match[str], _setting: Setting) -> Found | None:
    year = number(match["n"])
    return None if year is None else Found(point(partial(year + 1911)), year=year + 1911)


def _now(_match: Match[str], setting: Setting) -> Found | None:
    if setting.published is None:
        return Found(UNRESOLVED)
    return Found(Period("as_of", setting.published, setting.published))


def _as_of(match: Match[str], setting: Setting) -> Found | None:
    moment = moment_of(match, setting)
    if moment is None or moment.exact is None:
        return None
    return Found.of("as_of", moment.latest, moment.latest, *moment.notes)


def _since(match: Match[str], setting: Setting) -> Found | None:
    moment = moment_of(match, setting)
    if moment is None or moment.period.kind == "none":
        return None
    return Found(Period("since", moment.period.start, setting.published), moment.notes, moment.year)


def _years_past(match: Match[str], setting: Setting) -> Found | None:
    years = number(match["n"])
    if years is None or years == 0:
        return None
    if not match["more"]:
        return Found(since_years(years, years, setting.published))
    step = 10 if years % 10 == 0 else 1
    return Found(since_years(years + 1, years + step - 1 or years, setting.published))


def _vague_past(_match: Match[str], setting: Setting) -> Found | None:
    return Found(Period("vague", None, setting.published) if setting.published else UNRESOLVED)


def _rolling(match: Match[str], setting: Setting) -> Found | None:
    years = number(match["n"])
    if not years:
        return None
    return Found(rolling(years, setting.published), ("may-be-calendar-years",))


def _until(match: Match[str], setting: Setting) -> Found | None:
    moment = moment_of(match, setting)
    if moment is None or moment.exact is None or not _aims(match):
        return None
    return Found(horizon(moment.exact, setting.published, finest=moment.by_end), moment.notes)


def _aims(match: Match[str]) -> bool:
    """到 speaks of a date at the start of a clause or after a goal word; else it is *up to*."""
    before = match.string[max(0, match.start() - 3) : match.start()]
    return not before or before[-1] in ",。;、:!?\n“(" or before.endswith(words.GOAL_ZH)


def _before(match: Match[str], setting: Setting) -> Found | None:
    moment = moment_of(match, setting)
    if moment is None or moment.exact is None:
        return None
    return Found(Period("until", None, moment.exact), ("may-exclude-its-end",))


def _moments(match: Match[str], setting: Setting) -> Found | None:
    first = moment_of(match, setting, "a")
    if first is None:
        return None
    second = moment_of(match, setting, "b", after=first)
    if second is None or not (first.exact and second.exact) or first.exact > second.exact:
        return None
    return Found.of("span", first.exact, second.exact)


def _years(match: Match[str], _setting: Setting) -> Found | None:
    first, second = number(match["a"]), number(match["b"])
    if first is None or second is None or first >= second:
        return None
    return Found.of("span", partial(first), partial(second))


def _months(match: Match[str], setting: Setting) -> Found | None:
    first = number(match["a"]) if match["a"] else 1
    last = number(match["b"] or match["n"])
    if first is None or last is None or not 1 <= first < last <= 12:
        return None
    return _months_of(match, setting, "span", first, last)


def _quarter(match: Match[str], setting: Setting) -> Found | None:
    which = number(match["n"])
    if which is None or not 1 <= which <= 4:
        return None
    if match["first"]:
        return _months_of(match, setting, "span", 1, 3 * which)
    return _months_of(match, setting, "quarter", 3 * which - 2, 3 * which)


def _half(match: Match[str], setting: Setting) -> Found | None:
    return _months_of(match, setting, "half", *((1, 6) if match["half"] == "上" else (7, 12)))


def _months_of(
    match: Match[str], setting: Setting, kind: PeriodKind, first: int, last: int
) -> Found | None:
    """Months of the year named; without one, of the nearest year in which they have begun."""
    if match["year"]:
        named = Moment.year_of(match["year"], setting)
    else:
        named = nearest_year(setting, f"-{last if kind == 'span' else first:02}")
    if named is None:
        return Found(UNRESOLVED)
    return Found.of(kind, partial(named, first), partial(named, last))


def _days(match: Match[str], setting: Setting) -> Found | None:
    month, first, last = number(match["m"]), number(match["a"]), number(match["b"])
    if month is None or first is None or last is None or first >= last:
        return None
    if match["year"]:
        year = Moment.year_of(match["year"], setting)
    else:
        year = nearest_year(setting, f"-{month:02}-{last:02}")
    if year is None or not is_real(year, month, last):
        return None
    return Found.of("span", partial(year, month, first), partial(year, month, last))


def _whole_year(_match: Match[str], setting: Setting) -> Found | None:
    year = setting.last_year or setting.year
    return Found(UNRESOLVED) if year is None else Found(point(partial(year)), year=year)


def _decade(match: Match[str], setting: Setting) -> Found | None:
    tens = number(match["tens"]) or 0
    century = match["century"]
    hundreds = 2000 if century == "本世纪" or (century or "").startswith(("21", "二十一")) else 1900
    start = hundreds + tens
    first, last = words.DECADE_PARTS.get(match["part"] or "", (0, 9))
    if match["from"]:  # 八九十年代
        first -= tens - 10 * (number(match["from"]) or 0)
    if match["since"]:
        return Found(Period("since", str(start + first), setting.published))
    if match["part"] or match["from"]:
        return Found.of("vague", str(start + first), str(start + last))
    return Found.of("decade", str(start), str(start + 9))


def _plan(match: Match[str], setting: Setting) -> Found | None:
    nth = number(match["nth"])
    if nth is None or nth < 3:
        return None
    start = 1966 + 5 * (nth - 3)
    tail = match["tail"] or ""
    if tail == "以来":
        return Found(Period("since", str(start), setting.published))
    if tail in ("末", "初"):
        year = str(start if tail == "初" else start + 4)
        return Found.of("vague", year, year)
    return Found.of("plan", str(start), str(start + 4))


def _end_of_now(match: Match[str], setting: Setting) -> Found | None:
    """年底, 年初 and 月底 alone: of the year or month of publication."""
    if setting.published is None or setting.year is None:
        return Found(UNRESOLVED)
    if match["before"]:
        shown = setting.published[: 4 if match["unit"] == "年" else 7]
        return Found(Period("until", None, shown), ("may-exclude-its-end",))
    if match["unit"] == "年":
        first, last = words.YEAR_PARTS[match["part"]]
        return Found.of("vague", partial(setting.year, first), partial(setting.year, last))
    if len(setting.published) < 7:
        return Found(UNRESOLVED)
    year, month = int(setting.published[:4]), int(setting.published[5:7])
    first, last = words.MONTH_PARTS[match["part"]]
    end = last_of(year, month) if last == 31 else partial(year, month, last)
    return Found.of("vague", partial(year, month, first), end)


_ONE = MOMENT("")
_NO_COUNT = r"(?![\d〇零一二三四五六七八九十几个])"

# fmt: off
RULES = tuple((re.compile(pattern), understand) for pattern, understand in (
    (r"(?<![\d.\-/A-Za-z])(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)(?:-(?P<d>\d\d))?(?![\d\-])", _iso),
    (r"(?<![\d.\-/])(?P<y>(?:19|20)\d\d)(?P<sep>[./])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)",
     _iso),
    (r"民国(?P<n>\d{1,3}|[一二三四五六七八九十百零〇]{1,6})年", _republic),
    (r"(?:截[至止]到?|到)?目前(?:为止)?|截[至止](?:今日|现在)|迄今(?:为止)?|至今", _now),
    (rf"截[至止]到?{_ONE}", _as_of),
    (rf"(?:自从|自|从)?{_ONE}(?:{_GAP}以来|至今)", _since),
    (rf"(?:自从|自|从)?{_ONE}(?:起(?![步草诉重点因码飞])|开始)", _since),
    (rf"(?P<n>{_N})(?P<more>多|余)?年来", _years_past),
    (rf"(?P<n>{_N})(?P<more>多|余)年间", _years_past),
    (r"(?:近|多|近几|最近几|几十)年来|(?<![将接附])近年(?!\d)", _vague_past),
    (rf"(?:(?<![将接附])近|最近|过去)的?(?P<n>{_N})年来?(?!级)", _rolling),
    (rf"[到至]{_ONE}(?!的)", _until),
    (rf"{_ONE}(?:之前|以前|前){_NO_COUNT}", _before),
    (rf"{MOMENT('a')}{_TO}{MOMENT('b')}", _moments),
    (rf"(?<!\d)(?P<a>\d{{4}}){_TO}(?P<b>\d{{4}})年", _years),
    (rf"{_YEAR_OF}(?<!\d)(?P<a>{_N}){_TO}(?P<b>{_N})(?P<n>)月份?", _months),
    (rf"{_YEAR_OF}(?P<a>)(?P<b>)前(?P<n>{_N})个月", _months),
    (rf"{_YEAR_OF}(?P<first>前)(?P<n>[一二两三1-3])个?季度", _quarter),
    (rf"{_YEAR_OF}(?P<first>)第?(?P<n>[一二三四1-4])季度", _quarter),
    (rf"{_YEAR_OF}(?P<half>[上下])半年", _half),
    (rf"{_YEAR_OF}(?<!\d)(?P<m>{_N})月(?P<a>{_N})[日号]?{_TO}(?P<b>{_N})[日号]", _days),
    (r"(?<!年)全年(?!龄)", _whole_year),
    (r"(?P<century>上世纪|本世纪|二十世纪|二十一世纪|2[01]世纪)?(?P<from>[一二三四五六七八])?"
     r"(?P<tens>\d0|[一二三四五六七八九]十)年代"
     r"(?P<part>初期|初|中期|后期|末)?(?P<since>以来)?", _decade),
    (r"“?第(?P<nth>[一二三四五六七八九十]{1,3})个五年(?:规划|计划)"
     r"(?P<tail>期间|时期|期|末|初|以来)?”?", _plan),
    (r"“(?P<nth>十?[一二三四五六七八九]|十)五”(?P<tail>期间|时期|规划期|末|初|以来)?", _plan),
    (r"(?<![一二三四五六七八九十“])(?P<nth>十[一二三四五六七八九])五"
     r"(?P<tail>期间|时期|规划期|末|初|以来|规划|开局|收官)", _plan),
    (r"(?<![\d年今去前明后本半月])(?P<unit>[年月])(?P<part>底|初|末)(?P<before>之?前)?(?!级)",
     _end_of_now),
    (_ONE, _moment),
))
# fmt: on
