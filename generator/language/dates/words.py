"""The words of dates, Chinese and English, as tables."""

from __future__ import annotations

from generator.language.numbers.numerals import han_integer

# Years, months and days as words, counted from publication.
YEAR_WORDS = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "后年": 2}
NAMED_YEAR_WORDS = {"当年": 0, "同年": 0, "次年": 1, "翌年": 1}  # counted from the last year named
MONTH_WORDS = {"本月": 0, "这个月": 0, "上月": -1, "上个月": -1, "下月": 1, "下个月": 1}
DAY_WORDS = {"昨日": -1, "昨天": -1, "前天": -2, "前日": -2, "明日": 1, "明天": 1}

# The days of a month that a word bounds; 31 stands for the last one.
MONTH_PARTS = {"初": (1, 10), "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31),
               "底": (21, 31), "末": (21, 31)}  # fmt: skip
EXACT_PARTS = ("上旬", "中旬", "下旬")
YEAR_PARTS = {"初": (1, 3), "底": (10, 12), "末": (10, 12)}
DECADE_PARTS = {"初": (0, 3), "初期": (0, 3), "中期": (4, 6), "后期": (7, 9), "末": (7, 9),
                "early": (0, 3), "mid": (4, 6), "late": (7, 9)}  # fmt: skip
ENGLISH_YEAR_PARTS = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}

FUTURE_ZH = ("将于", "将在", "拟于", "定于", "计划于", "计划在", "预计", "有望")
GOAL_ZH = ("力争", "争取", "目标", "计划", "预计", "确保", "规划", "力求", "拟")

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
MONTH_NUMBERS |= {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
MONTH_NUMBERS["sept"] = 9

COUNT_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50,
}  # fmt: skip
NTH_WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}

RELATIVE_ENGLISH = {"last": -1, "this": 0, "next": 1, "the previous": -1, "the current": 0}


def number(text: str) -> int | None:
    """ASCII digits, or Chinese numerals by place (三十一) or by position (二〇二五)."""
    if text.isascii():
        return int(text) if text.isdigit() else None
    try:
        return han_integer(text)
    except ValueError:
        return None


def count(text: str) -> int | None:
    """An English count: digits or a word."""
    return int(text) if text.isdigit() else COUNT_WORDS.get(text.lower())
