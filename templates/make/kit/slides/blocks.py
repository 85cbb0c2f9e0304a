"""The blocks that slides share: number rows, cards, bars with a takeaway, proposals.

Places are the archetypes' own, so a block stands on every deck where readers expect it.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.documents.charts.chart import ChartParts
from templates.make.kit.samples import sample_columns
from templates.make.kit.slides import base
from templates.make.kit.slides.sheet import BODY, LEAD, SMALL, Figure, Sheet
from templates.make.kit.slides.text import Run, Style, named, para
from templates.make.kit.tokens import Box, column

KPI = named("kpi", "river")
LARGE = Style(48, 58, True, "river")  # for four figures with a word: 500多亿元
MIDDLE = Style(40, 50, True, "river")  # for numbers longer still
SECOND = named("kpi2", "deep")
LABEL = Style(18, 26, True, "deep")
CHART_SIZE = 20.4, 11.5
HALVES = 1.8, 17.62  # left edges of two panels, each 14.45 wide
HALF = 14.45
_BIG = Style(54, 65, True, "river")
_BAND = 11.35, 4.75  # top and height of the paper band
_SIDE = 22.96, 9.11  # left edge and width of what stands beside a chart


def number_row(sheet: Sheet, figures: Sequence[Figure], style: Style = KPI) -> None:
    """Up to four big numbers at columns 1, 4, 7, 10, under river rules, on one baseline."""
    top = round(7.6 - style.line * 0.0353, 2)
    for place, figure in enumerate(figures):
        left = column(1 + place * 3)
        sheet.rule(left, 4.75, 7.14, "river", 2.25)
        sheet.figure(figure, left, top, 7.14, style, 18)
        lines = sheet.tongue.label_lines
        label = Box(left, 7.85, 7.14, 0.92 * lines)
        sheet.text(figure.label, label, para(LABEL, figure.label))
        if figure.remark:
            box = Box(left, 8.85 if lines == 1 else 9.75, 7.14, 1.49)
            name = sheet.tongue.named(figure.label, "口径")
            sheet.text(name, box, para(SMALL, figure.remark))


def second_row(sheet: Sheet, head: str, figures: Sequence[Figure]) -> None:
    """Four smaller numbers on a paper band, at the same columns."""
    top, height = _BAND
    sheet.band(top, height + 0.35 * (sheet.tongue.label_lines - 1))
    sheet.text(head, Box(1.8, 11.75, 20, 0.99), para(LEAD.but(size=16), head))
    for place, figure in enumerate(figures):
        left = column(1 + place * 3)
        sheet.figure(figure, left, 12.85, 7.14, SECOND, 16)
        box = Box(left, 14.35, 7.14, 0.9 * sheet.tongue.label_lines)
        sheet.text(figure.label, box, para(BODY, figure.label))


def words_row(sheet: Sheet, head: str, items: Sequence[tuple[str, str]], name: str) -> None:
    """Four names with a line each on a paper band, at the same columns."""
    sheet.band(*_BAND)
    sheet.text(name, Box(1.8, 11.75, 20, 0.99), para(SMALL.but(bold=True), head))
    for place, (item, words) in enumerate(items):
        left = column(1 + place * 3)
        sheet.text(item, Box(left, 12.75, 7.14, 1), para(LEAD, item))
        box = Box(left, 14.0, 7.14, 0.9 * sheet.tongue.label_lines)
        sheet.text(sheet.tongue.named(item, "说明"), box, para(BODY, words))


def bars(sheet: Sheet, id: str, names: Sequence[str], caption: str) -> None:
    """A column chart at the left of the page, under its unit; `names` stand in for the real ones."""
    drawn(sheet, id, sample_columns(tuple(names), CHART_SIZE, "slide", sheet.tongue), caption)


def drawn(sheet: Sheet, id: str, sample: ChartParts, caption: str) -> None:
    """Any chart at the left of the page, under its unit; `sample` stands in for the real one."""
    sheet.text(sheet.tongue.word("图题"), Box(1.8, 4.45, 20, 0.75), para(SMALL, caption))
    assert base.CHART.box is not None
    sheet.chart(id, sample, base.CHART.box)


def takeaway(sheet: Sheet, figure: Figure, caution: tuple[str, str]) -> None:
    """Beside a chart: one number with its words, then what must not be read into the bars."""
    left, width = _SIDE
    word = sheet.tongue.word
    sheet.rule(left, 5.4, width)
    sheet.figure(figure, left, 5.75, width, _BIG, 24)
    words = para(BODY.but(line=24), figure.remark)
    sheet.text(word("占比说明"), Box(left, 8.25, width, 1.8), words)
    sheet.rule(left, 10.9, width, "ochre")
    head, words_of_caution = caution
    title = para(LEAD.but(size=18, color="ochre"), head)
    sheet.text(word("口径标题"), Box(left, 11.2, width, 1.0), title)
    box = Box(left, 12.3, width, 2.6)
    sheet.text(word("口径"), box, para(BODY.but(line=24), words_of_caution))


def card(sheet: Sheet, left: float, name: str, rows: Sequence[tuple[str, str, str]]) -> None:
    """One of two panels: a name and three rows of figure, unit, label."""
    sheet.rule(left, 4.75, HALF, "river", 2.25)
    sheet.text(name, Box(left, 5.05, HALF, 1), para(LEAD, name))
    for number, (figure, unit, label) in enumerate(rows):
        top = round(6.55 + number * 3.25, 2)
        if number:
            sheet.rule(left, top, HALF, "rule", 0.75)
        words = [figure] + ([Run(f" {unit}", SECOND.but(size=16))] if unit else [])
        sheet.text(
            f"{sheet.tongue.word('数')} {label}",
            Box(left, top + 0.55, HALF, 1.5),
            para(SECOND, *words),
        )
        sheet.text(label, Box(left, top + 2.0, HALF, 0.9), para(BODY, label))


def big_number(sheet: Sheet, figure: Figure, size: float = 120) -> None:
    """One number at the left that fills half of the page, with its name and period."""
    style = Style(size, 158, True, "river")
    unit = Run(f" {{{{ {figure.key}|scale_unit }}}}", style.but(size=32))
    words = para(style, f"{{{{ {figure.key}|digits }}}}", unit)
    sheet.text(f"{sheet.tongue.word('数')} {figure.label}", Box(1.8, 5.35, 17.4, 5.6), words)
    sheet.text(figure.label, Box(1.8, 11.35, 17.4, 1.0), para(LEAD, figure.label))
    sheet.text(
        sheet.tongue.named(figure.label, "口径"),
        Box(1.8, 12.45, 17.4, 0.9),
        para(BODY.but(color="grey"), figure.remark),
    )


def statements(
    sheet: Sheet, left: float, width: float, rows: Sequence[tuple[str, str]], first: float = 5.4
) -> None:
    """Three findings under one another, each with two lines; the last, in ochre, is a caution."""
    for number, (head, words) in enumerate(rows):
        top = round(first + number * 3.65, 2)
        color = "ochre" if number == len(rows) - 1 else "deep"
        sheet.rule(left, top, width, color)
        name = f"{sheet.tongue.word('要点')} {number + 1}"
        sheet.text(name, Box(left, top + 0.4, width, 1.0), para(LEAD.but(color=color), head))
        box = Box(left, top + 1.4, width, 1.72)
        sheet.text(sheet.tongue.named(name, "说明"), box, para(BODY.but(line=24), words))


def named_rows(sheet: Sheet, left: float, rows: Sequence[tuple[str, str]], pitch: float) -> None:
    """Names at the left, two lines on each beside it, to the right edge of the page."""
    width = round(32.07 - left, 2)
    for number, (name, words) in enumerate(rows):
        top = round(4.75 + number * pitch, 2)
        sheet.rule(left, top, width, *(("deep", 2.25) if number == 0 else ("rule", 0.75)))
        sheet.text(name, Box(left, top + 0.5, 4.6, 1.0), para(LEAD, name))
        box = Box(round(left + 4.9, 2), top + 0.54, round(width - 4.9, 2), 1.8)
        sheet.text(sheet.tongue.named(name, "说明"), box, para(BODY, words))


def deal(sheet: Sheet, left: float, name: str, time: str, figures: Sequence[Figure]) -> None:
    """One of two panels: a name with its time, and two figures side by side."""
    sheet.rule(left, 4.75, HALF, "river", 2.25)
    sheet.text(
        name, Box(left, 5.0, HALF, 1), para(LEAD, name, Run(sheet.tongue.word("　") + time, SMALL))
    )
    for place, figure in enumerate(figures):
        x = left + place * 5.6
        sheet.figure(figure, x, 6.35, 8.5, MIDDLE, 16)
        sheet.text(figure.label, Box(x, 8.25, 8.5, 0.9), para(BODY, figure.label))


def proposals(sheet: Sheet, head: str, topics: Sequence[tuple[str, str]]) -> None:
    """Three proposals in the lower half: ochre, with the chip that says what they are."""
    sheet.text(
        sheet.tongue.word("供探讨"), Box(1.8, 10.15, 30.27, 1), para(LEAD.but(color="ochre"), head)
    )
    for place, (name, words) in enumerate(topics):
        left = column(1 + place * 4)
        sheet.rule(left, 11.6, 9.71, "ochre", 2.25)
        sheet.chip(left, 12.05, sheet.tongue.word("建议"))
        sheet.text(name, Box(left + 1.95, 11.86, 7.7, 1.0), para(LEAD, name))
        sheet.text(sheet.tongue.named(name, "内容"), Box(left, 13.3, 9.4, 2.7), para(BODY, words))
