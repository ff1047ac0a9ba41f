"""Side-by-side benchmarks: ratios, found in interleaved rounds on one machine."""
