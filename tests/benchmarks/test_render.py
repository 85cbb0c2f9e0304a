"""How fast a document is rendered, measured beside docxtpl and python-pptx in one run."""

from __future__ import annotations

import gc
import io
import statistics
import time
import tracemalloc
from collections.abc import Callable, Mapping
from datetime import datetime

import pytest
from render_workload import deck_template, figures, values, word_template

from generator.documents.packages import zipping
from generator.render import Template, compile_template, render

pytestmark = pytest.mark.benchmark

NOON = datetime(2025, 12, 31, 12)
ROUNDS = 9
_QUICK = 200  # milliseconds: what takes longer has long filled the caches


def interleaved(ways: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """Median milliseconds of each way when warm, all of them in turn in every round.

    What one way leaves behind is not the next one's to clean up, and each begins with caches of
    the processor that it has filled itself.
    """
    times: dict[str, list[float]] = {name: [_timed(way)] for name, way in ways.items()}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            gc.collect()
            if times[name][0] < _QUICK:
                way()
            times[name].append(_timed(way))
    return {name: statistics.median(own[1:]) for name, own in times.items()}


def _timed(way: Callable[[], object]) -> float:
    start = time.perf_counter()
    way()
    return (time.perf_counter() - start) * 1000


def ours(template: Template, context: Mapping[str, object]) -> Callable[[], object]:
    def one() -> None:
        assert render(template, context, {}, base="bench", when=NOON).problems == ()

    return one


def ours_with_places(template: Template, context: Mapping[str, object]) -> Callable[[], object]:
    """The same, and the place of every figure is asked for."""

    def one() -> None:
        assert len(render(template, context, {}, base="bench", when=NOON).uses) == 100

    return one


def packed_by(library: object, way: Callable[[], object]) -> Callable[[], object]:
    """The same with zips packed by libdeflate, or (None) by zlib."""

    def one() -> None:
        zipping._LIBDEFLATE = library  # type: ignore[assignment]
        way()

    return one


def told(medians: Mapping[str, float], peer: str) -> None:
    for name, median in medians.items():
        print(f"{name}: {median:.2f} ms ({medians[peer] / median:.1f} x {peer})")


def test_a_word_document_is_made_25_times_as_fast_as_by_docxtpl_with_100_figures_anchored():
    docxtpl = pytest.importorskip("docxtpl")
    template = compile_template(word_template("", ""), "bench.docx")
    peer = word_template("tr", "p")

    def by_docxtpl() -> None:
        document = docxtpl.DocxTemplate(io.BytesIO(peer))
        document.render(values(), autoescape=True)
        document.save(io.BytesIO())

    installed = zipping._LIBDEFLATE
    ways = {
        "docxtpl": by_docxtpl,
        "plain": packed_by(None, ours(template, values())),
        "100 figures": packed_by(None, ours(template, figures())),
        "100 figures and their places": packed_by(None, ours_with_places(template, figures())),
    }
    if installed is not None:
        ways["plain with libdeflate"] = packed_by(installed, ours(template, values()))
    medians = interleaved(ways)
    zipping._LIBDEFLATE = installed
    told(medians, "docxtpl")
    # the goals are 35 (with libdeflate 40) and 25; shared machines are noisy
    assert medians["docxtpl"] / medians["plain"] > 20
    assert medians["docxtpl"] / medians["100 figures"] > 15


def test_a_deck_is_made_many_times_as_fast_as_python_pptx_fills_it():
    import pptx

    data = deck_template()
    template = compile_template(data, "bench.pptx")
    names = {f"{{{{ {name} }}}}": value for name, value in values().items()}

    def by_python_pptx() -> None:
        deck = pptx.Presentation(io.BytesIO(data))
        for slide in deck.slides:
            for shape in slide.shapes:
                frames = [shape.text_frame] if shape.has_text_frame else []
                if shape.has_table:
                    frames += [cell.text_frame for cell in shape.table.iter_cells()]
                for frame in frames:
                    for paragraph in frame.paragraphs:
                        for run in paragraph.runs:
                            for name, value in names.items():
                                if name in run.text:
                                    run.text = run.text.replace(name, str(value))
        deck.save(io.BytesIO())

    medians = interleaved({"python-pptx": by_python_pptx, "plain": ours(template, values())})
    told(medians, "python-pptx")
    assert medians["python-pptx"] / medians["plain"] > 8  # 13


def test_the_workloads_template_is_compiled_in_20_ms():
    data = word_template("", "")
    median = interleaved({"compile": lambda: compile_template(data, "bench.docx")})["compile"]
    print(f"compile: {median:.1f} ms")
    assert median < 60  # 20 ms


def test_20_000_rows_are_made_many_times_as_fast_as_by_docxtpl():
    docxtpl = pytest.importorskip("docxtpl")
    template = compile_template(word_template("", ""), "bench.docx")
    peer = word_template("tr", "p")
    many = values(20_000)

    def by_docxtpl() -> None:
        document = docxtpl.DocxTemplate(io.BytesIO(peer))
        document.render(many, autoescape=True)
        document.save(io.BytesIO())

    start = time.perf_counter()
    by_docxtpl()
    theirs = (time.perf_counter() - start) * 1000
    medians = interleaved({"20,000 rows": ours(template, many)})
    told({"docxtpl": theirs, **medians}, "docxtpl")
    assert theirs / medians["20,000 rows"] > 15  # 25


def test_20_000_rows_take_20_megabytes_above_the_data():
    template = compile_template(word_template("", ""), "bench.docx")
    way = ours(template, values(20_000))
    way()
    tracemalloc.start()
    way()
    peak = tracemalloc.get_traced_memory()[1] / 1_000_000
    tracemalloc.stop()
    print(f"20,000 rows: {peak:.1f} MB above the data")
    assert peak < 20


def test_time_grows_with_the_rows():
    template = compile_template(word_template("", ""), "bench.docx")
    medians = interleaved({f"{rows:,}": ours(template, values(rows)) for rows in (20_000, 100_000)})
    told(medians, "20,000")
    assert medians["100,000"] < 10 * medians["20,000"]  # 7
