"""Whatever bytes a template is made of: a document, or a clear word; never a crash, never half."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta

from bad_zips import members, zipped
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tiny import deck, p, shape, slide_table, table, word

from generator.api import render
from generator.model import FactpackError, Problem

BODY = p("{{ a }} and {% if b %}{{ b }}{% endif %}") + table(
    ("{% for r in rows %}{{ r }}", "{% endfor %}")
)
FILES = (
    word(BODY, core={"title": "{{ a }}"}, header1=p("{{ a }}")),
    deck(shape("{{ a }}"), slide_table(("{% for r in rows %}{{ r }}", "{% endfor %}"))),
)
CONTEXT = {"a": "x", "b": "y", "rows": ["1", "2"]}
XML_WORDS = st.sampled_from(
    [
        "{{ a }}", "{{", "}}", "{% if a %}", "{% endif %}", "{% for r in rows %}", "{% endfor %}",
        "<w:p>", "</w:p>", "<w:p/>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>",
        "</w:tc>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:sdt>", "</w:sdt>", "<w:sdtContent>",
        "</w:sdtContent>", '<w:gridSpan w:val="x"/>', "<w:vMerge/>", "<w:tcPr>", "</w:tcPr>",
        '<wp:docPr id="x" descr="{{ picture(1) }}"/>', "<w:drawing>", "</w:drawing>", "&#0;",
        "&x;", "\x00", '<a:t xmlns:a="b">', "<!-- {{ a }} -->", "<?x {{ a }} ?>", "<![CDATA[{{ a }}]]>",
        "<w:txbxContent>", "</w:txbxContent>", "<mc:Fallback>", "</mc:Fallback>", "\ufdd0",
    ]
)  # fmt: skip

lasting = settings(max_examples=150, deadline=timedelta(seconds=10))


def outcome(data: bytes) -> tuple[bytes, tuple[Problem, ...]]:
    """What was written, and the problems: never both."""
    out = io.BytesIO()
    try:
        render(io.BytesIO(data), CONTEXT, out)
    except FactpackError as refused:
        return out.getvalue(), refused.problems
    return out.getvalue(), ()


def holds(data: bytes) -> None:
    """A document comes out whole, or every problem has a place and a next step."""
    written, problems = outcome(data)
    assert bool(written) != bool(problems)
    assert all(problem.place.file and problem.next for problem in problems)
    if written:
        with zipfile.ZipFile(io.BytesIO(written)) as made:
            assert made.testzip() is None
            for name in made.namelist():
                if name.startswith(("word/", "ppt/")):
                    etree.fromstring(made.read(name))


@lasting
@given(st.binary(max_size=300), st.booleans())
def test_random_bytes(data: bytes, zip_like: bool):
    holds(b"PK\x03\x04" + data if zip_like else data)


@lasting
@given(st.sampled_from(FILES), st.floats(0, 1))
def test_files_cut_anywhere(data: bytes, share: float):
    holds(data[: int(len(data) * share)])


@lasting
@given(
    st.sampled_from(FILES),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=6),
)
def test_files_with_bytes_changed(data: bytes, changes: list[tuple[float, int]]):
    changed = bytearray(data)
    for share, byte in changes:
        changed[min(int(len(data) * share), len(data) - 1)] = byte
    holds(bytes(changed))


@lasting
@given(st.sampled_from(FILES), st.data())
def test_parts_with_bytes_changed(data: bytes, draw: st.DataObject):
    parts = members(data)
    name = draw.draw(st.sampled_from(sorted(parts)))
    xml = parts[name]
    at = draw.draw(st.integers(0, len(xml)))
    much = draw.draw(st.integers(0, 40))
    parts[name] = xml[:at] + draw.draw(st.binary(max_size=8)) + xml[at + much :]
    holds(zipped(parts))


@lasting
@given(st.sampled_from(FILES), st.data())
def test_files_without_some_of_their_parts(data: bytes, draw: st.DataObject):
    parts = members(data)
    kept = draw.draw(st.sets(st.sampled_from(sorted(parts))))
    holds(zipped({name: xml for name, xml in parts.items() if name in kept}))


@lasting
@given(st.sampled_from(FILES), st.data())
def test_parts_that_change_places(data: bytes, draw: st.DataObject):
    parts = members(data)
    order = draw.draw(st.permutations(sorted(parts)))
    holds(zipped(dict(zip(parts, (parts[name] for name in order), strict=True))))


@settings(max_examples=400, deadline=timedelta(seconds=10))
@given(st.lists(XML_WORDS, max_size=14))
def test_bodies_of_random_words(words: list[str]):
    holds(word("".join(words)))
    holds(deck("".join(words).replace("w:", "a:")))
