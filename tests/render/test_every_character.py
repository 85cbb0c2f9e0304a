"""A value's text comes out character for character at every kind of place, in both formats.

As documented, a new line and a tab become the format's own, other ways to end a line are new
lines, and what XML cannot hold is left out.
"""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from tiny import deck, figure, made, member, p, shape, slide_table, table, texts, word

from generator.render import Listing, RichText, compile_template

STRANGE = (
    "\u202eright to left\u202c \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467\U0001f3fd e\u0301 \ufeff\u200b\u00a0\u3000",
    "]]> <w:t> &amp; &#60; \"'<!-- --> {{ a }} {% if %} {# #} {_{ %}",
    "\ufdd0 \ufdd1 \ufdd2 \ue000 \uf8ff \ufffc \ufffd \U0010fffe",
    "\u0085 \u2028 \u2029 \u00ad \u007f \u009f",
    " \t a  b \n\n c \t",
    "\\ \\n %s {0} $1 \\1 \u3007\u767e\u4ebf\uff0c\u201c\u5f15\u201d",
)
KEPT = st.characters(
    blacklist_categories=("Cs",),
    blacklist_characters="".join(map(chr, range(32))) + "\ufffe\uffff",
)
ANY = st.text(KEPT | st.sampled_from("\n\t<>&\"'{}%"), min_size=1)
BLOCKS = (
    "{{ a }}", "x{{ a }}y", "{{ a }}{{ a }}", "{% if a %}{{ a }}{% endif %}",
    "{% for b in [a, a] %}{{ b }}|{% endfor %}", "{% set c %}<{{ a }}>{% endset %}{{ c }}",
    "{% macro m(b) %}{{ b }}{% endmacro %}{{ m(a) }}", "{{ a ~ '&' ~ a }}", "{{ [a, a]|join('|') }}",
    "{{ {'k': a}.k }}", "{{ a|default('x') }}", "{{ a|e }}", "{{ f }}", "{{ rich }}", "{{ list }}",
)  # fmt: skip


def wanted(text: str) -> list[str]:
    two = f"{text}{text}"
    return [
        text, f"x{text}y", two, text, f"{text}|{text}|", f"<{text}>", text, f"{text}&{text}",
        f"{text}|{text}", text, text, text, text, text, text,
    ]  # fmt: skip


def values(text: str) -> dict[str, object]:
    return {
        "a": text, "f": figure("k", text), "rich": RichText(text, bold=True), "list": Listing(text),
    }  # fmt: skip


FRAME = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="P" descr="{{ a }}"/></wp:inline>'
    "</w:drawing></w:r>"
)
WORD = compile_template(
    word(
        "".join(map(p, BLOCKS)) + table(("{% for b in [a] %}{{ b }}", "{{ a }}{% endfor %}"))
        + p("z", FRAME),
        {"title": "{{ a }}"}, header1=p("{{ a }}"),
    ),
    "t.docx",
)  # fmt: skip
DECK = compile_template(
    deck(
        shape("\n".join(BLOCKS)).replace('name="Box"', 'name="Box" descr="{{ a }}"')
        + slide_table(("{% for b in [a] %}{{ b }}", "{{ a }}{% endfor %}")),
        notes=shape("{{ a }}"),
    ),
    "t.pptx",
)


def said(data: bytes, name: str, tag: str, attribute: str) -> str:
    node = next(etree.fromstring(member(data, name).encode()).iter(tag))
    return str(node.get(attribute) if attribute else node.text)


@given(ANY)
@example(STRANGE[0])
@example(STRANGE[1])
@example(STRANGE[2])
@example(STRANGE[3])
@example(STRANGE[4])
@example(STRANGE[5])
@example(STRANGE[6])
def test_any_text_comes_out_of_every_place_of_a_word_file(text: str):
    data = made(WORD, values(text)).data
    assert texts(member(data, "word/document.xml")) == [*wanted(text), text, text, "z"]
    assert texts(member(data, "word/header1.xml")) == [text]
    title = said(data, "docProps/core.xml", "{http://purl.org/dc/elements/1.1/}title", "")
    assert title == text.replace("\r", "\n")
    assert said(data, "word/document.xml", "{*}docPr", "descr") == text


@given(ANY)
@example(STRANGE[0])
@example(STRANGE[1])
@example(STRANGE[2])
@example(STRANGE[3])
@example(STRANGE[4])
@example(STRANGE[5])
@example(STRANGE[6])
def test_any_text_comes_out_of_every_place_of_a_deck(text: str):
    data = made(DECK, values(text)).data
    assert texts(member(data, "ppt/slides/slide1.xml")) == [*wanted(text), text, text]
    assert texts(member(data, "ppt/notesSlides/notesSlide1.xml")) == [text]
    assert said(data, "ppt/slides/slide1.xml", "{*}cNvPr", "descr") == text


@given(st.text(st.characters(blacklist_characters="\a\f")))
def test_what_xml_cannot_hold_is_all_that_is_left_out(text: str):
    kept = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    forbidden = {*map(chr, range(32)), "\ufffe", "\uffff"} - {"\n", "\t"}
    kept = "".join(c for c in kept if c not in forbidden and not "\ud800" <= c <= "\udfff")
    assert texts(member(made(WORD, values(text)).data, "word/document.xml"))[0] == kept
    assert texts(member(made(DECK, values(text)).data, "ppt/slides/slide1.xml"))[0] == kept
