"""Files as users keep them: strict YAML with the place of every value, digests, whole writes.

Every name is loaded when it is first asked for: who only writes a document reads no YAML.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.files.atomic import write_atomic, write_folder_atomic
    from generator.files.digests import digest, digest_file, digest_inputs
    from generator.files.nodes import Node
    from generator.files.strict_yaml import load_yaml, read_yaml

__all__ = [
    "Node", "digest", "digest_file", "digest_inputs", "load_yaml", "read_yaml", "write_atomic",
    "write_folder_atomic",
]  # fmt: skip

_HOMES = {
    "Node": "nodes",
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
