"""Events: what happened in a conversation, in order; they feed the web chat, the transcript and the console."""

from records.events.queries import Event, EventKind, append_events, list_events, list_latest

__all__ = ["Event", "EventKind", "append_events", "list_events", "list_latest"]
