"""A part of a template, from XML to fragments of text with slots between them."""
