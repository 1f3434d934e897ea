"""Texts that try to take the agent over, and harmless ones that look like it; all made up, none from a live shop."""
