"""The tag language: Jinja2 in a sandbox, compiled into programs. Knows no file format."""
