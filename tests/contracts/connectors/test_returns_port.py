"""What every returns provider owes us, whoever it is: told, silent, slow, refused or unreadable, in the same words."""

import shutil
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from domain.errors import CredentialsRejected, VendorUnavailable, VendorUnreadable
from domain.ids import OrderId
from domain.orders import Order
from domain.returns import PortalVisit, Return, Returns
from evals.stage import known_day
from hub_connectors.registry import open_sandbox
from runtime.database import Database
from runtime.http import VendorCall
from tests.hub_connectors.aftership_opening import connect, make_opening
from tests.standins import aftership
from tests.standins.aftership_returns import AfterShipReturnsStandIn
from tests.standins.loop import Fault as LoopFault
from tests.standins.loop import LoopStandIn
from tests.standins.world import World, read_world
from web.seed import DEMO

JONAS = "jonas.becker@example.com"
CLOCK = known_day()


@dataclass(frozen=True, kw_only=True)
class Provider:
    """One provider with its stand-in; ``fail`` makes every next request meet a fault."""

    port: Returns
    host: str
    key: str
    calls: list[VendorCall]
    fail: Callable[..., None]
    with_key: Callable[[str], Any]


@pytest.fixture(scope="session")
async def shop(template: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[Database, World]]:
    folder = tmp_path_factory.mktemp("contract")
    shutil.copytree(template, folder, dirs_exist_ok=True)
    database = Database(f"sqlite:///{folder / 'aftercare.db'}")
    customers = open_sandbox(database, DEMO, CLOCK).connections().customers
    assert customers
    jonas = await customers.find_by_email(JONAS)
    assert jonas
    yield database, await read_world(database, DEMO, clock=CLOCK, customers=[jonas.id])
    database.close()


@pytest.fixture(params=["loop", "aftership_returns"])
async def provider(request: pytest.FixtureRequest, shop: tuple[Database, World]) -> AsyncIterator[Provider]:
    database, world = shop
    name, calls = request.param, list[VendorCall]()
    stand_in: Any = (
        LoopStandIn(world, clock=CLOCK, shop_numbers=True) if name == "loop" else AfterShipReturnsStandIn(world)
    )
    fault: Any = LoopFault if name == "loop" else aftership.Fault

    async def find_customer(customer: Any) -> Any:
        return world.customer(customer)

    async with stand_in, httpx.AsyncClient() as client:

        def open_it(**changed: str) -> Any:
            settings = stand_in.settings(**changed)
            return connect(
                name,
                make_opening(
                    name,
                    settings,
                    database=database,
                    client=client,
                    calls=calls,
                    clock=CLOCK,
                    find_customer=find_customer,
                ),
            )

        yield Provider(
            port=open_it().connections().returns,
            host=stand_in.root_url,
            key=stand_in.settings()["api_key"],
            calls=calls,
            fail=lambda **told: stand_in.fail(*[fault(**told) for _ in range(12)]),
            with_key=lambda key: open_it(api_key=key),
        )


@pytest.fixture
def order(shop: tuple[Database, World]) -> Order:
    """One that something was sent back from."""
    _, world = shop
    return next(each for each in world.orders if world.returns[each.id])


def _told(made: Return) -> tuple[object, ...]:
    return made.number, made.order, made.state, made.resolution, made.lines, made.refund and made.refund.amount


async def test_found_as_the_demo_shop_tells_it(provider: Provider, shop: tuple[Database, World], order: Order) -> None:
    heard = await provider.port.list_returns(order.id)
    assert [_told(each) for each in heard] == [_told(each) for each in shop[1].returns[order.id]]
    assert all(each.created.tzinfo and each.updated.tzinfo for each in heard), "times keep their zone"


async def test_absent_is_an_empty_list(provider: Provider) -> None:
    assert await provider.port.list_returns(OrderId("no-such-order")) == ()


async def test_a_link_leads_to_the_providers_own_house(provider: Provider, order: Order) -> None:
    url = await provider.port.portal_url(PortalVisit(order=order, lines=(), resolution=None))
    assert url.startswith(provider.host)


async def _link(provider: Provider, order: Order) -> str:
    return await provider.port.portal_url(PortalVisit(order=order, lines=(), resolution=None))


async def test_limited_says_try_later(provider: Provider, order: Order) -> None:
    provider.fail(status=429, body='{"meta": {"code": 42900}}')
    with pytest.raises(VendorUnavailable):
        await _link(provider, order)


async def test_broken_says_try_later(provider: Provider, order: Order) -> None:
    provider.fail(status=503, body='{"meta": {"code": 50300}}')
    with pytest.raises(VendorUnavailable):
        await _link(provider, order)


async def test_html_is_unreadable(provider: Provider, order: Order) -> None:
    provider.fail(status=200, body="<!doctype html><title>Hello</title>", content_type="text/html")
    with pytest.raises(VendorUnreadable):
        await _link(provider, order)


async def test_a_cut_answer_is_no_answer(provider: Provider, order: Order) -> None:
    provider.fail(cut=True, body='{"meta": {"code": 2')
    with pytest.raises((VendorUnavailable, VendorUnreadable)):
        await _link(provider, order)


async def test_too_slow_says_try_later(provider: Provider, order: Order) -> None:
    provider.fail(delay=7.0)
    with pytest.raises(VendorUnavailable):
        await _link(provider, order)


async def test_a_wrong_key_is_said_and_never_shown(provider: Provider) -> None:
    connector = provider.with_key("a-secret-that-is-wrong")
    with pytest.raises(CredentialsRejected) as refused:
        await connector.check()
    told = f"{refused.value!r} {refused.value.fields} {refused.value.__cause__!r} {provider.calls} {connector!r}"
    assert "a-secret-that-is-wrong" not in told
    assert provider.key not in told
