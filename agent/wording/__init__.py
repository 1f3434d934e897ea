"""Blocks into words, and the check that every statement in them stands on a fact. It decides nothing."""
