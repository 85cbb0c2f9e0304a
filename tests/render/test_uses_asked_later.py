"""The places of figures are read when they are asked for, and are the same whenever that is."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from tiny import deck, figure, made, p, shape, table, word

from generator.model import Use
from generator.render import Note, Rendered

FORMS = {
    "rows": word(table(("{% for x in xs %}{{ x }}", "{{ x }}{% endfor %}")) + p("{{ f }}")),
    "footnotes": word(p("{% for x in xs %}") + p("{{ note }}") + p("{% endfor %}") + p("{{ f }}")),
    "header": word(p("{{ f }}"), header1=p("{{ f }}")),
    "deck": deck(shape("{% for x in xs %}{{ x }} {% endfor %}{{ f }}")),
}


def document(form: str, first: str = "1") -> Rendered:
    xs = [figure("a", first), figure("b", "2")]
    noted = Note("1", figure("n", "7")) if form == "footnotes" else ""
    return made(FORMS[form], {"xs": xs, "f": figure("f", "9"), "note": noted})


def at_once(form: str) -> tuple[Use, ...]:
    uses = document(form).uses
    assert uses
    return uses


@pytest.mark.parametrize("form", FORMS)
def test_uses_asked_after_other_documents_were_made_are_those_of_their_own(form: str):
    first = document(form)
    others = [document(form, first="3") for _ in range(3)]
    assert (first.uses, others[0].uses == others[2].uses) == (at_once(form), True)


@pytest.mark.parametrize("form", FORMS)
def test_uses_asked_twice_and_by_many_are_the_same(form: str):
    rendered = document(form)
    with ThreadPoolExecutor(8) as pool:
        asked = list(pool.map(lambda _: rendered.uses, range(32)))
    assert asked == [at_once(form)] * 32


@pytest.mark.parametrize("form", FORMS)
def test_a_document_takes_its_uses_to_another_process(form: str):
    assert pickle.loads(pickle.dumps(document(form))).uses == at_once(form)


@pytest.mark.parametrize("form", FORMS)
def test_a_changed_copy_keeps_its_uses(form: str):
    rendered = document(form)
    assert replace(rendered, suffix=".docm").uses == rendered.uses == at_once(form)
