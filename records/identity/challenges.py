"""One-time codes: hashed, ten minutes, five tries, one use, few per address and source.

A challenge exists for every address that was given, known to the shop or not, so that nothing tells them apart.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import func, insert, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.sql import ColumnElement

from domain.identity import CodeResult
from domain.ids import CustomerId, MerchantId
from records.identity.tables import challenges
from runtime.crypto import Keys
from runtime.locks import hold

LIFE = timedelta(minutes=10)
MAX_TRIES = 5
_PER_TEN_MINUTES = 5
_PER_DAY = 10
_PER_SOURCE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge:
    """``purpose`` binds it to one conversation or hub sign-in; ``state`` is ``open``, ``used`` or ``spent``."""

    id: str
    purpose: str
    customer: CustomerId | None
    tries: int
    state: Literal["open", "used", "spent"]
    expires: datetime


def may_send_code(
    connection: Connection, merchant: MerchantId, *, address_hash: str, source: str, now: datetime
) -> bool:
    """At most five codes in ten minutes and ten a day per address, thirty in ten minutes per source.

    Held until the transaction ends, so that requests that come together are counted one after the other.
    """
    hold(connection, f"{merchant} {address_hash}", f"{merchant} {source}")

    def count(same: ColumnElement[bool], since: timedelta) -> int:
        found: int = connection.execute(
            select(func.count())
            .select_from(challenges)
            .where(challenges.c.merchant_id == merchant, same, challenges.c.created_at > now - since)
        ).scalar_one()
        return found

    return (
        count(challenges.c.address_hash == address_hash, timedelta(minutes=10)) < _PER_TEN_MINUTES
        and count(challenges.c.address_hash == address_hash, timedelta(days=1)) < _PER_DAY
        and count(challenges.c.source == source, timedelta(minutes=10)) < _PER_SOURCE
    )


def open_challenge(
    connection: Connection,
    merchant: MerchantId,
    *,
    id: str,  # noqa: A002
    purpose: str,
    address_hash: str,
    source: str,
    now: datetime,
) -> None:
    """Opens one and closes the older ones of the same purpose."""
    connection.execute(
        update(challenges)
        .where(challenges.c.merchant_id == merchant, challenges.c.purpose == purpose, challenges.c.state == "open")
        .values(state="spent")
    )
    connection.execute(
        insert(challenges).values(
            id=id,
            merchant_id=merchant,
            purpose=purpose,
            address_hash=address_hash,
            source=source,
            customer_id="",
            code_hash="",
            tries=0,
            state="open",
            created_at=now,
            expires=now + LIFE,
        )
    )


def attach_code(
    connection: Connection, merchant: MerchantId, challenge: str, *, customer: CustomerId, code_hash: str
) -> bool:
    """Once, after the customer was looked up; False when the challenge has its code or is closed."""
    attached = connection.execute(
        update(challenges)
        .where(
            challenges.c.merchant_id == merchant,
            challenges.c.id == challenge,
            challenges.c.state == "open",
            challenges.c.code_hash == "",
        )
        .values(customer_id=customer, code_hash=code_hash)
    )
    return bool(attached.rowcount)


def find_challenge(connection: Connection, merchant: MerchantId, challenge: str) -> Challenge | None:
    row = connection.execute(
        select(challenges).where(challenges.c.merchant_id == merchant, challenges.c.id == challenge)
    ).one_or_none()
    if row is None:
        return None
    return Challenge(
        id=row.id,
        purpose=row.purpose,
        customer=CustomerId(row.customer_id) if row.customer_id else None,
        tries=row.tries,
        state=row.state,
        expires=row.expires,
    )


def answer_challenge(
    connection: Connection, merchant: MerchantId, *, challenge: str, purpose: str, code: str, keys: Keys, now: datetime
) -> tuple[CodeResult, CustomerId | None]:
    """Counts the try before it compares; the right code is accepted once, for its own purpose, within its life."""
    row = connection.execute(
        update(challenges)
        .where(
            challenges.c.merchant_id == merchant,
            challenges.c.id == challenge,
            challenges.c.purpose == purpose,
            challenges.c.state == "open",
            challenges.c.tries < MAX_TRIES,
        )
        .values(tries=challenges.c.tries + 1)
        .returning(challenges.c.code_hash, challenges.c.customer_id, challenges.c.expires, challenges.c.tries)
    ).one_or_none()
    if row is None:
        return CodeResult.SPENT, None
    if row.expires <= now:
        return CodeResult.EXPIRED, None
    if not row.code_hash or not keys.matches(row.code_hash, "code", challenge, code):
        return (CodeResult.SPENT if row.tries >= MAX_TRIES else CodeResult.WRONG), None
    connection.execute(
        update(challenges)
        .where(challenges.c.merchant_id == merchant, challenges.c.id == challenge)
        .values(state="used")
    )
    return CodeResult.ACCEPTED, CustomerId(row.customer_id)
