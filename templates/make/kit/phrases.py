"""Phrases of tags that makers share."""

from __future__ import annotations


def fresh(*keys: str, words: str, otherwise: str = "") -> str:
    """`words` as long as none of the figures is past its shelf life."""
    expired = " or ".join(f"{key} is expired" for key in keys)
    return f"{{% if {expired} %}}{otherwise}{{% else %}}{words}{{% endif %}}"


def when(key: str, part: str = "period") -> str:
    """A figure's period; once it is past its shelf life, the as-of that says so."""
    return fresh(key, words=f"{{{{ {key}|{part} }}}}", otherwise=f"{{{{ {key}|as_of }}}}")


def figure(key: str) -> tuple[str, str]:
    """A figure in two pieces, for a number and its unit: 500多 and 亿元."""
    return f"{{{{ {key}|digits }}}}", f"{{{{ {key}|scale_unit }}}}"


def whole(key: str, gap: str = "") -> str:
    """A figure with its unit and, past its shelf life, without the age it would bring."""
    return f"{{{{ {key}|number }}}}{gap}{{{{ {key}|unit }}}}"


def without_age(key: str, gap: str = "") -> str:
    """A figure as it reads best (3年多); past its shelf life its number and unit alone."""
    return fresh(key, words=f"{{{{ {key} }}}}", otherwise=whole(key, gap))


def first_rejected(key: str) -> str:
    """The figure that a ruling set aside, if there is one."""
    shown = "{% if loop.first %}{{ other }}{% endif %}"
    return f"{{% for other in {key}.rejected %}}{shown}{{% endfor %}}"


def each_row(of: str, *fields: str) -> tuple[str, ...]:
    """The cells of a table row that a loop over `ledger` or `sources` repeats."""
    cells = [f"{{{{ row.{field} }}}}" for field in fields]
    cells[0] = f"{{% for row in {of} %}}" + cells[0]
    cells[-1] += "{% endfor %}"
    return tuple(cells)
