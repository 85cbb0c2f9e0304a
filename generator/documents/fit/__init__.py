"""Whether words fit their places: measured on the finished file, before anybody opens it."""
