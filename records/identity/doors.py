"""Doors (what a short link opens, for whom, until when) and the signed-in sessions of the hub."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.engine import Connection

from domain.ids import CustomerId, MerchantId
from records.identity.tables import doors, sessions

_OPEN = insert(doors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """``purpose`` is ``portal`` or ``hub``; ``target`` what to open there, as JSON text."""

    merchant: MerchantId
    customer: CustomerId
    purpose: str
    target: str
    expires: datetime


def open_door(connection: Connection, door: Door, token_hash: str) -> None:
    connection.execute(
        _OPEN,
        {
            "token_hash": token_hash,
            "merchant_id": door.merchant,
            "customer_id": door.customer,
            "purpose": door.purpose,
            "target": door.target,
            "expires": door.expires,
        },
    )


def find_door(connection: Connection, token_hash: str) -> Door | None:
    """An expired door is still found, so that its page can say what to do next; the caller looks at ``expires``."""
    row = connection.execute(select(doors).where(doors.c.token_hash == token_hash)).one_or_none()
    if row is None:
        return None
    return Door(
        merchant=MerchantId(row.merchant_id),
        customer=CustomerId(row.customer_id),
        purpose=row.purpose,
        target=row.target,
        expires=row.expires,
    )


def open_session(
    connection: Connection, merchant: MerchantId, customer: CustomerId, *, token_hash: str, expires: datetime
) -> None:
    connection.execute(
        insert(sessions).values(token_hash=token_hash, merchant_id=merchant, customer_id=customer, expires=expires)
    )


def find_session(connection: Connection, merchant: MerchantId, token_hash: str, now: datetime) -> CustomerId | None:
    row = connection.execute(
        select(sessions.c.customer_id).where(
            sessions.c.merchant_id == merchant, sessions.c.token_hash == token_hash, sessions.c.expires > now
        )
    ).one_or_none()
    return CustomerId(row.customer_id) if row else None


def close_session(connection: Connection, merchant: MerchantId, token_hash: str) -> None:
    connection.execute(delete(sessions).where(sessions.c.merchant_id == merchant, sessions.c.token_hash == token_hash))
