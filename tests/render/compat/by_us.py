"""Our engine as an engine of the cases."""

from __future__ import annotations

import io
from datetime import datetime

from compat_case import Case, Fails, Kit, Outcome, Rich
from compat_docx import MM, docx
from compat_words import in_words

from generator import render
from generator.model import FactpackError, Problem

NOON = datetime(2025, 12, 31, 12)


class OurKit(Kit):
    """Values with docxtpl's constructor words; a link is the address itself."""

    def rich(self, text: object = None, **looks: object) -> Rich:
        return render.RichText(text, **looks)

    def rich_paragraph(self, text: object = None, **looks: object) -> Rich:
        return render.RichTextParagraph(text, **looks)

    def listing(self, text: str) -> object:
        return render.Listing(text)

    def image(self, data: bytes, **size: object) -> object:
        scaled = {side: n * MM if isinstance(n, int) else n for side, n in size.items()}
        return render.InlineImage(io.BytesIO(data), **scaled)

    def link(self, target: str) -> str:
        return target

    def subdocument(self, docx: bytes | None = None) -> object:
        return render.Subdoc(io.BytesIO(docx) if docx else None)


def outcome(case: Case) -> Outcome:
    """What our engine makes of a case."""
    context = case.given(OurKit())
    try:
        template = render.compile_template(
            docx(case.body, case.parts, case.core, case.members, case.links), "case.docx"
        )
    except FactpackError as refused:
        return _refusal(refused.problems)
    if case.names:
        return tuple(sorted(set(template.needs().names) - set(context)))
    if case.first is not None:
        render.render(template, case.first, case.filters, base="", when=NOON)
    replace = {
        f"member:{old}" if method == "replace_zipname" else old: new
        for method, old, new in case.replaced
    }
    made = render.render(template, context, case.filters, base="", when=NOON, replace=replace)
    if made.problems:
        return _refusal(made.problems)
    embedded = [name for name in case.members if "/embeddings/" in name]
    return in_words(made.data, case.core, embedded, case.widths)


def _refusal(problems: tuple[Problem, ...]) -> Fails:
    return Fails("\n".join(f"{problem.problem} {problem.next}" for problem in problems))
