"""Templates for readers abroad: a brief and a deck in plain English."""
