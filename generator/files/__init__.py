"""Files as users keep them: strict YAML with the place of every value, digests, whole writes.

Every name is loaded when it is first asked for: who only writes a document reads no YAML.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.files.atomic import write_atomic, write_folder_atomic
    from generator.files.csv_table import read_csv
    from generator.files.digests import digest, digest_file, digest_inputs
    from generator.files.journal import Journal
    from generator.files.locks import locked
    from generator.files.nodes import Node
    from generator.files.strict_yaml import load_yaml, read_yaml
    from generator.files.xlsx import read_xlsx
    from generator.files.yaml_writing import with_entries, yaml_text

__all__ = [
    "Journal", "Node", "digest", "digest_file", "digest_inputs", "load_yaml", "locked", "read_csv",
    "read_xlsx", "read_yaml", "with_entries", "write_atomic", "write_folder_atomic", "yaml_text",
]  # fmt: skip

_HOMES = {
    "Node": "nodes",
    "Journal": "journal",
    "locked": "locks",
    "read_csv": "csv_table",
    "read_xlsx": "xlsx",
    **dict.fromkeys(("with_entries", "yaml_text"), "yaml_writing"),
    **dict.fromkeys(("digest", "digest_file", "digest_inputs"), "digests"),
    **dict.fromkeys(("load_yaml", "read_yaml"), "strict_yaml"),
    **dict.fromkeys(("write_atomic", "write_folder_atomic"), "atomic"),
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
