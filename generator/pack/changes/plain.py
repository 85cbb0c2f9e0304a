"""Changes as text for a terminal or a mail, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.pack.changes.told import Row, Told

_QUIET = ("new", "withdrawn", "renewed", "aged")  # one line a figure is enough


def as_text(told: Told) -> str:
    """The whole report in lines, reasons indented under each figure."""
    return "\n".join(_lines(told)) + "\n"


def as_markdown(told: Told) -> str:
    """The whole report as Markdown (GitHub's tables)."""
    return "\n".join(_marked(told)) + "\n"


def _lines(told: Told) -> Iterator[str]:
    either = told.voice.either
    yield f"{told.survey.old} → {told.survey.new}{either('：', ': ')}{told.summary()}"
    yield from told.notes()
    for section in told.sections():
        yield from ("", section.title)
        for row in section.rows:
            yield f"  {_headline(row, told)}"
            if section.group not in _QUIET:
                yield from (f"    {line}" for line in (row.dates, *row.because) if line)
    if told.apart():
        yield from ("", either("并列而不可相比的数字", "Side by side, and no growth"))
        for first, second, why, keys in told.apart():
            yield f"  {first} | {second}{either('：', ': ')}{why} ({keys})"
    if told.wording():
        yield from ("", either("须核对的文字", "Words to check"))
        for file, where, sort, words, sentence, why in told.wording():
            yield f"  {file}, {where}: {sort} “{words}”"
            yield from (f"    {sentence}", f"    {why}")
    for document in told.documents():
        yield from ("", f"{document.audience}/{document.file}")
        for fact in document.facts:
            yield f"  {fact.name} ({fact.key}){either('：', ': ')}{fact.title}"
            yield from (f"    {where}: {words}" for where, words in fact.places)


def _headline(row: Row, told: Told) -> str:
    colon = told.voice.either("：", ": ")
    values = " → ".join(one for one in (row.old, row.new) if one)
    if row.old == row.new:
        values = row.new
    by = f"{told.voice.either('，', ', ')}{row.by}" if row.by else ""
    return f"{row.name} ({row.key}){colon}{values}{by}"


def _marked(told: Told) -> Iterator[str]:
    either = told.voice.either
    yield f"# {either('数字变动', 'Changes')} {told.survey.old} → {told.survey.new}"
    yield from ("", told.summary())
    yield from (line for note in told.notes() for line in ("", note))
    for section in told.sections():
        yield from ("", f"## {section.title}", "")
        yield from _table(_heads(told), (_cells(row) for row in section.rows))
    if told.apart():
        yield from ("", f"## {either('并列而不可相比的数字', 'Side by side, and no growth')}", "")
        heads = either("一数|另一数|为何不比|名称", "one|the other|why not|facts").split("|")
        yield from _table(heads, told.apart())
    if told.wording():
        yield from ("", f"## {either('须核对的文字', 'Words to check')}", "")
        heads = either("文件|位置|类别|文字|原句|原因", "file|place|sort|words|sentence|why").split(
            "|"
        )
        yield from _table(heads, told.wording())
    if told.documents():
        yield from ("", f"## {either('各文件中的位置', 'By document')}")
    for document in told.documents():
        yield from ("", f"### {_escaped(f'{document.audience}/{document.file}')}", "")
        for fact in document.facts:
            places = "; ".join(f"{where}: {words}" for where, words in fact.places)
            yield f"- **{_escaped(fact.name)}** (`{fact.key}`, {fact.title}): {_escaped(places)}"


def _heads(told: Told) -> list[str]:
    heads = told.voice.either("数字|原数|现数|增减|数据截至|依据", "figure|was|is|by|as of|because")
    return heads.split("|")


def _cells(row: Row) -> tuple[str, ...]:
    named = f"{row.name} ({row.key})"
    return named, row.old or "–", row.new or "–", row.by, row.dates, "; ".join(row.because)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(_escaped(cell) for cell in row)} |"


def _escaped(text: str) -> str:
    """What Markdown would take for its own stands for itself."""
    for mark in ("\\", "|", "*", "_", "`", "<", "["):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", " ")
