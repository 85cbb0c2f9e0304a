"""Words that a change makes false are found, and those that stay true are left alone."""

from __future__ import annotations

import pytest
from changed_figures import change, found, moved, seen

FERRIES_DOWN = moved("ferries", "14艘", "12艘")
FERRIES_UP = moved("ferries", "12艘", "14艘")
BOATS_DOWN = moved("ferries", "14", "12")
BOATS_UP = moved("ferries", "12", "14")
VISITS_OPEN = moved("visits", "近2万人次", "约2万人次", unit="person-time")
OTHER_SCOPE = change(
    seen("ferries", "14艘", "2029-12"), seen("ferries", "20艘", "2030-12", scope="with-rafts")
)
OTHER_UNIT = change(
    seen("staff", "533人次", "2029-12", unit="person"),
    seen("staff", "397人", "2030-12", unit="person"),
)
YEARS = change(
    seen("years", "33年", "2029-12", unit="year", derive="years_since", id="s"),
    seen("years", "34年", "2030-12", unit="year", derive="years_since", id="s"),
)
TURNED = change(
    seen("rate", "5%", "2029", unit="%", kind="ratio", period="2029"),
    seen("rate", "-3%", "2030", unit="%", kind="ratio", period="2030"),
)
SLOWER = change(
    seen("rate", "12%", "2029", unit="%", kind="ratio", period="2029"),
    seen("rate", "7%", "2030", unit="%", kind="ratio", period="2030"),
)
SAME_AGAIN = change(seen("ferries", "14艘", "2029-12"), seen("ferries", "14艘", "2030-12"))
AGED = change(
    seen("ferries", "14艘", "2029-12", id="a"),
    seen("ferries", "14艘", "2029-12", id="a", expired=True),
)


def words(text: str, *changes, still=None) -> list[tuple[str, str]]:
    return [(one.sort, one.words) for one in found(text, *changes, still=still)]


# -- directions ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "changed", "word"),
    [
        ("渡船增加到{ferries}。", FERRIES_DOWN, "增加"),
        ("渡船增至{ferries}。", FERRIES_DOWN, "增至"),
        ("渡船由14艘上升到{ferries}，学校有3所。", FERRIES_DOWN, "上升"),
        ("渡船减少到{ferries}。", FERRIES_UP, "减少"),
        ("全镇渡船继续增长，达到{ferries}。", FERRIES_DOWN, "增长"),
        ("全镇有渡船{ferries}，继续增长。", FERRIES_DOWN, "增长"),
        ("渡船没有减少，仍有{ferries}。", FERRIES_DOWN, "减少"),
        ("游客增加到{visits}。", VISITS_OPEN, "增加"),
        ("渡船扩大到{ferries}。", OTHER_SCOPE, "扩大"),
        ("职工增加到{staff}。", OTHER_UNIT, "增加"),
        ("产值增长{rate}。", TURNED, "增长"),
        ("Ferries rose to {ferries}.", BOATS_DOWN, "rose"),
        ("The number of ferries fell to {ferries}.", BOATS_UP, "fell"),
        ("Ferries are up to {ferries} now.", BOATS_DOWN, "up"),
        ("The fleet saw steady growth, with {ferries} ferries.", BOATS_DOWN, "growth"),
        ("Ferries have declined: {ferries} are left.", BOATS_UP, "declined"),
    ],
)
def test_a_direction_word_against_the_change_is_found(text, changed, word):
    assert words(text, changed) == [("direction", word)]


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("渡船增加到{ferries}。", FERRIES_UP),
        ("渡船减少到{ferries}。", FERRIES_DOWN),
        ("渡船没有减少，仍有{ferries}。", FERRIES_UP),
        ("学校增加到5所，渡船有{ferries}。", FERRIES_DOWN),
        ("渡船有{ferries}。学校增加到5所。", FERRIES_DOWN),
        ("工业增加值3亿元，渡船{ferries}。", FERRIES_DOWN),
        ("渡船增加到{ferries}。", AGED),
        ("渡船增加到{ferries}。", SAME_AGAIN),
        ("产值增长{rate}。", SLOWER),
        ("Ferries rose to {ferries}.", BOATS_UP),
        ("Schools rose to 5, and {ferries} ferries run.", BOATS_DOWN),
        (
            "Each of the {ferries} ferries climbs no hill; the fellows of the harbour wait.",
            BOATS_DOWN,
        ),
        ("There are {ferries} ferries.", BOATS_DOWN),
        ("提高办事效率，渡船{ferries}。", FERRIES_DOWN),
        ("降低船票价格，渡船{ferries}。", FERRIES_UP),
        ("提升服务水平的渡船{ferries}。", FERRIES_DOWN),
        ("渡船{ferries}，提高了过河的速度。", FERRIES_DOWN),
        ("The town reduced waiting times and runs {ferries} ferries.", BOATS_UP),
        ("Growing ties: {ferries} ferries.", BOATS_DOWN),
    ],
)
def test_a_direction_word_that_holds_or_is_about_another_figure_is_left_alone(text, changed):
    assert words(text, changed) == []


def test_an_unchanged_figure_keeps_its_words():
    assert words("渡船增加到{ferries}。学校有{schools}。", moved("schools", "3所", "4所"),
                 still={"ferries": "12艘"}) == []  # fmt: skip


