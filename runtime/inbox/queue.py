"""A message's way through its lane: accepted once, claimed with its neighbours, finished or put back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import and_, bindparam, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from domain.errors import Conflict
from domain.ids import ConversationId, MerchantId, MessageId
from runtime.inbox.tables import InboxState, inbox, lanes

MAX_FAILURES = 5
MAX_CRASHES = 3
_PAUSES = (1, 4, 15, 60)

_TAKE = (
    update(lanes)
    .where(lanes.c.conversation_id == bindparam("conversation"), lanes.c.lease_until <= bindparam("now"))
    .values(owner=bindparam("holder"), lease_until=bindparam("until"), fence=lanes.c.fence + 1)
    .returning(lanes.c.fence, lanes.c.merchant_id)
)
_FREE = (
    update(lanes)
    .where(
        lanes.c.merchant_id == bindparam("merchant"),
        lanes.c.conversation_id == bindparam("conversation"),
        lanes.c.fence == bindparam("held_fence"),
    )
    .values(owner="", lease_until=bindparam("now"))
)
_UNFINISHED = (
    select(inbox)
    .where(
        inbox.c.conversation_id == bindparam("conversation"),
        inbox.c.state.in_((InboxState.QUEUED.value, InboxState.RUNNING.value)),
    )
    .order_by(inbox.c.position)
)
_MARK = (
    update(inbox)
    .where(inbox.c.merchant_id == bindparam("merchant"), inbox.c.id.in_(bindparam("messages", expanding=True)))
    .values(state=bindparam("new_state"))
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
    return connection.execute(_accept(connection.dialect.name), values).one_or_none() is not None


@cache
def _accept(dialect: str) -> Any:
    make = sqlite.insert if dialect == "sqlite" else postgresql.insert
    return make(inbox).on_conflict_do_nothing().returning(inbox.c.position)


def claim(
    connection: Connection, conversation: ConversationId, *, owner: str, now: datetime, lease: timedelta
) -> Claimed | None:
    """Takes the lane when it is free and something in it is due; None otherwise.

    Messages that arrived together make one turn, unless one of them failed before: then they go one at a time, so that
    a poisonous one cannot take its neighbours with it.
    """
    given = {"conversation": conversation, "now": now, "holder": owner, "until": now + lease}
    taken = connection.execute(_TAKE, given).one_or_none()
    if taken is None:
        return None
    rows = connection.execute(_UNFINISHED, {"conversation": conversation}).all()
    if any(row.state == InboxState.RUNNING.value for row in rows):
        _count_crashes(connection, conversation)
        rows = connection.execute(_UNFINISHED, {"conversation": conversation}).all()
    if any(row.failures or row.crashes for row in rows):
        rows = rows[:1]
    if not rows or rows[0].not_before > now:
        release(connection, taken.merchant_id, conversation, taken.fence, now)
        return None
    _mark(connection, taken.merchant_id, [row.id for row in rows], InboxState.RUNNING)
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
    _mark(connection, claimed.merchant, [message.id for message in claimed.messages], InboxState.DONE)


def _mark(connection: Connection, merchant: MerchantId, messages: list[MessageId], state: InboxState) -> None:
    connection.execute(_MARK, {"merchant": merchant, "messages": messages, "new_state": state.value})


def release(
    connection: Connection, merchant: MerchantId, conversation: ConversationId, fence: int, now: datetime
) -> None:
    given = {"merchant": merchant, "conversation": conversation, "held_fence": fence, "now": now}
    freed = connection.execute(_FREE, given)
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
