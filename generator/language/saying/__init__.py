"""Figures, dates and periods in the words of a reader's language."""
