"""The generated program says what plain Jinja says."""

from __future__ import annotations

import random
import re

import pytest
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

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
