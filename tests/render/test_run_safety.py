"""A template that asks too much of the machine is stopped, one that reaches out of its sandbox fails."""

from __future__ import annotations

import io
import time

import pytest
from tiny import deck, p, shape, table, word

from generator.api import render
from generator.model import FactpackError
from generator.tags import bounds, budget


class Clerk:
    """An object of the caller's, with what a template must not get at."""

    name = "Ada"
    _key = "secret"

    def greet(self) -> str:
        return "hello"


CONTEXT = {"c": Clerk(), "a": "x", "n": 3, "rows": [{"k": "v"}]}


def made(tag: str, form: str) -> bytes:
    """A template with one tag."""
    return word(p(tag)) if form == "docx" else deck(shape(tag))


def problem(tag: str, form: str = "docx") -> str:
    """What is wrong with the one tag of a document; that nothing secret is said of it."""
    with pytest.raises(FactpackError) as caught:
        render(io.BytesIO(made(tag, form)), CONTEXT)
    told = caught.value.problems[0].problem
    assert "secret" not in told
    return told


# -- out of the sandbox ----------------------------------------------------------------------

ESCAPES = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ c.__init__.__globals__ }}",
    "{{ c._key }}",
    "{{ c['_key'] }}",
    "{{ c['_k' ~ 'ey'] }}",
    "{{ c.greet.__func__ }}",
    "{{ c.greet['__glo' ~ 'bals__'] }}",
    "{{ (c|attr('_key')) }}",
    "{{ [c]|map(attribute='_key')|list|join }}",
    "{{ [c]|sum('_key') }}",
    "{{ [c]|sort(attribute='_key')|join(attribute='_key') }}",
    "{{ '{0._key}'.format(c) }}",
    "{{ '{0.__class__}'.format_map({'0': c}) }}",
    "{{ '%s'.__mod__(c) }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ dict.__base__ }}",
    "{{ dict.fromkeys.__self__ }}",
    "{{ range.__class__ }}",
    "{{ chart.__globals__ }}",
    "{{ loop.__class__ }}",
    "{{ lipsum.__globals__ }}",
    "{{ rows.append(1) }}",
    "{{ rows[0].update(k=1) }}",
    "{{ rows.__class__.append(rows, 1) }}",
    "{{ a.encode().decode() }}",
    "{% set ns = namespace() %}{% set ns.__class__ = 1 %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% extends 'x' %}",
)


@pytest.mark.parametrize("tag", ESCAPES)
def test_a_tag_that_reaches_out_is_refused(tag: str):
    assert problem(tag)
    assert problem(tag, "pptx")
    assert CONTEXT["rows"] == [{"k": "v"}]


@pytest.mark.parametrize(
    "tag", ["{{ [c]|groupby('_key')|list|join }}", "{{ [c]|map('string')|join }}"]
)
def test_what_an_object_keeps_to_itself_is_never_printed(tag: str):
    assert b"secret" not in _document(render(io.BytesIO(word(p(tag))), CONTEXT).data)


# -- more than a document needs --------------------------------------------------------------

BOMBS = (
    "{{ 'x' * 99999999 }}",
    "{{ [1] * 99999999 }}",
    "{{ 9 ** 99999 }}",
    "{{ 9.5 ** 99999999 }}",
    "{{ '%099999999d' % n }}",
    "{{ range(99999999)|list }}",
    "{% for i in range(99999999) %}{% endfor %}",
    "{% for i in range(9999) %}{% for j in range(9999) %}{{ i }}{% endfor %}{% endfor %}",
    "{% set b = 'x' * 4000000 %}{{ b ~ b }}",
    "{% set b = 'x' * 4000000 %}{{ ([b] * 999)|map('upper')|join|length }}",
    "{% set b = 'x' * 4000000 %}{% for i in range(999) %}{% set c = b.upper() %}{% endfor %}",
    "{% set s = namespace(t=['x' * 4000000]) %}{% for i in range(30) %}{% set s.t = s.t + s.t %}{% endfor %}",
)


@pytest.mark.parametrize("form", ["docx", "pptx"])
@pytest.mark.parametrize("tag", BOMBS)
def test_a_tag_that_floods_the_machine_is_stopped(tag: str, form: str):
    start = time.monotonic()
    assert problem(tag, form)
    assert time.monotonic() - start < 20


