"""Evidence is found in broken texts, and what does not stand there is not accepted."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from northmarsh import BASE, make, statement, told

from generator.files import digest
from generator.store import check_evidence, check_store, lock_evidence, read_store
from generator.store.article import Article
from generator.store.lock import Lock, read_lock

# A page of two columns: a paragraph is cut by a caption, another runs on in the second column,
# which stands at the end; a third is cut twice.
PAGE = """\
北泽新貌

30多年来,各方在北泽累计捐赠资金5.10亿元,建成项目1

北泽新码头全景

北泽的老街,每年接待来自各地的游

北泽水厂

184个,惠及全镇;学校由4所增至1

,居民出行更方便。镇长说,来年将

来北泽落户的企业已有
81家,其中规上企业32家。

客近2.4万人次,旺季更多

修两条新路,再建一座桥。
1,184 people came;
more than 60 stayed.
"""


def found(clause: str, page: str = PAGE) -> list[str]:
    return [page[start:end] for start, end in Article(page).find(clause)]


@pytest.mark.parametrize(
    ("clause", "pieces"),
    [
        ("捐赠资金5.10亿元", ["捐赠资金5.10亿元"]),
        ("捐贈資金５.１０億元", ["捐赠资金5.10亿元"]),
        ("捐赠资金 5.10 亿元", ["捐赠资金5.10亿元"]),
        ("落户的企业已有81家", ["落户的企业已有\n81家"]),
        ("建成项目1184个", ["建成项目1", "184个"]),
        ("各地的游客近2.4万人次", ["各地的游", "客近2.4万人次"]),
        ("镇长说,来年将修两条新路", ["镇长说,来年将", "修两条新路"]),
        ("more than 60 stayed", ["more than 60 stayed"]),
        ("1,184 people came;more", ["1,184 people came;\nmore"]),
    ],
)
def test_a_clause_is_found_across_lines_columns_and_captions(clause: str, pieces: list[str]):
    assert found(clause) == pieces


def test_a_clause_may_be_cut_twice():
    page = "镇里的人说,今年来的客\n\n码头全景\n\n人特别多,铺子一\n\n水厂全貌\n\n人难求,生意好。\n\n人手不够,\n"
    assert found("来的客人特别多,铺子一人难求", page) == ["来的客", "人特别多,铺子一", "人难求"]


def test_a_line_that_ends_with_a_quotation_may_be_torn():
    page = "全镇推行“一户一策”\n\n图\n\n服务机制,事无巨细。\n"
    assert found("“一户一策”服务机制", page) == ["“一户一策”", "服务机制"]


def test_a_figure_may_stand_right_after_latin_letters():
    assert found("992.24亿元", "全镇GDP992.24亿元。") == ["992.24亿元"]


@pytest.mark.parametrize("text", ["", "\n\n", " ", "北泽"])
def test_an_empty_or_short_text_holds_little(text: str):
    assert found("北泽镇", text) == []
    assert Article(text).nearest("北泽镇建成") == ""


def test_a_very_long_line_takes_no_longer_than_its_length():
    page = "one more bridge, " * 60_000
    assert found("no such thing here", page) == []


@pytest.mark.parametrize(
    ("why", "clause"),
    [
        ("other digits", "捐赠资金5.11亿元"),
        ("a part of a figure", "0亿元"),
        ("a part of a figure before its point", "10亿元"),
        ("a part of a figure after its comma", "184 people came"),
        ("a part of a Latin word", "eople came"),
        ("cut within lines, not at their ends", "捐赠资金184个"),
        ("a caption and a sentence", "北泽新码头全景近2.4万人次"),
        ("a headline and a sentence", "北泽新貌81家"),
        ("from a sentence that was over", "规上企业32家。184个"),
        ("a paragraph after a caption", "北泽水厂184个"),
        ("one character of a piece", "1184个"),
        ("nothing at all", "南泽"),
    ],
)
def test_what_does_not_stand_there_is_not_found(why: str, clause: str):
    assert found(clause) == [], why


def test_the_unbroken_place_goes_before_pieces():
    page = "来,住的游\n\n图\n\n客人多,住的少。\n\n旺季时,住的游客人多,路也堵。\n"
    assert found("住的游客人多", page) == ["住的游客人多"]


def test_the_nearest_of_several_pieces_is_taken():
    page = "路,通到\n\n图\n\n桥头,远\n\n图\n\n桥头,\n"
    (_, tail) = Article(page).find("路,通到桥头")
    assert tail[0] == page.index("桥头")


words = st.text(st.sampled_from("北泽镇桥路水厂码头,。1234"), min_size=4, max_size=30)


@given(st.lists(words, min_size=1, max_size=6), st.data())
def test_offsets_are_those_of_the_original_text(lines: list[str], data: st.DataObject):
    page = "\n\n".join(lines)
    start = data.draw(st.integers(0, len(page) - 1))
    clause = page[start : start + data.draw(st.integers(1, 12))]
    pieces = found(clause, page)
    assert pieces == [] or "".join("".join(pieces).split()) == "".join(clause.split())


@given(st.lists(words, min_size=1, max_size=6), st.data())
def test_every_whole_line_is_found(lines: list[str], data: st.DataObject):
    # -- a figure may go on over a line's end: "1," and "184", or "1" and ",184" --
    assume(not any(line[0] in ",." or line[-1] in ",." for line in lines))
    line = data.draw(st.sampled_from(lines))
    assert found(line, "\n\n".join(lines))


# ---- a base and its texts


TEXT = "北泽新貌\n\n捐赠资金5.10亿元,建成项目1184个。\n"


def prove(root: Path, files: dict[str, str] | None = None, text: str | None = TEXT):
    """A workspace, its store and the problems of its evidence against this text."""
    sources = BASE["sources.yaml"].replace("0" * 64, digest(TEXT.encode()))
    workspace = make(root, {"sources.yaml": sources, **(files or {})})
    folder = root / "texts"
    folder.mkdir(exist_ok=True)
    if text is not None:
        (folder / "herald.txt").write_bytes(text.encode())
    store, problems = read_store(workspace)
    assert problems == []
    return workspace, store, told(check_evidence(store, folder))


def test_evidence_that_stands_in_its_text_is_proved(tmp_path: Path):
    assert prove(tmp_path)[2] == []


def test_evidence_that_does_not_is_told_with_the_nearest_passage(tmp_path: Path):
    fields = "subject: northmarsh\nmeasure: projects\nvalue: 1185个\nevidence: 建成项目1185个"
    _, store, problems = prove(tmp_path, statement(fields))
    assert problems == [
        "error: facts/statements/new.yaml, line 3: The evidence of “h.new” is not in herald.txt: "
        "“建成项目1185个”."
    ]
    (problem,) = check_evidence(store, tmp_path / "texts")
    assert (
        problem.next
        == "The nearest passage is “建成项目1184个。”. Copy the clause as it is printed."
    )


def test_a_missing_text_is_told_at_its_source(tmp_path: Path):
    folder = (tmp_path / "texts").as_posix()
    assert prove(tmp_path, text=None)[2] == [
        f"error: facts/sources.yaml, line 1: The text of “herald” is not in {folder}: no herald.txt."
    ]


def test_a_missing_folder_of_texts_is_told_once(tmp_path: Path):
    _, store, _ = prove(tmp_path)
    none = tmp_path / "none"
    assert told(check_evidence(store, none)) == [
        f"error: {none.as_posix()}: There is no such folder, so no evidence can be proved."
    ]


def test_another_text_is_told_and_searched_all_the_same(tmp_path: Path):
    changed = TEXT.replace("5.10", "5.20")
    problems = prove(tmp_path, text=changed)[2]
    assert problems == [
        "error: facts/sources.yaml, line 1: herald.txt is not the text that “herald” was read from: "
        f"its digest is {digest(changed.encode())}.",
        "error: facts/statements/herald.yaml, line 3: The evidence of “h.grants” is not in "
        "herald.txt: “捐赠资金5.10亿元”.",
    ]


def test_a_text_that_is_not_utf8_is_told(tmp_path: Path):
    prove(tmp_path)
    (tmp_path / "texts" / "herald.txt").write_bytes("北泽".encode("gb18030"))
    assert prove(tmp_path, text=None)[2] == [
        "error: facts/sources.yaml, line 1: The text of “herald” (herald.txt) cannot be read: "
        "it is not UTF-8."
    ]


def test_a_source_without_a_text_is_a_notice(tmp_path: Path):
    sources = (
        "herald: {title: x, publisher: y, published: 2025-12, language: zh-Hans, kind: press}\n"
    )
    assert prove(tmp_path, {"sources.yaml": sources})[2] == [
        "notice: facts/sources.yaml, line 1: The source “herald” names no text, so its evidence "
        "cannot be proved."
    ]


# ---- the lock


def lock(root: Path, files: dict[str, str] | None = None):
    workspace, store, _ = prove(root, files)
    return workspace, *lock_evidence(workspace, store, root / "texts")


def lock_says(root: Path, files: dict[str, str]) -> list[str]:
    """What the checks say of a changed base without its texts."""
    return told(check_store(prove(root, files)[1]))


def test_the_lock_tells_text_offsets_evidence_and_value(tmp_path: Path):
    workspace, store, problems = lock(tmp_path)
    assert problems == []
    assert (workspace.facts / "facts.lock").read_text(encoding="utf-8") == (
        '{"version": 1, "sources": {\n'
        f' "herald": {{"file": "herald.txt", "sha256": "{digest(TEXT.encode())}", "statements": {{\n'
        '  "h.grants": {"value": "5.10亿元", "evidence": "'
        f'{digest("捐赠资金5.10亿元".encode())[:16]}", "at": [[6, 16]]}},\n'
        '  "h.projects": {"value": "1184个", "evidence": "'
        f'{digest("建成项目1184个".encode())[:16]}", "at": [[17, 26]]}}\n'
        " }}\n}}\n"
    )
    assert read_store(workspace)[0].lock == store.lock


def test_a_proved_base_has_no_problems_without_its_texts(tmp_path: Path):
    lock(tmp_path)
    assert lock_says(tmp_path, {}) == []


def test_the_lock_is_left_alone_when_nothing_changed(tmp_path: Path):
    workspace, _, _ = lock(tmp_path)
    before = (workspace.facts / "facts.lock").stat()
    lock(tmp_path)
    after = (workspace.facts / "facts.lock").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_no_lock_is_written_while_something_is_unproved(tmp_path: Path):
    fields = "subject: northmarsh\nmeasure: projects\nvalue: 9个\nevidence: 建成桥9个"
    workspace, store, problems = lock(tmp_path, statement(fields))
    assert len(problems) == 1
    assert store.lock == Lock()
    assert not (workspace.facts / "facts.lock").exists()


def test_without_a_lock_the_evidence_was_never_proved(tmp_path: Path):
    assert lock_says(tmp_path, {}) == [
        "warning: facts/statements/herald.yaml, line 3: The evidence of “h.grants” and 1 more from "
        "“herald” was never proved on its text."
    ]


def test_a_value_that_changed_under_its_evidence_is_tainted(tmp_path: Path):
    lock(tmp_path)
    changed = BASE["statements/herald.yaml"].replace("value: 1184个", "value: '1184 个'")
    assert lock_says(tmp_path, {"statements/herald.yaml": changed}) == [
        "error: facts/statements/herald.yaml, line 11: The value of “h.projects” is now “1184 个”; "
        "its evidence was proved for “1184个” and has not changed since."
    ]


def test_evidence_that_changed_is_to_be_proved_again(tmp_path: Path):
    lock(tmp_path)
    text = BASE["statements/herald.yaml"].replace("建成项目1184个", "项目1184个")
    assert lock_says(tmp_path, {"statements/herald.yaml": text}) == [
        "warning: facts/statements/herald.yaml, line 11: The evidence of “h.projects” from “herald” "
        "was never proved on its text."
    ]


def test_another_text_than_the_proved_one_is_told(tmp_path: Path):
    workspace, _, _ = lock(tmp_path)
    (workspace.facts / "sources.yaml").write_text(BASE["sources.yaml"], encoding="utf-8")
    assert told(check_store(read_store(workspace)[0])) == [
        "warning: facts/sources.yaml, line 1: The evidence from “herald” was proved on another text "
        "than the one named."
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'{"version": 2, "sources": {}}',
        b"\xff",
        b'{"version": 1, "sources": {"a": 1}}',
        b"[" * 99_999,
    ],
)
def test_a_broken_lock_is_told_and_done_without(tmp_path: Path, data: bytes):
    (tmp_path / "facts.lock").write_bytes(data)
    broken, problems = read_lock(tmp_path / "facts.lock", "facts/facts.lock")
    assert broken == Lock()
    assert told(problems) == [
        "error: facts/facts.lock: The lock cannot be read: it is not what “check --sources” writes."
    ]


@pytest.mark.articles
def test_the_flagship_stands_in_its_articles(flagship: Path, articles: Path):
    from generator.workspace import open_workspace

    store, problems = read_store(open_workspace(flagship))
    assert problems == []
    assert told(check_evidence(store, articles)) == []
