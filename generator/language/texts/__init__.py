"""Running text: where its figures are, what they count and measure, and when."""
