"""Headers, notes, properties, links, pictures and objects to replace, names, second renderings."""

from __future__ import annotations

from compat_case import Fails, better, same
from compat_docx import BLUE_DOT, RED_DOT, footnote, link, note, p, picture, r, table

OLD = {"word/media/dummy.png": RED_DOT}
BOOK = {"word/embeddings/old.xlsx": b"old"}
MISSING = "what is missing is an error, not a blank"

CASES = (
    # -- parts -------------------------------------------------------------------------------
    same("headers and footers are texts too", p("{{ x }}"), {"x": 1}, "1", "footer1: f", "header1: h 1", parts={"header1": p("h {{ x }}"), "footer1": p("{%p if x %}") + p("f") + p("{%p endif %}")}),
    same("a table in a header has rows", p("b"), {"xs": [1, 2]}, "b", "header1: | 1 |", "header1: | 2 |", parts={"header1": table("{%tr for x in xs %}", "{{ x }}", "{%tr endfor %}")}),
    better("a header does not see the names of the body", p("{% set spam = 1 %}{{ spam }}"), {}, Fails("spam"), MISSING, ("1", "header1: h "), parts={"header1": p("h {{ spam }}")}),
    same("notes are texts too", p("b", note(2)), {"x": "1\n2"}, "b^2", "footnote 2: n 1⏎2", parts={"footnotes": footnote(2, "n {{ x }}")}),
    better("a note in a loop is one for each turn", p("{% for x in xs %}{{ x }}", note(2), "{% endfor %}"), {"xs": [5, 6]}, ("5^26^3", "footnote 2: n 5", "footnote 3: n 6"), "a note belongs to its reference", ("5^26^2", "footnote 2: n "), parts={"footnotes": footnote(2, "n {{ x }}")}),
    same("properties are texts too", p("b"), {"x": "1"}, "b", "title: T 1", "subject: S 1", "creator: A 1", "description: D 1", core={"dc:title": "T {{ x }}", "dc:subject": "S {{ x }}", "dc:creator": "A {{ x }}", "dc:description": "D {{ x }}"}),
    better("keywords and category are texts too", p("b"), {"x": "1"}, ("b", "keywords: K 1", "category: C 1"), "a tag is never left as it was typed", ("b", "keywords: K {{ x }}", "category: C {{ x }}"), core={"cp:keywords": "K {{ x }}", "cp:category": "C {{ x }}"}),
    better("markup in a property is text", p("b"), {"x": "R&D"}, ("b", "title: R&D"), "every value is text", ("b", "title: R&amp;D"), core={"dc:title": "{{ x }}"}, autoescape=True),
    same("a property may be markup", p("b"), {"x": "R&D"}, "b", "title: R&D", core={"dc:title": "{{ x }}"}),
    same("the words of a picture are text too", p(picture(words="W {{ x }}")), {"x": 1}, '{red 20×10 mm "W 1"}', members=OLD),
    # -- links -------------------------------------------------------------------------------
    same("a text in a link is filled", p(link("rLink", r("see {{ x }}"))), {"x": 1}, "[link http://a.example/: see 1]", links={"rLink": "http://a.example/"}),
    # -- replacing ---------------------------------------------------------------------------
    same("a picture is replaced by its name", p(picture("dummy.png")), {}, "{blue 20×10 mm}", members=OLD, replaced=(("replace_pic", "dummy.png", BLUE_DOT),)),
    same("a picture is replaced by its title", p(picture(title="Map")), {}, "{blue 20×10 mm}", members=OLD, replaced=(("replace_pic", "Map", BLUE_DOT),)),
    same("a picture is replaced by its description", p(picture(descr="A map")), {}, "{blue 20×10 mm}", members=OLD, replaced=(("replace_pic", "A map", BLUE_DOT),)),
    same("a picture of a header is replaced", p("b"), {}, "b", "header1: {blue 20×10 mm}", members=OLD, parts={"header1": p(picture())}, replaced=(("replace_pic", "dummy.png", BLUE_DOT),)),
    same("a picture that is not there cannot be replaced", p(picture()), {}, Fails("spam.png"), members=OLD, replaced=(("replace_pic", "spam.png", BLUE_DOT),)),
    same("a picture is replaced wherever it is the same", p(picture()), {}, "{blue 20×10 mm}", members=OLD, replaced=(("replace_media", RED_DOT, BLUE_DOT),)),
    same("an embedded file is replaced", p("b"), {}, "b", "word/embeddings/old.xlsx: new", members=BOOK, replaced=(("replace_embedded", b"old", b"new"),)),
    same("a member is replaced by its name", p("b"), {}, "b", "word/embeddings/old.xlsx: new", members=BOOK, replaced=(("replace_zipname", "word/embeddings/old.xlsx", b"new"),)),
    # -- names and again ---------------------------------------------------------------------
    same("a template says which names it needs", p("{{ a }}{% for x in b %}{{ x.c }}{% if d.e %}{% endif %}{% endfor %}{% set f = 1 %}{{ f }}"), {}, "a", "b", "d", "g", "h", names=True, parts={"header1": p("{{ g }}"), "footer1": p("{{ h }}")}),
    same("names that are given are not missing", p("{{ a }}{{ b }}"), {"a": 1}, "b", names=True),
    better("notes and properties need names too", p("{{ a }}", note(2)), {}, ("a", "i", "j"), "a need is told before it is missing", ("a",), names=True, parts={"footnotes": footnote(2, "{{ i }}")}, core={"dc:title": "{{ j }}"}),
    same("a template is rendered again", p("{{ a }}"), {"a": 2}, "2", first={"a": 1}),
)  # fmt: skip
