"""The examples of the page about the language of templates, section by section, in two languages.

Both pages have their tables from here, and the tests run every row as the pages print it.
"""

from __future__ import annotations

from docs.make.examples import documents, facts, filters, language, refused, tests, values
from docs.make.examples.rows import Section

SECTIONS: tuple[Section, ...] = (
    *language.SECTIONS,
    *documents.SECTIONS,
    *filters.SECTIONS,
    *tests.SECTIONS,
    *values.SECTIONS,
    *facts.SECTIONS,
    *refused.SECTIONS,
)
