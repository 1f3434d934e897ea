"""Conversations: who owns them, how far their state is, and the token that opens them."""

from records.conversations.queries import (
    PREVIEW,
    Conversation,
    Owner,
    change_owner,
    find_by_token,
    find_conversation,
    get_conversation,
    next_sequence,
    open_conversation,
    save_state,
)

__all__ = [
    "PREVIEW",
    "Conversation",
    "Owner",
    "change_owner",
    "find_by_token",
    "find_conversation",
    "get_conversation",
    "next_sequence",
    "open_conversation",
    "save_state",
]
