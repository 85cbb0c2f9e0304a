"""What all templates are made with: the look, files, charts that stand in for the real ones."""
