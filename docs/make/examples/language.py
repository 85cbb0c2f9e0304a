"""Values, blocks, names: what stands in one text, in Word and in PowerPoint alike."""

from __future__ import annotations

from docs.make.examples.rows import section

SECTIONS = (
    section(
        "values", "both",
        ("Dear {{ name }},", 'name="Ada"', "Dear Ada,", "A value", "一个值"),
        ("{{ 姓名 }}", '姓名="王&李 <3"', "王&李 <3", "Names may be Chinese; any text comes out character for character", "名称可用中文；任何文字原样输出"),
        ('{{ team.lead }} {{ team["size"] }}', 'team={"lead": "Ada", "size": 3}', "Ada 3", "What is in a value: by a dot, or by key", "取值里的值：用点，或用键"),
        ("{{ xs[0] }} {{ xs[-1] }} {{ xs[:2]|join }}", 'xs=["a", "b", "c"]', "a c ab", "Items of a list, counted from 0; from its end; a stretch of it", "列表的项：从 0 数起；从末尾数；取一段"),
        ("{{ 2 + 3 * 4 }} {{ 7 / 2 }} {{ 7 // 2 }} {{ 7 % 2 }} {{ 2 ** 3 }}", "", "14 3.5 3 1 8", "Arithmetic; // drops the remainder, % gives it", "算术；// 取整，% 取余"),
        ('{{ "R" ~ "&" ~ n }}', "n=5", "R&5", "Texts joined; ~ takes any value", "连接文字；~ 接受任何值"),
        ('{{ "many" if n > 3 else "few" }}', "n=5", "many", "One value or another", "二者取一"),
        ('{% if n >= 3 and n != 4 and not n in [7, 8] or n == 0 %}yes{% endif %}', "n=5", "yes", "Compared by == != < <= > >=, in, is; joined by and, or, not", "比较用 == != < <= > >=、in、is；连接用 and、or、not"),
        ('{{ name.strip().title() }}', 'name=" ada b "', "Ada B", "Methods of a text, see below", "文字的方法，见下表"),
        ("{{ “it’s” }}", "", "it’s", "Curly quotes round a text are read as straight ones, inside it they stay", "作界符的弯引号按直引号读，其内的弯引号保留"),
        ("{{ x }}", 'x="one\\ntwo\\tthree"', "one⏎two⇥three", "Line ends and tabs of a value", "值里的换行与制表符"),
        ("{{x}}{{- x -}}", 'x="a"', "aa", "Blanks inside the braces, and dashes of values, mean nothing", "花括号内的空格、值标签的短横，都不起作用"),
        ("[bold: {{ x }}] {{ x }}", 'x="a"', "[bold: a] a", "A value has the looks of its tag", "值的样子随其标签"),
    ),
    section(
        "blocks", "both",
        ("{% if n > 1 %}many{% elif n == 1 %}one{% else %}none{% endif %}", "n=1", "one", "A condition with its branches", "条件与分支"),
        ("{% for x in xs %}{{ x }}, {% endfor %}", "xs=[1, 2]", "1, 2, ", "A loop", "循环"),
        ("{% for x in xs %}{{ x }}{% else %}nobody{% endfor %}", "xs=[]", "nobody", "else: what is shown when there is no turn", "else：一轮也没有时显示"),
        ("{% for x in xs if x > 1 %}{{ x }} {% endfor %}", "xs=[1, 2, 3]", "2 3 ", "Only some items", "只取部分项"),
        ("{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}", 'd={"a": 1, "b": 2}', "a=1;b=2;", "Keys and values", "键与值"),
        ("{% for x in xs %}{% if x == 2 %}{% continue %}{% endif %}{% if x == 4 %}{% break %}{% endif %}{{ x }}{% endfor %}", "xs=[1, 2, 3, 4]", "13", "continue goes to the next turn, break leaves the loop", "continue 进入下一轮，break 离开循环"),
        ("{% for n in tree recursive %}{{ n.name }}{% if n.sub %}({{ loop(n.sub) }}){% endif %}{% endfor %}", 'tree=[{"name": "a", "sub": [{"name": "b", "sub": []}]}]', "a(b)", "A loop that calls itself", "调用自身的循环"),
        ("{% set n = 3 %}{{ n }}", "", "3", "A name of the template's own", "模板自己的名称"),
        ("{% set line %}{{ a }} & Co{% endset %}{{ line|upper }}", 'a="Ada"', "ADA & CO", "A name for a whole text", "给一段文字起名"),
        ("{% with n = 2 %}{{ n }}{% endwith %}", "", "2", "A name that ends with its block", "只在块内有效的名称"),
        ('{% filter upper %}{{ a }} and more{% endfilter %}', 'a="x"', "X AND MORE", "A filter for a whole text", "对一段文字用过滤器"),
        ('{% macro tel(n, code="+86") %}{{ code }} {{ n }}{% endmacro %}{{ tel(5) }}, {{ tel(7, "+49") }}', "", "+86 5, +49 7", "A macro: a text with blanks to fill; also of paragraphs and rows", "宏：可填空的一段文字，也可含段落与行"),
        ("{% macro box() %}<{{ caller() }}>{% endmacro %}{% call box() %}a{% endcall %}", "", "<a>", "A macro round what its caller holds", "宏包住调用者的内容"),
        ("{% macro m() %}{{ varargs|join }}{{ kwargs.b }}{% endmacro %}{{ m(1, 2, b=3) }}", "", "123", "All that a macro is given beyond its names", "宏收到的其余参数"),
        ("{# a note to colleagues #}R&D", "", "R&D", "A comment: goes", "注释：不输出"),
        ("{% raw %}{{ as it is }}{% endraw %}", "", "{{ as it is }}", "A text that is no tag", "不作标签的文字"),
        ("{_{ a }_} {_% b %_} {_# c #_}", "", "{{ a }} {% b %} {# c #}", "The same, sign by sign", "同上，逐个符号"),
    ),
    section(
        "loop", "both",
        ("{% for x in xs %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }} {% endfor %}", 'xs=["a", "b"]', "1021 2110 ", "The turn's number from 1, from 0; to the end", "第几轮：从 1、从 0 数；倒数"),
        ("{% for x in xs %}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}", 'xs=["a", "b"]', "a, b", "loop.first, loop.last: the first and the last turn", "loop.first、loop.last：首轮与末轮"),
        ("{% for x in xs %}{% if loop.first %}{{ loop.length }}: {% endif %}{{ x }}{% endfor %}", 'xs=["a", "b"]', "2: ab", "How many turns there are", "总轮数"),
        ("{% for x in xs %}{{ loop.previtem|default('-') }}{{ loop.nextitem|default('-') }} {% endfor %}", 'xs=["a", "b"]', "-b a- ", "The neighbours", "前一项与后一项"),
        ('{% for x in xs %}{{ loop.cycle("odd", "even") }} {% endfor %}', "xs=[1, 2]", "odd even ", "One after the other", "轮流"),
        ("{% for x in xs %}{% if loop.changed(x) %}{{ x }}{% endif %}{% endfor %}", "xs=[1, 1, 2]", "12", "Only where it changes", "只在变化处"),
        ("{% for n in tree recursive %}{{ loop.depth }}{{ loop.depth0 }} {{ loop(n) }}{% endfor %}", "tree=[[[]]]", "10 21 ", "How deep a loop is that calls itself", "自调用循环的层数"),
    ),
    section(
        "names", "both",
        ("{% for i in range(1, 4) %}{{ i }}{% endfor %}", "", "123", "Numbers from, up to and without", "从某数到某数（不含）"),
        ('{% set d = dict(a=1) %}{{ d.a }}', "", "1", "A mapping", "映射"),
        ("{% set s = namespace(n=0) %}{% for x in xs %}{% set s.n = s.n + x %}{% endfor %}{{ s.n }}", "xs=[1, 2]", "3", "Names that outlive a loop", "循环之后仍在的名称"),
        ('{% set comma = joiner(", ") %}{% for x in xs %}{{ comma() }}{{ x }}{% endfor %}', "xs=[1, 2]", "1, 2", "Nothing first, then what is between", "第一次为空，以后为分隔符"),
        ('{% set c = cycler("a", "b") %}{{ c.next() }}{{ c.next() }}{{ c.next() }}', "", "aba", "Values one after the other", "轮流取值"),
    ),
)  # fmt: skip
