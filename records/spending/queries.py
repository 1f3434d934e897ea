"""One row per conversation and day, added to in the transaction of each turn that asked a model."""

from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    bindparam,
    case,
    func,
    or_,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from domain.ids import ConversationId, MerchantId
from runtime.tables import merchant_column, metadata

spending = Table(
    "model_spending",
    metadata,
    merchant_column(),
    Column("conversation_id", String(40), nullable=False),
    Column("day", Date, nullable=False),
    Column("calls", Integer, nullable=False),
    Column("prompt_tokens", BigInteger, nullable=False),
    Column("cached_tokens", BigInteger, nullable=False),
    Column("completion_tokens", BigInteger, nullable=False),
    Column("micros", BigInteger, nullable=False),
    PrimaryKeyConstraint("merchant_id", "conversation_id", "day"),
    Index("ix_model_spending_day", "merchant_id", "day"),
)

_COUNTED = ("calls", "prompt_tokens", "cached_tokens", "completion_tokens", "micros")
_MINE = spending.c.conversation_id == bindparam("conversation")
_TODAY = spending.c.day == bindparam("today")
_SPENT = select(
    func.coalesce(func.sum(case((_MINE, spending.c.micros), else_=0)), 0),
    func.coalesce(func.sum(case((_TODAY, spending.c.micros), else_=0)), 0),
).where(spending.c.merchant_id == bindparam("merchant"), or_(_MINE, _TODAY))


def find_spent(
    connection: Connection, merchant: MerchantId, conversation: ConversationId, today: date
) -> tuple[int, int]:
    """Millionths of the currency: by the conversation in all its days, and by the merchant today."""
    row = connection.execute(_SPENT, {"merchant": merchant, "conversation": conversation, "today": today}).one()
    return int(row[0]), int(row[1])


def add_spending(
    connection: Connection, merchant: MerchantId, conversation: ConversationId, day: date, counts: dict[str, int]
) -> None:
    """``counts`` are calls, prompt_tokens, cached_tokens, completion_tokens and micros of one turn."""
    row = {"merchant_id": merchant, "conversation_id": conversation, "day": day, **counts}
    connection.execute(_add(connection.dialect.name), row)


@cache
def _add(dialect: str) -> Any:
    make = sqlite.insert if dialect == "sqlite" else postgresql.insert
    statement = make(spending)
    more = {name: spending.c[name] + statement.excluded[name] for name in _COUNTED}
    keys = [spending.c.merchant_id, spending.c.conversation_id, spending.c.day]
    return statement.on_conflict_do_update(index_elements=keys, set_=more)
