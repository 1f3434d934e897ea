"""Webhooks as Shopify signs and sends them."""

import base64
import hashlib
import hmac
import json
from typing import Any

from tests.standins.shopify.backstage import CLIENT_SECRET
from tests.standins.shopify.shop import SHOP


def make_hook(
    body: Any,
    *,
    topic: str = "orders/updated",
    event: str = "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043",
    secret: str = CLIENT_SECRET,
    shop: str = SHOP,
    prefix: str = "x-",
) -> tuple[bytes, dict[str, str]]:
    """The raw body and its headers, in lower case."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    signature = base64.b64encode(hmac.new(secret.encode(), raw, hashlib.sha256).digest()).decode()
    names = {"hmac-sha256": signature, "topic": topic, "shop-domain": shop, "webhook-id": event}
    return raw, {f"{prefix}shopify-{name}": value for name, value in names.items()}
