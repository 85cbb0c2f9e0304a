"""Word documents inside Word documents, with their styles, lists, notes and pictures."""
