"""The report on changes, which travels with the package, in Chinese and in English."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from templates.make.kit.package import app_xml, set_core, write_package
from templates.make.kit.word.base import new_paper
from templates.make.kit.word.paragraphs import Run, paragraph_xml
from templates.make.kit.word.sheets import Sheets
from templates.make.kit.word.tables import Column


@dataclass(frozen=True)
class Words:
    """All that the report says of itself in one language; `heads` are those of its tables."""

    language: str
    title: str
    subtitle: str
    rule: str
    counts: tuple[tuple[str, str], ...]  # expression, name
    check: str
    check_row: str
    none: str
    changes: tuple[str, ...]
    lists: tuple[str, ...]
    apart_title: str
    apart: tuple[str, ...]
    wording_title: str
    wording_rule: str
    wording: tuple[str, ...]
    documents_title: str
    documents: tuple[str, ...]
    sign_title: str
    sign: tuple[str, ...]
    table: str


CHINESE = Words(
    "zh-CN",
    "数字变动报告",
    "{{ old }}与{{ new }}对照，供签发人核阅",
    "本报告只列变动、依据和位置，不改动任何文件。增减只在同一指标、同一口径、同一性质的数之间计算。",
    (
        ("counts.changed", "数字有变"),
        ("counts.unlike", "前后不可比"),
        ("counts.new + counts.withdrawn", "新出现或不再出现"),
        ("counts.wording", "须核对的文字"),
    ),
    "签发前先核对",
    "{{ row.name }}：{{ row.old }} → {{ row.new }}，{{ row.by }}",
    "两版之间没有数字变动。",
    ("数字", "原数和截至时间", "现数和截至时间", "增减", "依据"),
    ("数字", "数值", "说明和截至时间", "依据"),
    "并列而不可相比的数字",
    ("一数", "另一数", "为何不能相比"),
    "须核对的文字",
    "下列文字因数字变动而可能不再成立，由起草人核改。",
    ("文件与位置", "文字", "原句", "原因"),
    "各文件中的位置",
    ("数字", "变动", "位置与所示文字"),
    "核对与签发",
    ("核对人", "签发人", "日期"),
    "表",
)
ENGLISH = Words(
    "en-GB",
    "Changes in the figures",
    "{{ old }} compared with {{ new }}, for the person who signs",
    "This report lists changes, reasons and places, and alters no file. Growth is told only "
    "between figures of one measure, scope and kind.",
    (
        ("counts.changed", "changed"),
        ("counts.unlike", "not comparable"),
        ("counts.new + counts.withdrawn", "new or withdrawn"),
        ("counts.wording", "words to check"),
    ),
    "Check before signing",
    "{{ row.name }}: {{ row.old }} → {{ row.new }}, {{ row.by }}",
    "No figure has changed.",
    ("Figure", "Was, as of", "Is, as of", "By", "Because"),
    ("Figure", "Value", "Remark, as of", "Because"),
    "Side by side, and no growth",
    ("One", "The other", "Why not"),
    "Words to check",
    "A change may have made these words false; the author decides.",
    ("File and place", "Words", "Sentence", "Why"),
    "Where they stand",
    ("Figure", "Change", "Places and words shown"),
    "Checked and signed",
    ("Checked by", "Signed by", "Date"),
    "Table",
)


def make_chinese_report(path: Path) -> None:
    """Write the Chinese report's template to `path`."""
    _make(path, CHINESE)


def make_english_report(path: Path) -> None:
    """Write the English report's template to `path`."""
    _make(path, ENGLISH)


def _make(path: Path, words: Words) -> None:
    sheets = Sheets(new_paper(f"{words.title}　{{{{ old }}}} → {{{{ new }}}}"))
    _opening(sheets, words)
    _changes(sheets, words)
    _apart(sheets, words)
    _wording(sheets, words)
    _signing(sheets, words)
    _lists(sheets, words)
    _documents(sheets, words)
    core = sheets.paper.core_properties
    title = f"{words.title} {{{{ old }}}} → {{{{ new }}}}"
    set_core(core, title=title, subject=words.subtitle, keywords="")
    core.language, core.category = words.language, words.title
    write_package(sheets.paper, path, {"docProps/app.xml": app_xml("Microsoft Office Word")})


