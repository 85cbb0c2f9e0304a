"""The workload of the render figures: 25 scalars, 50 × 6 rows, 8 sections, 100 anchored figures."""

from __future__ import annotations

import io
from collections.abc import Mapping

from generator.model import Said

SCALARS = 25
COLUMNS = 6
SECTIONS = 8


def word_template(row_tag: str, paragraph_tag: str) -> bytes:
    """A Word template; docxtpl wants its prefixes (``tr``, ``p``), ours reads places."""
    import docx

    document = docx.Document()
    document.core_properties.title = "Benchmark"
    document.add_heading("Report for {{ s0 }}", 1)
    for at in range(SCALARS):
        paragraph = document.add_paragraph(f"Line {at} says ")
        paragraph.add_run(f"{{{{ s{at} }}}}").bold = True
        paragraph.add_run(" and goes on with words as a briefing does.")
    table = document.add_table(4, COLUMNS)
    for column in range(COLUMNS):
        table.cell(0, column).text = f"Column {column}"
        table.cell(2, column).text = f"{{{{ r.c{column} }}}}"
    table.cell(1, 0).text = f"{{%{row_tag} for r in rows %}}"
    table.cell(3, 0).text = f"{{%{row_tag} endfor %}}"
    for at in range(SECTIONS):
        document.add_paragraph(f"{{%{paragraph_tag} if f{at} %}}")
        document.add_paragraph(f"Section {at}: {{{{ s{at} }}}} in a paragraph of its own.")
        document.add_paragraph(f"{{%{paragraph_tag} endif %}}")
    return _saved(document)


def deck_template(slides: int = 12) -> bytes:
    """A deck: a title, a text box and a table of 5 × 4 tags on each slide."""
    import pptx
    from pptx.util import Inches

    deck = pptx.Presentation()
    deck.core_properties.title = "Benchmark"
    for number in range(slides):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = f"Slide {number}: {{{{ s{number} }}}}"
        box = slide.shapes.add_textbox(Inches(1), Inches(2), Inches(6), Inches(0.5))
        box.text_frame.text = f"It says {{{{ s{number + 1} }}}} here."
        table = slide.shapes.add_table(5, 4, Inches(1), Inches(3), Inches(8), Inches(3)).table
        for row in range(5):
            for column in range(4):
                table.cell(row, column).text = f"{{{{ s{(row * 4 + column) % SCALARS} }}}}"
    return _saved(deck)


def values(rows: int = 50) -> dict[str, object]:
    """Plain texts."""
    return {
        **{f"s{at}": f"数值 {at} of the text" for at in range(SCALARS)},
        **{f"f{at}": at % 2 == 0 for at in range(SECTIONS)},
        "rows": [
            {f"c{column}": f"cell {row}-{column} 值" for column in range(COLUMNS)}
            for row in range(rows)
        ],
    }


def figures(rows: int = 50) -> Mapping[str, object]:
    """The same with 100 of the cells as figures."""
    told = values(rows)
    table = told["rows"]
    assert isinstance(table, list)
    for row in table:
        for column in ("c1", "c2"):
            row[column] = Said(row[column], f"fact_{column}", statements=("000.one",))
    return told


def _saved(document: object) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()
