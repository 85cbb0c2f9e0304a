"""An Office file as a zip of parts: opened with suspicion, written with care (ECMA-376 part 2)."""
