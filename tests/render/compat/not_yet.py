"""What our engine cannot do yet of the cases: each is asserted to fail, so that the table shrinks."""

from __future__ import annotations

NOT_YET: dict[str, str] = {}
