"""What benchmarks count with; the benchmarks themselves need packages that are not here."""
