"""Figures held against each other, and computed from each other."""
