"""One truth in all files: the rules of the editorial plan that bind every audience alike."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from passages import passages

YEARS = ("this", "next", "last")
AUDIENCES = ("leadership", "zhejiang", "investors", "press", "international", "public")
ENGLISH = "international"
VALUES = ("whole", "number", "digits")  # the parts of a figure that carry its value

FORECAST = re.compile("预计|expected|forecast|[Ff]orecast|将超")  # the last in a quoted clause
AGREED = re.compile("协议|agreed|agreement")
ADDED = re.compile("不(能)?相加|两本账|各计各的|not (be )?added|have no sum|own account|separate")
DONORS = ("aid_beijing", "aid_shanghai", "aid_jiangsu", "aid_guangdong", "aid_dalian", "aid_ningbo",
          "aid_jilin", "aid_zhejiang")  # fmt: skip


def test_the_pack_has_its_six_audiences_in_their_order(packs: dict[str, Path]) -> None:
    from generator.files import load_yaml

    root = Path(__file__).resolve().parents[2]
    listed = load_yaml(root / "templates" / "pack.yaml", "pack.yaml").value["audiences"].value
    assert tuple(node.value for node in listed) == AUDIENCES
    for folder in packs.values():
        assert {path.name for path in folder.iterdir() if path.is_dir()} == set(AUDIENCES)


@pytest.mark.parametrize("year", YEARS)
def test_a_fact_has_one_value_for_all_audiences(packs: dict[str, Path], year: str) -> None:
    values = defaultdict(set)
    for _, told in _told(packs[year]):
        for key, fact in told["facts"].items():
            known = {name: fact.get(name) for name in ("value", "interval", "unit", "as_of")}
            values[key].add(json.dumps(known, sort_keys=True))
    assert {key: found for key, found in values.items() if len(found) > 1} == {}


@pytest.mark.parametrize("year", YEARS)
def test_a_figure_is_printed_alike_in_all_files_of_one_precision(
    packs: dict[str, Path], year: str
) -> None:
    shown = defaultdict(set)
    for audience, told in _told(packs[year]):
        if audience == "public":
            continue
        for figure in _figures(told):
            if figure["part"] in VALUES:
                shown[audience == ENGLISH, figure["fact"], figure["part"]].add(figure["shown"])
    assert {key: found for key, found in shown.items() if len(found) > 1} == {}


def test_the_public_is_given_one_form_of_each_figure_on_its_pages(packs: dict[str, Path]) -> None:
    shown = defaultdict(set)
    for audience, told in _told(packs["this"]):
        for figure in _figures(told, documents=("U1", "U2")):
            if audience == "public" and figure["part"] == "number":
                shown[figure["fact"]].add(figure["shown"])
    assert {key: found for key, found in shown.items() if len(found) > 1} == {}


@pytest.mark.parametrize("year", YEARS)
def test_the_sum_of_a_forecast_is_never_without_that_word(
    packs: dict[str, Path], year: str
) -> None:
    told = list(_passages(packs[year], "600亿|RMB 60 billion"))
    assert [words for _, words in told if not FORECAST.search(words)] == []
    assert bool(told) == (year == "this")  # its year over, it is gone


def test_what_one_review_says_of_donations_is_for_leaders_and_press(packs: dict[str, Path]) -> None:
    assert _readers(packs, r"5\.5亿|550 million") == {"leadership", "press"}


def test_what_other_donors_gave_is_for_leaders_alone(packs: dict[str, Path]) -> None:
    readers = {
        audience
        for folder in packs.values()
        for audience, told in _told(folder)
        if any(figure["fact"] in DONORS for figure in _figures(told))
    }
    assert readers == {"leadership"}
    places = "万州|夷陵|巴东|兴山|秭归|巫山|巫溪|Wanzhou|Badong|Wushan|Dalian|Ningbo"
    assert _readers(packs, places) == {"leadership"}


def test_firms_of_all_sectors_are_counted_for_leaders_and_press_alone(
    packs: dict[str, Path],
) -> None:
    assert _readers(packs, "239|290余") == {"leadership", "press"}


@pytest.mark.parametrize("year", YEARS)
def test_what_was_agreed_is_never_called_invested(packs: dict[str, Path], year: str) -> None:
    told = list(_passages(packs[year], "超170亿|近百亿 ?元|over RMB 17 billion"))
    assert [words for _, words in told if not AGREED.search(words)] == []
    invested = "投资额?(超170亿|近百亿)|(完成|实际|到位)投资(超170亿|近百亿)"
    assert [w for _, w in told if re.search(f"(?<!协议){invested}", w)] == []


@pytest.mark.parametrize("year", YEARS)
def test_what_was_signed_and_what_was_brought_in_stand_apart(
    packs: dict[str, Path], year: str
) -> None:
    both = [
        words
        for _, words in _passages(packs[year], "超170亿")
        if re.search("近百亿 ?元", words) and not ADDED.search(words)
    ]
    assert both == []
    assert _readers({year: packs[year]}, "38个项目|270亿|RMB 27 billion") == set()


def test_a_file_that_counts_the_officials_sent_says_since_when(packs: dict[str, Path]) -> None:
    for path, told in _by_file(packs["this"], r"397 ?人|近400 ?人|397 officials"):
        if "附件" not in path.name and "annex" not in path.name:
            assert any(re.search("20多年来|more than 20 years", words) for words in told), path.name


@pytest.mark.parametrize("year", YEARS)
def test_the_officials_sent_are_not_counted_over_all_the_years(
    packs: dict[str, Path], year: str
) -> None:
    assert _readers({year: packs[year]}, "(1992年以来|3[345]年来?)[^，。；：\\n]{0,8}挂职") == set()


@pytest.mark.parametrize("year", YEARS)
def test_no_span_of_years_but_the_editions_own(packs: dict[str, Path], year: str) -> None:
    stale = "3[012]年(?!代)|30多年|三十(多|余|几)?年|31 years|30 years|three decades"
    assert list(_passages(packs[year], stale)) == []


@pytest.mark.parametrize("year", YEARS)
def test_the_visit_of_2004_is_told_in_full_and_without_a_day(
    packs: dict[str, Path], year: str
) -> None:
    for audience, words in _passages(packs[year], "习近平|Xi Jinping"):
        for line in re.split("[。\n]", words):
            if re.search("习近平", line) and "信" not in line:
                assert "时任浙江省委书记的习近平同志" in line, (audience, line)
            if "Xi Jinping" in line:
                assert re.search(
                    r"Xi Jinping, then Secretary of the CPC Zhejiang Provincial Committee",
                    " ".join(words.split()),
                ), (audience, line)
            if re.search("习近平|Xi Jinping", line):
                assert not re.search("19日|19 May|May 19", line), (audience, line)


def test_a_letter_is_told_without_an_office(packs: dict[str, Path]) -> None:
    for _, words in _passages(packs["this"], "回信"):
        for line in re.split("[。；\n]", words):
            if "回信" in line:
                assert not re.search("主席|总书记|书记", line), line


def _told(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """What each audience was told, by its provenance."""
    for audience in AUDIENCES:
        yield audience, json.loads((folder / audience / "provenance.json").read_bytes())


def _figures(told: dict[str, Any], documents: tuple[str, ...] = ()) -> Iterator[dict[str, Any]]:
    for file in told["files"]:
        if not documents or file["document"] in documents:
            yield from file["figures"]


def _passages(folder: Path, pattern: str) -> Iterator[tuple[str, str]]:
    """Who reads something of this pattern, and in which words."""
    for audience in AUDIENCES:
        for path in sorted((folder / audience).glob("*.*x")):
            for words in passages(path):
                if re.search(pattern, words):
                    yield audience, words


def _by_file(folder: Path, pattern: str) -> Iterator[tuple[Path, list[str]]]:
    """The passages of this pattern in each file that has one."""
    for path in sorted(folder.glob("*/*.*x")):
        if told := [words for words in passages(path) if re.search(pattern, words)]:
            yield path, told


def _readers(packs: dict[str, Path], pattern: str) -> set[str]:
    return {audience for folder in packs.values() for audience, _ in _passages(folder, pattern)}
