"""Looking after the inbox: what is due, what a dead process left, what was parked."""

from datetime import datetime

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.engine import Connection

from domain.ids import ConversationId, MerchantId, MessageId
from runtime.inbox.tables import InboxState, inbox, lanes

_FREE_LANES = (
    select(inbox.c.conversation_id)
    .join(lanes, lanes.c.conversation_id == inbox.c.conversation_id)
    .where(
        inbox.c.state == bindparam("wanted"),
        inbox.c.not_before <= bindparam("now"),
        lanes.c.lease_until <= bindparam("now"),
    )
    .group_by(inbox.c.conversation_id)
    .order_by(func.min(inbox.c.position))
    .limit(bindparam("size"))
)


def list_due(connection: Connection, now: datetime, limit: int = 100) -> tuple[ConversationId, ...]:
    """Lanes with something to do and nobody on it, longest waiting first."""
    return _free_lanes(connection, InboxState.QUEUED, now, limit)


def list_crashed(connection: Connection, now: datetime, limit: int = 100) -> tuple[ConversationId, ...]:
    """Lanes whose worker died in the middle of a turn; what is in them may be what killed it."""
    return _free_lanes(connection, InboxState.RUNNING, now, limit)


def _free_lanes(connection: Connection, state: InboxState, now: datetime, limit: int) -> tuple[ConversationId, ...]:
    rows = connection.execute(_FREE_LANES, {"wanted": state.value, "now": now, "size": limit})
    return tuple(ConversationId(row.conversation_id) for row in rows)


def abandon_leases(connection: Connection, now: datetime) -> None:
    """At the start of a single-process install: whatever was running died with the last process."""
    connection.execute(update(lanes).where(lanes.c.lease_until > now).values(lease_until=now, owner=""))


def list_parked(connection: Connection, merchant: MerchantId) -> tuple[MessageId, ...]:
    rows = connection.execute(
        select(inbox.c.id)
        .where(inbox.c.merchant_id == merchant, inbox.c.state == InboxState.PARKED.value)
        .order_by(inbox.c.position)
    )
    return tuple(MessageId(row.id) for row in rows)


def replay(connection: Connection, merchant: MerchantId, message: MessageId, now: datetime) -> bool:
    """Puts a parked message back at work with fresh tries; False when it is not parked."""
    moved = connection.execute(
        update(inbox)
        .where(inbox.c.merchant_id == merchant, inbox.c.id == message, inbox.c.state == InboxState.PARKED.value)
        .values(state=InboxState.QUEUED.value, failures=0, crashes=0, not_before=now, problem="")
    )
    return bool(moved.rowcount)
