"""A verified customer's own records: the proof is read again and ownership checked in code at every call."""

from collections.abc import Awaitable, Callable
from time import perf_counter
from typing import TypeVar

from agent.turn import Turn
from domain.claims import Claim
from domain.errors import NotAllowed
from domain.ids import CustomerId, OrderId
from domain.incidents import Incident
from domain.orders import Line, Order
from domain.outcomes import AddClaimStatement, ChooseIncidentWay, Write
from domain.parcels import Parcel
from domain.returns import Authority, ProviderAnswer, Return
from records.identity import find_proof

T = TypeVar("T")


class OwnAccount:
    """Implements ``domain.skills.OwnRecords``; orders are read once per turn, each use proves itself again."""

    def __init__(self, turn: Turn, customer: CustomerId) -> None:
        self._turn = turn
        self.customer = customer
        self._orders: tuple[Order, ...] | None = None

    async def list_orders(self) -> tuple[Order, ...]:
        await prove(self._turn, self.customer)
        port = self._turn.shop.connections.orders
        if port is None:
            return ()
        if self._orders is None:
            page = await called(self._turn, "orders.list", port.list_orders(self.customer))
            self._orders = tuple(order for order in page.items if order.owned_by(self.customer))
        return self._orders

    async def list_parcels(self, order: OrderId) -> tuple[Parcel, ...]:
        await self._check_order(order)
        port = self._turn.shop.connections.tracking
        return await called(self._turn, "tracking.list", port.list_parcels(order)) if port else ()

    async def list_returns(self, order: OrderId) -> tuple[Return, ...]:
        await self._check_order(order)
        port = self._turn.shop.connections.returns
        return await called(self._turn, "returns.list", port.list_returns(order)) if port else ()

    async def check_line(self, order: Order, line: Line) -> ProviderAnswer:
        await self._check_order(order.id)
        port = self._turn.shop.connections.returns
        if port is None:
            return ProviderAnswer(authority=Authority.NONE, eligible=None)
        return await called(self._turn, "returns.check", port.check_line(order, line))

    async def list_claims(self) -> tuple[Claim, ...]:
        await prove(self._turn, self.customer)
        port = self._turn.shop.connections.claims
        found = await called(self._turn, "claims.list", port.list_claims(self.customer)) if port else ()
        return tuple(claim for claim in found if claim.customer == self.customer)

    async def list_incidents(self) -> tuple[Incident, ...]:
        await prove(self._turn, self.customer)
        port = self._turn.shop.connections.incidents
        found = await called(self._turn, "incidents.list", port.list_incidents(self.customer)) if port else ()
        return tuple(incident for incident in found if incident.customer == self.customer)

    async def _check_order(self, order: OrderId) -> None:
        if all(own.id != order for own in await self.list_orders()):
            raise NotAllowed("the order is not this customer's")


def own_account(turn: Turn) -> OwnAccount | None:
    """The verified customer's account, one per turn; None while nobody is verified."""
    if turn.customer is None:
        return None
    if turn.own is None or turn.own.customer != turn.customer.id:
        turn.own = OwnAccount(turn, turn.customer.id)
    return turn.own


class OwnWriting:
    """Implements ``domain.skills.OwnWrites``: one proposal, confirmed, by the customer who owns the thing."""

    def __init__(self, turn: Turn, own: OwnAccount, key: str) -> None:
        self._turn = turn
        self._own = own
        self._key = key

    async def carry_out(self, write: Write) -> Claim | Incident:
        """``NotAllowed`` when the thing is somebody else's; the proposal's id is the idempotency key."""
        connections = self._turn.shop.connections
        if isinstance(write, ChooseIncidentWay):
            owned = any(each.id == write.incident for each in await self._own.list_incidents())
            incidents = connections.incidents
            if not owned or incidents is None:
                raise NotAllowed("no such incident")
            done = incidents.record_choice(write.incident, way=write.way, key=self._key)
            return await called(self._turn, "incidents.record_choice", done)
        assert isinstance(write, AddClaimStatement)
        claims = connections.claims
        if claims is None or all(each.id != write.claim for each in await self._own.list_claims()):
            raise NotAllowed("no such claim")
        kept = claims.record_statement(write.claim, text=write.text, key=self._key)
        return await called(self._turn, "claims.record_statement", kept)


async def prove(turn: Turn, customer: CustomerId) -> None:
    """Raises NotAllowed unless the conversation's proof, as it stands in the database now, is this customer's."""
    conversation = turn.conversation
    now = turn.tools.clock.now()
    proof = await turn.records.look_up(lambda c: find_proof(c, conversation.merchant, conversation.id, now))
    if proof is None or proof.customer != customer:
        raise NotAllowed("the proof has gone")


async def called(turn: Turn, name: str, call: Awaitable[T]) -> T:
    """Awaits a connector's call and notes it on the trace, failed or not."""
    since = perf_counter()
    outcome: Callable[[str], None] = lambda word: turn.trace.add("call", since=since, call=name, result=word)  # noqa: E731
    try:
        result = await call
    except Exception as error:
        outcome(type(error).__name__)
        raise
    outcome("ok")
    return result
