"""Loops and conditions in texts, runs and paragraphs, and dashes that join paragraphs."""

from __future__ import annotations

from compat_case import Fails, better, same
from compat_docx import bold, p, r, red, section_end, table, text_box

XS = {"xs": [1, 2]}
GOES = "a paragraph with nothing but block tags goes"
LOOKS = "a tag does not change the looks of what follows it"
TOLD = "a text or tag that would be lost is told"

CASES = (
    # -- in a text ---------------------------------------------------------------------------
    same("a condition in a text", p("a{% if x %}b{% else %}c{% endif %}d"), {"x": 0}, "acd"),
    same("one of several conditions", p("{% if x == 1 %}a{% elif x == 2 %}b{% else %}c{% endif %}"), {"x": 2}, "b"),
    same("a loop in a text", p("{% for x in xs %}{{ x }},{% endfor %}."), XS, "1,2,."),
    same("a loop round runs keeps their looks", p("{% for x in xs %}", bold("{{ x }}"), ",{% endfor %}."), XS, "[bold: 1],[bold: 2],."),
    same("a loop without turns", p("{% for x in xs %}{{ x }}{% else %}none{% endfor %}"), {"xs": []}, "none"),
    same("a loop with a condition", p("{% for x in xs if x > 1 %}{{ x }}{% endfor %}"), XS, "2"),
    same("a loop over keys and values", p("{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}"), {"d": {"a": 1, "b": 2}}, "a=1;b=2;"),
    same("a loop over numbers", p("{% for i in range(3) %}{{ i }}{% endfor %}"), {}, "012"),
    same("a loop knows where it is", p("{% for x in xs %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.length }}{% if not loop.last %};{% endif %}{% endfor %}"), XS, "1022;2112"),
    same("a loop knows its neighbours", p('{% for x in xs %}{{ loop.cycle("a", "b") }}{% if loop.first %}{{ loop.nextitem }}{% else %}{{ loop.previtem }}{% endif %}{% endfor %}'), XS, "a2b1"),
    same("a loop calls itself", p("{% for x in xs recursive %}{{ x.n }}{% if x.c %}({{ loop(x.c) }}){% endif %}{% endfor %}"), {"xs": [{"n": 1, "c": [{"n": 2, "c": []}]}, {"n": 3, "c": []}]}, "1(2)3"),
    same("a name set in a loop ends with it", p("{% set n = 0 %}{% for x in xs %}{% set n = x %}{% endfor %}{{ n }}"), XS, "0"),
    same("a namespace outlives a loop", p("{% set s = namespace(n=0) %}{% for x in xs %}{% set s.n = s.n + x %}{% endfor %}{{ s.n }}"), XS, "3"),
    same("a block over runs is shown in their looks", p(r("x{% if a %}y"), bold("z{% endif %}w")), {"a": 1}, "xy[bold: zw]"),
    better("a block over runs is hidden and the rest keeps its looks", p(r("x{% if a %}y"), bold("z{% endif %}w")), {"a": 0}, ("x[bold: w]",), LOOKS, ("xw",)),
    same("a block that is not closed is refused", p("a{% if x %}b"), {"x": 1}, Fails("if")),
    # -- bare tags over paragraphs -----------------------------------------------------------
    better("a loop in paragraphs of its own leaves none", p("a") + p("{% for x in xs %}") + p("{{ x }}") + p("{% endfor %}") + p("z"), XS, ("a", "1", "2", "z"), GOES, ("a", "¶", "1", "¶", "2", "¶", "z")),
    better("a condition in paragraphs of its own leaves none", p("a") + p("{% if x %}") + p("b") + p("{% endif %}") + p("z"), {"x": 0}, ("a", "z"), GOES, ("a", "¶", "z")),
    same("a block from text to text of two paragraphs is shown", p("a{% if x %}b") + p("c{% endif %}d"), {"x": 1}, "ab", "cd"),
    same("a block from text to text of two paragraphs joins them when hidden", p("a{% if x %}b") + p("c{% endif %}d"), {"x": 0}, "ad"),
    # -- {%p -----------------------------------------------------------------------------------
    same("a loop over paragraphs", p("a") + p("{%p for x in xs %}") + p("{{ x }}", style="Quote") + p("{%p endfor %}") + p("z"), XS, "a", "‹Quote› 1", "‹Quote› 2", "z"),
    same("branches over paragraphs", p("{%p if x == 1 %}") + p("one") + p("{%p elif x == 2 %}") + p("two") + p("{%p else %}") + p("many") + p("{%p endif %}"), {"x": 2}, "two"),
    same("a loop over paragraphs without turns", p("{%p for x in xs %}") + p("{{ x }}") + p("{%p else %}") + p("none") + p("{%p endfor %}"), {"xs": []}, "none"),
    same("blocks over paragraphs stand inside each other", p("{%p for x in xs %}") + p("{%p if x > 1 %}") + p("{{ x }}") + p("{%p endif %}") + p("{%p endfor %}"), XS, "2"),
    same("a paragraph tag takes its whole paragraph along", p("lost {%p if x %} lost") + p("b") + p("{%p endif %}"), {"x": 1}, "b"),
    same("a table is hidden with the paragraphs", p("{%p if x %}") + table("a | b") + p("{%p endif %}") + p("z"), {"x": 0}, "z"),
    same("a loop over a table and a paragraph", p("{%p for x in xs %}") + table("{{ x }} | b") + p("c") + p("{%p endfor %}"), XS, "| 1 | b |", "c", "| 2 | b |", "c"),
    same("a loop over the paragraphs of a text box", p(text_box(p("{%p for x in xs %}"), p("{{ x }}"), p("{%p endfor %}")), "c"), XS, "[box: 1 / 2]c"),
    better("a paragraph tag may hold a remainder and braces", p('{%p if x % 2 and {"a": 1}["a"] %}') + p("b") + p("{%p endif %}"), {"x": 1}, ("b",), "an expression is an expression", Fails("unknown tag 'p'")),
    better("two paragraph tags in one paragraph would lose its text", p("{%p if a %}text{%p endif %}") + p("z"), {"a": 1}, Fails("would be lost"), TOLD, Fails("TemplateSyntaxError")),
    better("a paragraph tag is closed by its like", p("{%p for x in xs %}") + p("{{ x }}") + p("{% endfor %}"), XS, Fails("{%p endfor %}"), "mixed tags are not guessed at", ("1", "¶")),
    better("a section ends though a tag stands in its last paragraph", p("{%p if x %}") + p("b") + section_end("{%p endif %}") + p("z"), {"x": 0}, ("¶ §", "z"), "pages are not changed by a tag", ("z",)),
    better("a text for a paragraph is a paragraph", p("a") + p("lost {{p x }}") + p("z"), {"x": "text"}, ("a", "text", "z"), "docxtpl puts the text outside any run, where it is not shown", ("a", "z")),
    # -- {%r -----------------------------------------------------------------------------------
    same("a condition over runs takes its runs along", p("a", bold("{%r if x %}"), "b", bold("{%r endif %}"), "c"), {"x": 0}, "ac"),
    same("a condition over runs is shown", p("a", bold("{%r if x %}"), red("b"), bold("{%r endif %}"), "c"), {"x": 1}, "a[FF0000: b]c"),
    same("a loop over runs", p("a", bold("{%r for x in xs %}"), red("{{ x }}"), ",", bold("{%r endfor %}"), "c"), XS, "a[FF0000: 1],[FF0000: 2],c"),
    better("a run tag inside a run keeps the looks round it", p(bold("a {%r if x %}b{%r endif %} c")), {"x": 1}, ("[bold: a b c]",), LOOKS, ("[bold: a ]b c",)),
    # -- dashes ------------------------------------------------------------------------------
    same("dashes join paragraphs", p("house") + p("{%- if x -%}") + p(" in town") + p("{%- else -%}") + p(" far away") + p("{%- endif -%}") + p(" end"), {"x": 1}, "house in town end"),
    same("dashes join the paragraphs of the other branch", p("house") + p("{%- if x -%}") + p(" in town") + p("{%- else -%}") + p(" far away") + p("{%- endif -%}") + p(" end"), {"x": 0}, "house far away end"),
    same("dashes join the turns of a loop", p("Names:") + p("{%- for x in xs -%}") + p(" {{ x }}") + p("{%- endfor -%}") + p(" end"), XS, "Names: 1 2 end"),
    same("joined paragraphs have the first one's style", p("a", style="Quote") + p("{%- if x -%}") + p("b", style="Title") + p("{%- endif -%}") + p("c"), {"x": 1}, "‹Quote› abc"),
    better("joined texts keep their looks", p(bold("a")) + p("{%- if x -%}") + p(red("b")) + p("{%- endif -%}") + p("c"), {"x": 1}, ("[bold: a][FF0000: b]c",), LOOKS, ("[bold: abc]",)),
    same("a dash joins with the paragraph before", p("a") + p("{%- if x %}b{% endif %}") + p("c"), {"x": 1}, "ab", "c"),
    same("a dash joins with the paragraph after", p("a{% if x -%}") + p("b{% endif %}") + p("c"), {"x": 1}, "ab", "c"),
    same("dashes join lines of one paragraph", p("<w:r><w:t>a</w:t><w:br/><w:t>{%- if x -%}</w:t><w:br/><w:t>b</w:t><w:br/><w:t>{%- endif -%}</w:t><w:br/><w:t>c</w:t></w:r>"), {"x": 1}, "abc"),
    better("a dash in the middle of a text loses none of it", p("first") + p("a {%- if x -%} b {%- endif -%} c"), {"x": 0}, ("first", "ac"), "docxtpl drops the text between the last paragraph and the dash", ("firstc",)),
    same("dashes of values join nothing", p("a") + p("{{- x -}}") + p("c"), {"x": 1}, "a", "1", "c"),
)  # fmt: skip
