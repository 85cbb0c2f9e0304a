"""Prose that a change makes false: found, told with place and reason, never rewritten.

`sentences` cuts paragraphs and finds their figures; `directions`, `records`, `ordinals` and `sums`
each know one way of being wrong; `flags` asks them all about the files of an edition.
"""
