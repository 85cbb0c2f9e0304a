"""Nobody is kept out: every file of every audience can be read aloud, in order, and told apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from accessible import findings
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Cm

from generator.pack.plan import read_plan
from generator.workspace import open_workspace

ROOT = Path(__file__).parents[2]
AUDIENCES = [audience.id for audience in read_plan(open_workspace(ROOT)).audiences]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_file_keeps_a_reader_out(edition, next_edition, extra_findings, audience):
    for made in (edition, next_edition):
        files = sorted((made.folder.parent / audience).glob("*.*x"))
        assert files
        for path in files:
            assert [*findings(path), *extra_findings(path)] == [], path.name


def test_the_checker_sees_what_is_wrong(tmp_path):
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    low = slide.shapes.add_textbox(Cm(2), Cm(10), Cm(5), Cm(1))
    low.name, low.text_frame.text = "Low", "below"
    high = slide.shapes.add_textbox(Cm(2), Cm(5), Cm(5), Cm(1))
    high.name, high.text_frame.text = "High", "above"
    high.text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(0xCC, 0xCC, 0xCC)
    deck.save(tmp_path / "t.pptx")
    assert findings(tmp_path / "t.pptx") == [
        "slide 1: 'Low' is read before the title",
        "slide 1: 'Low' is read before 'High', which stands above it",
        "slide 1: 'below' has no language",
        "slide 1: 'above' has no language",
        "slide 1: 'above' in CCCCCC on FFFFFF: 1.6 : 1",
    ]
