"""The inbox: every accepted message is a row before it is acknowledged, and leaves it in exactly one turn.

A *lane* is one conversation's queue. Whoever holds the lane's lease runs its next turn; the fence number grows with
each claim, so that a holder who slept past the lease cannot commit. A message that raises is tried again with a growing
pause and parked after five tries; one that takes the process down is parked after three.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    and_,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from domain.errors import Conflict
from domain.ids import ConversationId, MerchantId, MessageId
from runtime.tables import Instant, merchant_column, metadata

MAX_FAILURES = 5
MAX_CRASHES = 3
_PAUSES = (1, 4, 15, 60)


class InboxState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    PARKED = "parked"


inbox = Table(
    "inbox",
    metadata,
    Column("position", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("id", String(40), nullable=False, unique=True),
    merchant_column(),
    Column("conversation_id", String(40), nullable=False),
    Column("vendor_id", String(200), nullable=False),
    Column("state", String(10), nullable=False),
    Column("failures", Integer, nullable=False, default=0),
    Column("crashes", Integer, nullable=False, default=0),
    Column("not_before", Instant, nullable=False),
    Column("accepted_at", Instant, nullable=False),
    Column("body", Text, nullable=False),
    Column("problem", String(200), nullable=False, default=""),
    UniqueConstraint("conversation_id", "vendor_id"),
    Index("ix_inbox_pending", "conversation_id", "state"),
    Index("ix_inbox_state_not_before", "state", "not_before"),
)

lanes = Table(
    "lanes",
    metadata,
    Column("conversation_id", String(40), primary_key=True),
    merchant_column(),
    Column("owner", String(60), nullable=False, default=""),
    Column("lease_until", Instant, nullable=False),
    Column("fence", Integer, nullable=False, default=0),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMessage:
    """``vendor_id`` is the sender's own id of the message: the same one twice in a conversation is one message."""

    id: MessageId
    merchant: MerchantId
    conversation: ConversationId
    vendor_id: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A message in its lane; ``failures`` counts the tries that raised."""

    id: MessageId
    body: str
    failures: int
    accepted_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """The right to run one turn of a lane with these messages, oldest first."""

    merchant: MerchantId
    conversation: ConversationId
    fence: int
    messages: tuple[Waiting, ...]


def open_lane(connection: Connection, merchant: MerchantId, conversation: ConversationId, now: datetime) -> None:
    connection.execute(
        insert(lanes).values(conversation_id=conversation, merchant_id=merchant, owner="", lease_until=now, fence=0)
    )


def accept(connection: Connection, message: NewMessage, now: datetime) -> bool:
    """Writes the message unless it is already there; True when it is new."""
    values = {
        "id": message.id,
        "merchant_id": message.merchant,
        "conversation_id": message.conversation,
        "vendor_id": message.vendor_id,
        "state": InboxState.QUEUED.value,
        "failures": 0,
        "crashes": 0,
        "not_before": now,
        "accepted_at": now,
        "body": message.body,
        "problem": "",
    }
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    statement = dialect.insert(inbox).values(**values).on_conflict_do_nothing().returning(inbox.c.position)
    return connection.execute(statement).one_or_none() is not None


def claim(
    connection: Connection, conversation: ConversationId, *, owner: str, now: datetime, lease: timedelta
) -> Claimed | None:
    """Takes the lane when it is free and something in it is due; None otherwise.

    Messages that arrived together make one turn, unless one of them failed before: then they go one at a time, so that
    a poisonous one cannot take its neighbours with it.
    """
    taken = connection.execute(
        update(lanes)
        .where(lanes.c.conversation_id == conversation, lanes.c.lease_until <= now)
        .values(owner=owner, lease_until=now + lease, fence=lanes.c.fence + 1)
        .returning(lanes.c.fence, lanes.c.merchant_id)
    ).one_or_none()
    if taken is None:
        return None
    _count_crashes(connection, conversation)
    rows = connection.execute(
        select(inbox.c.id, inbox.c.body, inbox.c.failures, inbox.c.crashes, inbox.c.accepted_at, inbox.c.not_before)
        .where(inbox.c.conversation_id == conversation, inbox.c.state == InboxState.QUEUED.value)
        .order_by(inbox.c.position)
    ).all()
    if any(row.failures or row.crashes for row in rows):
        rows = rows[:1]
    if not rows or rows[0].not_before > now:
        release(connection, taken.merchant_id, conversation, taken.fence, now)
        return None
    connection.execute(
        update(inbox).where(inbox.c.id.in_([row.id for row in rows])).values(state=InboxState.RUNNING.value)
    )
    return Claimed(
        merchant=taken.merchant_id,
        conversation=conversation,
        fence=taken.fence,
        messages=tuple(
            Waiting(id=row.id, body=row.body, failures=row.failures, accepted_at=row.accepted_at) for row in rows
        ),
    )


def _count_crashes(connection: Connection, conversation: ConversationId) -> None:
    """Messages still marked as running were in a turn whose process died."""
    crashed = and_(inbox.c.conversation_id == conversation, inbox.c.state == InboxState.RUNNING.value)
    connection.execute(
        update(inbox)
        .where(crashed, inbox.c.crashes >= MAX_CRASHES - 1)
        .values(state=InboxState.PARKED.value, crashes=inbox.c.crashes + 1, problem="ended the process three times")
    )
    connection.execute(update(inbox).where(crashed).values(state=InboxState.QUEUED.value, crashes=inbox.c.crashes + 1))


def finish(connection: Connection, claimed: Claimed, now: datetime) -> None:
    """Marks the turn's messages as done and frees the lane; raises Conflict when the lease was lost meanwhile."""
    release(connection, claimed.merchant, claimed.conversation, claimed.fence, now)
    connection.execute(
        update(inbox)
        .where(inbox.c.merchant_id == claimed.merchant, inbox.c.id.in_([message.id for message in claimed.messages]))
        .values(state=InboxState.DONE.value)
    )