def test_the_reason_names_both_values_in_both_languages():
    (one,) = found("渡船增至{ferries}。", FERRIES_DOWN)
    assert one.why == {
        "zh": "本数已减：14艘 → 12艘",
        "en": "the figure has fallen: 14 → 12",
    }


# -- firsts and records ----------------------------------------------------------------------

RICHER = moved("sales", "1102个", "1184个")
CROSSED = moved("sales", "980个", "1184个")
POORER = moved("sales", "1102个", "940个")


@pytest.mark.parametrize(
    ("text", "changed", "word"),
    [
        ("订单达{sales}，首次突破1000个。", RICHER, "首次"),
        ("订单达{sales}，首次突破1000个。", POORER, "首次"),
        ("渡船首次达到{ferries}。", SAME_AGAIN, "首次"),
        ("渡船{ferries}，创历史新高。", FERRIES_DOWN, "历史新高"),
        ("渡船{ferries}，创历史新高。", SAME_AGAIN, "历史新高"),
        ("渡船{ferries}，创历史新低。", FERRIES_UP, "历史新低"),
        ("Ferries reached a record high of {ferries}.", BOATS_DOWN, "a record high"),
        ("For the first time, {ferries} ferries run.", BOATS_DOWN, "For the first time"),
    ],
)
def test_a_first_time_that_came_before_and_a_record_that_is_none_are_found(text, changed, word):
    assert words(text, changed) == [("record", word)]


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("订单达{sales}，首次突破1000个。", CROSSED),
        ("渡船{ferries}，创历史新高。", FERRIES_UP),
        ("渡船{ferries}，创历史新低。", FERRIES_DOWN),
        ("渡船{ferries}，创历史新高。", AGED),
        ("渡船{ferries}，有航行记录。", FERRIES_DOWN),
        ("The {ferries} ferries keep a log for the record.", BOATS_DOWN),
        ("首次发现白鹭3只。渡船{ferries}。", FERRIES_DOWN),
        ("A record high of {ferries} ferries ran.", BOATS_UP),
    ],
)
def test_a_first_time_that_has_just_come_and_a_record_that_holds_are_left_alone(text, changed):
    assert words(text, changed) == []


# -- ordinals --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("今年是第33个年头。", "第33个年头"),
        ("三十三年来，渡船不停。", "三十三年"),
        ("渡口建成33周年。", "33周年"),
        ("风雨三十三载。", "三十三载"),
        ("This is the 33rd year of the ferry.", "33rd year"),
        ("In its thirty-third busy year the ferry runs.", "thirty-third busy year"),
        ("The ferry has run for 33 years.", "33 years"),
        ("Thirty-three years on, it runs.", "Thirty-three years"),
    ],
)
def test_a_typed_count_of_years_of_the_old_edition_is_found(text, word):
    assert words(text, YEARS) == [("ordinal", word)]


@pytest.mark.parametrize(
    "text",
    [
        "渡口开通{years}。",
        "1933年，渡口开通。",
        "2033年的计划。",
        "第33条、33个渡口、33年级。",
        "今年是第34个年头。",
        "一百三十三年。",
        "The 33rd street, 33 ferries, a captain 33 years old.",
        "The ferry has run for {years}.",
        "In 1933 years passed slowly.",
    ],
)
def test_other_counts_and_the_fact_itself_are_left_alone(text):
    assert words(text, YEARS) == []


def test_years_that_do_not_follow_the_edition_are_left_alone():
    assert words("免票33年。", moved("lease", "33年", "34年", unit="year")) == []


# -- sums ------------------------------------------------------------------------------------

RAFTS_UP = moved("rafts", "8艘", "9艘")


@pytest.mark.parametrize(
    ("text", "still"),
    [
        ("渡船6艘、木筏{rafts}，合计14艘。", {}),
        ("共14艘，其中渡船6艘、木筏{rafts}。", {}),
        ("渡船{ferries}、木筏{rafts}，共计14艘。", {"ferries": "6艘"}),
        ("A total of 14艘: 6艘 and {rafts}.", {}),
    ],
)
def test_a_total_that_its_parts_no_longer_make_is_found(text, still):
    assert [sort for sort, _ in words(text, RAFTS_UP, still=still)] == ["sum"]


def test_an_english_total_is_found():
    rafts = moved("rafts", "8", "9")
    text = "There are 6 ferries and {rafts} rafts, 14 vessels in total."
    assert words(text, rafts) == [("sum", "in total")]


@pytest.mark.parametrize(
    "text",
    [
        "渡船5艘、木筏{rafts}，合计14艘。",  # right now, wrong before
        "渡船7艘、木筏{rafts}，合计20艘。",  # never a sum of these
        "共签约22个项目、协议3亿元，木筏{rafts}。",
        "公共码头3个、渡船6艘，共同使用木筏{rafts}。",
        "木筏{rafts}，渡船6艘。",
    ],
)
def test_a_total_that_adds_up_or_never_did_is_left_alone(text):
    assert words(text, RAFTS_UP) == []


def test_a_total_whose_fact_moved_with_its_parts_is_left_alone():
    fleet = moved("fleet", "14艘", "15艘")
    assert words("渡船6艘、木筏{rafts}，合计{fleet}。", RAFTS_UP, fleet) == []
