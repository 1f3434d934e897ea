"""What the peers have in common: the tools of the signed-in customer, and what came of them."""

from typing import Protocol

from evals.peers.session import Reached, Way
from evals.peers.shop_tools import ShopTools
from evals.stage import Stage
from hub_connectors.sandbox.adapter import SandboxStore


class Answering(Protocol):
    """A framework that holds one conversation: what the shopper says in, what it answers out."""

    async def __call__(self, text: str) -> str: ...


class PeerSession:
    """Implements ``Session`` on a framework."""

    def __init__(self, tools: ShopTools, store: SandboxStore, answering: Answering) -> None:
        self._tools = tools
        self._store = store
        self._answering = answering
        self._shown = ""

    async def say(self, text: str) -> str:
        answer = await self._answering(text)
        self._shown += f"\n{answer}"
        return answer

    async def reached(self) -> Reached:
        ways = [await self._open(link) for link in self._tools.links if link in self._shown]
        return Reached(
            decisions=tuple((each.verdict.value, each.reason.value) for each in self._tools.decisions),
            ways=tuple(way for found in ways for way in found),
            handed_over=self._tools.handed_over,
        )

    async def _open(self, link: str) -> list[Way]:
        visit = await self._store.portal.find_visit(link.rsplit("/", 1)[-1])
        if visit is None:
            return []
        variants = {each.variant: each.titles["en"] for line in visit.lines for each in line.exchanges}
        return [
            Way(
                item=line.title("en"),
                resolution=visit.resolution.value if visit.resolution else "",
                variant=variants.get(chosen.exchange_for, "") if chosen.exchange_for else "",
            )
            for chosen in visit.chosen
            if (line := visit.order.line(chosen.line))
        ]


async def open_tools(stage: Stage, email: str) -> ShopTools:
    """Bound to one customer, as a careful shop would: no argument of a tool names whose records are read."""
    shop = await stage.install.shops.get_shop(stage.merchant)
    customers = shop.connections.customers
    customer = await customers.find_by_email(email) if customers else None
    assert customer, f"nobody has the address {email}"
    return ShopTools(shop=shop, customer=customer, base_url=stage.install.settings.base_url)
