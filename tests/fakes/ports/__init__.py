"""Stand-ins that live in the process."""
