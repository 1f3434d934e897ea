"""Loop as one merchant has it: the Returns port, the check of its key, its webhooks and its sync."""

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from time import monotonic

from sqlalchemy.engine import Connection

from domain.connections import Connections
from domain.errors import VendorRefused, VendorUnreadable
from domain.ids import OrderId
from domain.orders import Line, Order
from domain.returns import Authority, PortalVisit, ProviderAnswer, Return
from hub_connectors.loop.client import LoopClient
from hub_connectors.loop.index import note_visited
from hub_connectors.loop.looking import Looking
from hub_connectors.loop.mapping import to_answer, to_return
from hub_connectors.loop.settings import LookUp, LoopSettings, is_safe_address
from hub_connectors.loop.syncing import Synced, Syncing
from hub_connectors.loop.webhooks import apply_event, read_event
from hub_connectors.loop.wire import LoopEligibility
from hub_connectors.offering import Delivered, Opening

SILENT = ProviderAnswer(authority=Authority.NONE, eligible=None)
_ADVICE_SECONDS = 30.0
_MOST_ADVICE = 256


class LoopReturns:
    """Implements ``domain.returns.Returns``."""

    def __init__(self, opening: Opening, settings: LoopSettings, client: LoopClient, looking: Looking) -> None:
        self._opening = opening
        self._settings = settings
        self._client = client
        self._looking = looking
        self._advice: dict[str, tuple[float, asyncio.Task[LoopEligibility | None]]] = {}

    async def list_returns(self, order: OrderId) -> tuple[Return, ...]:
        rows = await self._looking.list_returns(order)
        zone = self._opening.calendar.zone
        found = [to_return(row, zone=zone) for row in rows]
        return tuple(sorted(found, key=lambda each: (each.created, each.id), reverse=True))

    async def check_line(self, order: Order, line: Line) -> ProviderAnswer:
        """Advice only; where the plan has none, or Loop does not know the order, Loop is silent."""
        answer = await self._advise(order.number) if self._settings.eligibility else None
        return to_answer(answer, line) if answer else SILENT

    async def portal_url(self, visit: PortalVisit) -> str:
        """Loop opens the order; lines and resolution are chosen there. Raises VendorRefused when no way leads in."""
        try:
            url = await self._make_link(visit)
        except VendorRefused:
            if not self._settings.portal:
                raise
            url = self._settings.portal
        merchant, order, now = self._opening.merchant, visit.order.id, self._opening.clock.now()
        await self._opening.database.merchant(merchant).write(lambda c: note_visited(c, merchant, order, now))
        return url

    async def _make_link(self, visit: PortalVisit) -> str:
        secret = await self._look_up_secret(visit.order)
        url = await self._client.make_link(visit.order.number, secret, gift=visit.by_recipient)
        if not is_safe_address(url):
            raise VendorUnreadable("loop sent a link that is no safe address")
        return url

    async def _look_up_secret(self, order: Order) -> str:
        """What the shop has shoppers type beside the order's name; the buyer's, since the order is theirs."""
        if self._settings.look_up is LookUp.ZIP:
            secret: str | None = order.postcode
        else:
            find = self._opening.find_customer
            customer = await find(order.customer) if find else None
            email = self._settings.look_up is LookUp.EMAIL
            secret = None if customer is None else customer.email if email else customer.phone
        if not secret:
            raise VendorRefused(f"the order has no {self._settings.look_up} to open the portal with")
        return secret

    async def _advise(self, order_name: str) -> LoopEligibility | None:
        """One question for all lines of an order, whoever asks first; a failure is not kept."""
        now = monotonic()
        for name in [name for name, (until, _) in self._advice.items() if until < now]:
            del self._advice[name]
        kept = self._advice.get(order_name)
        if kept is None or (kept[1].done() and (kept[1].cancelled() or kept[1].exception())):
            if len(self._advice) >= _MOST_ADVICE:
                self._advice.clear()
            kept = now + _ADVICE_SECONDS, asyncio.create_task(self._client.find_eligibility(order_name))
            self._advice[order_name] = kept
        return await asyncio.shield(kept[1])


class LoopConnector:
    """Implements ``hub_connectors.offering.Connector``, and has a sync besides."""

    def __init__(self, opening: Opening) -> None:
        assert isinstance(opening.settings, LoopSettings)
        self._opening = opening
        self._settings = opening.settings
        self._client = LoopClient(self._settings, client=opening.client, observe=opening.observe)
        looking = Looking(opening.database, opening.merchant, client=self._client, clock=opening.clock)
        self._returns = LoopReturns(opening, self._settings, self._client, looking)
        history = timedelta(days=self._settings.history_days)
        self._syncing = Syncing(opening.database, opening.merchant, client=self._client, history=history)

    def connections(self) -> Connections:
        return Connections(returns=self._returns)

    async def check(self) -> None:
        await self._client.check(self._opening.clock.now())

    async def sync(self, now: datetime) -> Synced:
        """Brings the index up to ``now``; for the install's loop, every few minutes. Safe to run twice at once."""
        return await self._syncing.sync(now)

    def read_webhook(self, raw: bytes, headers: Mapping[str, str]) -> Delivered:
        return read_event(raw, headers, self._settings)

    def apply_webhook(self, connection: Connection, delivered: Delivered) -> None:
        apply_event(connection, self._opening.merchant, delivered, self._opening.clock.now())
