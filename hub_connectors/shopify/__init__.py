"""Shopify: a real shop's customers, orders, products, fulfilments, returns and refunds, read through its Admin API."""

from hub_connectors.offering import Offering
from hub_connectors.shopify.adapter import SERVES, open_shopify
from hub_connectors.shopify.settings import ShopifySettings

__all__ = ["CONNECTOR"]

CONNECTOR = Offering(name="shopify", title="Shopify", serves=SERVES, settings=ShopifySettings, open=open_shopify)
