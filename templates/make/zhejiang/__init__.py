"""The delegation from Zhejiang: the brief and the deck for the talks."""
