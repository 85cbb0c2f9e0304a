"""``{{ table(rows) }}`` in the alternative text of a table: the rows come from data.

The tag becomes a loop over the table's pattern row; what else the text says stays.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from generator.documents.skeletons.pattern_rows import RowTags
from generator.tags.scan import Tag, scan

_TABLE = re.compile(r"\{\{\s*table\s*\((.*)\)\s*\}\}", re.S)


def is_table_tag(tag: Tag) -> bool:
    """Whether a tag asks for rows: if it is still there, it stands at no table."""
    return tag.kind == "value" and _TABLE.fullmatch(tag.written) is not None


def row_tags(alt: str, headings: Sequence[str], columns: int) -> RowTags | None:
    """The tags that fill a table with this alternative text, if it asks for rows."""
    if "{{" not in alt:
        return None
    tag = next((one for one in scan(alt)[0] if is_table_tag(one)), None)
    if tag is None:
        return None
    asked = _TABLE.fullmatch(tag.source.strip())
    assert asked is not None
    names = list(headings) if len(headings) == columns else [""] * columns
    listed = json.dumps(names, ensure_ascii=False)
    return RowTags(
        alt=f"{alt[: tag.start]}{alt[tag.end :]}".strip(),
        opening=f"{{%tr for row in ({asked[1]})|as_rows({listed}) %}}",
        cells=[f"{{{{ row[{number}] }}}}" for number in range(columns)],
        closing="{%tr endfor %}",
    )
