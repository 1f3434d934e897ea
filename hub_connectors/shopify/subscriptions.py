"""Subscribing to a shop's events: asked for what there is first, so that running it twice changes nothing."""

from typing import Any

from domain.errors import VendorRefused
from hub_connectors.shopify.client import ShopifyClient
from hub_connectors.shopify.refusals import check_user_errors
from hub_connectors.shopify.webhooks import TOPICS

_FIELDS = ["id", "admin_graphql_api_id", "order_id", "updated_at"]
"""Events carry no addresses or names to us: what changed is read afterwards, by whoever may."""

LIST = """
query Subscriptions($after: String) {
  webhookSubscriptions(first: 100, after: $after) {
    nodes { topic uri }
    pageInfo { hasNextPage endCursor }
  }
}
"""

CREATE = """
mutation Subscribe($topic: WebhookSubscriptionTopic!, $to: WebhookSubscriptionInput!) {
  webhookSubscriptionCreate(topic: $topic, webhookSubscription: $to) { userErrors { field message } }
}
"""


async def subscribe(client: ShopifyClient, address: str) -> tuple[str, ...]:
    """The topics newly subscribed to at this https address; raises VendorRefused when Shopify would not."""
    if not address.startswith("https://"):
        raise VendorRefused("shopify sends events to https addresses only", vendor_code="INVALID_ADDRESS")
    there = await _list_topics(client, address)
    missing = [topic for topic in TOPICS if _as_word(topic) not in there]
    for topic in missing:
        variables = {"topic": _as_word(topic), "to": {"uri": address, "includeFields": _FIELDS}}
        done = await client.change("webhooks.subscribe", CREATE, **variables)
        check_user_errors(done.get("webhookSubscriptionCreate") or {})
    return tuple(missing)


async def _list_topics(client: ShopifyClient, address: str) -> set[str]:
    topics: set[str] = set()
    after: str | None = None
    while True:
        found = await client.ask("webhooks.list", LIST, after=after)
        page: dict[str, Any] = found.get("webhookSubscriptions") or {}
        topics |= {str(each.get("topic")) for each in page.get("nodes") or [] if each.get("uri") == address}
        info = page.get("pageInfo") or {}
        if not info.get("hasNextPage"):
            return topics
        after = info.get("endCursor")


def _as_word(topic: str) -> str:
    return topic.replace("/", "_").upper()
