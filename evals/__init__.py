"""Cases, simulators, benchmarks and reports: what is measured rather than asserted."""
