"""What the cases say of docxtpl, proved by docxtpl itself."""

from __future__ import annotations

import pytest
from compat_case import Case, Fails
from docxtpl_cases import CASES

pytest.importorskip("docxtpl", reason="docxtpl is not installed: pip install '.[bench]'")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_docxtpl_does_so(case: Case):
    from by_docxtpl import outcome

    shown = outcome(case)
    if isinstance(case.by_docxtpl, Fails) and isinstance(shown, Fails):
        assert case.by_docxtpl.words in shown.words
    else:
        assert shown == case.by_docxtpl


@pytest.mark.parametrize("case", [c for c in CASES if c.better], ids=lambda case: case.name)
def test_where_we_are_better_docxtpl_does_otherwise(case: Case):
    assert case.shows != case.peer
