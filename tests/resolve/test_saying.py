"""What a template prints of a fact."""

from dataclasses import replace

import pytest
from heron import END_2025, ENGLISH, OFFICE, PUBLIC, on, resolved, ruling, store

from generator.model import Audience, FactpackError, Said, Speaker
from generator.resolve import FILTERS, FactView, context

TAIWAN = Audience("island", {"zh": "各界"}, "zh-TW", ())


def view(base, key="beds", *, audience=PUBLIC, edition=END_2025) -> FactView:
    found = context(resolved(base, audience=audience, edition=edition), base, edition, audience)[
        key
    ]
    assert isinstance(found, FactView)
    return found


def printed(value) -> str:
    return value.__figure__().text


FUNDS = store("a: beds = 500多亿元 1992.. @2025-12 (said by 局长)", kinds={"beds": "cumulative 18"})
OLD = store("a: beds = 1102个 1992.. @2023-10", kinds={"beds": "cumulative 18"})
EVENT = store("a: opened 1992-03-27 @2025-12", kinds={"opened": "event"})


@pytest.mark.parametrize(
    ("filter", "chinese", "english"),
    [
        ("whole", "500多亿元", "over CNY 50 billion"),
        ("number", "500多亿", "over 50 billion"),
        ("unit", "元", "CNY"),
        ("digits", "500多", "over 50"),
        ("scale", "亿", "billion"),
        ("scale_unit", "亿元", "CNY billion"),
        ("as_of", "截至2025年12月", "as of December 2025"),
        ("as_of_date", "2025年12月", "December 2025"),
        ("period", "1992年以来", "since 1992"),
        ("name", "床位", "beds"),
        ("source", "白鹭日报，2025年12月", "Heron press, December 2025"),
        ("cite", "白鹭日报，2025年12月（局长）", "Heron press, December 2025"),
        ("said_by", "局长", "局长"),
        ("evidence", "beds500多亿元", "beds500多亿元"),
        ("definition", "beds的口径", "what counts as beds"),
        ("with_modality", "500多亿元", "over CNY 50 billion"),
    ],
)
def test_a_filter_says_a_part_and_keeps_the_anchor(filter, chinese, english):
    for audience, text in ((PUBLIC, chinese), (ENGLISH, english)):
        said = FILTERS[filter](view(FUNDS, audience=audience))
        assert said == Said(text, "beds", filter, ("a",))


def test_a_fact_is_printed_whole():
    assert view(FUNDS).__figure__() == Said("500多亿元", "beds", "whole", ("a",))
    assert str(view(FUNDS)) == "500多亿元"


def test_a_traditional_edition_is_said_in_its_script():
    shown = view(FUNDS, audience=TAIWAN)
    assert (str(shown), shown.name, str(FILTERS["source"](shown))) == (
        "500多億元（人民幣）",
        "床位",
        "白鷺日報，2025年12月",
    )


def test_money_is_written_as_an_audience_has_it():
    visitors = Audience("visitors", {}, "en", (), settings={"money": "RMB"})
    assert str(view(FUNDS, audience=visitors)) == "over RMB 50 billion"


COURSES = {"beds": "cumulative 18 person-time training place"}


def test_what_is_counted_has_its_noun_in_english_alone():
    base = store("a: beds = 2200余人次 @2025-12", kinds=COURSES)
    assert str(view(base, audience=ENGLISH)) == "more than 2,200 training places"
    assert str(FILTERS["unit"](view(base, audience=ENGLISH))) == "training places"
    assert str(FILTERS["number"](view(base, audience=ENGLISH))) == "more than 2,200"
    assert str(view(base)) == "2200余人次"


def test_a_source_that_counts_persons_keeps_its_persons():
    base = store("a: beds = 2200余人 @2025-12", kinds=COURSES)
    assert str(view(base, audience=ENGLISH)) == "more than 2,200 people"


def test_a_derived_count_and_its_basis_have_the_noun_too():
    lines = ("a: beds = 300人次 @2023", "b: beds = 301人次 @2025-12")
    base = store(*lines, kinds=COURSES, facts=("more: difference of beds, beds.previous",))
    more = view(base, "more", audience=ENGLISH)
    assert str(more) == "1 training place"
    assert str(more.basis) == (
        "computed from 301 training places (December 2025), 300 training places (2023)"
    )


def test_a_figure_past_its_shelf_life_says_so():
    said = view(OLD).__figure__()
    assert said == Said(
        "1102个（截至2023年10月，为目前可得最新数）", "beds", "whole", ("a",), "stale", True
    )
    assert str(view(OLD, audience=ENGLISH)) == "1,102 (as of October 2023, latest available)"


def test_so_does_its_as_of():
    said = FILTERS["as_of"](view(OLD))
    assert said == Said("截至2023年10月，为目前可得最新数", "beds", "as_of", ("a",), "stale", True)


def test_its_number_alone_is_only_toned():
    said = FILTERS["number"](view(OLD))
    assert (said.text, said.tone, said.says_stale) == ("1102", "stale", False)


