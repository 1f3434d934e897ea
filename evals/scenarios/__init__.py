"""Scenarios: conversations with what must come of them, played on the real agent; decisions have to be exact."""
