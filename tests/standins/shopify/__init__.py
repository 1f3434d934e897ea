"""A stand-in for Shopify on loopback: the Admin API in GraphQL, customer accounts, and signed webhooks.

It holds what `schema.graphql` lists and refuses the rest; search answers with neighbours, some words of its
vocabularies are known to nobody, and the cost bucket is real.
"""

from tests.standins.shopify.backstage import Fault
from tests.standins.shopify.hooks import make_hook
from tests.standins.shopify.running import ShopifyStandIn

__all__ = ["Fault", "ShopifyStandIn", "make_hook"]
