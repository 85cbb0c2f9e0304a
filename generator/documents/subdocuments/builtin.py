"""The names of Word's own styles, the same in every document (ECMA-376 part 1, 17.7.4.9).

A style of such a name is the host's to define; names are compared in small letters.
"""

from __future__ import annotations

import re

_NAMES = (
    "normal", "(?:heading|index|toc) [1-9]", "(?:index|toa|toc|note) heading", "normal indent",
    "(?:footnote|endnote|annotation) (?:text|reference)", "annotation subject", "header", "footer",
    "caption", "table of (?:figures|authorities)", "envelope (?:address|return)", "line number",
    "page number", "macro", "list(?: bullet| number| continue)?(?: [2-5])?", "title", "subtitle",
    "closing", "signature", "default paragraph font", "body text(?: indent)?(?: [23])?",
    "body text first indent(?: 2)?", "message header", "salutation", "date", "block text",
    "hyperlink", "followedhyperlink", "strong", "emphasis", "document map", "plain text",
    "e-mail signature", r"normal \(web\)", "html .*", "normal table", "no list",
    "outline list [123]",
    "table (?:simple|classic|colorful|columns|grid|list|3d effects|subtle|web)(?: [1-8])?",
    "table (?:contemporary|elegant|professional|theme)", "balloon text", "placeholder text",
    "no spacing", "revision", "list paragraph", "(?:intense )?quote",
    "(?:subtle|intense) (?:emphasis|reference)", "book title", "bibliography",
    "(?:(?:light|medium|dark|colorful) (?:shading|list|grid)(?: [123])?)(?: accent [1-6])?",
    "plain table [1-5]", "grid table light",
    "(?:grid|list) table [1-7](?: (?:light|dark|colorful))?(?: accent [1-6])?",
    "mention", "hashtag", "unresolved mention", "smart (?:hyperlink|link)",
)  # fmt: skip
_BUILT_IN = re.compile("|".join(_NAMES))


def is_built_in(name: str) -> bool:
    """Whether Word knows a style of this name by itself."""
    return _BUILT_IN.fullmatch(name.lower()) is not None
