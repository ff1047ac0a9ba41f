"""The nouns of an interview, and the rules that hold between them."""
