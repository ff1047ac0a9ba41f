"""The bank: what its authors are told, and that what ships is sound."""
