"""A stand-in for AfterShip Tracking on loopback, loaded from the demo shop."""

from tests.standins.aftership_tracking.running import AfterShipTrackingStandIn

__all__ = ["AfterShipTrackingStandIn"]
