"""Asking for a one-time code: the same answer for every address, and no look-up before it."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import Connection

from domain.ids import MerchantId
from records.identity.challenges import may_send_code, open_challenge
from runtime import outbox
from runtime.crypto import Keys
from runtime.ids import new_id

SEND_CODE = "send_code"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRequest:
    """``address`` is what the shopper gave: an email address, a telephone number (E.164) or an order number; the code
    goes to the contact on record, never to an address that the shop does not know. ``purpose`` binds it to a
    conversation or sign-in page. ``rehearsed``: nothing is sent, and no shopper's own codes are fewer for it."""

    merchant: MerchantId
    purpose: str
    address: str
    source: str
    language: str
    rehearsed: bool = False


def request_code(connection: Connection, request: CodeRequest, *, keys: Keys, now: datetime) -> str | None:
    """Opens a challenge and leaves the sending to the outbox; None when this address or source asks too often."""
    counted = (request.merchant, request.address.casefold(), *((request.purpose,) if request.rehearsed else ()))
    address_hash = keys.hash("address", *counted)
    if not may_send_code(connection, request.merchant, address_hash=address_hash, source=request.source, now=now):
        return None
    challenge = new_id("chl")
    open_challenge(
        connection,
        request.merchant,
        id=challenge,
        purpose=request.purpose,
        address_hash=address_hash,
        source=request.source,
        now=now,
    )
    if request.rehearsed:
        return challenge
    body = json.dumps({"challenge": challenge, "address": request.address, "language": request.language})
    outbox.post(connection, merchant=request.merchant, key=challenge, kind=SEND_CODE, body=body, now=now)
    return challenge
