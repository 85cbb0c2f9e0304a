"""Investors: the one-pager and the deck of the promotion."""
