"""Maison Alder, the demo shop: a vendor of our own that lives on from day to day and can be made to misbehave."""
