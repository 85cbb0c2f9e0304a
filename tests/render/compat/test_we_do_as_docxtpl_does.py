"""Our engine on the cases of docxtpl's language; what it cannot do yet is listed, and must fail."""

from __future__ import annotations

import pytest
from by_us import outcome
from compat_case import Case, Fails
from docxtpl_cases import CASES
from not_yet import NOT_YET


def as_test(case: Case) -> object:
    reason = NOT_YET.get(case.name)
    marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
    return pytest.param(case, id=case.name, marks=marks)


@pytest.mark.parametrize("case", [as_test(case) for case in CASES])
def test_we_do_so(case: Case):
    shown = outcome(case)
    if isinstance(case.shows, Fails) and isinstance(shown, Fails):
        assert case.shows.words in shown.words
    else:
        assert shown == case.shows


def test_every_case_has_a_name_of_its_own():
    names = [case.name for case in CASES]
    assert sorted(names) == sorted(set(names))


def test_what_we_cannot_do_yet_is_a_case():
    assert set(NOT_YET) <= {case.name for case in CASES}
