"""Whole files with every rich value in them are valid Office files."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from test_rich_pictures import png
from tiny import NOON, figure, made, member, p, texts, word

from generator.render import (
    BulletList,
    InlineImage,
    Link,
    Listing,
    Note,
    NumberedList,
    RichText,
    RichTextParagraph,
    Subdoc,
    compile_template,
    documents_in,
    render,
)


class Fact:
    def __figure__(self) -> object:
        return figure("k", "5家")


def rich() -> RichText:
    text = RichText("a", bold=True, color="FF0000", size=30, font="eastAsia:SimSun", lang="zh-CN")
    text.add(Fact(), italic=True)
    text.add("b\nc\td", superscript=True, underline="wave", highlight="FFFF00", strike=True)
    text.add("site", url_id="https://a.example/?x=1&y=2")
    return text


def values() -> dict[str, object]:
    document = Subdoc()
    document.add_heading("Annex", 1)
    document.add_paragraph("one", style="List Number")
    document.add_table(1, 2)
    paragraphs = RichTextParagraph(rich(), "Quote")
    paragraphs.add("2\a3")
    return {
        "text": rich(), "lines": Listing("1\n2\t3\a4\f5"), "link": Link("a", "http://a.example/", "t"),
        "note": Note("5", rich()), "end": Note("6", "n", "endnote"), "document": document,
        "photo": InlineImage(png(4, 2), width=360000, anchor="http://a.example/", alt="a"),
        "list": NumberedList(["1", BulletList(["2"])]), "paragraphs": paragraphs, "x": "y",
    }  # fmt: skip


def real_document() -> bytes:
    import docx

    made = docx.Document()
    for name in values():
        made.add_paragraph(f"{{{{ {name} }}}}")
    made.add_paragraph("a {{ text }} b {{ lines }} c {{ link }} d {{ note }} e {{ photo }} f")
    for text in ("{% for i in (1, 2) %}", "{{ photo }}{{ link }}{{ note }}", "{% endfor %}"):
        made.add_paragraph(text)
    cell = made.add_table(1, 1).cell(0, 0)
    cell.text = "{{ document }}"
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def real_deck() -> bytes:
    import pptx
    from pptx.util import Cm

    made = pptx.Presentation()
    slide = made.slides.add_slide(made.slide_layouts[5])
    slide.shapes.title.text = "{{ text }}"
    box = slide.shapes.add_textbox(Cm(1), Cm(5), Cm(9), Cm(9)).text_frame
    box.text = "{{ list }}\n{{ paragraphs }}\na {{ lines }} {{ link }}"
    picture = slide.shapes.add_picture(io.BytesIO(png(2, 2)), Cm(1), Cm(9), Cm(2), Cm(2))
    picture._element.nvPicPr.cNvPr.set("descr", "{{ photo }}")
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


@pytest.mark.validators
def test_files_with_rich_values_are_valid(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sdk_findings
):
    monkeypatch.syspath_prepend(Path(__file__).parents[1] / "validators")
    for name, data in {"t.docx": real_document(), "t.pptx": real_deck()}.items():
        (tmp_path / name).write_bytes(made(data, values()).data)
        assert sdk_findings(tmp_path / name) == []


def test_the_same_values_make_the_same_bytes():
    template = word(p("{{ text }}") + p("{{ note }}") + p("{{ list }}") + p("{{ photo }}"))
    assert made(template, values()).data == made(template, values()).data


def test_a_template_includes_documents_of_its_folder(tmp_path: Path):
    (tmp_path / "annex.docx").write_bytes(word(p("one") + p("two")))
    template = word(p("a") + p('{% include "annex.docx" %}'))
    rendered = made(template, {}, documents=documents_in(tmp_path))
    assert texts(member(rendered.data, "word/document.xml")) == ["a", "one", "two"]


@pytest.mark.parametrize("name", ["../annex.docx", "a/annex.docx", "annex.txt", "spam.docx"])
def test_nothing_else_is_included(tmp_path: Path, name: str):
    template = compile_template(word(p(f'{{% include "{name}" %}}')), "t.docx")
    rendered = render(template, {}, {}, base="b", when=NOON, documents=documents_in(tmp_path))
    assert [problem.place.where for problem in rendered.problems] == ["body, paragraph 1"]
