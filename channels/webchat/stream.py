"""Events of a conversation as a server-sent stream: what is stored, in order and resumable; typing signs and drafts in
between, which nobody gets twice."""

from collections.abc import AsyncIterator

from domain.ids import ConversationId, MerchantId
from records.events import Event, list_events
from runtime.bell import DRAFT, NEWS, TYPING, Bell
from runtime.database import Scope

_HEARTBEAT_SECONDS = 15.0


async def stream_events(
    records: Scope, bell: Bell, merchant: MerchantId, conversation: ConversationId, *, after: int
) -> AsyncIterator[str]:
    """Never ends by itself; a slow look at the database is the net under a missed ring."""
    with bell.listen(conversation) as ring:
        yield ": open\n\n"
        while True:
            for event in await records.look_up(lambda c: list_events(c, merchant, conversation, after=after)):  # noqa: B023
                after = event.sequence
                yield frame(event)
            signals = await ring.wait(_HEARTBEAT_SECONDS)
            if TYPING in signals:
                yield "event: typing\ndata: {}\n\n"
            if DRAFT in signals and NEWS not in signals:
                yield f"event: draft\ndata: {ring.draft}\n\n"
            if not signals:
                yield ": still here\n\n"


def frame(event: Event) -> str:
    """One event on the wire; bodies are JSON without raw line breaks."""
    return f"id: {event.sequence}\nevent: {event.kind.value}\ndata: {event.body}\n\n"
