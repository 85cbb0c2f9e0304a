"""Word and PowerPoint files: packages, texts, notes, anchors, charts. Knows no facts, no tags."""
