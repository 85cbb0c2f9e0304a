"""docxtpl as an engine of the cases: a black box, used by its documented words alone."""

from __future__ import annotations

import io
import tempfile
import warnings
from pathlib import Path

import docxtpl
import jinja2
import pytest
from compat_case import Case, Fails, Kit, Outcome, Rich
from compat_docx import MM, docx
from compat_words import in_words


class DocxtplKit(Kit):
    def __init__(self, template: docxtpl.DocxTemplate) -> None:
        self.template = template

    def rich(self, text: object = None, **looks: object) -> Rich:
        return docxtpl.RichText(text, **looks)

    def rich_paragraph(self, text: object = None, **looks: object) -> Rich:
        return docxtpl.RichTextParagraph(text, **looks)

    def listing(self, text: str) -> object:
        return docxtpl.Listing(text)

    def image(self, data: bytes, **size: object) -> object:
        scaled = {side: n * MM if isinstance(n, int) else n for side, n in size.items()}
        return docxtpl.InlineImage(self.template, io.BytesIO(data), **scaled)

    def link(self, target: str) -> str:
        return self.template.build_url_id(target)

    def subdocument(self, docx: bytes | None = None) -> object:
        pytest.importorskip("docxcompose", reason="not installed: pip install 'docxtpl[subdoc]'")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # docxcompose's own
            return self.template.new_subdoc(io.BytesIO(docx) if docx else None)


def outcome(case: Case) -> Outcome:
    """What docxtpl makes of a case."""
    data = docx(case.body, case.parts, case.core, case.members, case.links)
    template = docxtpl.DocxTemplate(io.BytesIO(data))
    env = jinja2.Environment(autoescape=case.autoescape)
    env.filters.update(case.filters)
    try:
        if case.names:
            wanted = template.get_undeclared_template_variables(
                context=case.given(DocxtplKit(template))
            )
            return tuple(sorted(wanted))
        if case.first is not None:
            _made(template, case.first, env, case)
            template.reset_replacements()
        finished = _made(template, case.given(DocxtplKit(template)), env, case)
        return in_words(finished, case.core, _embedded(case), case.widths)
    except Exception as failure:
        return Fails(f"{type(failure).__name__}: {failure}")


def _made(
    template: docxtpl.DocxTemplate, context: object, env: jinja2.Environment, case: Case
) -> bytes:
    template.init_docx()
    with tempfile.TemporaryDirectory() as folder:
        for method, old, new in case.replaced:
            getattr(template, method)(*_files(Path(folder), old, new))
        template.render(context, env if case.filters else None, autoescape=case.autoescape)
        buffer = io.BytesIO()
        template.save(buffer)
    return buffer.getvalue()


def _files(folder: Path, old: str | bytes, new: bytes) -> tuple[str, str]:
    """Replacements are given to docxtpl as files."""
    (folder / "new.png").write_bytes(new)
    if isinstance(old, str):
        return old, str(folder / "new.png")
    (folder / "old.png").write_bytes(old)
    return str(folder / "old.png"), str(folder / "new.png")


def _embedded(case: Case) -> list[str]:
    return [name for name in case.members if "/embeddings/" in name]
