"""Figures of a Chinese text with what is said about them."""

from __future__ import annotations

import re
from fractions import Fraction

from generator.language.dates.reading import read_dates
from generator.language.numbers.numerals import Number
from generator.language.script.folding import fold, squeeze
from generator.language.texts.context import Context, FlatText, Marks, Seen, Span
from generator.language.texts.modality import CHINESE, CHINESE_ENDS
from generator.language.texts.reading import Reading
from generator.language.texts.scan_chinese import chinese_pieces
from generator.language.texts.spans import Piece
from generator.language.texts.words_chinese import (
    COUNTED,
    ENTERPRISE,
    PERSON_TIMES,
    PERSONS,
    VERB,
    carried,
    follow,
    lead,
)

_MARKS = Marks(
    sentence=re.compile("[。!?\n]"),
    part=re.compile("[。!?;\n]"),
    clause=re.compile("[,。;!?:、\n()]"),
    cues=CHINESE,
    ends=CHINESE_ENDS,
)
_MEASURING = re.compile("[,。;!?:\n]")  # 、 does not end what a list of figures measures
_NUMBER = r"[\d一二两三四五六七八九十几多]+"
_PHRASE = re.compile(
    rf"每[年月周天日]|{_NUMBER}年(?:以前|以后|之前|之后|前|后|间)"
    "|(?:建成投产|全部建成|建成|投产|达产|投用|竣工|完工)后"
)
_GROWTH = re.compile("(?:增长|增加|提高|上升|增|多|高出)了?$")
_GROWS = re.compile("(?:增长|增加|提高|上升|翻)")
_MONEY_NOUN = re.compile(
    "(?:贷款|资金|投资|产值|收入|利润|税收|捐款|捐赠|价值|金额|总额|补贴|补助|销售额|营收|引资|拨款"
    "|奖金|成本|债券|基金|余额|存款|债务)$"
)
_COMPARED = ("比", "较")
_NONE: Span = (0, 0)
_IN_WORDS = re.compile("成|分之|半")


def read_chinese(text: str, lang: str, published: str | None) -> list[Reading]:
    """All pieces of a text in Chinese, in order."""
    flat, offsets = squeeze(fold(text))
    whole = FlatText(text, flat, offsets)
    dates = [Piece(*match.span(), "date", unit="phrase") for match in _PHRASE.finditer(flat)]
    dates += [
        Piece(whole.flat_offset(date.start), whole.flat_offset(date.end), "date")
        for date in read_dates(text, lang, published)
    ]
    return list(_ChineseContext(whole, chinese_pieces(flat, dates)).readings())


class _ChineseContext(Context):
    marks = _MARKS

    def noun(self, seen: Seen) -> Span:
        draft = seen.draft
        if draft.unit not in ("", "item", "person", "household"):
            return _NONE
        bare = isinstance(draft.value, Number) and draft.value.bare
        if not draft.unit and draft.qualifier == "exact" and not bare:
            return _NONE
        match = COUNTED.match(self.flat, draft.end, self.stop(seen.place))
        if match is not None:
            return match.span("noun")
        # 超级计算机2台: the words before a count are its noun when nothing is done in them
        words = self.flat[slice(*seen.before)]
        named = draft.unit == "item" and len(words) > 1 and not VERB.search(words)
        return seen.before if named else _NONE

    def unit(self, seen: Seen) -> tuple[str, tuple[str, ...]]:
        draft = seen.draft
        words, lead_words = self.flat[slice(*seen.noun)], self.flat[slice(*seen.before)]
        if draft.unit == "household":
            of_firms = ENTERPRISE.match(self.flat, draft.end) or ENTERPRISE.match(lead_words)
            return ("item" if of_firms else ""), ()
        if draft.unit == "times" and _GROWTH.search(
            self.flat, max(0, draft.start - 4), draft.start
        ):
            return "", ("growth-of",)
        if draft.unit or isinstance(draft.value, Fraction):
            return "", ()
        if _MONEY_NOUN.search(lead_words):
            return "CNY", ("assumed-cny",)
        if not words:
            return "", ()
        if PERSON_TIMES.search(words):
            return "person-time", ()
        return ("person" if PERSONS.search(words) else "item"), ()

    def lead(self, start: int, stop: int) -> Span:
        segment = self.flat[start:stop]
        words = lead(segment)
        begin = start + segment.rfind(words)
        return begin, begin + len(words)

    def measured(self, seen: Seen) -> Span:
        piece, before = self.pieces[seen.place], seen.before
        after = self._after(seen.place, seen.end)
        if after[0] < after[1] and _IN_WORDS.search(self.flat, piece.start, piece.end):
            return after  # 贡献约三成税收
        if before[0] < before[1]:
            return before
        if after[0] < after[1]:
            return after
        start, end = self.measure
        if start < self.last(_MARKS.sentence, piece.start):
            return piece.start, piece.start
        return start, start + len(carried(self.flat[start:end]))

    def _after(self, place: int, start: int) -> Span:
        """The words behind a figure, if they lead to the end of the clause."""
        for later in self.later(place):
            if later.start > start:
                break
            start = max(start, later.end)
        stop = self.next(_MEASURING, start)
        for later in self.later(place):
            if later.start >= stop:
                break
            if later.end > start:
                return start, start
        words = follow(self.flat[start:stop])
        return stop - len(words), stop

    def tells_when(self, piece: Piece, figure: Piece) -> bool:
        """A date that is no base of comparison, or a duration in which something grew."""
        if piece.draft is not None:
            grew = _GROWS.match(self.flat, piece.end, figure.start)
            return grew is not None and piece.draft.unit in ("year", "month")
        if piece.role != "date" or self.flat.startswith(_COMPARED, max(0, piece.start - 1)):
            return False
        # 每年 holds for its own clause only
        clause = self.last(_MARKS.clause, figure.start)
        return piece.start >= clause or not self.flat.startswith("每", piece.start)
