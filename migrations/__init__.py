"""How the database's shape came to be, step by step."""
