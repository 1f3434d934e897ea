"""Small moves that the storage contracts are told in: a conversation that is open, messages in it, turns that run."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy.engine import Connection

from domain.ids import ConversationId, MerchantId, MessageId
from records.conversations import open_conversation
from runtime import inbox
from runtime.database import Database
from runtime.inbox import Claimed, NewMessage

T = TypeVar("T")

SHOP = MerchantId("shop")
OTHER_SHOP = MerchantId("other-shop")
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LEASE = timedelta(seconds=30)
ALICE = ConversationId("cnv_alice")
BRUNO = ConversationId("cnv_bruno")


def later(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def do(database: Database, work: Callable[..., T], *arguments: Any, **named: Any) -> T:
    """One transaction of the system: ``do(database, inbox.claim, ALICE, owner="w", now=NOW, lease=LEASE)``."""
    return database.run_now(lambda connection: work(connection, *arguments, **named), "*")


def open_for(connection: Connection, conversation: ConversationId, merchant: MerchantId = SHOP) -> None:
    open_conversation(
        connection,
        id=conversation,
        merchant=merchant,
        channel="webchat",
        language="en",
        token_hash=f"hash of {conversation}",
        token_expires=later(3600),
        source="somewhere",
        now=NOW,
    )
    inbox.open_lane(connection, merchant, conversation, NOW)


def opened(database: Database, *conversations: ConversationId) -> None:
    for conversation in conversations or (ALICE,):
        do(database, open_for, conversation)


def say(
    database: Database, vendor_id: str, conversation: ConversationId = ALICE, body: str = "hello", at: datetime = NOW
) -> bool:
    message = NewMessage(
        id=MessageId(f"msg_{conversation[-5:]}_{vendor_id}"),
        merchant=SHOP,
        conversation=conversation,
        vendor_id=vendor_id,
        body=body,
    )
    return do(database, inbox.accept, message, at)


def claim(
    database: Database, conversation: ConversationId = ALICE, *, owner: str = "worker", at: datetime = NOW
) -> Claimed | None:
    return do(database, inbox.claim, conversation, owner=owner, now=at, lease=LEASE)


def must_claim(database: Database, conversation: ConversationId = ALICE, *, at: datetime = NOW) -> Claimed:
    claimed = claim(database, conversation, at=at)
    assert claimed is not None
    return claimed


def taken(claimed: Claimed | None) -> list[str]:
    """The sender's ids of what a turn holds, in order."""
    return [message.id.rsplit("_", 1)[1] for message in claimed.messages] if claimed else []
