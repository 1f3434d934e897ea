"""Labelled replies, and how well the check tells the good from the bad; README.md describes the rows."""
