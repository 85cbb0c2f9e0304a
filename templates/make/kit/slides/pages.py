"""Pages that decks share: the cover, the closing page, the table of sources."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.presentation import Presentation as Deck

from templates.make.kit.phrases import each_row
from templates.make.kit.slides import base
from templates.make.kit.slides.sheet import BODY, SMALL, Sheet
from templates.make.kit.slides.table import Column
from templates.make.kit.slides.text import named, para
from templates.make.kit.tokens import Box, column
from templates.make.kit.tongue import ZH, Tongue


def cover(
    deck: Deck, title: Sequence[str], subtitle: str, kicker: str, as_of: str, tongue: Tongue = ZH
) -> Sheet:
    """Title in one or two lines, what it answers, for whom, by whom, as of when."""
    sheet = Sheet(deck, base.COVER, tongue=tongue)
    sheet.place("标题", "ctrTitle", None, *title)
    sheet.place("副标题", "subTitle", 1, subtitle)
    sheet.place("文种", "body", base.KICKER, kicker)
    office = f"{{% if office is available %}}{{{{ office }}}}{tongue.word('　　')}{{% endif %}}{{{{ edition.as_of }}}}"
    sheet.place("单位与日期", "body", base.OFFICE, office)
    sheet.place("数据截至", "body", base.AS_OF, as_of)
    return sheet


def cover_as_of(key: str, tongue: Tongue = ZH) -> str:
    """The as-of of the cover's figures: no figure past its shelf life stands there, nor its age."""
    return (
        f"{{% if {key} is expired %}}{tongue.word('数据截至日期见各页')}"
        f"{{% else %}}{tongue.word('数据')}{{{{ {key}|as_of }}}}{{% endif %}}"
    )


def closing(
    deck: Deck, title: str, marker: str, blocks: Sequence[tuple[str, Sequence[str]]],
    tongue: Tongue = ZH,
) -> Sheet:  # fmt: skip
    """A deep page: one sentence, and up to three blocks of a name and a few lines."""
    sheet = Sheet(deck, base.CLOSING, tongue=tongue)
    sheet.place("标题", "title", None, title)
    sheet.place("章节", "body", base.MARKER, marker)
    for place, (name, lines) in enumerate(blocks):
        left = column(1 + place * 4)
        sheet.rule(left, 7.2, 9.1, "mist", 1)
        head = para(SMALL.but(bold=True, color="mist"), name)
        name_of = f"{tongue.word('栏目')} {place + 1}"
        sheet.text(name_of, Box(left, 7.55, 9.1, 0.8), head)
        words = (para(BODY.but(color="white"), line) for line in lines)
        sheet.text(tongue.named(name_of, " 内容"), Box(left, 8.45, 9.1, 2.7), *words)
    return sheet


def sources_table(sheet: Sheet, annex: str = "每个数字的依据片段见随附的证据附件。") -> None:
    """One row for each source that the deck's figures come from; `annex` says where their proof is."""
    small, word = named("table_dense"), sheet.tongue.word
    columns = (
        Column(word("来源"), 12.4, small.but(bold=True, color="deep")),
        Column(word("日期"), 5.4, small),
        Column(word("性质"), 3.4, small),
        Column(word("待补刊载信息"), 9.07, named("table_dense", "grey")),
    )
    row = each_row("sources", "citation", "date", "kind", "missing")
    sheet.table(
        word("本套材料所用来源，每行一篇"), columns, [row], 1.25 + 0.25 * sheet.tongue.label_lines
    )
    sheet.foot(word(annex), word("编制日期　{{ edition.as_of }}"))
