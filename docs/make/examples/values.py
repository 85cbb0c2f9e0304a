"""Rich values, which a program makes and a template only shows."""

from __future__ import annotations

from docs.make.examples.rows import section

SECTIONS = (
    section(
        "rich", "both",
        ("a {{ x }} b", 'x=RichText("bold", bold=true)', "a [bold: bold] b", "RichText: looks are style, color, highlight, size (half points), bold, italic, underline, strike, superscript, subscript, font, lang, rtl, url_id; add() appends", "RichText：样子有 style、color、highlight、size（半磅）、bold、italic、underline、strike、superscript、subscript、font、lang、rtl、url_id；add() 追加"),
        ("{{ x }}", 'x=Link("site", "https://example.org/")', "[link https://example.org/: site]", "Link(text, url, tip): in Word also #bookmark", "Link(文字, 地址, 提示)：Word 中亦可 #书签"),
        ("[bold: {{ x }}]", 'x=Listing("one\\ntwo")', "[bold: one⏎two]", "Listing: lines, tabs, paragraphs (\\a), pages (\\f) in the looks of the tag", "Listing：行、制表符、段落（\\a）、页（\\f），样子随标签"),
        ("a{{ x }}b", "x=LineBreak()", "a⏎b", "LineBreak", "LineBreak：换行"),
        ("{{ x }}", 'x=BulletList(["a", "b", BulletList(["c"])])', "a ¶ b ¶ c", "BulletList, alone in its paragraph; a list in it is a level deeper", "BulletList：项目符号列表，独占段落；内含列表为下一级"),
        ("{{ x }}", 'x=NumberedList(["a", "b"])', "a ¶ b", "NumberedList: numbers begin anew with every list", "NumberedList：编号列表，每个列表重新编号"),
        ("{{ x }}", 'x=RichTextParagraph(RichText("a", bold=true))', "[bold: a]", "RichTextParagraph(text, parastyle), alone in its paragraph; add() appends", "RichTextParagraph(文字, 段落样式)：独占段落；add() 追加"),
    ),
    section(
        "rich_in_word", "word",
        ("a{{ x }}.", 'x=Note("b", "counted in May")', "ab^1. ¶ footnote 1: counted in May", "Note(text, note, kind): a footnote, or an endnote", "Note(文字, 注文, 种类)：脚注或尾注"),
        ("a{{ x }}b", "x=PageBreak()", "a⇟b", "PageBreak", "PageBreak：分页"),
        ("{{ x }}", "x=InlineImage(LOGO, width=Mm(20), height=Mm(10))", "{red 20×10 mm}", "InlineImage(file, width, height, anchor, alt): a picture in the line; one side keeps its shape", "InlineImage(文件, 宽, 高, 链接, 替代文字)：行内图片；只给一边则保持比例"),
        ("{{ x }}", "x=Subdoc(STAMP)", "Stamped.", "Subdoc(file), or made with python-docx's words (add_paragraph …): a whole document with its styles, numbers, pictures and notes", "Subdoc(文件)，或用 python-docx 的方法（add_paragraph 等）写成：整篇文档，连同样式、编号、图片与注"),
    ),
)  # fmt: skip
