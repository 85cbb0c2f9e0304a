"""What the evidence annex says in each language."""

from __future__ import annotations

from collections.abc import Mapping

ENGLISH: Mapping[str, str] = {
    "{{ audience.name }}　证据附件　{{ edition.as_of }}":
        "{{ audience.name }}\u2003evidence annex\u2003{{ edition.as_of }}",
    " {{ audience.name }}　{{ edition.as_of }}": " {{ audience.name }}\u2003{{ edition.as_of }}",
    "证据附件": "Evidence annex",
    "每个数字的口径、截至时间、出处和依据": "The basis, date, source and evidence of every figure",
    "证据附件：{{ audience.name }}": "Evidence annex: {{ audience.name }}",
    "每个数字的口径、截至时间、出处和依据，{{ edition.as_of }}":
        "The basis, date, source and evidence of every figure, {{ edition.as_of }}",
    "证据；来源；口径": "evidence; sources; basis",
    "会谈材料": "Evidence",
    "数字与依据": "Figures and evidence",
    "每行一个数字。“依据片段”是原文中带出该数字的最短文字；计算得出的数字写明由哪几项算出。":
        "One figure in a row. The evidence is the shortest clause of the source that carries the "
        "figure, in its own script; a computed figure says what it was computed from.",
    "本表印原数；正文用约数。":
        " Figures stand here as they are; the texts round them.",
    "编号": "No.", "数字": "Figure", "指标与口径": "Measure and basis", "数据截至": "As of",
    "来源": "Source", "依据片段": "Evidence", "所用数字": "Figures used",
    "所用数字及其依据，每行一个": "Figures used and their evidence, one in a row",
    "来源篇目": "Sources", "日期": "Date", "性质": "Kind of text",
    "待补刊载信息": "Details to be confirmed", "来源篇目，每行一篇": "Sources, one in a row",
    "{{ row.name }}{% if row.period %}（{{ row.period }}）{% endif %}{% if row.definition %}：{{ row.definition }}{% endif %}"
    "{% if row.note %}（{{ row.note }}）{% endif %}":
        "{{ row.name }}{% if row.period %} ({{ row.period }}){% endif %}{% if row.definition %}: {{ row.definition }}{% endif %}"
        "{% if row.note %} ({{ row.note }}){% endif %}",
    "{{ row.source }}{% if row.said_by %}（{{ row.said_by }}）{% endif %}":
        "{{ row.source }}{% if row.said_by %} ({{ row.said_by }}){% endif %}",
}  # fmt: skip
