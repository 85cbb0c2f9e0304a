"""Paragraphs, rows, cells, slides, parts, drawings: what tags do with the document round them."""

from __future__ import annotations

from docs.make.examples.rows import section

XS = "xs=[1, 2]"

SECTIONS = (
    section(
        "places", "both",
        ("a ¶ {% for x in xs %} ¶ {{ x }} ¶ {% endfor %} ¶ z", XS, "a ¶ 1 ¶ 2 ¶ z", "Tags alone in their paragraphs: the paragraphs between; those of the tags go", "标签独占段落：重复其间的段落，标签所在段落消失"),
        ("a ¶ {% if x %} ¶ b ¶ {% else %} ¶ c ¶ {% endif %} ¶ z", "x=0", "a ¶ c ¶ z", "The same with a condition", "条件同理"),
        ("¦ name ¦ size ¦ ¶ ¦ {% for x in xs %}{{ x.a }} ¦ {{ x.b }}{% endfor %} ¦", 'xs=[{"a": "A", "b": 1}, {"a": "B", "b": 2}]', "¦ name ¦ size ¦ ¶ ¦ A ¦ 1 ¦ ¶ ¦ B ¦ 2 ¦", "Tags in different cells of one row: the row", "标签在同一行的不同单元格：重复该行"),
        ("¦ {% for x in xs %} ¦  ¦ ¶ ¦ {{ x }} ¦ a ¦ ¶ ¦ {% endfor %} ¦  ¦ ¶ ¦ sum ¦ 3 ¦", XS, "¦ 1 ¦ a ¦ ¶ ¦ 2 ¦ a ¦ ¶ ¦ sum ¦ 3 ¦", "Tags in rows of their own: the rows between", "标签独占表格行：重复其间的行"),
        ("{% set n = 3 %} ¶ {# a comment #} ¶ {{ n }}", "", "3", "A paragraph with nothing but such tags goes", "只有此类标签的段落消失"),
        ("{% macro item(x) %} ¶ [bold: {{ x }}] ¶ {{ x }} ¶ {% endmacro %} ¶ {{ item(1) }} ¶ {{ item(2) }}", "", "[bold: 1] ¶ 1 ¶ [bold: 2] ¶ 2", "A macro of paragraphs is shown alone in its paragraph", "含段落的宏，须独占段落调用"),
    ),
    section(
        "dashes", "word",
        ("house ¶ {%- if x -%} ¶  in town ¶ {%- endif -%} ¶ , new", "x=1", "house in town, new", "A dash joins with the paragraph before it, or after it", "短横把标签与前段或后段相连"),
        ("{% if x +%}a{% endif %}", "x=1", "a", "A plus means nothing", "加号不起作用"),
    ),
    section(
        "docxtpl", "word",
        ("a ¶ {%p for x in xs %} ¶ {{ x }} ¶ {%p endfor %} ¶ z", XS, "a ¶ 1 ¶ 2 ¶ z", "{%p: the paragraph that the tag stands in is taken by it", "{%p：标签占用其所在段落"),
        ("a ¶ {#p goes with its paragraph #} ¶ z", "", "a ¶ z", "{#p {#tr {#tc: a paragraph, row or cell goes", "{#p {#tr {#tc：整段、整行、整格消失"),
        ("¦ {%tr for x in xs %} ¦  ¦ ¶ ¦ {{ x }} ¦ a ¦ ¶ ¦ {%tr endfor %} ¦  ¦", XS, "¦ 1 ¦ a ¦ ¶ ¦ 2 ¦ a ¦", "{%tr: its row", "{%tr：所在行"),
        ("¦ name ¦ {%tc for x in xs %} ¦ {{ x }} ¦ {%tc endfor %} ¦", XS, "¦ name ¦ 1 ¦ 2 ¦", "{%tc: its cell; the table's grid follows", "{%tc：所在单元格；表格的列随之调整"),
        ("a [bold: {%r if x %}]b[bold: {%r endif %}] c", "x=1", "a b c", "{%r: its run", "{%r：所在文本块"),
        ("a ¶ {{p x }} ¶ z", 'x="text"', "a ¶ text ¶ z", "{{p: the value takes the paragraph's place", "{{p：值取代所在段落"),
        ("a {{r x }}", 'x=RichText("b", bold=true)', "a [bold: b]", "{{r: the value takes the run's place", "{{r：值取代所在文本块"),
        ("¦ {% macro line(x) %} ¦  ¦ ¶ ¦ {{ x }} ¦ a ¦ ¶ ¦ {% endmacro %} ¦  ¦ ¶ ¦ {{tr line(1) }} ¦  ¦", "", "¦ 1 ¦ a ¦", "{{tr, {{tc: a macro's rows or cells take the row's or the cell's place", "{{tr、{{tc：宏的行或单元格取代所在行或单元格"),
        ("¦ {% for x in xs %}{% vm %}all ¦ {{ x }}{% endfor %} ¦", XS, "¦ all ↓ ¦ 1 ¦ ¶ ¦ ↑ ¦ 2 ¦", "{% vm %}: the cell is merged over the turns of its loop", "{% vm %}：单元格跨各轮纵向合并"),
        ("¦ {%tc for x in xs %} ¦ {% hm %}all ¦ {%tc endfor %} ¦ ¶ ¦ {%tc for x in xs %} ¦ {{ x }} ¦ {%tc endfor %} ¦", XS, "¦ all ×2 ¦ ¶ ¦ 1 ¦ 2 ¦", "{% hm %}: the cell is merged across the turns of its loop", "{% hm %}：单元格跨各轮横向合并"),
        ("¦ {% colspan n %}wide ¦ ¶ ¦ a ¦ b ¦", "n=2", "¦ wide ×2 ¦ ¶ ¦ a ¦ b ¦", "{% colspan n %}: the cell spans so many columns", "{% colspan n %}：单元格跨几列"),
        ("¦ {% cellbg c %}{{ x }} ¦", 'c="FFE699", x=1', "¦ 1 on FFE699 ¦", "{% cellbg c %}: the cell's colour", "{% cellbg c %}：单元格底色"),
        ('¦ {{ x|cellbg }} {{ 2|colspan }} ¦', 'x="#ffe699"', "¦ FFE699 2 ¦", "What both tags make of their value, as filters", "这两个标签对值的处理，写作过滤器"),
    ),
    section(
        "slides", "slides",
        ("▭ {%slide for x in xs %}{{ x }}{%slide endfor %} ▭ end", XS, "▭ 1 ▭ 2 ▭ end", "A slide for each item", "每项一页"),
        ("▭ {%slide for x in xs %}{{ x }} ▭ more of {{ x }}{%slide endfor %}", XS, "▭ 1 ▭ more of 1 ▭ 2 ▭ more of 2", "Several slides: from the one with the first tag to the one with the last", "多页：从首个标签所在页到末个标签所在页"),
        ("▭ {%slide if x %}a ▭ {%slide else %}b{%slide endif %} ▭ end", "x=0", "▭ b ▭ end", "Slides of one branch; elif too", "只留一个分支的页；elif 亦可"),
        ("▭ {%slide set n = 3 %}a ▭ {{ n }}", "", "▭ a ▭ 3", "A name for this slide and all after it", "此页及以后各页可用的名称"),
        ("▭ {%slide with n = 2 %}{{ n }}{%slide endwith %}", "", "▭ 2", "A name for these slides", "只在这些页可用的名称"),
        ("▭ one ▢ {%shape if x %}two{%shape endif %}", "x=0", "▭ one", "A shape is left out", "略去一个形状"),
        ("▭ {{ x }} ¶ notes: say {{ x }}", "x=1", "▭ 1 ¶ notes: say 1", "A slide's notes", "备注"),
    ),
    section(
        "parts", "word",
        ("a ¶ header1: {{ x }} ¶ footer1: {{ x }}", "x=1", "a ¶ footer1: 1 ¶ header1: 1", "Headers and footers; names that the body sets are not seen there", "页眉页脚；正文里设的名称在此不可见"),
        ("{% for x in xs %}{{ x }}^2, {% endfor %} ¶ footnote 2: n {{ x }}", XS, "1^2, 2^3, ¶ footnote 2: n 1 ¶ footnote 3: n 2", "A note with its text, turn by turn; endnotes and comments too", "脚注逐轮各自成注；尾注、批注亦可"),
        ("[link http://a.example/{{ x }}: go]", 'x="b"', "[link http://a.example/b: go]", "The address of a link, and its tooltip", "链接的地址与提示"),
        ("[box: {{ x }}]", "x=1", "[box: 1]", "Text boxes", "文本框"),
        ("a ¶ title: On {{ x }}", 'x="R&D"', "a ¶ title: On R&D", "Properties of the file: title, subject, author, keywords and more", "文件属性：标题、主题、作者、关键词等"),
        ('{% include "stamp.docx" %}', "", "Stamped.", "A Word file of the template's own folder, alone in its paragraph", "模板同文件夹中的 Word 文件，独占段落"),
        ('{{ subdoc("stamp.docx") }}', "", "Stamped.", "The same as a value", "同上，写作值"),
    ),
    section(
        "drawn", "both",
        ('[chart: {{ chart("visits") }}]', "", "[chart: visits. Visits: 2024 812, 2025 1040] 812, 1040", "The data of a native chart, which keeps its looks", "原生图表换数据，样子不变"),
        ('[picture: {{ picture("logo") }}]', "", '{red 20×10 mm "our sign"}', "A picture in the frame of the template's", "图片换入模板的图框"),
    ),
)  # fmt: skip