@pytest.fixture
def short_of_time(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(budget, "SECONDS_MOST", 0.2)


@pytest.mark.usefixtures("short_of_time")
@pytest.mark.parametrize(
    "tag",
    [
        "{% for i in range(1900000) %}{{ i }}{% endfor %}",
        "{% for i in range(1900000) %}{% set c = i / 7 %}{% endfor %}",
        "{% for i in range(1300) %}{% for j in range(1300) %}{% set c = j / 7 %}{% endfor %}{% endfor %}",
        "{% for i in slow %}{% endfor %}",
    ],
)
@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_a_run_that_takes_too_long_is_stopped(tag: str, form: str):
    def slow():
        while True:
            yield 1

    start = time.monotonic()
    with pytest.raises(FactpackError, match=r"takes longer than 0.2 seconds|more than 2,000,000"):
        render(io.BytesIO(made(tag, form)), {"slow": slow()})
    assert time.monotonic() - start < 3


def test_an_honest_long_table_has_time_and_steps_enough():
    rows = [{"a": str(n)} for n in range(100_000)]
    data = word(
        table(
            (
                "{% for r in rows %}{{ r.a }}",
                "{{ loop.last }}{% endfor %}".replace("loop.last", "r.a"),
            )
        )
    )
    assert len(render(io.BytesIO(data), {"rows": rows}).data) > 100_000


def test_a_long_loop_knows_how_long_it_is():
    data = word(
        p("{% for i in range(2000) %}{% if loop.last %}{{ loop.length }}{% endif %}{% endfor %}")
    )
    assert b"2000" in _document(render(io.BytesIO(data), {}).data)


FLOOD = "{% for i in range(9999) %}{{ 'x' * 999 }}{% endfor %}"


@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_the_output_is_bounded(form: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(budget, "OUTPUT_MOST", 1_000_000)
    assert problem(FLOOD, form) == "The document grows beyond 1,000,000 characters."


@pytest.mark.parametrize(
    "data",
    [
        word(table(("{% if a %}" + FLOOD, "c{% endif %}"))),  # settled when it is whole
        deck(shape(FLOOD)),
        deck(shape("{%slide if a %}" + FLOOD + "{%slide endif %}")),
    ],
)
def test_what_is_kept_in_memory_is_bounded(data: bytes, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(bounds, "KEPT_MOST", 1_000_000)
    with pytest.raises(FactpackError, match="part of the document grows beyond 1,000,000"):
        render(io.BytesIO(data), CONTEXT)


def test_the_slides_of_a_deck_are_bounded():
    start = time.monotonic()
    assert problem("{%slide for i in range(9999) %}{%slide endfor %}", "pptx") == (
        "The deck grows beyond 2,000 slides."
    )
    assert time.monotonic() - start < 5


@pytest.mark.parametrize("form", ["docx", "pptx"])
@pytest.mark.parametrize(
    "tag",
    [
        "{% for i in range(1900) %}{% for j in range(1900) %}{% endfor %}{% endfor %}",
        "{% macro m() %}{% for i in range(9999) %}{% endfor %}{% endmacro %}{% for i in range(999) %}{{ m() }}{% endfor %}",
    ],
)
def test_the_steps_of_loops_in_loops_and_macros_are_bounded(tag: str, form: str):
    assert problem(tag, form) == "The template takes more than 2,000,000 steps."


def test_the_limits_are_those_of_the_manual():
    assert (bounds.STEPS_MOST, bounds.SECONDS_MOST) == (2_000_000, 60)
    assert (bounds.TEXT_MOST, bounds.OUTPUT_MOST, bounds.MADE_MOST) == (
        5_000_000, 400_000_000, 400_000_000,
    )  # fmt: skip
    assert (bounds.KEPT_MOST, bounds.SLIDES_MOST) == (64_000_000, 2_000)


# -- opening takes no longer than the file is long -------------------------------------------


@pytest.mark.parametrize("sign", ["{{ ", "{% ", "{# ", "{{ '", "{% raw %}", "}} ", "{{ ((", "{{{"])
def test_many_signs_in_one_paragraph_are_read_in_a_moment(sign: str):
    start = time.monotonic()
    with pytest.raises(FactpackError):
        render(io.BytesIO(word(p(sign * 20_000))), {})
    assert time.monotonic() - start < 5


def test_more_tags_than_a_file_may_have_are_told(monkeypatch: pytest.MonkeyPatch):
    from generator.render import script

    monkeypatch.setattr(script, "TAGS_MOST", 10)
    with pytest.raises(FactpackError, match="body: The file has more than 10 tags"):
        render(io.BytesIO(word(p("{{ a }}") * 11)), {"a": "x"})


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("{{ " + "(" * 400 + "1" + ")" * 400 + " }}", "too many brackets"),
        ("{{ " + "+".join("1" * 20_000) + " }}", "the expression is too long"),
        ("{% for x in a %}" * 40 + "{% endfor %}" * 40, "Too many blocks"),
        ("{% if a %}" * 200 + "{% endif %}" * 200, "Too many blocks"),
    ],
)
def test_what_goes_too_deep_is_told_with_its_place(tag: str, told: str):
    with pytest.raises(FactpackError) as caught:
        render(io.BytesIO(word(p("x") + p(tag))), {"a": "x"})
    (only,) = caught.value.problems
    assert told in only.problem
    assert only.place.where == "body, paragraph 2"


def test_xml_that_goes_too_deep_is_told():
    nested = (
        "<w:p>"
        + "<w:ins>" * 1_800
        + "<w:r><w:t>{{ a }}</w:t></w:r>"
        + "</w:ins>" * 1_800
        + "</w:p>"
    )
    with pytest.raises(FactpackError, match="nested too deeply"):
        render(io.BytesIO(word(nested)), {"a": "x"})


def _document(data: bytes) -> bytes:
    from bad_zips import members

    return members(data)["word/document.xml"]
