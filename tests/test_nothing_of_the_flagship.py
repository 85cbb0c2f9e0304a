"""The code is anybody's: nothing of the flagship's places, papers, names or palette is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1] / "generator"
WORDS = re.compile(
    r"浙江|涪陵|重庆|山海|白鹤梁|榨菜|三峡|上游财经|晨报|水利局|杭州|宁波|"
    r"(?i:zhejiang|fuling|chongqing|shanhai|hangzhou|ningbo)|"
    r"\b(?:river|vermilion|ochre)\b|"
    r"(?i:larkmoor|saltmarsh)"
)
# What the house knows of the world, and not of the flagship; each file says why it holds the word.
ALLOWED = {
    # the name of the example that a workspace can begin with
    "scaffold/workspaces.py": {"fuling"},
    "cli/starting.py": {"fuling"},
}


def found() -> Iterator[tuple[str, str]]:
    for path in sorted(ROOT.rglob("*")):
        name = path.relative_to(ROOT).as_posix()
        if name.startswith("scaffold/examples/") or path.suffix not in (".py", ".tsv", ".md"):
            continue
        for word in sorted(set(WORDS.findall(path.read_text(encoding="utf-8")))):
            if word.lower() not in ALLOWED.get(name, set()):
                yield name, word


def test_nothing_of_the_flagship_is_in_the_code():
    assert list(found()) == []


def test_what_is_allowed_is_still_there():
    for name, words in ALLOWED.items():
        text = (ROOT / name).read_text(encoding="utf-8").lower()
        assert all(word in text for word in words), name
