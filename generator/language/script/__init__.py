"""Characters: folding to one form for reading, traditional ones for printing."""
