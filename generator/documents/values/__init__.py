"""What rich values are made of: looks, styles, lists, pictures."""
