"""Phrases of tags that makers share."""

from __future__ import annotations


def when(key: str, part: str = "period") -> str:
    """A figure's period; once it is past its shelf life, the as-of that says so."""
    return (
        f"{{% if {key} is expired %}}{{{{ {key}|as_of }}}}"
        f"{{% else %}}{{{{ {key}|{part} }}}}{{% endif %}}"
    )


def figure(key: str) -> tuple[str, str]:
    """A figure in two pieces, for a number and its unit: 500多 and 亿元."""
    return f"{{{{ {key}|digits }}}}", f"{{{{ {key}|scale_unit }}}}"


def without_age(key: str) -> str:
    """A figure whole, which reads best (3年多); past its shelf life without the age it would bring."""
    return (
        f"{{% if {key} is expired %}}{{{{ {key}|number }}}}{{{{ {key}|unit }}}}"
        f"{{% else %}}{{{{ {key} }}}}{{% endif %}}"
    )


def each_row(of: str, *fields: str) -> tuple[str, ...]:
    """The cells of a table row that a loop over `ledger` or `sources` repeats."""
    cells = [f"{{{{ row.{field} }}}}" for field in fields]
    cells[0] = f"{{% for row in {of} %}}" + cells[0]
    cells[-1] += "{% endfor %}"
    return tuple(cells)
