"""The report: what it says about interviews of every kind."""
