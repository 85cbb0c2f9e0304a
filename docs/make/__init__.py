"""The makers of the documents about templates: the tables of the manual's page, the cheat sheet."""
