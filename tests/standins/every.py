"""All vendors' stand-ins side by side, each with the same world."""

from datetime import timedelta

from tests.standins.aftership_returns import AfterShipReturnsStandIn
from tests.standins.aftership_tracking import AfterShipTrackingStandIn
from tests.standins.loop import LoopStandIn
from tests.standins.running import Running
from tests.standins.shopify import ShopifyStandIn
from tests.standins.world import World

LONG = timedelta(days=1000)


def make_stand_ins(world: World, *, port: int, webhooks: str = "") -> dict[str, Running]:
    """By the connector's name, on ports from ``port`` on, not yet started.

    ``webhooks`` is where events go, with ``{name}`` for the connector's; nowhere when empty.
    """
    loop = LoopStandIn(world, port=port + 1, shop_numbers=True)
    returns = AfterShipReturnsStandIn(world, port=port + 2)
    tracking = AfterShipTrackingStandIn(world, port=port + 3)
    # The demo shop is older than a real account keeps trackings.
    tracking.backstage.keeps = LONG
    if webhooks:
        loop.subscribe(webhooks.format(name="loop"))
        returns.backstage.listeners.append(webhooks.format(name="aftership_returns"))
    return {
        "shopify": ShopifyStandIn(world, port=port),
        "loop": loop,
        "aftership_returns": returns,
        "aftership_tracking": tracking,
    }
