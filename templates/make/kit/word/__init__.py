"""Pages: a document with its styles, and what stands on its pages."""
