"""Running an example: its data, and what else a template can ask for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path

import compat_docx
from docx.shared import Mm

import generator.render as engine
from generator.charts.plain import plain_chart
from generator.documents.charts.plain_look import PLAIN_LOOK
from generator.model import Audience, ChartSpec, Place
from generator.render import Picture, Rendered, Subdoc, compile_template, render
from generator.resolve import FILTERS, context, resolve
from generator.resolve.edition import Edition
from generator.store import read_store
from generator.workspace import open_workspace

ROOT = Path(__file__).parents[2]
STAMP = compat_docx.docx(compat_docx.p("Stamped."))
VISITS = {"categories": ["2024", "2025"], "series": {"Visits": [812, 1040]}}

_WORDS: dict[str, object] = {
    "true": True, "false": False, "null": None, "range": range, "Mm": Mm,
    "LOGO": compat_docx.RED_DOT, "STAMP": STAMP,
    **{name: getattr(engine, name) for name in engine.__all__},
}  # fmt: skip


def data_of(written: str) -> dict[str, object]:
    """The names of an example, as the page writes them: ``x="a", xs=[1, 2]``."""
    named: dict[str, object] = eval(f"dict({written})", dict(_WORDS))
    return named


@cache
def facts() -> Mapping[str, object]:
    """The flagship's facts on 2025-12-31."""
    store, _ = read_store(open_workspace(ROOT))
    audience = Audience("reader", {"zh": "读者"}, "zh-Hans", ())
    edition = Edition(date(2025, 12, 31))
    return context(resolve(store, None, audience, edition), store, edition, audience)


def run(template: bytes, written: str, file: str) -> Rendered:
    """The document of an example; raises FactpackError as the engine does."""
    return render(
        compile_template(template, file), {**facts(), **data_of(written)}, FILTERS, base="b",
        when=datetime(2025, 12, 31), charts=_chart, pictures=_picture, look=PLAIN_LOOK,
        documents=_document,
    )  # fmt: skip


def _chart(id: str) -> ChartSpec:
    return plain_chart(id, VISITS, Place("data.json"))


def _picture(_id: str, _size: tuple[float, float]) -> Picture:
    return Picture(compat_docx.RED_DOT, "our sign")


def _document(name: str) -> Subdoc:
    assert name == "stamp.docx"
    return Subdoc(STAMP)
