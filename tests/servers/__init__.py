"""Real servers to test against, each started for the tests alone and stopped after them."""
