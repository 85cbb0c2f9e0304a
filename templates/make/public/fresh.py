"""Figures that leave the public's pages when they are past their shelf life."""

from __future__ import annotations


def fresh(key: str, shown: str, otherwise: str = "") -> str:
    """Words with a figure in them, and those that take their place once it is out of date."""
    return f"{{% if {key} is expired %}}{otherwise}{{% else %}}{shown}{{% endif %}}"


def number(key: str, otherwise: str = "") -> str:
    """A figure without its unit."""
    return fresh(key, f"{{{{ {key}|number }}}}", otherwise)


def unit(key: str) -> str:
    """Its unit, after a gap."""
    return fresh(key, f" {{{{ {key}|unit }}}}")
