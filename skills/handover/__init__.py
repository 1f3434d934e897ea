"""Handing the conversation to a person, with everything that is known so far."""
