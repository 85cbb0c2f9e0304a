"""An audience that is given round figures, and where it is given the exact ones."""

from dataclasses import replace

from heron import END_2025, PUBLIC, resolved, store

from generator.resolve import FILTERS, FactView, Ledger, context

NEIGHBOURS = replace(PUBLIC, precision="rounded")
BASE = store(
    "a: beds = 397个 @2023-10", "b: beds = 403个 @2025-12", "c: funds = 5.09亿元 @2025-12",
    facts=("more: difference of beds, beds.previous",), kinds={"funds": "cumulative 18"},
)  # fmt: skip


def names(audience=NEIGHBOURS):
    return context(resolved(BASE, audience=audience), BASE, END_2025, audience)


def test_every_figure_is_said_round_by_itself_and_in_parts():
    beds, funds = (view(name) for name in ("beds", "funds"))
    assert (str(funds), str(beds.previous)) == ("5亿多元", "近400个")
    assert str(FILTERS["number"](funds)) + str(FILTERS["unit"](funds)) == "5亿多元"


def test_another_audience_of_the_same_base_is_told_the_figure_itself():
    assert str(names(PUBLIC)["funds"]) == "5.09亿元"


def test_the_exact_figure_is_there_for_the_asking():
    said = FILTERS["exact"](view("funds"))
    assert (str(said), said.part) == ("5.09亿元", "exact")


def test_what_proves_a_figure_is_exact():
    rows = names()["ledger"]
    assert isinstance(rows, Ledger)
    assert {row.key: str(row.value) for row in rows}["funds"] == "5.09亿元"
    assert str(view("more").basis) == "按2025年12月403个、2023年10月397个计算"


def test_a_template_can_ask_which_it_is():
    assert [names(one)["audience"].precision for one in (NEIGHBOURS, PUBLIC)] == [
        "rounded",
        "exact",
    ]


def view(name: str) -> FactView:
    found = names()[name]
    assert isinstance(found, FactView)
    return found
