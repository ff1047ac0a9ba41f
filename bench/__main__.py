"""Runs every benchmark, one after the other: `python -m bench`."""

from bench import savers, turns

PARTS = (savers.main, turns.main)

if __name__ == "__main__":
    for part in PARTS:
        part()
