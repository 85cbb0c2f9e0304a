"""Residents, pupils and teachers: one page to read, and a deck for school and community."""
