"""What stands next to a fact."""

import pytest
from heron import END_2025, PUBLIC, on, resolved, ruling, store

SERIES = (
    "a: beds = 70家 1992.. @2019",
    "b: beds = 74家 1992.. @2022",
    "c: beds = 20家 2017.. @2023",
    "d: beds = 81家 1992.. @2025-12",
)
BASE = store(*SERIES, kinds={"beds": "cumulative 18"}, facts=("total: beds 1992..",))


def at(base, reference, **how):
    found = resolved(base, reference.partition(".")[0], **how).find(reference)
    return found.statement.id if found.statement else found.missing.problem


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("total", "d"),
        ("total.previous", "b"),
        ("total.previous.previous", "a"),
        ("total.at(2022)", "b"),
        ('total.at("2025-12")', "d"),
        ("total.at(2025)", "d"),
        (
            "total.at(2023)",
            "“total.at(2023)” is missing: there is no value for 2023, only for 2019, 2022, 2025-12. The newest is 2025-12.",
        ),
        (
            "total.previous.previous.previous",
            "“total.previous.previous.previous” is missing: there is no earlier value of the same scope. The newest is 2019.",
        ),
    ],
)
def test_a_reference_leads_to_a_statement(reference, expected):
    assert at(BASE, reference) == expected


@pytest.mark.parametrize(
    "written", ["total.next", "total.at()", "total.at(2022", "nothing.previous", "total previous"]
)
def test_what_is_no_reference_is_found_nowhere(written):
    assert resolved(BASE, "total").find(written) is None


def test_a_series_is_of_one_scope_and_oldest_first():
    found = resolved(BASE, "total")
    points = found.chooser.line(found.facts["total"].fact, found.facts["total"].statement)
    assert [one.id for one in points] == ["a", "b", "d"]


def test_a_series_holds_one_value_for_each_time():
    base = store("a: beds = 70余家 @2022", "b: beds = 74家 @2022-05", "c: beds = 81家 @2025")
    found = resolved(base)
    points = found.chooser.line(found.facts["beds"].fact, found.facts["beds"].statement)
    assert [one.id for one in points] == ["b", "c"]


def test_flows_have_previous_periods_of_their_own_length():
    base = store(
        "a: output = 500亿元 2023-01..2023-10 @2023-12",
        "b: output = 700亿元 2024 @2025-03",
        "c: output = 580亿元 2025-01..2025-10 @2025-12",
        kinds={"output": "flow 12"},
    )
    assert at(base, "output.previous") == "a"


def test_a_neighbour_later_than_the_edition_is_not_there():
    base = store("a: beds = 70家 @2022", "b: beds = 81家 @2025-12", "c: beds = 90家 @2026-12")
    assert at(base, "beds.at(2026)").startswith(
        "“beds.at(2026)” is missing: there is no value for 2026"
    )


FORECAST = (
    "a: output = 580.9亿元 2025-01..2025-10 @2025-12",
    "b: output = 超600亿元 2025 @2025-12 (forecast)",
)
FLOW = {"output": "flow 12"}


def test_the_forecast_is_that_of_the_running_period():
    base = store(
        *FORECAST, "c: output = 超800亿元 2027 @2025-12 (forecast, scope plan)", kinds=FLOW
    )
    found = resolved(base, "output").find("output.forecast")
    assert (found.statement.id, found.fact.modality, found.outlived) == ("b", "forecast", False)


def test_a_forecast_outlives_its_period():
    found = resolved(store(*FORECAST, kinds=FLOW), "output", edition=on("2026-01-01")).find(
        "output.forecast"
    )
    assert (found.statement.id, found.outlived, found.expired) == ("b", True, True)


def test_a_forecast_gives_way_to_the_result():
    base = store(*FORECAST, "c: output = 612亿元 2025 @2026-02", kinds=FLOW)
    said = at(base, "output.forecast", edition=on("2026-12-31"))
    assert said == (
        "“output.forecast” is missing: the result for the forecast's period is known."
        " The newest is 2026-02."
    )


def test_without_a_forecast_it_is_missing():
    assert at(store(FORECAST[0], kinds=FLOW), "output.forecast") == (
        "“output.forecast” is missing: no forecast is known. The newest is 2025-12."
    )


def test_a_neighbour_in_a_contradiction_is_disputed():
    base = store("a: beds = 74家 @2022", "b: beds = 91家 @2022", "c: beds = 99家 @2025-12")
    found = resolved(base)
    assert found.problems == ()
    assert (found.find("beds").available, found.find("beds.previous").available) == (True, False)


def test_what_a_ruling_set_aside_is_for_the_audiences_of_its_note():
    note = {"zh": "另有报道作90家。", "en": "Another report has 90."}
    base = store(
        "a: beds = 81家 @2025-12", "b: beds = 92家 @2025-12",
        rulings=(ruling("a", "b", notes_for=("public",), note=note),),
    )  # fmt: skip
    found = resolved(base)
    assert found.find("beds.rejected(b)").statement.id == "b"
    other = resolved(base, audience=type(PUBLIC)("other", {}, "zh-CN", ()))
    assert other.find("beds.rejected(b)").missing.problem == (
        "“beds.rejected(b)” is missing: there is no rejected statement “b”. The newest is 2025-12."
    )


def test_the_neighbours_of_a_missing_fact_are_missing_with_its_reason():
    found = resolved(store("a: beds = 81家 @2026-12"))
    assert found.find("beds.previous").missing == found.facts["beds"].missing
    assert END_2025.knows("2026-12") is False
