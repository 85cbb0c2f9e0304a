"""Figures that leave the public's pages when they are past their shelf life."""

from __future__ import annotations

from templates.make.kit.phrases import fresh


def number(key: str, otherwise: str = "") -> str:
    """A figure without its unit."""
    return fresh(key, words=f"{{{{ {key}|number }}}}", otherwise=otherwise)


def unit(key: str) -> str:
    """Its unit, after a gap."""
    return fresh(key, words=f" {{{{ {key}|unit }}}}")
