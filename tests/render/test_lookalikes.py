"""Text that merely looks like a tag: told at its place, with the way to write it."""

from __future__ import annotations

import io

import pytest
from tiny import deck, lines, p, shape, word

from generator.api import render
from generator.model import FactpackError

PROSE = {
    "see {#1} and later": "{#",
    "a set {{ 1, 2": "{{",
    "sets end in }}": "}}",
    "about {%5 of it": "{%",
    "shares (in {10%}) of it": "%}",
    "the sign #} is odd": "#}",
}


@pytest.mark.parametrize(("text", "sign"), PROSE.items())
@pytest.mark.parametrize("made", [lambda text: word(p(text)), lambda text: deck(shape(text))])
def test_what_looks_like_a_tag_is_told_how_to_be_written(text: str, sign: str, made):
    with pytest.raises(FactpackError) as caught:
        render(io.BytesIO(made(text)), {})
    (only,) = caught.value.problems
    assert only.place.where in ("body, paragraph 1", "slide 1, 'Box'")
    assert only.next.endswith(f"If {sign} is meant as text, write {{% raw %}}{sign}{{% endraw %}}.")


@pytest.mark.parametrize(("text", "sign"), PROSE.items())
def test_written_that_way_it_is_text(text: str, sign: str):
    written = text.replace(sign, f"{{% raw %}}{sign}{{% endraw %}}")
    assert lines(word(p(f"{{{{ a }}}} {written}")), {"a": "x"}) == [f"x {text}"]


@pytest.mark.parametrize(
    "text", ["{ x }", "{1} {2}", "{$}", "50 % of {a}", "}{", "{ { } }", "f(x) = {x: x > 0}"]
)
def test_plain_braces_are_text(text: str):
    assert lines(word(p(f"{{{{ a }}}} {text}")), {"a": "x"}) == [f"x {text}"]


def test_a_tag_that_was_meant_is_told_to_be_closed_first():
    with pytest.raises(FactpackError) as caught:
        render(io.BytesIO(word(p("{{ name"))), {})
    assert caught.value.problems[0].next.startswith("Write }} where the tag ends")
