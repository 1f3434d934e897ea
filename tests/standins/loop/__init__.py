"""A stand-in for Loop Returns: its documented rules over real HTTP, its faults on demand, and a small portal."""

from tests.standins.loop.backstage import Fault
from tests.standins.loop.running import LoopStandIn

__all__ = ["Fault", "LoopStandIn"]
