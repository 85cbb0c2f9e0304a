"""The leaders' templates: charts named by their tags, tables whole, references that lead somewhere."""

from __future__ import annotations

from template_parts import TEMPLATES, A, P, W, roots, slides

REPORT, DECK = TEMPLATES / "leadership-report.docx", TEMPLATES / "leadership-deck.pptx"
FILES = (REPORT, DECK)


def test_charts_and_pictures_of_the_leaders_are_named_by_their_tags() -> None:
    shown = r"word/document\.xml|ppt/slides/slide\d+\.xml"
    alts = [
        [
            element.get("descr")
            for root in roots(path, shown).values()
            for element in root.iter()
            if (element.get("descr") or "").startswith("{{")
        ]
        for path in FILES
    ]
    assert alts == [
        [f'{{{{ chart("{id}") }}}}' for id in ("project_pair", "donation_pair", "output_forecast", "gdp_columns")],
        ['{{ picture("timeline_full") }}'] + [
            f'{{{{ chart("{id}") }}}}'
            for id in ("project_pair", "donation_pair", "works_bars", "firm_structure", "output_forecast", "donor_funds", "gdp_columns", "pet_capacity")
        ],
    ]  # fmt: skip


def test_tables_of_the_report_repeat_their_heads_and_keep_their_rows_whole() -> None:
    (root,) = roots(REPORT, r"word/document\.xml").values()
    for table in root.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        if len(rows) > 1:
            assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")


def test_cross_references_of_the_report_point_to_captions() -> None:
    (root,) = roots(REPORT, r"word/document\.xml").values()
    marks = {mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")}
    codes = [code.text.split() for code in root.iter(f"{W}instrText")]
    asked = {code[1] for code in codes if code[0] == "REF"}
    assert asked == {"_RefTable1", "_RefTable2", "_RefTable3"} <= marks


def test_no_text_of_the_leaders_slides_shrinks() -> None:
    for slide in slides(DECK):
        assert not list(slide.iter(f"{A}normAutofit", f"{A}spAutoFit", f"{P}style"))