def _opening(sheets: Sheets, words: Words) -> None:
    sheets.paragraph("Eyebrow", Run("■", "Seal"), " {{ old }} → {{ new }}")
    sheets.paragraph("Title", words.title)
    sheets.paragraph("Subtitle", words.subtitle)
    cells = [
        (
            paragraph_xml("KPIValue", f"{{{{ {count} }}}}"),
            paragraph_xml("KPILabel", name),
        )
        for count, name in words.counts
    ]
    sheets.strip(cells, words.title)
    for line in ("{% if not sections and not lists %}", words.none, "{% endif %}"):
        sheets.paragraph("UnitLine", line)
    for line in ("{% for note in notes %}", "{{ note }}", "{% endfor %}"):
        sheets.paragraph("UnitLine", line)
    sheets.paragraph("SourceNote", words.rule)
    sheets.paragraph("Normal", "{% if first %}")
    sheets.callout(
        words.check,
        (
            paragraph_xml("CalloutHead", words.check),
            paragraph_xml("CalloutText", "{% for row in first %}"),
            paragraph_xml("CalloutText", words.check_row),
            paragraph_xml("CalloutText", "{% endfor %}"),
        ),
    )
    sheets.paragraph("Normal", "{% endif %}")


def _changes(sheets: Sheets, words: Words) -> None:
    """The figures that moved, each with its reason."""
    sheets.paragraph("Normal", "{% for section in sections %}")
    sheets.paragraph("Heading1", "{{ section.title }}")
    _table(
        sheets,
        words.changes,
        (3.1, 2.7, 2.7, 2.9, 5.6),
        ("TableName", "TableText", "TableName", "TableText", "TableQuiet"),
        "{% for row in section.rows %}",
        ("row.name", "row.was", "row.is", "row.by", "row.because"),
        "{{ section.title }}",
    )
    sheets.paragraph("Normal", "{% endfor %}")


def _apart(sheets: Sheets, words: Words) -> None:
    sheets.paragraph("Normal", "{% if apart %}")
    sheets.paragraph("Heading1", words.apart_title)
    _table(
        sheets,
        words.apart,
        (6.2, 6.2, 4.6),
        ("TableText", "TableText", "TableQuiet"),
        "{% for row in apart %}",
        ("row.first", "row.second", "row.why"),
        words.apart_title,
    )
    sheets.paragraph("Normal", "{% endif %}")


def _wording(sheets: Sheets, words: Words) -> None:
    sheets.paragraph("Normal", "{% if wording %}")
    sheets.paragraph("Heading1", words.wording_title)
    sheets.paragraph("Normal", words.wording_rule)
    columns = _columns(
        words.wording,
        (4.3, 2.4, 5.5, 4.8),
        ("TableText", "TableName", "TableText", "TableQuiet"),
    )
    row = (
        "{% for row in wording %}{{ row.spot }}",
        "{{ row.words }}",
        "{{ row.sentence }}",
        "{{ row.why }}{% endfor %}",
    )
    sheets.table(columns, [row], words.wording_title)
    sheets.paragraph("Normal", "{% endif %}")


def _lists(sheets: Sheets, words: Words) -> None:
    """The figures that came, went or stayed the same on another footing."""
    sheets.paragraph("Normal", "{% for section in lists %}")
    sheets.paragraph("Heading1", "{{ section.title }}")
    _table(
        sheets,
        words.lists,
        (3.9, 3.0, 3.3, 6.8),
        ("TableName", "TableText", "TableQuiet", "TableQuiet"),
        "{% for row in section.rows %}",
        ("row.name", "row.value", "row.remark", "row.because"),
        "{{ section.title }}",
    )
    sheets.paragraph("Normal", "{% endfor %}")


def _documents(sheets: Sheets, words: Words) -> None:
    sheets.paragraph("Normal", "{% if documents %}")
    sheets.paragraph("Heading1", words.documents_title)
    sheets.paragraph("Normal", "{% for document in documents %}")
    sheets.paragraph("Heading2", "{{ document.audience }}/{{ document.file }}")
    _table(
        sheets,
        words.documents,
        (4.2, 3.6, 9.2),
        ("TableName", "TableQuiet", "TableText"),
        "{% for fact in document.facts %}",
        ("fact.name", "fact.title", "fact.places"),
        "{{ document.file }}",
    )
    sheets.paragraph("Normal", "{% endfor %}")
    sheets.paragraph("Normal", "{% endif %}")


def _signing(sheets: Sheets, words: Words) -> None:
    sheets.paragraph("Heading1", words.sign_title)
    columns = _columns(words.sign, (5.7, 5.7, 5.6), ("KPIValue",) * 3)
    sheets.table(columns, [("　",) * 3], words.sign_title)


def _table(
    sheets: Sheets,
    heads: tuple[str, ...],
    widths: tuple[float, ...],
    styles: tuple[str, ...],
    loop: str,
    cells: tuple[str, ...],
    title: str,
) -> None:
    """A table with one row that repeats."""
    row = [f"{{{{ {cell} }}}}" for cell in cells]
    row[0], row[-1] = loop + row[0], row[-1] + "{% endfor %}"
    sheets.table(_columns(heads, widths, styles), [row], title)


def _columns(
    heads: tuple[str, ...], widths: tuple[float, ...], styles: tuple[str, ...]
) -> tuple[Column, ...]:
    return tuple(map(Column, heads, widths, styles))
