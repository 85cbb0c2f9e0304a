"""Jinja's own filters and tests, as far as a document has use for them."""

from __future__ import annotations

from docs.make.examples.rows import section

PEOPLE = 'people=[{"n": "Bo", "t": "x"}, {"n": "Ada", "t": "y"}, {"n": "Cy", "t": "x"}]'

SECTIONS = (
    section(
        "filters_of_text", "both",
        ("{{ x|upper }} {{ x|lower }}", 'x="Ada b"', "ADA B ada b", "Capitals, small letters", "大写、小写"),
        ("{{ x|capitalize }} {{ x|title }}", 'x="ada b"', "Ada b Ada B", "The first letter, the first of every word", "首字母大写、每词首字母大写"),
        ("[{{ x|trim }}]", 'x="  a "', "[a]", "Without blanks at the ends", "去掉首尾空白"),
        ('{{ x|replace("-", "/") }}', 'x="1-2"', "1/2", "One text for another", "替换"),
        ("{{ x|truncate(12) }}", 'x="a very long sentence"', "a very...", "Cut short at a word", "按词截短"),
        ("{{ x|wordwrap(5) }}", 'x="aaa bbb"', "aaa⏎bbb", "Lines of so many characters", "按字数换行"),
        ("{{ x|indent(2) }}", 'x="a\\nb"', "a⏎  b", "Lines after the first are moved in", "首行以外缩进"),
        ("[{{ x|center(5) }}]", 'x="a"', "[  a  ]", "Blanks on both sides", "两侧补空格"),
        ("{{ x|wordcount }}", 'x="a b c"', "3", "How many words", "词数"),
        ('{{ "%.1f %s"|format(x, "km") }}', "x=2.25", "2.2 km", "Python's old way of putting values into a text", "旧式格式化"),
        ('{{ "{:,.2f}".format(x) }}', "x=1234.5", "1,234.50", "Its new way", "新式格式化"),
        ("{{ x|string|length }}", "x=1234", "4", "A value as a text", "化为文字"),
        ("{{ x|e }}{{ x|escape }}{{ x|forceescape }}{{ x|safe }}", 'x="R&D "', "R&D R&D R&D R&D ", "Nothing: every value is text here anyway", "不起作用：这里的值一律是文字"),
    ),
    section(
        "filters_of_numbers", "both",
        ("{{ x|round }} {{ x|round(1) }} {{ x|round(0, \"floor\") }}", "x=2.67", "3.0 2.7 2.0", "Rounded; also ceil and floor", "取整、保留位数；亦可 ceil、floor"),
        ("{{ x|int }} {{ x|float }}", 'x="42"', "42 42.0", "A text as a number", "文字化为数"),
        ("{{ x|abs }}", "x=-3", "3", "Without its sign", "绝对值"),
    ),
    section(
        "filters_of_lists", "both",
        ('{{ xs|join(", ") }}', 'xs=["a", "b"]', "a, b", "One text of all", "连成一段文字"),
        ('{{ people|join(", ", attribute="n") }}', PEOPLE, "Bo, Ada, Cy", "Of something in each", "取各项之一栏"),
        ('{% for r in rows|as_rows(["a", "b"]) %}{{ r|join("-") }} {% endfor %}', 'rows=[[1, 2], {"b": 4, "a": 3}]', "1-2 3-4 ", "Rows as the columns of a table; what table() does with its own", "按表格各列排好的行；table() 即如此"),
        ("{{ xs|length }} {{ xs|count }}", "xs=[5, 6]", "2 2", "How many", "项数"),
        ("{{ xs|first }} {{ xs|last }}", "xs=[5, 6]", "5 6", "The first, the last", "首项、末项"),
        ("{{ xs|min }} {{ xs|max }} {{ xs|sum }}", "xs=[3, 1, 2]", "1 3 6", "The least, the largest, all together", "最小、最大、总和"),
        ("{{ xs|sort|join }} {{ xs|sort(reverse=true)|join }}", "xs=[3, 1, 2]", "123 321", "In order", "排序"),
        ('{{ people|sort(attribute="n")|map(attribute="n")|join }}', PEOPLE, "AdaBoCy", "In the order of something in each; map takes it out", "按各项某栏排序；map 取出该栏"),
        ('{{ xs|map("upper")|join }}', 'xs=["a", "b"]', "AB", "A filter for each", "对各项用过滤器"),
        ("{{ xs|reverse|join }}", "xs=[1, 2]", "21", "The other way round", "倒序"),
        ("{{ xs|unique|join }}", "xs=[1, 2, 1]", "12", "Each once", "去重"),
        ('{{ xs|select("odd")|join }} {{ xs|reject("odd")|join }}', "xs=[1, 2, 3]", "13 2", "Those that pass a test, those that do not", "合乎测试的项、不合的项"),
        ('{{ people|selectattr("t", "eq", "x")|map(attribute="n")|join }}', PEOPLE, "BoCy", "The same by something in each", "按各项某栏选取"),
        ('{{ people|rejectattr("t", "eq", "x")|map(attribute="n")|join }}', PEOPLE, "Ada", "The others", "选其余各项"),
        ('{% for t, group in people|groupby("t") %}{{ t }}: {{ group|map(attribute="n")|join("+") }}; {% endfor %}', PEOPLE, "x: Bo+Cy; y: Ada; ", "In groups", "分组"),
        ('{% for row in xs|batch(2, "-") %}{{ row|join }} {% endfor %}', "xs=[1, 2, 3]", "12 3- ", "Rows of so many", "每行几个"),
        ("{% for column in xs|slice(2) %}{{ column|join }} {% endfor %}", "xs=[1, 2, 3]", "12 3 ", "So many columns", "分几栏"),
        ("{% for k, v in d|dictsort %}{{ k }}{{ v }}{% endfor %} {% for k, v in d|items %}{{ k }}{% endfor %}", 'd={"b": 2, "a": 1}', "a1b2 ba", "Keys and values in order; as they stand", "键值排序；按原序"),
        ('{{ "abc"|list|last }}', "", "c", "A list of anything", "化为列表"),
    ),
    section(
        "filters_of_what_is_missing", "both",
        ('{{ x|default("none") }} {{ x|d("–") }}', "", "none –", "What is shown for a name that is not there", "名称不存在时显示什么"),
        ('{{ x|default("none", true) }}', 'x=""', "none", "Also for what is empty", "空值也算"),
    ),
)  # fmt: skip
