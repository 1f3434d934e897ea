"""AfterShip Tracking as the Tracking port of one merchant."""

from collections.abc import Mapping

from sqlalchemy.engine import Connection

from domain.connections import Connections
from domain.ids import OrderId
from domain.parcels import Parcel
from hub_connectors.aftership import KEY_HEADER, AfterShip
from hub_connectors.aftership_tracking import webhooks
from hub_connectors.aftership_tracking.client import TrackingClient
from hub_connectors.aftership_tracking.mapping import is_outward, map_parcel
from hub_connectors.aftership_tracking.settings import LEGACY, TrackingSettings
from hub_connectors.offering import Delivered, Opening

_LEGACY_KEY_HEADER = "aftership-api-key"


class AfterShipTracking:
    """Implements ``domain.parcels.Tracking``."""

    def __init__(self, client: TrackingClient) -> None:
        self._client = client

    async def list_parcels(self, order: OrderId) -> tuple[Parcel, ...]:
        found = [each for each in await self._client.list_trackings(order) if is_outward(each)]
        names = await self._client.name_couriers({each.slug for each in found if each.slug})
        first_sent = sorted(found, key=lambda each: (each.created_at or "", each.id))
        return tuple(map_parcel(each, order, names.get(each.slug or "", "")) for each in first_sent)


class TrackingConnector:
    """Implements ``hub_connectors.offering.Connector``."""

    def __init__(self, settings: TrackingSettings, opening: Opening) -> None:
        self._settings = settings
        key_header = _LEGACY_KEY_HEADER if settings.version == LEGACY else KEY_HEADER
        api = AfterShip("aftership_tracking", settings, opening, key_header=key_header)
        self._client = TrackingClient(api, settings.version)

    def connections(self) -> Connections:
        return Connections(tracking=AfterShipTracking(self._client))

    async def check(self) -> None:
        await self._client.check()

    def read_webhook(self, raw: bytes, headers: Mapping[str, str]) -> Delivered:
        return webhooks.read_webhook(raw, headers, self._settings)

    def apply_webhook(self, connection: Connection, delivered: Delivered) -> None:
        """Nothing is kept of parcels."""


def open_tracking(opening: Opening) -> TrackingConnector:
    settings = opening.settings
    if not isinstance(settings, TrackingSettings):
        raise TypeError("not the settings of AfterShip Tracking")
    return TrackingConnector(settings, opening)
