"""The merchant's console: signing in, and the pages on which the agent is prepared, watched and corrected."""

from web.console import connections, overview, sign_in, skills
from web.console.routing import entrance, router

__all__ = ["connections", "entrance", "overview", "router", "sign_in", "skills"]
