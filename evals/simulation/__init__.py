"""Simulated shoppers: people with a goal, a mood and a way of writing, who talk to the real agent on the demo shop."""
