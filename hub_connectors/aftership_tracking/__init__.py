"""AfterShip Tracking: the parcels of an order, with their scans and the announced day."""

from hub_connectors.aftership_tracking.adapter import open_tracking
from hub_connectors.aftership_tracking.settings import TrackingSettings
from hub_connectors.offering import Offering

CONNECTOR = Offering(
    name="aftership_tracking",
    title="AfterShip Tracking",
    serves=frozenset({"tracking"}),
    settings=TrackingSettings,
    open=open_tracking,
)

__all__ = ["CONNECTOR"]
