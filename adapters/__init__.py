"""One package for each vendor or surface; each translates, and knows no other."""
