"""The merchant's console: signing in, and the pages on which the agent is prepared, watched and corrected."""

from web.console import (
    article,
    connections,
    content,
    content_checks,
    conversations,
    diagnose,
    overview,
    policy,
    policy_tester,
    preview,
    settings,
    sign_in,
    skills,
)
from web.console.routing import entrance, router

__all__ = [
    "article",
    "connections",
    "content",
    "content_checks",
    "conversations",
    "diagnose",
    "entrance",
    "overview",
    "policy",
    "policy_tester",
    "preview",
    "router",
    "settings",
    "sign_in",
    "skills",
]
