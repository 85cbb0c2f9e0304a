"""What is refused, and how it is told."""

from __future__ import annotations

from docs.make.examples.rows import Row, Section

SECTIONS = (
    Section(
        "refused", "refused",
        tuple(Row(*row) for row in (
            ("{{ nam }}", 'name="Ada"', "There is no 'nam'. → Did you mean 'name'?", "An unknown name", "未知的名称"),
            ("{{ team.size }}", 'team={"sizes": 3}', "This entry has no 'size'. → Did you mean 'sizes'?", "Something that a value does not have", "值中没有的东西"),
            ("{{ x|uper }}", "x=1", "There is no filter 'uper'. → Did you mean 'upper'?", "An unknown filter", "未知的过滤器"),
            ("{{ 'a' if x is evn }}", "x=1", "There is no test 'evn'. → Did you mean 'even'?", "An unknown test", "未知的测试"),
            ("{% if x %}a", "x=1", "if is never closed. → Add {% endif %}.", "A block that is not closed", "未关闭的块"),
            ("a{% endfor %}", "", "endfor closes a block that was never opened. → Remove it.", "A stray closing tag", "多余的关闭标签"),
            ("{% fro x in xs %}", "", "'fro' is no tag. → Did you mean 'for'?", "An unknown tag", "未知的标签"),
            ("{{ x", "x=1", "The tag is not closed in its paragraph: }} is missing. → Write }} where the tag ends and check its quotes, or write {_{ if it is meant as text. If {{ is meant as text, write {% raw %}{{{% endraw %}.", "A tag that does not end", "没有结尾的标签"),
            ("{{ x }}", "x=null", "The tag fails: nothing (None) is no text. → Check the value and how it is used.", "Nothing at all, a list, a mapping, a yes or no are no texts", "空、列表、映射、是非值都不是文字"),
            ("{{ 1 / x }}", "x=0", "A division by zero. → Check the value with {% if %} first.", "A failing expression", "算式出错"),
            ("{{ x.__class__ }}", "x=1", "'__class__' is private: names that begin with _ cannot be used. → Use a name that the fact base offers.", "Names that begin with _", "以 _ 开头的名称"),
            ('{% import "a" %}', "", "Another file cannot be imported. → Remove the tag.", "Macros of another file", "另一文件的宏"),
            ('{% from "a" import b %}', "", "Another file cannot be imported. → Remove the tag.", "Another file", "另一个文件"),
            ('{% extends "a" %}', "", "A template cannot extend another one. → Remove the tag.", "A template of a template", "模板的模板"),
            ("{% block a %}", "", "A template has no blocks to override. → Remove the tag.", "Its blocks", "其中的 block"),
            ("{% autoescape true %}", "", "Every value is text here; nothing needs to be escaped. → Remove the tag.", "Escaping", "转义"),
            ("{% if x %} ¶ ¦ {% endif %} ¦", "x=1", "{% if x %} does not open and close in one text box, cell or table ({% endif %} at body, table 1, row 1, cell 1). → Put its tags in the same paragraph, cell or list.", "A block whose tags stand where nothing can lie between them", "首尾标签之间无法成块"),
        )),
    ),
)  # fmt: skip
