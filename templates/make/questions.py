"""The letter that asks an office for new figures, in Chinese and English."""

from __future__ import annotations

from pathlib import Path

from docx.oxml import parse_xml

from templates.make.kit.package import app_xml, set_core, write_package
from templates.make.kit.word.base import new_paper
from templates.make.kit.word.paragraphs import Run
from templates.make.kit.word.sheets import Sheets
from templates.make.kit.word.styles import W
from templates.make.kit.word.tables import Column

_ROWS = (
    "{% for row in questions %}{{ row.no }}",
    "{{ row.name }}",
    "{{ row.last }}",
    "{{ row.as_of }}",
    "{{ row.definition }}",
    "{{ row.why }}{% endfor %}",
)
_WIDTHS = (1.0, 3.2, 2.5, 2.5, 4.4, 3.4)
_STYLES = ("TableQuiet", "TableName", "TableText", "TableText", "TableQuiet", "TableText")

_ZH = {
    "eyebrow": " 数据核实　{{ day }}",
    "title": "关于商请核实更新有关数据的函",
    "to": "{{ addressee }}：",
    "body": (
        "我们正在编制{{ day }}版材料。为使所用数字准确、口径清楚、有据可查，现将需要核实更新的"
        "{{ count }}项数字列后，商请贵单位予以支持。",
        "请以{{ day }}为截至时间（另有统计时点的，以该时点为准并注明），逐项提供数值、单位、"
        "所指期间和确认人；口径有变化的，请一并书面说明。数值没有变化的，仍请填写新的截至时间；"
        "暂时无法提供的，请在备注中说明原因。预计、计划、目标数请如实标明，不作为实际数使用。",
        "填报表随函附后，文件名为“{{ form }}”。填写后连同文件名原样发回即可，表中浅色以外的各栏"
        "请勿改动。",
    ),
    "close": "专此函商，请予支持。",
    "contact": "联系人：{{ contact }}",
    "sender": "{{ sender }}",
    "date": "　　　　年　　月　　日",
    "heading": "需要核实更新的数字",
    "heads": ("序号", "指标", "上次数值", "截至", "口径", "为何再问"),
    "table": "需要核实更新的数字，每行一项",
    "footer": "需更新数据　{{ day }}",
    "subject": "{{ day }}版，{{ count }}项",
    "keywords": "数据；核实；口径",
}
_EN = {
    "eyebrow": " Figures to be confirmed　{{ day }}",
    "title": "Request to confirm and update figures",
    "to": "To: {{ addressee }}",
    "body": (
        "We are preparing the edition of {{ day }}. So that every figure in it is right, says what it "
        "counts and can be proved, we should be grateful for your help with the {{ count }} figures "
        "listed below.",
        "Please give each as of {{ day }}, or as of the nearest date of your statistics, with its unit, "
        "the period it covers and the name of the person who confirms it. Please tell us in writing "
        "where what is counted has changed. Where a value is the same as before, its new date is still "
        "needed; where it cannot be given, a note is enough. Forecasts, plans and targets should be "
        "marked as such; they will not be printed as results.",
        "The form is enclosed as “{{ form }}”. Please fill in its tinted columns, leave the others as "
        "they are, and send the file back under the same name.",
    ),
    "close": "Thank you very much for your support.",
    "contact": "Contact: {{ contact }}",
    "sender": "{{ sender }}",
    "date": "Date: ____________________",
    "heading": "Figures to be confirmed",
    "heads": ("No.", "Figure", "Last value", "As of", "What it counts", "Why it is asked"),
    "table": "Figures to be confirmed, one in each row",
    "footer": "Figures to be confirmed　{{ day }}",
    "subject": "Edition of {{ day }}, {{ count }} figures",
    "keywords": "figures; confirmation; definitions",
}


def make_letter(path: Path) -> None:
    """Write the letter's template to `path`, in the language of its name."""
    words = _EN if path.stem == "en" else _ZH
    sheets = Sheets(new_paper(str(words["footer"])))
    sheets.paragraph("Eyebrow", Run("■", "Seal"), str(words["eyebrow"]))
    sheets.paragraph("Title", str(words["title"]))
    sheets.paragraph("Normal", Run(str(words["to"]), "Strong"))
    for text in words["body"]:
        sheets.paragraph("Normal", text)
    sheets.paragraph("Normal", str(words["close"]))
    for name in ("contact", "sender"):
        sheets.paragraph("Normal", f"{{% if {name} %}}")
        _to_the_right(sheets, str(words[name]))
        sheets.paragraph("Normal", "{% endif %}")
    _to_the_right(sheets, str(words["date"]), before=18)
    sheets.page_break_before("Heading1", str(words["heading"]))
    columns = [Column(*column) for column in zip(words["heads"], _WIDTHS, _STYLES, strict=True)]
    sheets.table(columns, [_ROWS], str(words["table"]))
    set_core(
        sheets.paper.core_properties,
        title=str(words["title"]),
        subject=str(words["subject"]),
        keywords=str(words["keywords"]),
    )
    write_package(sheets.paper, path, {"docProps/app.xml": app_xml("Microsoft Office Word")})


def _to_the_right(sheets: Sheets, words: str, before: int = 0) -> None:
    element = sheets.paragraph("Normal", words)
    if before:
        element.pPr.append(parse_xml(f'<w:spacing {W} w:before="{before * 20}"/>'))
    element.pPr.append(parse_xml(f'<w:jc {W} w:val="right"/>'))
