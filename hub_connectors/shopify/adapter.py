"""One merchant's Shopify shop: its ports, the proof of its credentials, what its token cannot see, its webhooks."""

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy.engine import Connection

from domain.connections import Connections
from domain.errors import ConfigurationProblem, CredentialsRejected, VendorProblem
from hub_connectors.offering import Delivered, Opening
from hub_connectors.shopify.client import ShopifyClient
from hub_connectors.shopify.limits import Limitation, find_limitations, find_missing
from hub_connectors.shopify.login import CustomerLogin
from hub_connectors.shopify.mapping import Words
from hub_connectors.shopify.ports import ShopifyCatalogue, ShopifyCustomers, ShopifyOrders, ShopifyTracking
from hub_connectors.shopify.returns import ShopifyReturns
from hub_connectors.shopify.settings import ShopifySettings
from hub_connectors.shopify.webhooks import read_delivery
from runtime.http import VendorCall

SERVES = frozenset({"orders", "customers", "catalogue", "tracking", "returns"})


class ShopifyShop:
    """Implements ``Connector``; ``login`` signs shoppers in where the merchant gave a customer client."""

    def __init__(self, opening: Opening, settings: ShopifySettings) -> None:
        self._settings = settings
        self._observe = opening.observe
        self._noted = False
        self.client = ShopifyClient(settings, client=opening.client, clock=opening.clock, observe=opening.observe)
        self.login = CustomerLogin(settings, client=opening.client, clock=opening.clock, observe=opening.observe)
        words = Words(
            language=opening.language,
            final_sale_tags=settings.final_sale_tags,
            gift_tags=settings.gift_tags,
            categories=tuple(settings.categories.items()),
        )

        self._connections = Connections(
            orders=ShopifyOrders(self.client, words, self._note_limits),
            customers=ShopifyCustomers(self.client, words),
            catalogue=ShopifyCatalogue(self.client, words),
            tracking=ShopifyTracking(self.client, lambda: opening.calendar.zone),
            returns=ShopifyReturns(self.client, lambda: opening.calendar.zone, self_serve=settings.self_serve_returns),
        )

    def connections(self) -> Connections:
        return self._connections

    async def check(self) -> None:
        """Reads whose token it is and what it may read; ``missing`` of the error names the scopes to add."""
        domain = await self.client.shop_domain()
        if domain != self._settings.shop:
            raise CredentialsRejected("these credentials are another shop's")
        missing = find_missing(await self.client.scopes())
        if missing:
            raise CredentialsRejected(f"the app lacks {', '.join(missing)}", missing=missing)

    async def limitations(self) -> frozenset[Limitation]:
        """What the token cannot see; raises as any call does."""
        return find_limitations(await self.client.scopes())

    def read_webhook(self, raw: bytes, headers: Mapping[str, str]) -> Delivered:
        return read_delivery(raw, headers, secrets=self._settings.webhook_secrets(), shop=self._settings.shop)

    def apply_webhook(self, connection: Connection, delivered: Delivered) -> None:
        """Nothing: what the shop says is read when it is needed, and is never older than the question."""

    async def _note_limits(self) -> None:
        """Says once, among the last calls, that older orders may exist which this token is not shown."""
        if self._noted or self._observe is None:
            return
        try:
            hidden = Limitation.OLD_ORDERS_HIDDEN in await self.limitations()
        except (VendorProblem, ConfigurationProblem):
            return
        self._noted = True
        if hidden:
            self._observe(
                VendorCall(
                    vendor="shopify",
                    name="orders",
                    at=datetime.now(UTC),
                    took_ms=0.0,
                    status=200,
                    problem=Limitation.OLD_ORDERS_HIDDEN,
                )
            )


def open_shopify(opening: Opening) -> ShopifyShop:
    settings = opening.settings
    assert isinstance(settings, ShopifySettings)
    return ShopifyShop(opening, settings)
