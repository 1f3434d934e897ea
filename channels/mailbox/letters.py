"""Letters are keyed, so that delivering one twice leaves one."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Index, String, Table, Text, UniqueConstraint, insert, select
from sqlalchemy.engine import Connection

from domain.ids import MerchantId
from runtime.ids import new_id
from runtime.tables import Instant, merchant_column, metadata

mailbox = Table(
    "mailbox",
    metadata,
    Column("id", String(40), primary_key=True),
    merchant_column(),
    Column("key", String(120), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("recipient", String(320), nullable=False),
    Column("subject", String(300), nullable=False),
    Column("text", Text, nullable=False),
    Column("code", String(10), nullable=False),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("merchant_id", "key"),
    Index("ix_mailbox_merchant_created", "merchant_id", "created_at"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """``kind`` is ``email`` or ``sms``; ``code`` a one-time code to show large, or empty."""

    key: str
    kind: str
    recipient: str
    subject: str
    text: str
    code: str
    created: datetime


def drop_letter(connection: Connection, merchant: MerchantId, letter: Letter) -> bool:
    """False when a letter with this key lies there already."""
    known = connection.execute(
        select(mailbox.c.id).where(mailbox.c.merchant_id == merchant, mailbox.c.key == letter.key)
    ).one_or_none()
    if known:
        return False
    connection.execute(
        insert(mailbox).values(
            id=new_id("ltr"),
            merchant_id=merchant,
            key=letter.key,
            kind=letter.kind,
            recipient=letter.recipient,
            subject=letter.subject,
            text=letter.text,
            code=letter.code,
            created_at=letter.created,
        )
    )
    return True


def list_letters(connection: Connection, merchant: MerchantId, *, limit: int = 50) -> tuple[Letter, ...]:
    """Newest first."""
    rows = connection.execute(
        select(mailbox).where(mailbox.c.merchant_id == merchant).order_by(mailbox.c.created_at.desc()).limit(limit)
    )
    return tuple(
        Letter(
            key=row.key,
            kind=row.kind,
            recipient=row.recipient,
            subject=row.subject,
            text=row.text,
            code=row.code,
            created=row.created_at,
        )
        for row in rows
    )
