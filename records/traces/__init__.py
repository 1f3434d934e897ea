"""Traces: how each turn came to its reply, readable by the merchant."""

from records.traces.queries import KeptTrace, keep_trace, list_traces

__all__ = ["KeptTrace", "keep_trace", "list_traces"]
