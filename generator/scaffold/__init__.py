"""Beginning: a workspace of one's own, and an audience like one that is there."""
