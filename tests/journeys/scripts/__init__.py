"""What candidates of every kind say, and the code that one of them hands in."""
