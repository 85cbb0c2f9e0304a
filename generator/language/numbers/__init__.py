"""One printed figure: numerals, qualifiers, units, and the interval in which the truth lies."""
