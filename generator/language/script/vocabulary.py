"""Words that the island and Hong Kong have of their own, and the marks of traditional print.

A short list by hand, of words that cannot be taken for others: 项目 is 項目 everywhere, never 專案;
names of policies and offices keep their words.
"""

from __future__ import annotations

import re
from functools import cache

_BOTH = {
    "信息": "資訊", "视频": "影片", "芯片": "晶片", "打印": "列印", "屏幕": "螢幕",
    "数据截至": "資料截至", "数据来源": "資料來源",
}  # fmt: skip
_TAIWAN = _BOTH | {
    "硬件": "硬體", "软件": "軟體", "网络": "網路", "互联网": "網際網路", "人工智能": "人工智慧",
    "激光": "雷射", "集成电路": "積體電路", "服务器": "伺服器", "数码": "數位", "光盘": "光碟",
    "营销": "行銷", "出租车": "計程車", "公共汽车": "公車",
}  # fmt: skip
_HONG_KONG = _BOTH | {"出租车": "的士", "公共汽车": "巴士"}
_WORDS = {"": _TAIWAN, "TW": _TAIWAN, "HK": _HONG_KONG}

_QUOTES = str.maketrans("“”", "「」")
_INNER = re.compile("(?<![A-Za-z])‘|’(?![A-Za-z])")
_NOTE = re.compile("(?<![\u4e00-\u9fff])注(?=：)")  # a label, not the end of 关注
_DATA = re.compile("(?<![\u4e00-\u9fff])数据$")  # a label before a date


def worded(text: str, region: str) -> str:
    """`text`, still in simplified characters, with the region's words, quotes and labels."""
    text = _pattern(region).sub(lambda word: _WORDS[region][word[0]], text)
    text = _INNER.sub(lambda mark: "『" if mark[0] == "‘" else "』", text.translate(_QUOTES))
    return _DATA.sub("資料", _NOTE.sub("註", text))


@cache
def _pattern(region: str) -> re.Pattern[str]:
    longest_first = sorted(_WORDS[region], key=len, reverse=True)
    return re.compile("|".join(longest_first))
