"""What merely looks like a tag, and how it is written so that it stays text."""

from __future__ import annotations

import re

from generator.tags.scan import Slip

_SIGN = re.compile(r"\{\{|\{%(?!-?\s*raw\b)|\{#|\}\}|%\}|#\}")
_WHOLE = re.compile(r"\{\{.*\}\}|\{%.*%\}|\{#.*#\}", re.S)


def advice(slip: Slip) -> str:
    """The next step for a tag that could not be read: mend it, or say that it is text."""
    sign = _SIGN.match(slip.written)
    if sign is None or _WHOLE.fullmatch(slip.written):
        return slip.next
    as_text = f"{{% raw %}}{sign[0]}{{% endraw %}}"
    return f"{slip.next} If {sign[0]} is meant as text, write {as_text}."
