"""Entries name the actor, the verb and the thing; ``detail`` never holds a secret or a shopper's words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Index, String, Table, insert, select
from sqlalchemy.engine import Connection

from domain.ids import MerchantId
from runtime.ids import new_id
from runtime.tables import Instant, merchant_column, metadata

audit = Table(
    "audit",
    metadata,
    Column("id", String(40), primary_key=True),
    merchant_column(),
    Column("at", Instant, nullable=False),
    Column("actor", String(80), nullable=False),
    Column("verb", String(40), nullable=False),
    Column("subject", String(120), nullable=False),
    Column("detail", String(200), nullable=False),
    Index("ix_audit_merchant_at", "merchant_id", "at"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    at: datetime
    actor: str
    verb: str
    subject: str
    detail: str


def note(connection: Connection, merchant: MerchantId, entry: AuditEntry) -> None:
    connection.execute(
        insert(audit).values(
            id=new_id("aud"),
            merchant_id=merchant,
            at=entry.at,
            actor=entry.actor,
            verb=entry.verb,
            subject=entry.subject,
            detail=entry.detail,
        )
    )


def list_audit(connection: Connection, merchant: MerchantId, *, limit: int = 200) -> tuple[AuditEntry, ...]:
    """Newest first."""
    rows = connection.execute(
        select(audit).where(audit.c.merchant_id == merchant).order_by(audit.c.at.desc()).limit(limit)
    )
    return tuple(
        AuditEntry(at=row.at, actor=row.actor, verb=row.verb, subject=row.subject, detail=row.detail) for row in rows
    )


def was_done(connection: Connection, merchant: MerchantId, verbs: Sequence[str]) -> bool:
    """Whether anybody ever did one of these."""
    found = connection.execute(
        select(audit.c.id).where(audit.c.merchant_id == merchant, audit.c.verb.in_(verbs)).limit(1)
    )
    return found.one_or_none() is not None
