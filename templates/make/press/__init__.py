"""Journalists and fact-checkers: the fact sheet, with a footnote on every figure."""
