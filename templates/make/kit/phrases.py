"""Phrases of tags that the brief and the deck share."""

from __future__ import annotations


def when(key: str, part: str = "period") -> str:
    """A figure's period; once it is past its shelf life, the as-of that says so."""
    return (
        f"{{% if {key} is expired %}}{{{{ {key}|as_of }}}}"
        f"{{% else %}}{{{{ {key}|{part} }}}}{{% endif %}}"
    )
