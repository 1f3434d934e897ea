"""Opening a chat: the conversation, its lane and the first words, which say that an automated assistant speaks."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.engine import Connection

from domain.ids import ConversationId, MerchantId
from domain.languages import Language
from domain.replies import Reply
from records.conversations import open_conversation
from records.events import EventKind, append_events
from runtime import inbox
from runtime.codec import to_json
from runtime.crypto import Keys, new_token
from runtime.ids import new_id

TOKEN = "conversation"  # noqa: S105 - the purpose of a keyed hash
_LIFE = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """``token`` opens this conversation and no other; it is told once and kept as a hash."""

    conversation: ConversationId
    token: str


def open_chat(
    connection: Connection,
    merchant: MerchantId,
    *,
    language: Language,
    greeting: Reply,
    source: str,
    keys: Keys,
    now: datetime,
    channel: str = "webchat",
) -> Opened:
    opened = Opened(conversation=ConversationId(new_id("cnv")), token=new_token())
    open_conversation(
        connection,
        id=opened.conversation,
        merchant=merchant,
        channel=channel,
        language=language.value,
        token_hash=keys.hash(TOKEN, opened.token),
        token_expires=now + _LIFE,
        source=source,
        now=now,
    )
    inbox.open_lane(connection, merchant, opened.conversation, now)
    append_events(connection, merchant, opened.conversation, [(EventKind.REPLY, to_json(greeting))], turn="", now=now)
    return opened
