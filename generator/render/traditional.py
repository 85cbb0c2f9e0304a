"""A Chinese template in traditional characters: its words retold, its tags as they are."""

from __future__ import annotations

from functools import partial

from generator.documents.retelling import Retelling, retell
from generator.language import to_traditional
from generator.model import Place
from generator.tags.scan import scan

# By the names of faces in both editions of Office; official documents of the island are in 標楷體.
_FACES = {
    "微软雅黑": "微軟正黑體", "Microsoft YaHei": "Microsoft JhengHei",
    "宋体": "新細明體", "SimSun": "PMingLiU", "方正小标宋简体": "新細明體",
    "黑体": "微軟正黑體", "SimHei": "Microsoft JhengHei",
    "仿宋": "標楷體", "仿宋_GB2312": "標楷體", "FangSong": "DFKai-SB",
    "楷体": "標楷體", "楷体_GB2312": "標楷體", "KaiTi": "DFKai-SB",
}  # fmt: skip


def in_traditional(data: bytes, region: str, file: str) -> bytes:
    """The template in `data`, told for ``TW`` (or no region) or ``HK``; `file` is for problems."""
    return retell(data, retelling(region), Place(file))


def line_in_traditional(text: str, region: str) -> str:
    """A line with tags, such as the title of a document."""
    return retelling(region).told(text)


def retelling(region: str) -> Retelling:
    """How a template is told for a region."""
    return Retelling(
        convert=partial(to_traditional, region=region),
        kept=_tags,
        languages={"zh-CN": f"zh-{region or 'TW'}"},
        faces=_FACES,
    )


def _tags(text: str) -> list[tuple[int, int]]:
    """The spans of a text that are tags; what cannot be read stays whole, to be told of later."""
    if "{" not in text:
        return []
    tags, slips = scan(text)
    return [(0, len(text))] if slips else [(tag.start, tag.end) for tag in tags]
