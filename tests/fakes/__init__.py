"""Stand-ins that pass the same contracts as what they stand in for."""
