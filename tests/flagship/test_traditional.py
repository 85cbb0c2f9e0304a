"""A traditional edition of Chinese documents by one setting, tried on those for Zhejiang."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from office_texts import whole_text

from generator import api

HAN = re.compile("[\u4e00-\u9fff]")
TITLE = "涪陵 三个变化添活力 浙涪合作上台阶"  # of a source, as printed
HANS_FACE = re.compile('<a:font script="Hans"[^>]*>')


@pytest.fixture(scope="session")
def editions(flagship: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack for Zhejiang three times: as it is, for Taiwan, and with one document for Hong Kong."""
    root = tmp_path_factory.mktemp("traditional")
    for folder in ("facts", "templates"):
        shutil.copytree(flagship / folder, root / folder, ignore=shutil.ignore_patterns("make"))
    plan = (root / "templates" / "audiences" / "zhejiang.yaml").read_text(encoding="utf-8")
    taiwan = plan.replace("id: zhejiang", "id: taiwan").replace("zh-Hans", "zh-Hant-TW", 1)
    mixed = plan.replace("id: zhejiang", "id: mixed").replace(
        "template: zhejiang-deck.pptx", "template: zhejiang-deck.pptx\n    locale: zh-Hant-HK"
    )
    for name, text in (("taiwan", taiwan), ("mixed", mixed)):
        (root / "templates" / "audiences" / f"{name}.yaml").write_text(text, encoding="utf-8")
    pack = root / "templates" / "pack.yaml"
    listed = re.sub(
        r"audiences: \[.*?\]", "audiences: [zhejiang, taiwan, mixed]", pack.read_text("utf-8")
    )
    pack.write_text(listed, encoding="utf-8")
    built = api.build(root, out=tmp_path_factory.mktemp("traditional-out"))
    assert [problem for problem in built.problems if problem.level != "notice"] == []
    return built.folder


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.*x"))


def parts(path: Path) -> Iterator[tuple[str, str]]:
    """Every part of a file in text, those of the workbooks in it too."""
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            data = package.read(name)
            if name.endswith(".xlsx"):
                with zipfile.ZipFile(io.BytesIO(data)) as book:
                    yield from ((f"{name}!{n}", book.read(n).decode()) for n in book.namelist())
            elif name.endswith((".xml", ".rels")):
                yield name, data.decode()


def simplified_only(text: str) -> set[str]:
    """Characters that OpenCC changes and that traditional print (Big5) does not have."""
    from opencc import OpenCC

    converter = OpenCC("s2t")
    return {
        one for one in set(HAN.findall(text)) if converter.convert(one) != one and not _in_big5(one)
    }


def _in_big5(character: str) -> bool:
    try:
        return bool(character.encode("big5"))
    except UnicodeEncodeError:
        return False


@pytest.mark.parametrize("document", ["Z1", "Z2"])
def test_no_simplified_character_is_left_in_any_part(editions, document):
    path = next((editions / "taiwan").glob(f"{document} *"))
    for name, text in parts(path):
        assert simplified_only(HANS_FACE.sub("", text).replace(TITLE, "")) == set(), name
    assert simplified_only(path.name) == set()


def test_the_annex_leaves_only_its_evidence_as_printed(editions):
    path = next((editions / "taiwan").glob("Z3 *"))
    evidence = api_evidence(editions / "taiwan")
    for name, text in parts(path):
        text = HANS_FACE.sub("", text).replace(TITLE, "")
        for clause in evidence:
            text = text.replace(clause, "")
        assert simplified_only(text) == set(), name
    assert "无偿捐赠资金5.09亿元" in whole_text(path)


def api_evidence(folder: Path) -> list[str]:
    import json

    statements = json.loads((folder / "provenance.json").read_bytes())["statements"].values()
    clauses = {source["evidence"] for one in statements for source in one["sources"]}
    return sorted(clauses, key=len, reverse=True)


@pytest.mark.parametrize(
    "words",
    [
        "公益事業建設項目",
        "5.09億元",
        "領軍鏈主",
        "「一企一策」",
        "資料來源：",
        "資料截至2025年12月",
        "台州",
        "刊載資訊",
    ],
)
def test_words_are_those_of_the_region(editions, words):
    assert words in whole_text(next((editions / "taiwan").glob("Z1 *"))).replace("\n", "")


@pytest.mark.parametrize("words", ["專案", "“", "注：", "數據截至", "信息", "硬件"])
def test_words_that_are_not_of_the_region_are_gone(editions, words):
    for document in ("Z1", "Z2"):
        assert words not in whole_text(next((editions / "taiwan").glob(f"{document} *")))


def test_faces_and_languages_go_with_the_words(editions):
    for path in files(editions / "taiwan"):
        text = "".join(HANS_FACE.sub("", part) for _, part in parts(path))
        assert "微軟正黑體" in text
        assert not re.search('"(微软雅黑|Microsoft YaHei|zh-CN)"', text)
        assert "zh-TW" in text


def test_the_same_figures_are_anchored_in_both_scripts(editions):
    import json

    def figures(audience: str) -> list[tuple[str, str]]:
        files = json.loads((editions / audience / "provenance.json").read_bytes())["files"]
        return [(one["fact"], one["part"]) for file in files for one in file["figures"]]

    assert figures("taiwan") == figures("zhejiang")


def test_one_document_alone_may_be_traditional(editions):
    deck, brief = (next((editions / "mixed").glob(f"{id} *")) for id in ("Z2", "Z1"))
    assert "會談材料" in whole_text(deck)
    assert 'lang="zh-HK"' in "".join(text for _, text in parts(deck))
    assert "会谈要点" in whole_text(brief)


def test_what_checks_files_finds_nothing_in_traditional_ones(editions, extra_findings):
    for path in files(editions / "taiwan"):
        assert extra_findings(path) == [], path.name


@pytest.mark.validators
def test_microsofts_validator_finds_nothing_in_traditional_files(editions, sdk_findings):
    assert sdk_findings(*files(editions / "taiwan"), *files(editions / "mixed")) == []
