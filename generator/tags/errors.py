"""A failure while a template runs, told to its author: what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jinja2.exceptions import SecurityError, TemplateSyntaxError

from generator.tags.absent import Missing
from generator.tags.blocks import Fault
from generator.tags.bounds import OverBudget

TagError = TemplateSyntaxError


def fault_of(reason: TagError) -> Fault:
    """A fault of the whole script, at the tag that shows it."""
    problem = f"The tag cannot be read: {_sentence(Exception(reason.message))}"
    return Fault(reason.lineno - 1, problem, "Check its names.")


def explain(failure: Exception, names: Iterable[str]) -> tuple[str, str]:
    """Problem and next step; `names` are all that the template could have used."""
    if isinstance(failure, Missing):
        return _missing(failure, names)
    if isinstance(failure, SecurityError):
        problem = f"This is not allowed in a template: {_sentence(failure)}"
        return problem, "Use a plainer expression."
    if isinstance(failure, OverBudget):
        return str(failure), "Show less, or split the document."
    if isinstance(failure, RecursionError):
        return "The template calls itself without end.", "Let the inner call have less to do."
    if isinstance(failure, ZeroDivisionError):
        return "A division by zero.", "Check the value with {% if %} first."
    return f"The tag fails: {_sentence(failure)}", "Check the value and how it is used."


def _missing(failure: Missing, names: Iterable[str]) -> tuple[str, str]:
    if failure.owner is None:
        near = nearest(failure.name, names)
        return f"There is no {failure.name!r}.", near or "Check the name."
    near = nearest(failure.name, _names_of(failure.owner))
    kind = "This entry" if isinstance(failure.owner, Mapping) else "This value"
    return f"{kind} has no {failure.name!r}.", near or "Check the name after the dot."


def nearest(name: str, names: Iterable[str]) -> str:
    """A hint at the most similar name, or nothing."""
    import difflib

    found = difflib.get_close_matches(name, [n for n in names if not n.startswith("_")], 1, 0.6)
    return f"Did you mean {found[0]!r}?" if found else ""


def _names_of(owner: object) -> list[str]:
    if isinstance(owner, Mapping):
        return [str(key) for key in owner]
    return [name for name in dir(owner) if not name.startswith("_")]


def _sentence(failure: Exception) -> str:
    told = failure.args[0] if isinstance(failure, LookupError) and failure.args else failure
    text = str(told) or type(failure).__name__
    return text if text.endswith((".", "?")) else f"{text}."
