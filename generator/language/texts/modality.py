"""Whether a figure is a result, a forecast, a plan, a target or a proposal."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.model import Modality

Cues = Mapping[Modality, re.Pattern[str]]

_CLAUSES = 6  # a cue carries over no more clauses
_AHEAD = 12  # a cue looks this far at what follows the clause
_ORDER: tuple[Modality, ...] = ("proposal", "target", "forecast", "plan")

# 将 speaks of the future only before a verb: not in 将近, nor before the object (将3个镇作为…).
_TO_COME = (
    "(?:再|继续|进一步|全面|陆续|逐步|累计|同比|共|还|首次)?(?:于|在|超|达|有|为|会|破|突破|新增|增|建|完成|实现"
    "|带动|接待|形成|培训|培育|开|打造|提供|提高|提升|扩|投产|投用|投资|投入|创造|吸引|引进|派出|安排|拥有|产生"
    "|可|成为|覆盖|惠及|解决|迎来|举办|突|接近|到|从|由)"
)
CHINESE: Cues = {
    "proposal": re.compile("建议|提议|倡议"),
    "target": re.compile(
        "力争|争取|目标(?!的|任务|责任)|确保|努力(?:实现|达到)|奋力|(?<![需主重只须还])要(?=翻|达|实现|突破|建成|完成|超|在|增)"
    ),
    "forecast": re.compile(rf"预计|预期|预测|预估|有望|料将|将(?={_TO_COME})"),
    "plan": re.compile(
        "(?<![占动项度展])计划(?![的内经单生任发出书、,。)”])|(?<!模)拟(?=投|建|引|新|派|安排|开|于|用|在|募)|总投资|协议(?:引资|投资|资金|总)"
        "|意向|签约(?:额|金额|总额)|概算|规划(?=投资|建设|总|用地|面积|新增|到|建成)"
        "|(?:建成|投产|达产|投用|竣工|完工|全部建成|建成投产|运营)后"
    ),
}
# What a project that is only begun will be able to make.
_BEGUN = re.compile(
    "[^。;]{0,24}?(?:项目|工程|基地|生产线)[^。;,]{0,8}?(?:开工|动工|奠基|启动建设|签约)"
)
CHINESE_ENDS = re.compile(
    "已|累计完成|实际|到位|截至|目前|截止|(?<![比较])(?:去年|上年|昨日)(?!.{0,3}基础)|(?:形成|实现|达到|获得|建成|完成|成为|带动|投入|创造)了"
)

ENGLISH: Cues = {
    "proposal": re.compile(
        r"\b(?:propos(?:e|es|ed|ing|al)|should|suggest(?:s|ed)?|recommend(?:s|ed)?|urged?)\b"
    ),
    "target": re.compile(r"\b(?:targets?|targeted|aim(?:s|ed|ing)?|goals?|seeks? to|strives?)\b"),
    "forecast": re.compile(
        r"\b(?:will|expect(?:s|ed|ing)?|projected|forecasts?|set to|likely to|estimated to|due to"
        r"|anticipated?|is to|are to|on track)\b"
    ),
    "plan": re.compile(
        r"\b(?:plan(?:s|ned|ning)?|agreed|pledged|intends?|committed"
        r"|once (?:completed|finished|built))\b"
    ),
}
ENGLISH_ENDS = re.compile(r"\b(?:has|have|had|already|actually|so far|to date)\b")


def modality(
    sentence: str, clauses: list[int], figure: tuple[int, int], cues: Cues, ends: re.Pattern[str]
) -> Modality:
    """The modality of the figure at `figure` in `sentence` (specification, section 6).

    A cue works to the right, in its own clause first: the clause of the figure listens to those
    before only when it has no cue and no contrary cue of its own. `clauses` are the starts of
    the clauses up to the figure's.
    """
    start, end = figure
    stop = start
    for begin in reversed(clauses[-_CLAUSES:]):
        found = _strongest(sentence, begin, stop, cues, ends)
        if found is not None:
            return found
        stop = begin
    if cues is CHINESE and sentence.endswith("年产", 0, start) and _BEGUN.match(sentence, end):
        return "plan"
    return "actual"


def _strongest(
    sentence: str, begin: int, stop: int, cues: Cues, ends: re.Pattern[str]
) -> Modality | None:
    """The first modality, by rank, that a clause claims and does not take back; None for none."""
    contrary = _last(ends, sentence, begin, stop)
    for name in _ORDER:
        cue = _last(cues[name], sentence, begin, stop)
        if cue > contrary:
            return name
    return "actual" if contrary >= 0 else None


def _last(cue: re.Pattern[str], sentence: str, begin: int, stop: int) -> int:
    """Where the last cue of a clause begins; it may look at what follows the clause."""
    found = -1
    for match in cue.finditer(sentence, begin, stop + _AHEAD):
        if match.start() >= stop:
            break
        found = match.start()
    return found
