"""Rules read from content that somebody said no to: they are not proposed again while their sentence stays the same."""

import hashlib
import json
from datetime import datetime

from sqlalchemy import Column, PrimaryKeyConstraint, String, Table, delete, insert, select
from sqlalchemy.engine import Connection

from domain.ids import MerchantId
from domain.policy import RuleDraft
from runtime.codec import to_plain
from runtime.tables import Instant, merchant_column, metadata

rejected = Table(
    "rejected_rules",
    metadata,
    merchant_column(),
    Column("key", String(32), nullable=False),
    Column("at", Instant, nullable=False),
    PrimaryKeyConstraint("merchant_id", "key"),
)


def key_of(draft: RuleDraft) -> str:
    """Another rule, or the same rule in another sentence, has another key."""
    plain = {name: sorted(value) if isinstance(value, list) else value for name, value in to_plain(draft.rule).items()}
    said = json.dumps([draft.article, draft.sentence, plain], sort_keys=True)
    return hashlib.blake2b(said.encode(), digest_size=16).hexdigest()


def reject_rule(connection: Connection, merchant: MerchantId, key: str, now: datetime) -> None:
    take_back(connection, merchant, key)
    connection.execute(insert(rejected).values(merchant_id=merchant, key=key, at=now))


def take_back(connection: Connection, merchant: MerchantId, key: str) -> None:
    connection.execute(delete(rejected).where(rejected.c.merchant_id == merchant, rejected.c.key == key))


def list_rejected(connection: Connection, merchant: MerchantId) -> frozenset[str]:
    return frozenset(connection.execute(select(rejected.c.key).where(rejected.c.merchant_id == merchant)).scalars())
