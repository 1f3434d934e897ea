"""Labelled replies and how well the check of a reply tells the good from the bad; the rows are described in README.md."""
