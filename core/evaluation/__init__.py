"""Scores that hold up: evidence checked by code, combined by arithmetic."""
