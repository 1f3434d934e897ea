"""Every connector by name: the demo shop, and the vendors that a merchant may connect."""

from collections.abc import Sequence
from dataclasses import fields, replace

from domain.clock import Clock
from domain.connections import Connections
from domain.errors import SettingsInvalid
from domain.ids import MerchantId
from hub_connectors.aftership_returns import CONNECTOR as AFTERSHIP_RETURNS
from hub_connectors.aftership_tracking import CONNECTOR as AFTERSHIP_TRACKING
from hub_connectors.loop import CONNECTOR as LOOP
from hub_connectors.offering import Connector, Offering, Opening
from hub_connectors.sandbox.adapter import SandboxStore
from hub_connectors.sandbox.calendar import SandboxCalendar
from hub_connectors.shopify import CONNECTOR as SHOPIFY
from runtime.database import Database

SANDBOX = "sandbox"
VENDORS: dict[str, Offering] = {
    "aftership_returns": AFTERSHIP_RETURNS,
    "aftership_tracking": AFTERSHIP_TRACKING,
    "loop": LOOP,
    "shopify": SHOPIFY,
}
CONNECTORS = frozenset({SANDBOX, *VENDORS})


def open_sandbox(database: Database, merchant: MerchantId, clock: Clock) -> SandboxStore:
    return SandboxStore(database, merchant, SandboxCalendar(clock))


def find_offering(name: str) -> Offering:
    """Raises SettingsInvalid for a vendor that does not exist."""
    if name not in VENDORS:
        raise SettingsInvalid(f"no connector is called {name!r}")
    return VENDORS[name]


def open_vendor(name: str, opening: Opening) -> Connector:
    return find_offering(name).open(opening)


def join(offered: Sequence[Connections]) -> Connections:
    """Each port from the first that serves it."""
    joined = Connections()
    for each in offered:
        missing = {field.name: getattr(each, field.name) for field in fields(Connections)}
        kept = {name: port for name, port in missing.items() if getattr(joined, name) is None}
        joined = replace(joined, **kept)
    return joined
