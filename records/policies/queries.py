"""Policies are added, never changed: a decision's receipt must stay true."""

from datetime import date

from sqlalchemy import Column, Date, Integer, PrimaryKeyConstraint, String, Table, Text, insert, select
from sqlalchemy.engine import Connection

from domain.ids import MerchantId
from domain.policy import PolicySource, ReturnPolicy
from runtime.codec import from_json, to_json
from runtime.tables import merchant_column, metadata

policies = Table(
    "policies",
    metadata,
    merchant_column(),
    Column("source", String(10), nullable=False),
    Column("version", Integer, nullable=False),
    Column("effective_from", Date, nullable=False),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("merchant_id", "source", "version"),
)


def add_policy(connection: Connection, merchant: MerchantId, policy: ReturnPolicy) -> None:
    connection.execute(
        insert(policies).values(
            merchant_id=merchant,
            source=policy.source.value,
            version=policy.version,
            effective_from=policy.effective_from,
            body=to_json(policy),
        )
    )


def find_policy(connection: Connection, merchant: MerchantId, today: date) -> ReturnPolicy | None:
    """The typed policy in effect on this day; without one, the rules that were read from content.

    Content that no longer states any window decides nothing: no policy is better than one that refuses everything.
    """
    typed = find_newest(connection, merchant, PolicySource.TYPED, today)
    if typed:
        return typed
    read = find_newest(connection, merchant, PolicySource.CONTENT, today)
    return read if read and read.windows else None


def find_newest(
    connection: Connection, merchant: MerchantId, source: PolicySource, today: date | None = None
) -> ReturnPolicy | None:
    """The newest version from this source; with a day, the newest in effect on it."""
    statement = select(policies.c.body).where(policies.c.merchant_id == merchant, policies.c.source == source.value)
    if today is not None:
        statement = statement.where(policies.c.effective_from <= today)
    row = connection.execute(statement.order_by(policies.c.version.desc()).limit(1)).one_or_none()
    if row is None:
        return None
    policy: ReturnPolicy = from_json(ReturnPolicy, row.body)
    return policy


def list_policies(
    connection: Connection, merchant: MerchantId, source: PolicySource, *, limit: int = 50
) -> tuple[ReturnPolicy, ...]:
    """Every version from this source, newest first; those in the future too."""
    rows = connection.execute(
        select(policies.c.body)
        .where(policies.c.merchant_id == merchant, policies.c.source == source.value)
        .order_by(policies.c.version.desc())
        .limit(limit)
    )
    return tuple(from_json(ReturnPolicy, row.body) for row in rows)
