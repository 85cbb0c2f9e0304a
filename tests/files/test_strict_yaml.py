"""YAML is read strictly: texts as written, with lines, and nothing clever."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.files import Node, load_yaml, read_yaml
from generator.model import FactpackError

Plain = str | list["Plain"] | dict[str, "Plain"]

# A second on an idle machine; here only a guard against work that grows with the input.
AT_ONCE = 10


@pytest.fixture(params=["libyaml", "pure Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers: libyaml's, and the one that stands in where it is not installed."""
    if request.param == "pure Python":
        monkeypatch.delattr(yaml, "CBaseLoader")


def plain(node: Node) -> Plain:
    if isinstance(node.value, dict):
        return {name: plain(entry) for name, entry in node.value.items()}
    if isinstance(node.value, list):
        return [plain(item) for item in node.value]
    return node.value


def read(text: str) -> Plain:
    return plain(read_yaml(text.encode(), "facts/a.yaml"))


def problems(text: str | bytes) -> list[str]:
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(FactpackError) as caught:
        read_yaml(data, "facts/a.yaml")
    assert all(problem.next for problem in caught.value.problems)
    return [f"{problem.place}: {problem.problem}" for problem in caught.value.problems]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "written",
    [
        "5.10",
        "no",
        "2025-12",
        "0x10",
        "1e3",
        "null",
        "~",
        "5.09亿元",
        "12:30",
        "1992..",
        "=",
        "1_000",
    ],
)
def test_a_value_stays_as_it_was_written(written: str):
    assert read(f"value: {written}") == {"value": written}


