"""The language of docxtpl 0.20 in small cases: what each construct makes of one line of input.

Whoever comes with templates of docxtpl finds here what stays as it is (`same`) and what we do
otherwise, with the reason (`better`).
"""

from __future__ import annotations

import cases_of_blocks
import cases_of_parts
import cases_of_rich_values
import cases_of_tables
import cases_of_text
from compat_case import Case

CASES: tuple[Case, ...] = (
    *cases_of_text.CASES,
    *cases_of_blocks.CASES,
    *cases_of_tables.CASES,
    *cases_of_rich_values.CASES,
    *cases_of_parts.CASES,
)
