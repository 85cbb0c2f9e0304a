"""What the pack for Zhejiang says and what it does not, as the editorial plan wants it."""

from __future__ import annotations

import pytest
from office_texts import whole_text

KEPT_OUT = [
    "宁波",
    "580.9",
    "600亿",
    "5.5亿",
    "省部级部门",
    "地区生产总值",
    "GDP",
    "239",
    "290余",
    "533",
    "输血",
    "31年",
    "概况",
]


@pytest.mark.parametrize("word", KEPT_OUT)
@pytest.mark.parametrize("document", ["Z1", "Z2"])
def test_what_is_not_for_these_readers_is_not_there(edition, document, word):
    assert word not in whole_text(edition.file(document))


@pytest.mark.parametrize(
    "words",
    [
        "33年",
        "1184",
        "5.09亿元",
        "158个",
        "500多亿",
        "81家",
        "超400亿元",
        "397人",
        "近2.4万",
        "近7000万",
        "超170亿元",
        "近百亿元",
    ],
)
def test_the_brief_prints_each_figure_in_its_own_precision(edition, words):
    assert words in whole_text(edition.file("Z1"))


def test_the_visit_of_2004_is_told_in_full_form_without_a_day(edition):
    for document in ("Z1", "Z2"):
        text = whole_text(edition.file(document))
        assert "时任浙江省委书记" in text or document == "Z2"
        for paragraph in text.split("\n"):
            if "19日" in paragraph:
                assert "省委书记" not in paragraph


def test_the_next_edition_counts_34_years(next_edition):
    for document in ("Z1", "Z2"):
        text = whole_text(next_edition.file(document))
        assert "34年" in text
        assert "33年" not in text


def test_a_figure_past_its_shelf_life_says_so_on_the_page(next_edition):
    expired = [key for key, fact in next_edition.provenance["facts"].items() if fact["expired"]]
    for document in ("Z1", "Z2"):
        assert "为目前可得最新数" in whole_text(next_edition.file(document))
    assert "industrial_firms" in expired or "introduced_projects" in expired


def test_no_title_of_the_next_edition_shows_an_expired_figure(next_edition):
    facts = next_edition.provenance["facts"]
    for file in next_edition.provenance["files"]:
        for figure in file["figures"]:
            if "标题" in figure["place"]:
                assert not facts[figure["fact"]]["expired"], figure
