"""A template is data from outside: it reaches nothing and floods nothing."""

from __future__ import annotations

import pytest
from jinja2.exceptions import SecurityError, TemplateAssertionError, UndefinedError

from generator.tags.absent import Missing
from generator.tags.bounds import OverBudget
from generator.tags.examine import forbidden, syntax_faults, wishes
from generator.tags.generator import parse_tags, written
from generator.tags.program import Program
from generator.tags.scan import scan


class Thing:
    name = "thing"
    _secret = "secret"


def run(source: str, **names: object) -> str:
    sources = [tag.source for tag in scan(source)[0]]
    return Program([""] * (len(sources) + 1), sources).run(names, {}, lambda _, value: str(value))


def problems(*sources: str) -> list[tuple[int, str]]:
    return [(fault.tag, fault.problem) for fault in forbidden(parse_tags(sources))]


def test_a_private_attribute_is_refused_before_anything_runs():
    assert problems("{{ x._y }}", "{{ x['__class__'] }}", "{{ x.y }}") == [
        (0, "'_y' is private: names that begin with _ cannot be used."),
        (1, "'__class__' is private: names that begin with _ cannot be used."),
    ]


def test_an_unknown_test_is_refused():
    assert problems("{{ x is spam }}", "{{ 1 < x }}") == [(0, "There is no test 'spam'.")]


@pytest.mark.parametrize(
    "source",
    [
        "{{ t['_sec' ~ 'ret'] }}",
        "{{ t|map(attribute='_secret')|list }}",
        "{{ ['x']|map(attribute='__class__')|join }}",
        "{{ '{0._secret}'.format(t) }}",
        "{{ '{0.__class__}'.format(t) }}",
        "{{ '{a}'.format_map(t) }}",
        "{{ 'a'.ljust(9) }}",
        "{{ ''.__class__ }}",
        "{{ 'a%s' % t }}",
    ],
)
def test_what_leads_out_of_the_sandbox_fails(source: str):
    refusals = (SecurityError, TemplateAssertionError, TypeError, UndefinedError)
    with pytest.raises(refusals):
        run(source, t=Thing())


@pytest.mark.parametrize("word", ["attr", "tojson", "xmlattr", "random", "pprint", "urlize"])
def test_a_filter_that_floods_or_leads_out_is_not_there(word: str):
    with pytest.raises(KeyError):
        run(f"{{{{ 'a'|{word} }}}}")


@pytest.mark.parametrize(
    "source",
    [
        "{{ 'a' * 10000000 }}",
        "{{ 10000000 * 'a' }}",
        "{{ [0] * 10000000 }}",
        "{{ 9 ** 99999999 }}",
        "{% set a = 'x' * 4000000 %}{{ a ~ a }}",
        "{% set a = 'x' * 4000000 %}{{ a + a }}",
        "{{ ('x' * 4000)|replace('', 'x' * 4000) }}",
        "{{ range(1000)|join('x' * 100000) }}",
        "{{ 'a'|center(10000000) }}",
        "{{ [1]|batch(10000000, 0)|list }}",
        "{{ [1]|slice(10000000)|list }}",
        "{{ '{:9999999}'.format(1) }}",
        "{{ '{:{w}}'.format(1, w=9999999) }}",
        "{{ '%9999999d'|format(1) }}",
        "{{ '%(a)9999999d'|format(a=1) }}",
        "{{ '%*d'|format(9999999, 1) }}",
        "{% for i in range(100000000) %}{% endfor %}",
        "{% for i in range(9000) %}{% for j in range(9000) %}{% endfor %}{% endfor %}",
    ],
)
def test_what_grows_beyond_a_document_is_stopped(source: str):
    with pytest.raises(OverBudget):
        run(source)


def test_a_list_that_is_given_cannot_be_changed():
    with pytest.raises(SecurityError):
        run("{{ rows.append(1) }}", rows=[])


def test_what_a_block_catches_does_not_grow_beyond_a_document():
    catches = ["{% set a = 'x' * 3000000 %}{% set b %}", "{{ a }}", "{{ a }}", "{% endset %}"]
    with pytest.raises(OverBudget):
        Program([""] * 5, catches).run({}, {}, lambda _, value: str(value))


def test_every_call_of_a_macro_is_a_step():
    calls = [
        "{% macro m(n) %}",
        "{{ m(n - 1) if n }}",
        "{{ m(n - 1) if n }}",
        "{% endmacro %}",
        "{{ m(40) }}",
    ]
    with pytest.raises(OverBudget):
        Program([""] * 6, calls, None, {0: "runs"}).run({}, {}, lambda *_: "")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{{ '%.1f %s'|format(2.25, 'a') }}", "2.2 a"),
        ("{{ '%(n)03d'|format(n=7) }}", "007"),
        ("{{ '{:,} {a}'.format(1234, a='b') }}", "1,234 b"),
        ("{{ [1, 2, 3]|batch(2)|list }}", "[[1, 2], [3]]"),
        ("{{ 123456|center(8) }}", " 123456 "),
    ],
)
def test_texts_are_put_into_form(source: str, said: str):
    assert run(source) == said


@pytest.mark.parametrize("word", ["e", "escape", "safe", "forceescape"])
def test_escaping_gives_the_text_as_it_is(word: str):
    assert run(f"{{{{ '<b>'|{word} }}}}") == "<b>"


def test_a_missing_name_says_which():
    with pytest.raises(Missing) as caught:
        run("{{ spam.egg }}")
    assert (caught.value.name, caught.value.owner) == ("spam", None)


def test_a_missing_entry_says_where_it_was_looked_for():
    with pytest.raises(Missing) as caught:
        run("{{ row.egg }}", row={"ham": 1})
    assert (caught.value.name, caught.value.owner) == ("egg", {"ham": 1})


def test_what_is_available_may_be_asked():
    assert run("{{ a is available }}{{ b is available }}", a="x") == "TrueFalse"


def test_every_tag_that_cannot_be_read_is_found():
    sources = [
        "{{ a b }}",
        "{% for x y %}",
        "{% endfor %}",
        "{% if %}",
        "{% elif a %}",
        "{% else %}",
        "{% endif %}",
        "{{ a }}",
    ]
    assert [fault.tag for fault in syntax_faults(sources)] == [0, 1, 3]


def test_wishes_are_told_with_their_tags():
    sources = [
        "{{ a.previous|digits }}",
        "{% for x in b %}",
        "{{ x }}",
        "{% endfor %}",
        '{{ chart("c") }}',
        '{{ picture("d") }}',
        "{% set e = a %}",
        "{{ e }}",
    ]
    tree = parse_tags(sources)
    found = wishes(tree, written(tree).outside)
    assert sorted(found.names) == [("a", 0), ("a", 6), ("b", 1)]
    assert (found.charts, found.pictures, found.filters) == (
        [("c", 4)],
        [("d", 5)],
        [("digits", 0)],
    )
