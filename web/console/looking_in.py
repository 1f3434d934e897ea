"""One order's records as its owner's skill would read them, for a teammate who looks in."""

from dataclasses import dataclass

from domain.claims import Claim
from domain.connections import Connections
from domain.ids import OrderId
from domain.incidents import Incident
from domain.mentions import Match, OwnedLine
from domain.orders import Line, Order
from domain.parcels import Parcel
from domain.returns import Authority, ProviderAnswer, Return


@dataclass(frozen=True, slots=True)
class LookingIn:
    """Implements ``domain.skills.OwnRecords`` for one order that was found to be the customer's; no other is read."""

    ports: Connections
    order: Order

    async def list_orders(self) -> tuple[Order, ...]:
        return (self.order,)

    async def list_parcels(self, order: OrderId) -> tuple[Parcel, ...]:
        tracking = self.ports.tracking if order == self.order.id else None
        return await tracking.list_parcels(order) if tracking else ()

    async def list_returns(self, order: OrderId) -> tuple[Return, ...]:
        returns = self.ports.returns if order == self.order.id else None
        return await returns.list_returns(order) if returns else ()

    async def check_line(self, order: Order, line: Line) -> ProviderAnswer:
        if self.ports.returns is None or order.id != self.order.id:
            return ProviderAnswer(authority=Authority.NONE, eligible=None)
        return await self.ports.returns.check_line(order, line)

    async def list_claims(self) -> tuple[Claim, ...]:
        return ()

    async def list_incidents(self) -> tuple[Incident, ...]:
        return ()


class NoMentions:
    """Implements ``domain.mentions.Mentions``: nobody says anything here."""

    def match(self, mention: str, lines: tuple[OwnedLine, ...]) -> tuple[Match, ...]:
        return ()
