"""The manual says what the code does: its examples are run, its lists of names are complete."""

from __future__ import annotations

import io
import re
from datetime import datetime
from pathlib import Path

import pytest
from docx import Document
from pptx import Presentation

from generator.model import Audience
from generator.render import compile_template, render
from generator.resolve import FILTERS, VOCABULARY, context, resolve
from generator.resolve.edition import Edition
from generator.store import read_store
from generator.workspace import open_workspace

ROOT = Path(__file__).parents[2]
MANUAL = (ROOT / "docs" / "manual.md").read_text(encoding="utf-8")
SORTS = {
    "name": "Names beside the facts",
    "attribute": "Of a fact `x`",
    "filter": "Filters",
    "test": "Tests",
    "row": "Of a row of `ledger` or `sources`",
}


def section(name: str) -> str:
    return MANUAL.split(f"<!-- {name} -->")[1].split("<!-- end -->")[0].strip()


def examples() -> list[tuple[str, str]]:
    rows = section("examples").splitlines()[2:]
    cells = [
        [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", row)[1:-1]]
        for row in rows
    ]
    return [(written.strip("`"), given) for written, given in cells]


@pytest.fixture(scope="module")
def names():
    from datetime import date

    workspace = open_workspace(ROOT)
    store, _ = read_store(workspace)
    audience = Audience("reader", {"zh": "读者"}, "zh-Hans", ())
    edition = Edition(date(2025, 12, 31))
    return context(resolve(store, None, audience, edition), store, edition, audience)


def printed(template: bytes, names: dict[str, object], file: str) -> bytes:
    made = render(
        compile_template(template, file), names, FILTERS, base="b", when=datetime(2025, 12, 31)
    )
    assert made.problems == ()
    return made.data


@pytest.mark.parametrize(("written", "given"), examples())
def test_an_example_gives_in_word_what_the_manual_says(names, written, given):
    document = Document()
    document.add_paragraph(written)
    file = io.BytesIO()
    document.save(file)
    made = Document(io.BytesIO(printed(file.getvalue(), names, "a.docx")))
    text = "".join(
        node.text or "" for node in made.element.body.iter() if str(node.tag).endswith("}t")
    )
    assert text == given


@pytest.mark.parametrize(("written", "given"), examples())
def test_an_example_gives_in_powerpoint_what_the_manual_says(names, written, given):
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = written
    file = io.BytesIO()
    deck.save(file)
    made = Presentation(io.BytesIO(printed(file.getvalue(), names, "a.pptx")))
    assert made.slides[0].shapes.title.text == given


def words_in_the_manual() -> str:
    parts = []
    for sort, heading in SORTS.items():
        rows = [
            f"| `{word.written.replace('|', chr(92) + '|')}` | {word.help} |"
            for word in VOCABULARY
            if word.sort == sort
        ]
        parts.append(
            "\n".join([f"**{heading}**", "", "| name | what it gives |", "| --- | --- |", *rows])
        )
    return "\n\n".join(parts)


def test_the_manual_lists_every_name_that_a_template_may_use():
    assert section("words") == words_in_the_manual()


def test_the_manual_lists_every_reason_to_make_a_document_again():
    from generator.pack.editions.due import KINDS

    rows = [f"| `{kind}` | {why} |" for kind, why in KINDS.items()]
    assert section("reasons").splitlines() == ["| kind | why |", "| --- | --- |", *rows]


def test_the_commands_about_editions_are_those_that_there_are():
    from generator.cli.editions import COMMANDS

    rows = MANUAL.split("## Editions")[1].split("\n## ")[0].splitlines()
    told = [row.split("`")[1].split() for row in rows if row.startswith("| `factpack ")]
    there = {command.name: {o for p in command.params for o in p.opts} for command in COMMANDS}
    assert {words[1] for words in told} == set(there)
    for _, command, *words in told:
        assert {word for word in words if word.startswith("--")} <= there[command]


def test_the_readmes_show_a_statement_and_a_fact_as_they_are():
    statements = (ROOT / "facts/statements/cqcb-2025-12.yaml").read_text(encoding="utf-8")
    for readme in ("README.md", "README.zh-CN.md"):
        text = (ROOT / readme).read_text(encoding="utf-8")
        shown = text.split("```yaml\n")[1].split("```")[0]
        assert shown in statements, readme


def test_both_readmes_give_the_same_two_commands():
    commands = [
        re.findall(r"^python3 -m venv .*$", (ROOT / name).read_text(encoding="utf-8"), re.M)
        for name in ("README.md", "README.zh-CN.md")
    ]
    assert len(commands[0]) == 2
    assert commands[0] == commands[1]


FACT_FILES = {
    "facts/statements/": "statements",
    "facts/sources.yaml": "sources",
    "facts/subjects.yaml": "subjects",
    "facts/measures.yaml": "measures",
    "facts/facts.yaml": "facts",
    "facts/rulings.yaml": "rulings",
}


@pytest.mark.parametrize("file", FACT_FILES)
def test_the_fields_of_a_fact_file_are_those_that_are_read(file):
    import importlib

    fields = importlib.import_module(f"generator.store.{FACT_FILES[file]}").FIELDS
    text = (ROOT / "docs" / "facts.md").read_text(encoding="utf-8")
    rows = text.split(f"## {file}")[1].split("\n## ")[0].splitlines()
    told = {
        row.split("|")[1].strip(): "**" in row.split("|")[1] for row in rows if row.startswith("| ")
    }
    told = {
        name.strip("*"): required for name, required in told.items() if name not in ("field", "---")
    }
    assert told == {field.name: field.required for field in fields}


def test_the_columns_of_a_table_of_statements_are_those_that_are_read():
    from generator.pack.asking.tables import COLUMNS

    text = (ROOT / "docs" / "facts.md").read_text(encoding="utf-8")
    rows = text.split("<!-- columns -->")[1].split("<!-- end -->")[0].strip().splitlines()[2:]
    told = [tuple(cell.strip() for cell in row.split("|")[1:3]) for row in rows]
    assert told == list(COLUMNS.items())


def test_the_commands_of_the_manual_are_there():
    from generator.cli.commands import cli

    facts = cli.commands["facts"]
    known = {*cli.commands, *(f"facts {name}" for name in facts.commands)}
    for command in ("publish", "prune", "editions", "questions", "facts import"):
        assert command in known
        assert f"factpack {command}" in MANUAL