def test_an_inferred_date_is_said_as_the_source_has_it():
    base = store("a: beds = 232个 @2025-12", kinds={"beds": "level 18"})
    source = base.sources["press"]
    inferred = type(source)(
        **{name: getattr(source, name) for name in type(source).__slots__}
        | {"date_label": {"zh": "2025年（推定）"}}
    )
    base.sources["press"] = inferred
    assert str(FILTERS["as_of"](view(base))) == "截至2025年（推定）"
    assert (
        str(view(base, edition=on("2028-01-01"))) == "232个（截至2025年〔推定〕，为目前可得最新数）"
    )


def test_an_event_is_its_date():
    opened = view(EVENT, "opened")
    assert (str(opened), str(opened.date), opened.text) == (
        "1992年3月27日",
        "1992年3月27日",
        "opened数",
    )
    assert opened.years == Said("33", "opened", "years", ("a",))


def test_an_event_has_no_number():
    with pytest.raises(FactpackError, match="“opened” is an event and has no number"):
        FILTERS["number"](view(EVENT, "opened"))


OUTPUT = store(
    "a: output = 580.9亿元 2025-01..2025-10 @2025-12",
    "b: output = 超600亿元 2025 @2025-12 (forecast)",
    kinds={"output": "flow 12"},
    facts=("expected: output (forecast)",),
)


def test_a_forecast_can_be_said_with_what_it_is():
    forecast = view(OUTPUT, "output").forecast
    assert (str(forecast), str(FILTERS["with_modality"](forecast))) == (
        "超600亿元",
        "预计超600亿元",
    )
    english = view(OUTPUT, "expected", audience=ENGLISH)
    assert str(FILTERS["with_modality"](english)) == "expected to exceed CNY 60 billion"
    assert FILTERS["modality"](forecast) == "预计"
    assert FILTERS["modality"](view(OUTPUT, "output")) == ""


@pytest.mark.parametrize("reference", ["expected", "output"])
def test_a_forecast_whose_year_is_over_says_that_the_result_is_due(reference):
    later = on("2026-12-31")
    for audience, text in (
        (PUBLIC, "全年实际数待发布"),
        (ENGLISH, "full-year figure not yet published"),
    ):
        shown = view(OUTPUT, reference, audience=audience, edition=later)
        shown = shown.forecast if reference == "output" else shown
        said = shown.__figure__()
        assert (said.text, said.tone, said.says_stale) == (text, "stale", True)
        assert str(FILTERS["with_modality"](shown)) == text


def test_its_number_is_gone():
    with pytest.raises(FactpackError, match="“expected” is a forecast whose period is over"):
        FILTERS["number"](view(OUTPUT, "expected", edition=on("2026-12-31")))


TWO = store(
    "a: beds = 1102个 1992.. @2023-10", "b: beds = 1184个 1992.. @2025-12",
    kinds={"beds": "cumulative 18"}, facts=("more: difference of beds, beds.previous",),
)  # fmt: skip


def test_a_difference_is_signed_and_tells_what_it_was_computed_from():
    more = view(TWO, "more")
    assert str(more) == "82个"
    assert FILTERS["signed"](more) == Said("+82", "more", "signed", ("b", "a"))
    assert str(FILTERS["basis"](more)) == "按2025年12月1184个、2023年10月1102个计算"
    english = view(TWO, "more", audience=ENGLISH)
    assert str(english.basis) == "computed from 1,184 (December 2025), 1,102 (October 2023)"


def test_a_share_names_what_it_was_computed_from():
    base = store(
        "a: large = 32家 @2025-12",
        "b: firms = 81家 @2025-12",
        facts=("rate: share of large, firms",),
    )
    rate = view(base, "rate")
    assert (str(rate), str(rate.basis)) == ("39.5%", "按large数32家、firms数81家计算")


def test_neighbours_print_under_names_that_can_be_found_again():
    beds = view(TWO)
    shown = [beds.previous, beds.at("2025"), *beds.series]
    assert [(one.key, str(one)) for one in shown] == [
        ("beds.previous", "1102个"),
        ("beds.at(2025)", "1184个"),
        ("beds.at(2023-10)", "1102个"),
        ("beds", "1184个"),
    ]
    again = context(resolved(TWO), TWO, END_2025, PUBLIC)
    assert all(resolved(TWO).find(one.key).statement for one in shown)
    assert again["beds"] is again["床位"]


def test_a_missing_fact_can_be_asked_for_but_not_printed():
    base = store("a: beds = 81家 @2026-12")
    beds = view(base)
    assert (beds.available, beds.previous.available) == (False, False)
    for use in (str, FILTERS["number"], FILTERS["as_of"], FILTERS["source"], FILTERS["cite"]):
        with pytest.raises(FactpackError, match="nothing was known by 2025-12-31"):
            use(beds)


def test_a_fact_that_is_never_shown_to_an_audience_is_missing_for_it():
    guarded = Audience("guests", {}, "zh-CN", (), never=("beds",))
    beds = view(FUNDS, audience=guarded)
    assert beds.available is False
    with pytest.raises(FactpackError, match="“beds” is never shown to the audience “guests”"):
        str(beds)


