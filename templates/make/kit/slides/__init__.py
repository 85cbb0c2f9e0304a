"""Slides: a deck with its master and layouts, sheets, shapes, text, tables, notes."""
