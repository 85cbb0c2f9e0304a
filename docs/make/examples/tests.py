"""Tests: what can be asked of a value after `is`, or by name in `select`."""

from __future__ import annotations

from docs.make.examples.rows import Row, Section, section

_ASK = "{{{{ 'yes' if {} else 'no' }}}}"


def asks(name: str, *rows: tuple[str, str, str, str, str]) -> Section:
    """Rows whose template is a question."""
    return Section(
        name,
        "both",
        tuple(
            Row(_ASK.format(question), data, gives, en, zh)
            for question, data, gives, en, zh in rows
        ),
    )


SECTIONS = (
    asks(
        "tests",
        ("x is defined and y is undefined", "x=1", "yes", "There is such a name; there is none", "名称存在；不存在"),
        ("x is available", 'x=""', "no", "There is something to print", "有可输出的内容"),
        ("x is none", "x=null", "yes", "It is nothing at all (null)", "是空（null）"),
        ("2 is even and 3 is odd and 9 is divisibleby 3", "", "yes", "Of whole numbers", "整数的奇偶与整除"),
        ("1 is integer and 1.5 is float and 1 is number", "", "yes", "Kinds of numbers", "数的种类"),
        ("x is true and y is false and x is boolean", "x=true, y=false", "yes", "A yes or a no", "是非值"),
        ("'a' is string and 'a' is lower and 'A' is upper", "", "yes", "Of texts", "文字"),
        ("d is mapping and xs is sequence and xs is iterable", 'd={"a": 1}, xs=[1]', "yes", "Mappings, lists, what a loop can go over", "映射、列表、可循环者"),
        ("2 is in xs", "xs=[1, 2]", "yes", "It is one of them", "在其中"),
        ("x is sameas none and m is callable", "x=null, m=range", "yes", "The very same; it can be called", "同一个；可调用"),
        ("'upper' is filter and 'odd' is test and x is not escaped", "x=1", "yes", "There is such a filter, such a test; nothing is ever escaped", "有此过滤器、有此测试；值从不转义"),
        ("1 is eq 1 and 1 is equalto 1 and 1 is ne 2", "", "yes", "== and != by name", "== 与 != 的名称"),
        ("1 is lt 2 and 1 is lessthan 2 and 1 is le 1", "", "yes", "< and <= by name", "< 与 <= 的名称"),
        ("2 is gt 1 and 2 is greaterthan 1 and 2 is ge 2", "", "yes", "> and >= by name", "> 与 >= 的名称"),
    ),
    section(
        "tests_by_sign", "both",
        ('{{ xs|select("==", 2)|join }} {{ xs|select("!=", 2)|join }}', "xs=[1, 2, 3]", "2 13", "Signs as names of tests", "符号作测试名"),
        ('{{ xs|select(">", 2)|join }} {{ xs|select(">=", 2)|join }}', "xs=[1, 2, 3]", "3 23", "Larger", "大于"),
        ('{{ xs|select("<", 2)|join }} {{ xs|select("<=", 2)|join }}', "xs=[1, 2, 3]", "1 12", "Less", "小于"),
    ),
)  # fmt: skip
