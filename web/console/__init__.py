"""The merchant's console: signing in, and the pages on which the agent is prepared, watched and corrected."""

from web.console import connections, conversations, overview, settings, sign_in, skills
from web.console.routing import entrance, router

__all__ = ["connections", "conversations", "entrance", "overview", "router", "settings", "sign_in", "skills"]
