"""The stand-in for Shopify, to be started in the test's own loop or in a thread."""

from typing import Any

from tests.standins.running import Running
from tests.standins.shopify.accounts import Accounts
from tests.standins.shopify.app import make_app
from tests.standins.shopify.backstage import CLIENT_ID, CLIENT_SECRET, TOKEN, Backstage, Fault
from tests.standins.shopify.shop import SHOP
from tests.standins.world import World


class ShopifyStandIn(Running):
    """A shop that sells what the world tells; ``settings`` connects to it."""

    def __init__(self, world: World, *, port: int = 0) -> None:
        super().__init__(port=port)
        self.backstage = Backstage.of(world)
        self.accounts = Accounts()

    def make_app(self) -> Any:
        self.accounts.root = self.root_url
        return make_app(self.backstage, self.accounts)

    def settings(self, *, by_client: bool = False, **more: Any) -> dict[str, Any]:
        """What a merchant would fill in."""
        credentials = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET} if by_client else {"access_token": TOKEN}
        own = {"shop": SHOP, "base_url": self.root_url, "gift_tags": ["gift"]}
        return {**own, **credentials, **more}

    def fail(self, *faults: Fault) -> None:
        self.backstage.faults.extend(faults)

    def restore(self) -> None:
        self.backstage.restore()
        self.accounts.restore()
