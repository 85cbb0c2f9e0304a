"""The template files: made again alike, valid in spirit, and without a figure of their own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree
from template_parts import (
    ANNEX,
    BRIEF,
    DECK,
    DELEGATION,
    FILES,
    TAG,
    TEMPLATES,
    A,
    P,
    W,
    parts,
    placeholder,
    roots,
    runs,
    slides,
    tags,
    words,
)

from generator.files import load_yaml
from templates.make.__main__ import MAKERS

ROOT = Path(__file__).resolve().parents[2]
NONE = re.compile(r"(?!)")
# Numbers that a file counts itself: list items, annexes and their figures.
OWN = {"leadership-report.docx": re.compile(r"^\d\.|附件：?\d|图\d|^\d$")}


@pytest.mark.parametrize("name", MAKERS)
def test_a_maker_writes_the_committed_file_part_for_part(name: str, tmp_path: Path) -> None:
    made = tmp_path / name
    MAKERS[name](made)
    assert parts(made) == parts(TEMPLATES / name)


def test_every_committed_template_has_a_maker() -> None:
    assert {path.name for path in TEMPLATES.glob("[!.~]*.[dp][op][ct]x")} == set(MAKERS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_figure_is_typed_by_hand(path: Path) -> None:
    own = OWN.get(path.name, NONE)
    assert [text for text in runs(path) if re.search(r"\d", own.sub("", TAG.sub("", text)))] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_tag_stands_whole_in_one_run(path: Path) -> None:
    assert [text for text in runs(path) if re.search(r"\{\{|\}\}|\{%|%\}", TAG.sub("", text))] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_block_that_is_opened_is_closed(path: Path) -> None:
    texts = "\n".join(runs(path))
    for word in ("if", "for"):
        assert texts.count(f"{{% {word}") == texts.count(f"{{% end{word}")


def test_a_name_in_a_tag_is_a_fact_or_a_word_of_the_pack() -> None:
    words = {
        "edition", "audience", "ledger", "sources", "row", "one", "other", "loop", "chart", "picture",
        "if", "elif", "else", "endif", "for", "in", "endfor", "is", "available", "expired", "and", "or",
        "not", "shape",
    }  # fmt: skip
    named = {name for path in FILES for tag in tags(path) for name in _names(tag)}
    facts = set(load_yaml(ROOT / "facts" / "facts.yaml", "facts/facts.yaml").value)
    assert named - facts - words - _settings() == set()
    assert _settings() - named == {"money"}  # that one is for the engine


def _settings() -> set[str]:
    """The names that the pack and its audiences set."""
    plans = [ROOT / "templates" / "pack.yaml", *(ROOT / "templates" / "audiences").iterdir()]
    nodes = [load_yaml(plan, plan.name).value.get("settings") for plan in plans]
    return {name for node in nodes if node for name in node.value}


def test_nothing_the_audience_must_not_see_is_named() -> None:
    plan = load_yaml(ROOT / "templates" / "audiences" / "zhejiang.yaml", "zhejiang.yaml")
    never = {node.value for node in plan.value["never"].value}
    named = {name for path in DELEGATION for tag in tags(path) for name in _names(tag)}
    assert never & named == set()


def test_words_that_are_out_for_this_audience_stay_out() -> None:
    prose = "".join(text for path in DELEGATION for text in runs(path))
    out = (
        "概况",
        "宁波",
        "输血",
        "省部级",
        "上次公布",
        "同一口径",
        "习近平率",
        "国务院总理",
        "一对一",
    )
    assert [word for word in out if word in prose] == []
    assert prose.count("习近平") == prose.count("习近平同志")


def test_every_slide_has_a_title_of_its_own() -> None:
    titles = [words(_title(slide)) for slide in slides()]
    assert len(set(titles)) == len(titles) == 11
    assert all(titles)


def test_every_slide_has_notes_with_sources_and_a_line_of_thanks() -> None:
    notes = roots(DECK, r"ppt/notesSlides/notesSlide\d+\.xml").values()
    spoken = [[words(p) for p in root.iter(f"{A}p")] for root in notes]
    assert len(spoken) == 11
    for lines in spoken:
        assert [line[:3] for line in lines if line] == ["数据来", "致谢语"]


def test_every_content_slide_says_source_and_as_of_at_the_fixed_place() -> None:
    for slide in slides()[1:]:
        places = {
            ph.get("idx"): words(ph.getparent().getparent().getparent())
            for ph in slide.iter(f"{P}ph")
        }
        assert "资料来源：" in places["12"]
        assert "|as_of }}" in places["13"] or "edition.as_of" in places["13"]


def test_every_text_is_marked_as_chinese() -> None:
    for slide in slides():
        for properties in slide.iter(f"{A}rPr"):
            assert (properties.get("lang"), properties.get("altLang")) == ("zh-CN", "en-US")


def test_no_text_shrinks_and_no_shape_borrows_a_style() -> None:
    for slide in slides():
        assert not list(slide.iter(f"{A}normAutofit", f"{A}spAutoFit", f"{P}style"))


def test_pictures_and_charts_carry_their_tag_as_alternative_text() -> None:
    alts = [
        frame.get("descr")
        for path in (BRIEF, DECK)
        for root in roots(path, r"word/document\.xml|ppt/slides/slide\d+\.xml").values()
        for frame in root.iter()
        if frame.get("descr", "").startswith("{{")
    ]
    assert alts == [
        '{{ chart("firm_structure") }}',
        '{{ picture("timeline_short") }}',
        '{{ chart("campus_area") }}',
        '{{ chart("firm_structure") }}',
    ]


def test_every_word_table_of_rows_repeats_its_head_and_keeps_its_rows_whole() -> None:
    for path in (BRIEF, ANNEX):
        for table in roots(path, r"word/document\.xml")["word/document.xml"].iter(f"{W}tbl"):
            rows = table.findall(f"{W}tr")
            if len(rows) > 1:
                assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
                assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_a_word_table_names_itself_for_those_who_cannot_see_it() -> None:
    for path in (BRIEF, ANNEX):
        for table in roots(path, r"word/document\.xml")["word/document.xml"].iter(f"{W}tbl"):
            assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")


def test_headings_do_not_jump() -> None:
    for path in (BRIEF, ANNEX):
        root = roots(path, r"word/document\.xml")["word/document.xml"]
        styles = [style.get(f"{W}val") for style in root.iter(f"{W}pStyle")]
        levels = [int(style[-1]) for style in styles if style.startswith("Heading")]
        assert all(
            later <= earlier + 1 for earlier, later in zip([0, *levels], levels, strict=False)
        )


def _title(slide: etree._Element) -> etree._Element:
    kind = "ctrTitle" if slide.xpath("//*[@type='ctrTitle']") else "title"
    return placeholder(slide, kind)


def _names(tag: str) -> set[str]:
    """The names a tag asks for: no filter, attribute, text or test."""
    bare = re.sub(r"\"[^\"]*\"|'[^']*'", "", tag.strip("{}% "))
    return set(re.findall(r"(?<![|.\w])[a-z_]\w*", bare))
