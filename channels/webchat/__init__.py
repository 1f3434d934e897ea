"""The web chat: messages over HTTP, replies as server-sent events; the page renders the typed blocks itself."""

from channels.webchat.inbound import Said, accept_message, parse_message
from channels.webchat.opening import Opened, open_chat
from channels.webchat.stream import stream_events

__all__ = ["Opened", "Said", "accept_message", "open_chat", "parse_message", "stream_events"]
