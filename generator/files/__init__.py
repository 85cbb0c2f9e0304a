"""Files as users keep them: strict YAML with the place of every value, digests, whole writes."""

from generator.files.atomic import write_atomic, write_folder_atomic
from generator.files.digests import digest, digest_file, digest_inputs
from generator.files.nodes import Node
from generator.files.strict_yaml import load_yaml, read_yaml

__all__ = [
    "Node", "digest", "digest_file", "digest_inputs", "load_yaml", "read_yaml", "write_atomic",
    "write_folder_atomic",
]  # fmt: skip