def release(
    connection: Connection, merchant: MerchantId, conversation: ConversationId, fence: int, now: datetime
) -> None:
    freed = connection.execute(
        update(lanes)
        .where(lanes.c.merchant_id == merchant, lanes.c.conversation_id == conversation, lanes.c.fence == fence)
        .values(owner="", lease_until=now)
    )
    if freed.rowcount != 1:
        raise Conflict("the lane was taken over")


def put_back(connection: Connection, claimed: Claimed, *, problem: str, now: datetime) -> bool:
    """After a turn that raised: tries again after a pause, or parks; True when the messages were parked."""
    release(connection, claimed.merchant, claimed.conversation, claimed.fence, now)
    failures = max(message.failures for message in claimed.messages) + 1
    parked = failures >= MAX_FAILURES
    pause = timedelta(seconds=_PAUSES[min(failures, len(_PAUSES)) - 1])
    connection.execute(
        update(inbox)
        .where(inbox.c.merchant_id == claimed.merchant, inbox.c.id.in_([message.id for message in claimed.messages]))
        .values(
            state=(InboxState.PARKED if parked else InboxState.QUEUED).value,
            failures=failures,
            not_before=now + pause,
            problem=problem[:200],
        )
    )
    return parked


def list_due(connection: Connection, now: datetime, limit: int = 100) -> tuple[ConversationId, ...]:
    """Lanes with something to do and nobody on it, longest waiting first."""
    rows = connection.execute(
        select(inbox.c.conversation_id)
        .join(lanes, lanes.c.conversation_id == inbox.c.conversation_id)
        .where(
            or_(
                and_(inbox.c.state == InboxState.QUEUED.value, inbox.c.not_before <= now),
                inbox.c.state == InboxState.RUNNING.value,
            ),
            lanes.c.lease_until <= now,
        )
        .group_by(inbox.c.conversation_id)
        .order_by(func.min(inbox.c.position))
        .limit(limit)
    )
    return tuple(ConversationId(row.conversation_id) for row in rows)


def abandon_leases(connection: Connection, now: datetime) -> tuple[ConversationId, ...]:
    """At the start of a single-process install: whatever was running died with the last process."""
    connection.execute(update(lanes).where(lanes.c.lease_until > now).values(lease_until=now, owner=""))
    rows = connection.execute(
        select(inbox.c.conversation_id).where(inbox.c.state == InboxState.RUNNING.value).distinct()
    )
    return tuple(ConversationId(row.conversation_id) for row in rows)


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
