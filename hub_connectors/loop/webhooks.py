"""Loop's events: proved by their signature, told apart, and what each changes in the index.

Loop signs the raw body alone: no time and no delivery id, so that an event is known by its topic, trigger, return,
moment and body. What is repeated is the same event; what comes late is older than what the index has.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import ValidationError
from sqlalchemy.engine import Connection

from domain.errors import PayloadUnrecognised, SignatureInvalid
from domain.ids import MerchantId
from hub_connectors.loop.index import keep_label, keep_returns, make_stale
from hub_connectors.loop.settings import LoopSettings
from hub_connectors.loop.wire import LoopLabelEvent, LoopReturn, read_id
from hub_connectors.offering import Delivered

SIGNATURE = "x-loop-signature"
RETURN, LABEL, PROCESSING = "return", "label", "return.processing"
_LONGEST = 120


def read_event(raw: bytes, headers: Mapping[str, str], settings: LoopSettings) -> Delivered:
    """Raises SignatureInvalid, and PayloadUnrecognised for another shop's event or one that is none."""
    _verify(raw, headers.get(SIGNATURE, ""), settings.webhook_secrets())
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        raise PayloadUnrecognised("loop sent no JSON") from None
    if not isinstance(body, dict) or not isinstance(body.get("topic"), str):
        raise PayloadUnrecognised("loop sent an event without a topic")
    shop = read_id(body.get("shop_id"))
    if settings.shop_id and shop and shop != settings.shop_id:
        raise PayloadUnrecognised("the event is of another shop")
    topic = str(body.get("trigger") or body["topic"])
    return Delivered(event=_event_id(raw, body), topic=topic, body=body)


def _verify(raw: bytes, given: str, secrets: tuple[str, ...]) -> None:
    """Over the bytes as they came: Loop escapes slashes before it signs, and writing them anew would not."""
    fits = False
    for secret in secrets:
        digest = hmac.new(secret.encode(), raw, hashlib.sha256).digest()
        fits |= hmac.compare_digest(base64.b64encode(digest), given.strip().encode())
    if not fits:
        raise SignatureInvalid("the signature of loop's event does not hold")


def _event_id(raw: bytes, body: Mapping[str, Any]) -> str:
    return_id = read_id(body.get("id")) or read_id(body.get("return_id"))
    moment = body.get("label_updated_at") if body["topic"] == LABEL else body.get("updated_at")
    named = f"{body.get('trigger') or body['topic']}:{return_id}:{moment or ''}"
    digest = hashlib.sha256(raw).hexdigest()[:16]
    return f"{named[: _LONGEST - 17]}:{digest}"


def apply_event(connection: Connection, merchant: MerchantId, delivered: Delivered, now: datetime) -> None:
    """Topics that say nothing of a return's way change nothing. Raises PayloadUnrecognised."""
    body: Mapping[str, Any] = delivered.body
    topic = body["topic"]
    try:
        if topic == RETURN:
            told = LoopReturn.model_validate(body)
            _check_ids(told.id, told.provider_order_id)
            keep_returns(connection, merchant, [told], now, asked=False)
        elif topic == LABEL:
            label = LoopLabelEvent.model_validate(body)
            _check_ids(label.id)
            keep_label(connection, merchant, label)
        elif topic == PROCESSING:
            make_stale(connection, merchant, read_id(body.get("return_id")))
    except ValidationError:
        raise PayloadUnrecognised(f"loop's event {delivered.topic} cannot be read") from None


def _check_ids(*ids: str) -> None:
    if not all(ids):
        raise PayloadUnrecognised("loop's event names no return")
