"""What the flagship's facts tell of the change from 2023 to 2025: true growth and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator import api
from generator.pack.changes.phrases import by_how_much
from generator.pack.changes.result import Changes

LOCALE = "zh-Hans"

# Pairs of one measure, scope and kind at two times; by the editorial plan D1, D2, D3, D4, the pair
# of the municipal enterprises, and the firms of all sectors as ruled. Nothing else is growth.
GROWTH = {
    "all_sector_firms": ("237家", "239户", "增加2户（0.84%）"),
    "double_hundred_firms": ("6家", "11家", "增加5家（83.3%）"),
    "economic_projects": ("124个", "158个", "增加34个（27.4%）"),
    "grant_donations": ("4.58亿元", "5.09亿元", "增加约0.51亿元（11%）"),
    "health_facilities": ("29个", "31个", "增加2个（6.9%）"),
    "public_projects": ("1102个", "1184个", "增加82个（7.4%）"),
}
# Participations against persons.
UNLIKE = {"secondments": ("533人次", "397人", "计数单位不同")}
# Totals since 2017 beside totals since 1992, a forecast beside ten months.
APART = {
    ("grant_donations_2017_base", "1.46亿元", "grant_donations", "5.09亿元", "scope"),
    ("economic_projects_2017_base", "13个", "economic_projects", "158个", "scope"),
    ("public_projects_2017_base", "232个", "public_projects", "1184个", "scope"),
    (
        "industrial_output.forecast", "预计超600亿元", "industrial_output", "580.9亿元", "modality",
    ),
}  # fmt: skip
# The labour figures and the plans of 2022: the same values, too old now.
AGED = {
    *(f"{one}_2017_base" for one in ("economic_projects", "grant_donations", "public_projects")),
    "export_time", "labour_placements", "pet_capacity", "pet_capacity_new", "pet_capacity_planned",
    "relocated_households", "relocated_people", "resettled_guangdong", "settled_workers",
    "training",
}  # fmt: skip
CONFIRMED = {"leader_visit"}
# What two reports of 2025 were the first to tell; without facts that came into the plan later.
NEW = {
    "aid_started": "1992年",
    "cumulative_investment": "500多亿元",
    "free_visits": "近2.4万人次",
    "industrial_firms": "81家",
    "industrial_output": "580.9亿元",
    "industrial_output.forecast": "预计超600亿元",
    "introduced_investment": "近百亿元",
    "introduced_projects": "16个",
    "signed_investment": "超170亿元",
    "signed_projects": "22个",
    "years": "33年",
}


@pytest.fixture(scope="module")
def found(flagship: Path) -> Changes:
    return api.fact_changes(flagship, date(2023, 12, 31), date(2025, 12, 31))


def told(found: Changes, *kinds: str) -> dict[str, tuple[str, str, str]]:
    """Old, new and by how much, by key, of the changes of some kinds."""
    return {
        one.key: (
            one.old.said(LOCALE) if one.old else "",
            one.new.said(LOCALE) if one.new else "",
            by_how_much(one, LOCALE),
        )
        for one in found.changes
        if one.kind in kinds
    }


def test_growth_is_told_of_like_figures_and_of_no_others(found):
    assert told(found, "changed") == GROWTH


def test_unlike_figures_are_told_as_such(found):
    assert told(found, "scope", "modality", "unit", "period", "formula") == UNLIKE


def test_totals_of_other_scopes_and_forecasts_stand_apart(found):
    assert {
        (
            one.first.key,
            one.first.said(LOCALE),
            one.second.key,
            one.second.said(LOCALE),
            one.relation,
        )
        for one in found.survey.apart
    } == APART


def test_no_total_falls_and_none_is_corrected_or_withdrawn(found):
    assert told(found, "falls", "corrected", "refined", "withdrawn", "source", "ruling") == {}


def test_what_is_the_same_is_told_as_confirmed_or_as_too_old(found):
    assert set(told(found, "confirmed")) == CONFIRMED
    assert set(told(found, "aged", "fresh")) == AGED


def test_new_figures_have_no_growth(found):
    new = told(found, "new")
    assert {key: new[key][1] for key in NEW} == NEW
    assert {by for _, _, by in new.values()} == {""}


@pytest.mark.parametrize(
    "pair",
    [
        ("13个", "124个"), ("13个", "158个"), ("232个", "1184个"), ("1.46亿元", "4.58亿元"),
        ("1.46亿元", "5.09亿元"), ("5.09亿元", "超过5.5亿元"), ("533人次", "397人"),
        ("580.9亿元", "预计超600亿元"), ("30.964亿元", "500多亿元"), ("22个", "16个"),
        ("超170亿元", "近百亿元"), ("4.58亿元", "超过5.5亿元"),
    ],
)  # fmt: skip
def test_a_forbidden_pair_is_never_growth(found, pair):
    growth = {(old, new) for old, new, _ in told(found, "changed", "falls").values()}
    assert pair not in growth
    assert pair[::-1] not in growth


def test_the_ruling_is_told_beside_a_figure_that_it_chose(found):
    text = found.text()
    assert "c01-grant-donations" in text
    assert "000.pub1184" in text


def test_the_way_back_is_a_fall_of_totals_to_be_checked(flagship):
    back = api.fact_changes(flagship, date(2025, 12, 31), date(2023, 12, 31))
    fallen = told(back, "falls")
    assert fallen["public_projects"] == ("1184个", "1102个", "减少82个（6.9%）")


def test_the_next_edition_has_one_more_year_and_words_that_hold(edition, next_edition):
    found = api.changes(edition.folder.parent, next_edition.folder.parent)
    assert told(found, "changed", "falls", "scope", "unit", "modality") == {
        "years": ("33年", "34年", "增加1年")
    }
    assert found.flags == ()
    assert found.problems == ()
