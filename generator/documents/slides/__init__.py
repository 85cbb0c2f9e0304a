"""Slides that repeat or go, and all that a deck says about them elsewhere."""