@pytest.mark.usefixtures("parser")
def test_every_value_and_every_name_knows_its_line():
    root = read_yaml(b"a: 1\nb:\n  - x\n  - y\nc:\n  d: z\n", "facts/a.yaml")
    x, y = Node("x", "facts/a.yaml", 3, 3), Node("y", "facts/a.yaml", 4, 4)
    d = Node("z", "facts/a.yaml", 6, 6)
    assert root == Node(
        {
            "a": Node("1", "facts/a.yaml", 1, 1),
            "b": Node([x, y], "facts/a.yaml", 3, 2),
            "c": Node({"d": d}, "facts/a.yaml", 6, 5),
        },
        "facts/a.yaml",
        1,
        1,
    )
    assert (str(root.value["b"].place), str(root.value["b"].key_place)) == (
        "facts/a.yaml, line 3",
        "facts/a.yaml, line 2",
    )


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n", "\ufeff"])
def test_an_empty_file_is_an_empty_text(text: str):
    assert read(text) == ""


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", "line 3: “a” is given twice: here and on line 1."),
        ("a: &x 1", "line 1: YAML's anchors and aliases (“&x”) are not used here."),
        ("b: *x", "line 1: YAML's anchors and aliases (“*x”) are not used here."),
        ("a:\n  <<: b\n", "line 2: Merge keys (“<<”) are not used here."),
        ("a: !!str 1", "line 1: YAML's tags (“tag:yaml.org,2002:str”) are not used here."),
        ("a: !thing 1", "line 1: YAML's tags (“!thing”) are not used here."),
        ("? [a, b]\n: c\n", "line 1: A name is one word or text, not a list or a mapping."),
        ("a: 1\n---\nb: 2\n", "line 2: A second document starts here."),
        ("a: b: c", "line 1: There is one “: ” too many here, or the indentation does not fit the lines above."),
        ("a: 1\nb：2\nc: 3", "line 2: The line has no “:” after its name."),
        ("a: 1\nb\n", "line 2: The line has no “:” after its name."),
        ('a: 1\nb: "open\n\n', "line 2: A quotation mark is opened here and never closed."),
        ("a: [b, c\n", "line 1: A bracket is opened here and never closed, or a comma is missing."),
        ("a:\n\t- b", "line 2: The line is indented with a tab."),
        ("a: @home", "line 1: A value must not start with “@”."),
        ("a: %5", "line 1: A value must not start with “%”."),
        ("a: 'x'y", "line 1: The line does not fit the ones above it: its indentation or a quotation mark is wrong."),
        ("- a\nb: c", "line 2: The line does not fit the ones above it: its indentation or a quotation mark is wrong."),
        ('a: "\\q"', "line 1: In double quotes “\\” starts an escape, and this one is unknown."),
        ("a: 1\nb: x\x01y", "line 2: The line holds the invisible character U+0001."),
        ("a: x\u200by", "line 1: The line holds the invisible character U+200B."),
        ("a: \u202e12", "line 1: The line holds the invisible character U+202E."),
        ('a: "\\0"', "line 1: The line holds the invisible character U+0000."),
        (b"a: 1\nb: \xff\xfe", "line 2: The file is not UTF-8 text."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(text: str | bytes, expected: str):
    assert problems(text)[-1:] == [f"facts/a.yaml, {expected}"]


@pytest.mark.usefixtures("parser")
def test_all_that_is_refused_in_a_file_is_said_at_once():
    assert problems("a: 1\na: &x 2\nb: *x\n") == [
        "facts/a.yaml, line 2: YAML's anchors and aliases (“&x”) are not used here.",
        "facts/a.yaml, line 2: “a” is given twice: here and on line 1.",
        "facts/a.yaml, line 3: YAML's anchors and aliases (“*x”) are not used here.",
    ]


@pytest.mark.usefixtures("parser")
def test_a_scalar_of_ten_megabytes_is_refused_at_once():
    started = time.perf_counter()
    assert problems("a: " + "x" * 10_000_000) == [
        "facts/a.yaml, line 1: The line has 10,000,003 characters; 64,000 are allowed."
    ]
    assert time.perf_counter() - started < AT_ONCE


def test_a_scalar_of_many_lines_is_refused_at_once():
    started = time.perf_counter()
    assert problems("a: |\n" + "  1234567\n" * 1_000_000) == [
        "facts/a.yaml, line 1: The value has 8,000,000 characters; 64,000 are allowed."
    ]
    assert time.perf_counter() - started < AT_ONCE


def test_a_file_of_very_many_values_is_refused_at_once():
    started = time.perf_counter()
    (problem,) = problems("- a\n" * 3_000_000)
    assert problem == "facts/a.yaml, line 300000: The file holds more than 300,000 values."
    assert time.perf_counter() - started < AT_ONCE


def test_a_file_of_nothing_but_invisible_characters_is_refused_at_once():
    started = time.perf_counter()
    assert len(problems("\0\n" * 2_000_000)) == 20
    assert len(problems("\0" * 4_000_000)) == 2
    assert time.perf_counter() - started < AT_ONCE


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("text", ["[\n" * 500_000, "{a: \n" * 500_000, "[" * 500, "- " * 500])
def test_a_deep_file_is_refused_at_once(text: str):
    started = time.perf_counter()
    assert problems(text)[0].endswith("nested more than 16 levels deep.")
    assert time.perf_counter() - started < AT_ONCE


def test_an_alias_bomb_never_grows():
    bomb = "a0: &a0 x\n" + "".join(
        f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 30)
    )
    assert problems(bomb)[0] == (
        "facts/a.yaml, line 1: YAML's anchors and aliases (“&a0”) are not used here."
    )


def test_a_file_too_big_is_refused_without_reading_it(tmp_path: Path):
    with (tmp_path / "big.yaml").open("wb") as file:
        file.truncate(3_000_000_000)
    with pytest.raises(
        FactpackError, match=r"facts/big.yaml: The file has 3000 MB; 16 MB are allowed"
    ):
        load_yaml(tmp_path / "big.yaml", "facts/big.yaml")


def test_a_file_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(FactpackError, match="There is no such file"):
        load_yaml(tmp_path / "none.yaml", "facts/none.yaml")


def test_a_folder_in_place_of_a_file_is_named(tmp_path: Path):
    with pytest.raises(FactpackError, match=r"facts/a\.yaml: The file cannot be read"):
        load_yaml(tmp_path, "facts/a.yaml")


texts = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=20)


@given(st.dictionaries(texts, texts | st.lists(texts)))
def test_what_a_yaml_writer_wrote_is_read_back(data: dict[str, Plain]):
    written = yaml.safe_dump(data, allow_unicode=True, default_style="'")
    assert read(written.replace("!!str ", "")) == (data or {})
