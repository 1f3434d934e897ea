"""Reading and changing conversations inside somebody's transaction."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.engine import Connection, Row

from domain.errors import Conflict, NotAllowed
from domain.ids import ConversationId, MerchantId
from records.conversations.tables import conversations

_ONE = conversations.c.merchant_id == bindparam("merchant"), conversations.c.id == bindparam("conversation")
_FIND = select(conversations).where(*_ONE)
_FIND_BY_TOKEN = select(conversations).where(
    conversations.c.id == bindparam("conversation"),
    conversations.c.token_hash == bindparam("token"),
    conversations.c.token_expires > bindparam("now"),
)
_SAVE_STATE = (
    update(conversations)
    .where(
        *_ONE,
        conversations.c.version == bindparam("read_version"),
        conversations.c.owner == bindparam("read_owner"),
    )
    .values(
        state=bindparam("new_state"),
        language=bindparam("new_language"),
        version=conversations.c.version + 1,
        updated_at=bindparam("now"),
    )
)
_RESERVE = (
    update(conversations)
    .where(*_ONE)
    .values(last_sequence=conversations.c.last_sequence + bindparam("count"))
    .returning(conversations.c.last_sequence)
)


PREVIEW = "preview"
"""The channel of a teammate who tries the agent out: nothing leaves, nothing is counted, the real shop stays as is."""


class Owner(StrEnum):
    """Who answers: the agent, or a person at the desk (then the agent stays quiet)."""

    AGENT = "agent"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """``state`` is the graph's own text, empty before the first turn; ``source`` a keyed hash of where it came from."""

    id: ConversationId
    merchant: MerchantId
    channel: str
    language: str
    owner: Owner
    episode: int
    version: int
    source: str
    state: str

    @property
    def is_preview(self) -> bool:
        return self.channel == PREVIEW


def open_conversation(
    connection: Connection,
    *,
    id: ConversationId,  # noqa: A002
    merchant: MerchantId,
    channel: str,
    language: str,
    token_hash: str,
    token_expires: datetime,
    source: str,
    now: datetime,
) -> None:
    connection.execute(
        insert(conversations).values(
            id=id,
            merchant_id=merchant,
            channel=channel,
            language=language,
            owner=Owner.AGENT.value,
            episode=1,
            version=0,
            last_sequence=0,
            token_hash=token_hash,
            token_expires=token_expires,
            source=source,
            state="",
            created_at=now,
            updated_at=now,
        )
    )


def find_by_token(
    connection: Connection, conversation: ConversationId, token_hash: str, now: datetime
) -> Conversation | None:
    """The conversation that this token opens; None for a wrong or expired token alike."""
    given = {"conversation": conversation, "token": token_hash, "now": now}
    row = connection.execute(_FIND_BY_TOKEN, given).one_or_none()
    return _conversation(row) if row else None


def find_conversation(
    connection: Connection, merchant: MerchantId, conversation: ConversationId
) -> Conversation | None:
    row = connection.execute(_FIND, {"merchant": merchant, "conversation": conversation}).one_or_none()
    return _conversation(row) if row else None


def get_conversation(connection: Connection, merchant: MerchantId, conversation: ConversationId) -> Conversation:
    found = find_conversation(connection, merchant, conversation)
    if found is None:
        raise NotAllowed("no such conversation")
    return found


def save_state(connection: Connection, conversation: Conversation, *, state: str, language: str, now: datetime) -> None:
    """Keeps the graph's state; raises Conflict when a person took over, or anything else changed it."""
    saved = connection.execute(
        _SAVE_STATE,
        {
            "merchant": conversation.merchant,
            "conversation": conversation.id,
            "read_version": conversation.version,
            "read_owner": conversation.owner.value,
            "new_state": state,
            "new_language": language,
            "now": now,
        },
    )
    if saved.rowcount != 1:
        raise Conflict("the conversation changed meanwhile")


def change_owner(
    connection: Connection, merchant: MerchantId, conversation: ConversationId, owner: Owner, now: datetime
) -> bool:
    """Hands the conversation to a person or back; giving it back starts a new episode. False when it is so already."""
    episode = conversations.c.episode + (1 if owner is Owner.AGENT else 0)
    changed = connection.execute(
        update(conversations)
        .where(
            conversations.c.merchant_id == merchant,
            conversations.c.id == conversation,
            conversations.c.owner != owner.value,
        )
        .values(owner=owner.value, episode=episode, version=conversations.c.version + 1, updated_at=now)
    )
    return bool(changed.rowcount)


def next_sequence(connection: Connection, merchant: MerchantId, conversation: ConversationId, count: int) -> int:
    """Reserves ``count`` event numbers and returns the first."""
    given = {"merchant": merchant, "conversation": conversation, "count": count}
    last: int = connection.execute(_RESERVE, given).scalar_one()
    return last - count + 1


def _conversation(row: Row[tuple[object, ...]]) -> Conversation:
    return Conversation(
        id=ConversationId(row.id),
        merchant=MerchantId(row.merchant_id),
        channel=row.channel,
        language=row.language,
        owner=Owner(row.owner),
        episode=row.episode,
        version=row.version,
        source=row.source,
        state=row.state,
    )
