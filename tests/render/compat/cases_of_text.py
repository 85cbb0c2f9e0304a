"""Values, expressions and comments in running text."""

from __future__ import annotations

import html
from datetime import date

from compat_case import Fails, better, same
from compat_docx import bold, control, p, r, red

TEXT = "every value is text, and so is every literal"
NOTHING = "what is missing or no text is an error, not a blank or a Python word"

CASES = (
    # -- values ------------------------------------------------------------------------------
    same("a value stands in its sentence", p("a {{ x }} b"), {"x": "1"}, "a 1 b"),
    same("a value takes the looks of its run", p("a ", bold("{{ x }}"), " b"), {"x": 1}, "a [bold: 1] b"),
    same("a tag in pieces takes the looks of its first", p(bold("{"), r("{ x "), red("}}"), "c"), {"x": 1}, "[bold: 1]c"),
    same("blanks at the edges of a value stay", p(" a {{ x }} c "), {"x": "  b "}, " a   b  c "),
    same("an empty value leaves an empty paragraph", p("{{ x }}"), {"x": ""}, "¶"),
    same("numbers are shown as Python shows them", p("{{ x }} {{ 1 / 4 }}"), {"x": 3.0}, "3.0 0.25"),
    same("a value stands in a content control", control(p("{{ x }}")) + p(control(r("{{ x }}"))), {"x": 1}, "1", "1"),
    same("a tag in a value is text", p("{{ x }}"), {"x": "{{ y }}{% if %}"}, "{{ y }}{% if %}"),
    same("a name may look like a prefix", p("{{p}} {{ p }} {{r}}"), {"p": 1, "r": 2}, "1 1 2"),
    same("blanks of Word are blanks", p("{{\u00a0x\u00a0}}"), {"x": 1}, "1"),
    same("a line break in a tag is a blank", p("<w:r><w:t>{{ x</w:t><w:br/><w:t>|upper }}</w:t></w:r>"), {"x": "a"}, "A"),
    same("curly quotes of Word delimit strings", p("{{ “a” ~ ‘b’ }}"), {}, "ab"),
    better("curly quotes inside a string stay", p('{{ "“a”" }}'), {}, ("“a”",), "quotes are text there", Fails("TemplateSyntaxError")),
    better("a tab inside a string stays", p('<w:r><w:t>{{ "a</w:t><w:tab/><w:t>b" }}</w:t></w:r>'), {}, ("a⇥b",), TEXT, ("ab",)),
    # -- nothing, yes and no -----------------------------------------------------------------
    better("an unknown name is refused", p("[{{ spam }}]"), {}, Fails("spam"), NOTHING, ("[]",)),
    better("an unknown attribute is refused", p("[{{ x.spam }}]"), {"x": {}}, Fails("spam"), NOTHING, ("[]",)),
    same("an attribute of something unknown is refused", p("{{ x.spam.eggs }}"), {"x": {}}, Fails("spam")),
    better("None is refused", p("[{{ x }}]"), {"x": None}, Fails("None"), NOTHING, ("[None]",)),
    better("a truth is refused", p("[{{ x }}]"), {"x": True}, Fails("True"), NOTHING, ("[True]",)),
    better("a list is refused", p("[{{ x }}]"), {"x": [1, "a"]}, Fails("list"), NOTHING, ("[[1, 'a']]",)),
    # -- markup ------------------------------------------------------------------------------
    better("markup in a value is text", p("{{ x }}"), {"x": "R&D x<y z"}, ("R&D x<y z",), TEXT, ("R x",)),
    same("with autoescape markup in a value is text", p("{{ x }}"), {"x": "R&D x<y z"}, "R&D x<y z", autoescape=True),
    same("a value that is escaped in its tag is text", p("{{ x|e }}"), {"x": "R&D x<y z"}, "R&D x<y z"),
    same("a value is escaped once", p("{{ x|e }}"), {"x": "R&D"}, "R&D", autoescape=True),
    better("a value said to be safe is text", p("{{ x|safe }}"), {"x": "R&D x<y z"}, ("R&D x<y z",), TEXT, ("R x",), autoescape=True),
    better("a value that was escaped before is shown as it is", p("{{ x }}"), {"x": html.escape("R&D")}, ("R&amp;D",), TEXT, ("R&D",)),
    better("markup in a literal is text", p('{{ "R&D <x>" }}'), {}, ("R&D <x>",), TEXT, ("R&D ",)),
    better("with autoescape markup in a literal is text", p('{{ "R&D" }}'), {}, ("R&D",), TEXT, ("R&amp;D",), autoescape=True),
    better("a string in a condition is text", p('{% if x == "a&b" %}y{% endif %}'), {"x": "a&b"}, ("y",), TEXT, ("¶",)),
    same("signs of comparison are read", p("{% if x > 1 and x < 5 %}y{% endif %}"), {"x": 2}, "y"),
    # -- expressions -------------------------------------------------------------------------
    same("attributes, keys and numbers reach inside", p('{{ d.a }}{{ d["a"] }}{{ l[0] }}'), {"d": {"a": 1}, "l": [5]}, "115"),
    better("a key comes before a method of its name", p("{{ d.items }}b"), {"d": {"items": 2}}, ("2b",), "a template author means the key", ("¶",)),
    same("methods and functions are called", p('{{ s.upper() }}{{ f(2) }}{{ d.isoformat() }}'), {"s": "a", "f": lambda n: n + 1, "d": date(2025, 1, 2)}, "A32025-01-02"),
    same("one of two is chosen in a tag", p('{{ "a" if x else "b" }}{{ y|default("z") }}'), {"x": 0}, "bz"),
    same("filters follow one another", p('{{ xs|sort|join("、")|upper }}'), {"xs": ["b", "a"]}, "A、B"),
    same("a number is formatted in the old way", p('{{ "%.1f"|format(x) }}'), {"x": 2.25}, "2.2"),
    same("a number is formatted in the new way", p('{{ "{:,}".format(x) }}'), {"x": 1234}, "1,234"),
    same("a filter of one's own is used", p("{{ x|times(by=3) }}"), {"x": 2}, "6", filters={"times": lambda x, by: x * by}),
    same("an unknown filter is refused", p("{{ x|twice }}"), {"x": 2}, Fails("twice")),
    # -- names and macros --------------------------------------------------------------------
    better("a name set alone in its paragraph leaves nothing", p("{% set n = 2 %}") + p("{{ n }}"), {}, ("2",), "a paragraph with nothing but block tags goes", ("¶", "2")),
    same("a name set for a paragraph leaves nothing", p("{%p set n = 2 %}") + p("{{ n }}"), {}, "2"),
    same("a text is caught under a name", p("{% set n %}a{{ x }}{% endset %}{{ n }}{{ n|upper }}"), {"x": "b"}, "abAB"),
    same("a name may last for a stretch", p("{% with a = 1 %}{{ a }}{% endwith %}"), {}, "1"),
    same("a macro makes text", p("{% macro m(a) %}({{ a }}){% endmacro %}{{ m(1) }}{{ m(2) }}"), {}, "(1)(2)"),
    same("a macro takes text from its caller", p("{% macro m() %}({{ caller() }}){% endmacro %}{% call m() %}c{% endcall %}"), {}, "(c)"),
    same("a macro makes paragraphs", p("{%p macro m(a) %}") + p("a ", bold("{{ a }}")) + p("{%p endmacro %}") + p("{{p m(1) }}") + p("z"), {}, "a [bold: 1]", "z"),
    better("paragraphs of a macro cannot stand in a text", p("{%p macro m(a) %}") + p("a") + p("{%p endmacro %}") + p("x{{ m(1) }}"), {}, Fails("paragraph"), "a paragraph inside a text is no document", ("x",)),
    same("a filter is laid over a stretch", p("{% filter upper %}ab{{ x }}{% endfilter %}"), {"x": "c"}, "ABC"),
    # -- comments, raw text, escapes ---------------------------------------------------------
    same("a comment is not seen", p("a{# x #}b"), {}, "ab"),
    better("a comment alone in its paragraph leaves nothing", p("a") + p("{# x #}") + p("b"), {}, ("a", "b"), "a paragraph with nothing but block tags goes", ("a", "¶", "b")),
    same("a comment for a paragraph takes it along", p("a") + p("z{#p x #}y") + p("b"), {}, "a", "b"),
    better("a comment ends in its paragraph", p("a{# x") + p("m #}b"), {}, Fails("not closed"), "an unclosed comment would swallow text unseen", ("ab",)),
    same("raw text is text", p("{% raw %}{{ x }}{% endraw %}"), {}, "{{ x }}"),
    same("escaped marks are shown", p("{_{ x }_} {_% if %_}"), {}, "{{ x }} {% if %}"),
    better("escaped marks in a value stay", p("{{ x }}"), {"x": "{_{ y }_}"}, ("{_{ y }_}",), TEXT, ("{{ y }}",)),
)  # fmt: skip
