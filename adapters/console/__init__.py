"""An interview in a terminal: one person, a keyboard, the same core as everywhere."""
