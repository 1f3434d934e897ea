"""Webhooks of Shopify: the signature over the raw body, the shop they are of, and the id that makes each count once.

Nothing of the shop is copied here, so an event changes no table: the next question reads the shop as it is.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence

from domain.errors import PayloadUnrecognised, SignatureInvalid
from hub_connectors.offering import Delivered

TOPICS = (
    "orders/create",
    "orders/updated",
    "orders/edited",
    "orders/cancelled",
    "orders/fulfilled",
    "orders/partially_fulfilled",
    "fulfillments/create",
    "fulfillments/update",
    "fulfillment_events/create",
    "returns/request",
    "returns/approve",
    "returns/decline",
    "returns/cancel",
    "returns/close",
    "returns/reopen",
    "returns/process",
    "returns/update",
    "refunds/create",
    "reverse_deliveries/attach_deliverable",
    "customers/update",
)
"""Worth subscribing to. Others are accepted and noted: Shopify drops a subscription whose deliveries fail."""


def read_delivery(raw: bytes, headers: Mapping[str, str], *, secrets: Sequence[str], shop: str) -> Delivered:
    """Raises SignatureInvalid for a forgery or another shop's event, PayloadUnrecognised for what cannot be read."""
    check_signature(raw, _find(headers, "hmac-sha256"), secrets)
    if _find(headers, "shop-domain").lower() != shop:
        raise SignatureInvalid("the event is another shop's")
    topic = _find(headers, "topic")
    event = _find(headers, "webhook-id") or _find(headers, "event-id")
    if not topic or not event:
        raise PayloadUnrecognised("the event has no topic or no id")
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError) as wrong:
        raise PayloadUnrecognised("the event is no JSON") from wrong
    if not isinstance(body, dict):
        raise PayloadUnrecognised("the event is no object")
    return Delivered(event=event, topic=topic, body=body)


def check_signature(raw: bytes, given: str, secrets: Sequence[str]) -> None:
    """Any of the secrets may have signed; each is compared in constant time."""
    try:
        signature = base64.b64decode(given.encode("ascii"), validate=True)
    except ValueError as wrong:
        raise SignatureInvalid("the signature is no base64") from wrong
    fits = [
        hmac.compare_digest(hmac.new(secret.encode(), raw, hashlib.sha256).digest(), signature) for secret in secrets
    ]
    if not any(fits):
        raise SignatureInvalid("the signature does not fit")


def _find(headers: Mapping[str, str], name: str) -> str:
    """Newer kinds of events leave out the ``x-``."""
    return headers.get(f"x-shopify-{name}") or headers.get(f"shopify-{name}") or ""
