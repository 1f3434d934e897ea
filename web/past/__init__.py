"""The demo shop's past: ninety days of conversations, so that the console has something true to its data to show."""

from web.past.keeping import keep_past

__all__ = ["keep_past"]
