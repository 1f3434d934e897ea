"""Plain text: the form every other channel falls back to, and what the terminal shows."""

from channels.plain.render import render_text

__all__ = ["render_text"]
