"""The problems of a template as comments in a copy of it, at the very places."""

from __future__ import annotations

from collections.abc import Sequence

from generator.documents.annotate import Remark, annotate
from generator.documents.office import read_office
from generator.documents.packages.kinds import WrongKind, made_kind
from generator.documents.packages.package import Package
from generator.documents.vocabulary import WORD
from generator.model import FactpackError, Place, Problem, error


class NoComments(Exception):
    """Why a file can bear no comments of ours, in a sentence."""


def annotated(package: Package, problems: Sequence[Problem], copy: Place, suffix: str) -> bytes:
    """The copy. Raises NoComments for a deck, FactpackError for a copy of another kind.

    `copy` is where it will be written, `suffix` the ending of its name.
    """
    office = read_office(package)
    if office.words is not WORD:
        raise NoComments("A deck takes no comments of ours: this list is the report.")
    try:
        kind = made_kind(office.kind, suffix or office.kind.suffix)
    except WrongKind as reason:
        raise FactpackError([error(copy, reason.problem, reason.step)]) from None
    remarks = [Remark(problem.place.where, (problem.problem, problem.next)) for problem in problems]
    return annotate(package, office, remarks, kind)
