"""What both AfterShip connectors are opened with in their tests."""

from collections.abc import Awaitable, Callable
from typing import Any
from zoneinfo import ZoneInfo

import httpx

from domain.clock import Clock
from domain.customers import Customer
from domain.ids import CustomerId, MerchantId
from domain.languages import Language
from hub_connectors.offering import Connector, Opening
from hub_connectors.registry import find_offering, open_vendor
from runtime.clocks import RealCalendar, SystemClock
from runtime.database import Database
from runtime.http import VendorCall

SHOP = MerchantId("shop")
PARIS = ZoneInfo("Europe/Paris")


def connect(name: str, opening: Opening) -> Any:
    """The connector as the registry opens it for a merchant."""
    opened: Connector = open_vendor(name, opening)
    return opened


def make_opening(
    name: str,
    settings: dict[str, Any],
    *,
    database: Database,
    client: httpx.AsyncClient,
    calls: list[VendorCall] | None = None,
    clock: Clock | None = None,
    find_customer: Callable[[CustomerId], Awaitable[Customer]] | None = None,
) -> Opening:
    ticking = clock or SystemClock()
    return Opening(
        merchant=SHOP,
        settings=find_offering(name).settings.model_validate(settings),
        database=database,
        clock=ticking,
        calendar=RealCalendar(ticking, PARIS),
        language=Language.EN,
        client=client,
        observe=calls.append if calls is not None else None,
        find_customer=find_customer,
    )