def test_a_fact_says_whether_it_has_expired():
    assert (view(OLD).expired, view(FUNDS).expired) == (True, False)


def test_a_filter_takes_nothing_but_facts():
    with pytest.raises(FactpackError, match=r"\|number takes a fact, not “beds”\."):
        FILTERS["number"]("beds")


def test_a_list_is_cited_with_each_source_once():
    base = store(
        "a: beds = 81家 @2025-12 (official, said by 刘局长)",
        "b: roads = 44公里 @2023-10 (official, said by 黎书记)",
        "c: firms = 9家 @2025-12 (narrative)",
    )
    views = [view(base, key) for key in ("beds", "roads", "firms")]
    assert FILTERS["cite"](views) == Said(
        "白鹭县公报，2025年12月（刘局长、黎书记）；白鹭述评，2025年12月",
        "beds",
        "cite",
        ("a", "b", "c"),
        "stale",
    )
    assert str(FILTERS["source"](views[:2])) == "白鹭县公报，2025年12月"
    assert str(FILTERS["as_of"](views)) == "截至2023年10月、2025年12月"
    assert str(FILTERS["as_of"](views[::2])) == "截至2025年12月"


def test_an_empty_list_is_told():
    with pytest.raises(FactpackError, match="was given an empty list"):
        FILTERS["cite"]([])


def test_a_figure_can_be_reduced_but_not_sharpened():
    base = store("a: beds = 5.09亿元 @2025-12")
    assert str(FILTERS["rounded"](view(base), 1)) == "5亿元"
    with pytest.raises(FactpackError, match="“beds” cannot be said so"):
        FILTERS["rounded"](view(base), 5)


NOTE = {"zh": "另有述评作超5.5亿元，口径待核。"}
RULED = store(
    "a: beds = 5.09亿元 @2025-12", "b: beds = 超5.5亿元 @2025-12 (narrative)",
    rulings=(ruling("a", "b", notes_for=("public",), note=NOTE),),
)  # fmt: skip


def test_what_was_set_aside_is_reached_where_the_note_is_printed():
    beds = view(RULED)
    (other,) = beds.rejected
    assert (str(other), str(FILTERS["source"](other))) == ("超5.5亿元", "白鹭述评，2025年12月")
    assert beds.ruling_note == "另有述评作超5.5亿元，口径待核。"


def test_and_nowhere_else():
    beds = view(RULED, audience=OFFICE)
    assert (beds.rejected, beds.ruling_note) == ([], "")


def test_a_note_on_what_its_readers_may_not_see_is_kept_back_and_told():
    base = store(
        "a: beds = 5.09亿元 @2025-12", "b: beds = 超5.5亿元 @2025-12 (narrative)",
        "c: beds = 5.1亿元 @2025-12 (internal)",
        rulings=(ruling("a", "b", "c", notes_for=("public", "office"), note=NOTE),),
    )  # fmt: skip
    assert [str(one) for one in view(base).rejected] == ["超5.5亿元"]
    assert (view(base).ruling_note, view(base, audience=OFFICE).ruling_note) == ("", NOTE["zh"])
    told = resolved(base).problems
    assert [problem.level for problem in told] == ["warning"]
    assert "is kept from “public”" in told[0].problem


def test_what_an_audience_may_not_see_supports_nothing_for_it():
    base = store("a: beds = 81家 @2025-12", "b: beds = 80余家 @2025-12 (internal)")
    assert view(base).supporting == []
    assert [str(one) for one in view(base, audience=OFFICE).supporting] == ["80余家"]


def test_a_fact_is_said_in_another_language_and_stays_the_same_fact():
    english = FILTERS["in_language"](view(FUNDS), "en")
    assert str(english) == "over CNY 50 billion"
    assert FILTERS["as_of"](english) == Said("as of December 2025", "beds", "as_of", ("a",))
    assert FILTERS["number"](FILTERS["in_language"](view(FUNDS), "zh-Hant-TW")).text == "500多億"


def test_a_figure_is_followed_by_itself_in_another_language():
    assert FILTERS["also"](view(FUNDS), "en") == Said(
        "500多亿元（over CNY 50 billion）", "beds", "also(en)", ("a",)
    )
    english = view(FUNDS, audience=ENGLISH)
    assert FILTERS["also"](english, "zh-Hans").text == "over CNY 50 billion (500多亿元)"


def test_a_language_that_nobody_knows_is_refused():
    with pytest.raises(FactpackError) as refused:
        FILTERS["also"](view(FUNDS), "fr")
    assert refused.value.problems[0].problem == "“fr” is no language here."


def test_a_speaker_is_named_in_the_readers_language_where_that_is_known():
    names = {"zh": "局长", "en": "Ada Moss, Director"}
    base = replace(FUNDS, speakers={"moss": Speaker("moss", names)})
    english = view(base, audience=ENGLISH)
    assert FILTERS["said_by"](english).text == "Ada Moss, Director"
    assert FILTERS["cite"](english).text == "Heron press, December 2025 (Ada Moss, Director)"
    assert FILTERS["cite"](view(base)).text == "白鹭日报，2025年12月（局长）"
