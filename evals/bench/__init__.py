"""Benchmarks over real HTTP against a served process: ``python -m evals.bench NAME``. They measure; people judge."""
