"""The whole bot as a process."""
