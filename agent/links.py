"""Short links made during a turn; each is a row (a door) that is written in the turn's transaction."""

import json
from datetime import timedelta

from sqlalchemy.engine import Connection

from domain.clock import Clock
from domain.ids import ClaimId, CustomerId, IncidentId, MerchantId, OrderId, ReturnId
from domain.links import HubPage
from domain.returns import Resolution, ReturnedLine
from records.identity import Door, open_door
from runtime.crypto import Keys, new_token

PURPOSE = "door"
_PORTAL_LIFE = timedelta(hours=24)
_HUB_LIFE = timedelta(days=7)


class TurnLinks:
    """Implements ``domain.links.Links`` for one customer; without one, links lead to the hub's sign-in."""

    def __init__(
        self,
        *,
        merchant: MerchantId,
        customer: CustomerId | None,
        language: str,
        keys: Keys,
        clock: Clock,
        base_url: str,
    ) -> None:
        self.customer = customer
        self.language = language
        self._merchant = merchant
        self._keys = keys
        self._clock = clock
        self._base = base_url
        self._doors: list[tuple[Door, str]] = []
        self.made: set[str] = set()

    def portal(
        self, order: OrderId, *, lines: tuple[ReturnedLine, ...] = (), resolution: Resolution | None = None
    ) -> str:
        target: dict[str, object] = {
            "order": order,
            "lines": [[part.line, part.quantity, part.exchange_for] for part in lines],
            "resolution": resolution.value if resolution else None,
        }
        return self._door("portal", target, _PORTAL_LIFE)

    def hub(self, page: HubPage, target: OrderId | ReturnId | ClaimId | IncidentId | None = None) -> str:
        if self.customer is None:
            url = f"{self._base}/hub/{self._merchant}"
            self.made.add(url)
            return url
        return self._door("hub", {"page": page.value, "target": target}, _HUB_LIFE)

    def keep(self, connection: Connection) -> None:
        """Writes the doors that were made."""
        for door, token_hash in self._doors:
            open_door(connection, door, token_hash)

    def _door(self, purpose: str, target: dict[str, object], life: timedelta) -> str:
        if self.customer is None:
            raise ValueError("a door needs a customer")
        token = new_token(16)
        door = Door(
            merchant=self._merchant,
            customer=self.customer,
            purpose=purpose,
            target=json.dumps({**target, "lang": self.language}),
            expires=self._clock.now() + life,
        )
        self._doors.append((door, self._keys.hash(PURPOSE, token)))
        url = f"{self._base}/r/{token}"
        self.made.add(url)
        return url
