"""Shapes of a slide that are shown or left out by a tag in their text or alternative text."""

from __future__ import annotations

import re

import pytest
from tiny import deck, faults, figure, made, member, p, shape, slide, slide_table, word


def names(data: bytes, context: dict[str, object]) -> list[str]:
    return re.findall(r'<p:cNvPr id="\d+" name="([^"]*)"', slide(data, context))


def described(xml: str, text: str) -> str:
    """A shape with an alternative text."""
    return re.sub(r"(<p:cNvPr [^>]*?)(/?>)", rf'\1 descr="{text}"\2', xml, count=1)


def group(inside: str) -> str:
    return (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="20" name="Group"/><p:cNvGrpSpPr/><p:nvPr/>'
        f"</p:nvGrpSpPr><p:grpSpPr/>{inside}</p:grpSp>"
    )


PICTURE = (
    '<p:pic><p:nvPicPr><p:cNvPr id="4" name="Map"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
    '<p:blipFill><a:blip r:embed="rId1"/></p:blipFill><p:spPr/></p:pic>'
)
LINE = (
    '<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="30" name="Line"/><p:cNvCxnSpPr><a:stCxn id="2" idx="1"/>'
    '<a:endCxn id="3" idx="1"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr/></p:cxnSp>'
)


@pytest.mark.parametrize(
    "tagged",
    [
        shape("{%shape if a %}\nA", name="One"),
        shape("A{%shape if a %}", name="One"),
        shape("{%shape if a %}A{%shape endif %}", name="One"),
        described(shape("A", name="One"), "{%shape if a %}"),
        described(slide_table(("A", "B")).replace('"Grid"', '"One"'), "{%shape if a %}"),
        slide_table(("A", "{%shape if a %}B")).replace('"Grid"', '"One"'),
        described(PICTURE.replace('"Map"', '"One"'), "{%shape if a %}"),
        described(LINE.replace('"Line"', '"One"'), "{%shape if a %}"),
    ],
)
def test_a_shape_is_shown_or_left_out(tagged: str):
    data = deck(shape("B", 5, "Two") + tagged)
    assert names(data, {"a": True}) == ["Two", "One"]
    assert names(data, {"a": False}) == ["Two"]


def test_what_is_shown_is_rid_of_the_tag():
    assert "<a:t>A</a:t>" in slide(deck(shape("{%shape if a %}\nA")), {"a": True})
    data = deck(described(shape("A"), "{%shape if a %}A map of {{ b }}"))
    assert 'descr="A map of x"' in slide(data, {"a": True, "b": "x"})


def test_a_group_is_left_out_whole_and_a_shape_of_it_alone():
    whole = deck(described(group(shape("A")), "{%shape if a %}"))
    assert names(whole, {"a": False}) == []
    one = deck(group(shape("{%shape if a %}A", 2, "One") + shape("B", 3, "Two")))
    assert names(one, {"a": False}) == ["Group", "Two"]


def test_tags_in_a_shape_that_is_left_out_are_not_run():
    data = deck(shape("{%shape if a is defined %}\n{% for x in a %}{{ x }}{% endfor %}"))
    rendered = made(data, {})
    assert rendered.uses == ()
    assert "p:sp>" not in member(rendered.data, "ppt/slides/slide1.xml")


def test_figures_of_a_shape_are_noted_when_it_is_shown():
    data = deck(shape("{%shape if a is available %}{{ a }}", name="One"))
    (use,) = made(data, {"a": figure("k", "1")}).uses
    assert (use.place.where, use.shape) == ("slide 1, 'One'", "fact:k")


def test_a_shape_depends_on_the_loop_over_its_slide():
    tagged = shape("{%slide for x in xs %}{{ x }}{%slide endfor %}") + shape("{%shape if x > 1 %}B")
    whole = made(deck(tagged), {"xs": [1, 2]}).data
    shown = [member(whole, f"ppt/slides/slide{n}.xml").count("<p:sp>") for n in (1, 2)]
    assert shown == [1, 2]


def test_a_connector_is_unglued_from_a_shape_that_may_go():
    data = deck(shape("{%shape if a %}A", 2) + shape("B", 3) + LINE)
    assert re.findall(r"<a:(\w+Cxn) ", slide(data, {"a": False})) == ["endCxn"]


def test_two_conditions_must_both_hold():
    data = deck(described(shape("{%shape if a %}A"), "{%shape if b %}"))
    shown = {(a, b): bool(names(data, {"a": a, "b": b})) for a in (0, 1) for b in (0, 1)}
    assert shown == {(0, 0): False, (0, 1): False, (1, 0): False, (1, 1): True}


# -- faults ----------------------------------------------------------------------------------


def test_a_shape_is_not_repeated():
    assert faults(deck(shape("{%shape for x in xs %}A"))) == [
        "slide 1, 'Box': {%shape for x in xs %}: a shape has no for: it is shown or left out."
    ]


def test_an_animated_shape_is_not_left_out():
    assert faults(deck(shape("{%shape if a %}A") + '<p:spTgt spid="2"/>')) == [
        "slide 1, 'Box': {%shape if a %}: the shape is animated, "
        "and an animation without its shape damages the slide."
    ]


def test_a_failing_condition_is_told_with_its_shape():
    (fault,) = faults(deck(shape("{%shape if a.b %}A", name="One")), {})
    assert fault.startswith("slide 1, 'One': {%shape if a.b %}: ")


def test_word_has_no_shapes_of_slides():
    assert faults(word(p("{%shape if a %}A"))) == [
        "body, paragraph 1: {%shape if a %} is for a shape of a slide."
    ]
