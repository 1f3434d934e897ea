"""Every connector by name; opening one is giving it the merchant it serves."""

from collections.abc import Callable
from typing import Protocol

from domain.clock import Clock, ShopCalendar
from domain.connections import Connections
from domain.errors import SettingsInvalid
from domain.ids import MerchantId
from hub_connectors.sandbox.adapter import SandboxStore
from hub_connectors.sandbox.calendar import SandboxCalendar
from runtime.database import Database


class Connector(Protocol):
    """A vendor as one merchant has it: its ports, and the calendar that the shop counts its days by."""

    @property
    def calendar(self) -> ShopCalendar: ...

    def connections(self) -> Connections: ...


def _open_sandbox(database: Database, merchant: MerchantId, clock: Clock) -> SandboxStore:
    return SandboxStore(database, merchant, SandboxCalendar(clock))


CONNECTORS: dict[str, Callable[[Database, MerchantId, Clock], Connector]] = {"sandbox": _open_sandbox}


def open_connector(name: str, *, database: Database, merchant: MerchantId, clock: Clock) -> Connector:
    """Raises SettingsInvalid for a connector that does not exist."""
    if name not in CONNECTORS:
        raise SettingsInvalid(f"no connector is called {name!r}")
    return CONNECTORS[name](database, merchant, clock)
