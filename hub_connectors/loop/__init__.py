"""Loop Returns: the returns of a Shopify shop and its portal, over Loop's REST API and webhooks."""

from hub_connectors.loop.adapter import LoopConnector
from hub_connectors.loop.settings import LoopSettings
from hub_connectors.offering import Offering

CONNECTOR = Offering(
    name="loop",
    title="Loop Returns",
    serves=frozenset({"returns"}),
    settings=LoopSettings,
    open=LoopConnector,
)

__all__ = ["CONNECTOR"]
