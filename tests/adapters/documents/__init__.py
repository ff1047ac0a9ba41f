"""The report as files, as a reader meets it."""
