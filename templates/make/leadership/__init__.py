"""The district's leaders: the formal report and the deck."""
