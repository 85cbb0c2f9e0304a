"""What the slides for school and community are made of: big figures, plain lines, notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.presentation import Presentation as Deck

from templates.make.kit.phrases import fresh
from templates.make.kit.slides import base
from templates.make.kit.slides.notes import write_notes
from templates.make.kit.slides.sheet import SMALL, Sheet
from templates.make.kit.slides.text import Run, Style, para
from templates.make.kit.tokens import Box
from templates.make.public.fresh import number, unit

RUNNING = "山那边的朋友"
LINE = Style(22, 34, False, "ink")
HEAD = Style(24, 36, True, "deep")
BIG = Style(72, 86, True, "river")
_UNIT = 28


@dataclass(frozen=True)
class Fact:
    """A big figure: its key, the words in its place once it is out of date, a line below."""

    key: str
    otherwise: str
    name: str


def page(deck: Deck, layout: base.Layout, title: str, marker: str) -> Sheet:
    """A slide with its fixed places filled."""
    sheet = Sheet(deck, layout, RUNNING)
    sheet.head(title, marker)
    return sheet


def big(sheet: Sheet, fact: Fact, left: float, top: float, width: float) -> None:
    """One figure that a whole class can read, under a river rule."""
    sheet.rule(left, top, width, "river", 2.25)
    words = (
        number(fact.key, fact.otherwise),
        Run(unit(fact.key), BIG.but(size=_UNIT)),
    )
    sheet.text(f"数 {fact.key}", Box(left, top + 0.5, width, 3.05), para(BIG, *words))
    sheet.text(fact.name, Box(left, top + 4.0, width, 1.25), para(HEAD, fact.name))


def story(sheet: Sheet, left: float, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
    """Three short passages under one another: a head and a line or two that stand by themselves."""
    width = round(32.07 - left, 2)
    for place, (head, words) in enumerate(rows):
        top = round(4.75 + place * 3.85, 2)
        sheet.rule(left, top, width, *(("deep", 2.25) if place == 0 else ("rule", 0.75)))
        name = f"要点 {place + 1}"
        sheet.text(name, Box(left, top + 0.35, width, 1.3), para(HEAD, head))
        box = Box(left, top + 1.6, width, 2.0)
        sheet.text(f"{name} 说明", box, *(para(LINE.but(size=20, line=28), line) for line in words))


def word_of_the_day(sheet: Sheet, word: str, meaning: str) -> None:
    """A hard word said in easy ones, on a paper band."""
    sheet.band(13.2, 2.9)
    head = para(HEAD.but(size=20, color="ochre"), f"小词典　{word}")
    sheet.text("小词典", Box(1.8, 13.35, 30.27, 1.27), head)
    sheet.text(f"{word}的意思", Box(1.8, 14.65, 30.27, 1.25), para(LINE.but(size=20), meaning))


def foot(sheet: Sheet, keys: str, first: str, note: str = "") -> None:
    """One source line; the as-of while it is fresh, after that the day of the edition."""
    as_of = fresh(
        first, words=f"数据{{{{ {first}|as_of }}}}", otherwise="编制日期　{{ edition.as_of }}"
    )
    sheet.foot(f"{{{{ [{keys}]|source }}}}。", as_of, note=note)


def teach(sheet: Sheet, exact: str, source: str, activity: str) -> None:
    """The teacher's notes: exact figures, where they come from, something to do."""
    write_notes(sheet.slide, (f"准确数字：{exact}", f"数据来源：{source}", f"课堂活动：{activity}"))


def exactly(*keys: str) -> str:
    """Facts by name with their exact figures and dates; those out of date say so."""
    each = "{{ one|name }}{{ one|exact }}"
    listed = ", ".join(keys)
    return f"{{% for one in [{listed}] %}}{each}{{% if not loop.last %}}；{{% endif %}}{{% endfor %}}。"


def instead_of_chart(sheet: Sheet, key: str, words: Sequence[str]) -> None:
    """Big words where a chart stood, once what it showed is out of date."""
    first, *others = words
    told = f"{{%shape if {key} is expired %}}{first}"
    sheet.text("大字", Box(1.8, 6.0, 12.28, 6.2), *(para(BIG, line) for line in (told, *others)))


def axis_title(sheet: Sheet, key: str, words: str) -> None:
    """What a chart at the left shows, in which unit; gone with the chart."""
    style = SMALL.but(size=16, line=24)
    sheet.text("图题", Box(1.8, 4.75, 12.28, 1.0), para(style, fresh(key, words=words)))
