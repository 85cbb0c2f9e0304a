"""The generated program says what plain Jinja says."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping

import pytest
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from generator.tags import generator
from generator.tags.generator import script
from generator.tags.program import Program

CONTEXT = {
    "a": "甲", "n": 3, "rows": [{"x": "1", "items": "key"}, {"x": "2", "items": "k"}],
    "empty": [], "flag": True, "pair": ("p", "q"),
}  # fmt: skip
TEMPLATES = [
    ["{{ a }}", "{{ n + 1 }}", "{{ a ~ n ~ a }}"],
    ["{% for r in rows %}", "{{ r.x }}", "{{ loop.index }}", "{% endfor %}"],
    ["{% for r in rows %}", "{{ r.items }}", "{% endfor %}"],
    ["{% for r in empty %}", "{{ r.x }}", "{% else %}", "{{ a }}", "{% endfor %}"],
    ["{% for r in rows if r.x == '2' %}", "{{ r.x }}", "{% endfor %}"],
    ["{% for x in pair %}", "{% for y in pair %}", "{{ x }}", "{{ y }}", "{% endfor %}", "{% endfor %}"],
    ["{% if flag %}", "{{ a }}", "{% else %}", "{{ n }}", "{% endif %}"],
    ["{% if not flag %}", "{% elif n == 3 %}", "{{ n }}", "{% endif %}"],
    ["{% set b = a|upper %}", "{{ b }}"],
    ["{% set ns = namespace(c=0) %}", "{% for r in rows %}", "{% set ns.c = ns.c + 1 %}", "{% endfor %}", "{{ ns.c }}"],
    ["{% with z = n * 2 %}", "{{ z }}", "{% endwith %}"],
    ["{{ rows|map(attribute='x')|join('、') }}", "{{ rows|length }}", "{{ a|default('b') }}"],
    ["{{ 'yes' if flag else 'no' }}", "{{ missing|default('none') }}", "{{ missing is defined }}"],
    ["{{ a[0] }}", "{{ pair[1] }}", "{{ rows[0]['x'] }}", "{{ a.upper() }}"],
    ["{{ range(3)|list|length }}", "{% for i in range(2) %}", "{{ i }}", "{% endfor %}"],
    ["{% for r in rows %}", "{% if r.x == '2' %}", "{% break %}", "{% endif %}", "{{ r.x }}", "{% endfor %}"],
    ["{{ '<&>' }}", "{{ \"it's\" }}", "{{ {'k': 'v'}.k }}", "{{ n % 2 }}", "{{ 2 ** 3 }}"],
]  # fmt: skip


def plainly(sources: list[str]) -> str:
    """The same template the public way: marks as text, fragments put in afterwards."""
    environment = SandboxedEnvironment(
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.loopcontrols"],
    )
    text = environment.from_string(script(sources)).render(CONTEXT)
    for number in range(len(sources) + 1):
        text = text.replace(f"\x02{number}\x03", f"<{number}>")
    return text.replace("\n", "")


def ours(sources: list[str]) -> str:
    fragments = [f"<{number}>" for number in range(len(sources) + 1)]
    return Program(fragments, sources).run(CONTEXT, {}, lambda _, value: str(value))


CATCHING = [
    ["{% macro m(a) %}", "{{ a }}{{ '!' }}", "{% endmacro %}", "{{ m(n) }}", "{{ m(a)|upper }}"],
    ["{% macro m() %}", "{{ caller(n) }}", "{% endmacro %}", "{% call(x) m() %}", "{{ x }}", "{% endcall %}"],
    ["{% set b %}", "{{ a }}{{ 'c' }}", "{% endset %}", "{{ b|upper }}"],
    ["{% set b|upper %}{{ 'd' }}", "{% endset %}", "{{ b }}"],
    ["{% filter upper %}", "{% for r in rows %}{{ 'x' }}", "{{ r.x }}", "{% endfor %}", "{% endfilter %}"],
    ["{% for x in [[[]], []] recursive %}", "{{ loop.depth }}", "{{ loop(x) }}", "{% endfor %}"],
]  # fmt: skip


@pytest.mark.parametrize("sources", CATCHING, ids=lambda sources: sources[0])
def test_what_a_block_catches_is_what_plain_jinja_catches(sources: list[str]):
    without_marks = re.sub("<[0-9]+>", "", plainly(sources))
    assert re.sub("<[0-9]+>", "", ours(sources)) == without_marks


@pytest.mark.parametrize("sources", CATCHING, ids=lambda sources: sources[0])
def test_the_guarded_program_catches_the_same(sources: list[str]):
    shown: list[str] = []

    def show(_: int, value: object) -> str:
        shown.append(str(value))
        return str(value)

    fragments = [""] * (len(sources) + 1)
    Program(fragments, sources).run(CONTEXT, {}, show)
    plain, shown = shown, []
    Program(fragments, sources).run_guarded(CONTEXT, {}, show, lambda _, work, __: work())
    assert shown == plain


@pytest.mark.parametrize("sources", TEMPLATES, ids=lambda sources: sources[0])
def test_a_template_says_what_plain_jinja_says(sources: list[str]):
    if sources == TEMPLATES[2]:
        assert ours(sources) == "<0><1>key<2><1>k<2><3>"  # the key, where Jinja gives the method
    else:
        assert ours(sources) == plainly(sources)


def test_templates_after_one_another_say_what_plain_jinja_says():
    for seed in range(60):
        chosen = random.Random(seed).sample([t for t in TEMPLATES if t != TEMPLATES[2]], 4)
        sources = [tag for template in chosen for tag in template]
        assert ours(sources) == plainly(sources)


def test_the_guarded_program_sees_every_value_with_its_number():
    sources = [
        "{{ a }}",
        "{% for r in rows %}",
        "{{ r.x }}",
        "{% endfor %}",
        "{% if flag %}",
        "{% endif %}",
        "{% set b = n %}",
    ]
    seen: list[int] = []

    def guard(number: int, work: object, _: object) -> object:
        seen.append(number)
        return work()  # type: ignore[operator]

    Program([""] * 8, sources).run_guarded(CONTEXT, {}, lambda _, value: str(value), guard)
    assert seen == [0, 1, 2, 2, 4, 6]


def test_a_failed_value_is_passed_over_by_the_guarded_program():
    sources = [
        "{{ nothing }}",
        "{% for r in nothing %}",
        "{% endfor %}",
        "{% if nothing %}",
        "{% elif 1 / 0 %}",
        "{% endif %}",
        "{% set b = 1 / 0 %}",
        "{{ b.c }}",
        "{{ rows.x.y }}",
    ]
    failed: list[int] = []

    def guard(number: int, work: object, instead: object) -> object:
        try:
            return work()  # type: ignore[operator]
        except Exception:
            failed.append(number)
            return instead

    Program([""] * 10, sources).run_guarded(CONTEXT, {}, lambda _, value: str(value), guard)
    assert failed == [0, 1, 3, 4, 6, 8]


def test_a_filter_of_the_run_is_found_when_it_runs():
    program = Program(["", ""], ["{{ a|shout }}"])
    assert (
        program.run(CONTEXT, {"shout": lambda text: f"{text}!"}, lambda _, value: str(value))
        == "甲!"
    )


def test_one_program_makes_many_texts():
    program = Program(["<", ">"], ["{{ a }}"])
    assert [program.run({"a": text}, {}, lambda _, value: str(value)) for text in "xy"] == [
        "<x>",
        "<y>",
    ]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ a }}{{ b.c.d }}{{ b['c'] }}{{ e[0] }}",
        "{% for x, y in e if x %}{{ x ~ y }}{% else %}{{ a }}{% endfor %}",
        "{% for x in e %}{% if x > 1 and not a %}{% break %}{% elif a in b %}{% continue %}"
        "{% endif %}{% endfor %}",
        "{% with a = 1 %}{% set b = a %}{{ b if a else c }}{% endwith %}",
        "{{ [a, (b, 1), 'text'] }}",
    ],
)
def test_names_loops_and_comparisons_are_plain(tag: str):
    assert Program([""] * 2, [tag]).code.plain


@pytest.mark.parametrize(
    "tag",
    [
        "{{ a|upper }}", "{{ 'a'|upper }}", "{{ a is defined }}",
        "{{ 'yes' if 2 is even else 'no' }}", "{{ a() }}", "{{ a + 1 }}", "{{ -a }}",
        "{{ a[1:] }}", "{{ a if b }}", "{{ range }}", "{{ dict }}",
        "{% for x in a %}{{ loop.index }}{% endfor %}",
        "{% for x in a recursive %}{% endfor %}", "{% macro m() %}{% endmacro %}",
        "{% set a %}b{% endset %}", "{% filter upper %}a{% endfilter %}", "{{ {'a': 1} }}",
    ],
)  # fmt: skip
def test_what_asks_jinja_for_more_is_not_plain(tag: str):
    assert not Program([""] * 2, [tag]).code.plain


@pytest.mark.parametrize("lenient", [False, True])
@pytest.mark.parametrize(
    "tag",
    [
        "{{ a }}", "{{ a.b }}", "{{ d.b }}", "{{ d['b'] }}", "{{ d.items }}", "{{ l[0] }}",
        "{{ l[9] }}", "{{ l['x'] }}", "{{ l.x }}", "{{ s[1] }}", "{{ s.upper }}", "{{ s.x }}",
        "{{ o.real }}", "{{ o.x }}", "{{ d[l] }}", "{{ n }}", "{{ n.x }}",
        "{% for x in a %}{% endfor %}", "{% for x in n %}{% endfor %}",
        "{% for x in d %}{{ x }}{% endfor %}", "{% if a %}{% endif %}", "{{ 'x' if a.b else 1 }}",
        "{% set a = 1 %}{% for x in l %}{{ a }}{{ x }}{% endfor %}", "{{ l.__class__ }}",
        "{{ a < 1 }}", "{{ o < 1 }}", "{{ l ~ s }}", "{{ d.b ~ a }}",
    ],
)  # fmt: skip
def test_a_plain_program_does_as_jinja_would(
    tag: str, lenient: bool, monkeypatch: pytest.MonkeyPatch
):
    data = {"d": {"b": 1, "items": 2}, "l": [3, {"b": 4}], "s": "text", "o": 5, "n": None}
    plain = outcome(tag, data, lenient)
    monkeypatch.setattr(generator, "_is_plain", lambda _: False)
    assert outcome(tag, data, lenient) == plain


def outcome(tag: str, data: Mapping[str, object], lenient: bool) -> str:
    """What a tag shows, or how it fails."""
    try:
        program = Program([""] * 2, [tag], lenient=lenient)
        return program.run(data, {}, lambda _, value: f"<{value}>")
    except Exception as failure:
        return f"{type(failure).__name__}: {failure}"
