"""A stand-in for AfterShip Returns on loopback, loaded from the demo shop."""

from tests.standins.aftership_returns.running import AfterShipReturnsStandIn

__all__ = ["AfterShipReturnsStandIn"]
