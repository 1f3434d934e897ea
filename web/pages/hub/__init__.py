"""The hub: the shopper's own pages of one shop. Signing in, orders, parcels, returns, claims and delivery problems."""

from web.pages.hub import claims, home, incidents, orders, sign_in
from web.pages.hub.routing import router

__all__ = ["claims", "home", "incidents", "orders", "router", "sign_in"]
