"""What merely looks like a tag, and how it is written so that it stays text."""

from __future__ import annotations

from generator.tags.scan import Slip

_SIGNS = ("{{", "{%", "{#", "}}", "%}", "#}")


def advice(slip: Slip) -> str:
    """The next step for a tag that could not be read: mend it, or say that it is text."""
    sign = slip.written[:2]
    if sign not in _SIGNS or slip.written.startswith("{% raw") or slip.written.endswith(sign[::-1]):
        return slip.next
    as_text = f"If {sign} is meant as text, write {{% raw %}}{sign}{{% endraw %}}."
    return f"{slip.next} {as_text}"
