"""Diagnose an order: what is right, the first thing that is not, and nothing told to who may not see it."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx
import pytest
from sqlalchemy.engine import Connection

from records.audit import list_audit
from records.merchants import find_merchant, save_merchant
from tests.seeded import Served
from tests.standins.loop import Fault, LoopStandIn
from tests.standins.world import World, read_world
from tests.web.console.team import HOME, OBSERVER, SUPPLIER, Desk, own, sign_in
from web.seed import DEMO

CAMILLE, JONAS = "camille.laurent@example.com", "jonas.becker@example.com"
ORDER = "MA-104233"


@pytest.fixture(scope="module")
def desk(served: Served) -> Desk:
    return sign_in(served.url)


def _diagnose(desk: Desk, number: str = ORDER, email: str = CAMILLE, status: int = 200) -> str:
    return desk.post("/diagnose", status, mark=desk.mark("/diagnose"), number=number, email=email)


def _switch(served: Served, **changed: Any) -> None:
    def change(connection: Connection) -> None:
        row = find_merchant(connection, DEMO)
        assert row
        save_merchant(connection, replace(row, **changed))

    served.install.database.run_now(change, DEMO)
    served.install.shops.forget(DEMO)


@pytest.fixture
def _as_before(served: Served) -> Iterator[None]:
    yield
    _switch(served, agent_on=True, hub_on=True, skills_off=())


def test_an_order_in_order(desk: Desk) -> None:
    page = _diagnose(desk)
    assert "Everything is right" in page
    assert "found in Maison Alder" in page
    assert "It is an order of Camille Laurent" in page
    assert "Alba jacket" in page
    assert "The rules that were applied" in page


def test_a_number_may_be_typed_as_people_type_it(desk: Desk) -> None:
    assert "Everything is right" in _diagnose(desk, " ma-104233 ", CAMILLE.upper())


def test_nothing_typed_is_asked_for_again(desk: Desk) -> None:
    assert "Both are needed" in _diagnose(desk, "", CAMILLE, 422)
    assert "Type the number of an order" in desk.get("/diagnose")
    assert 'value="MA-1"' in desk.get("/diagnose?number=MA-1")


def test_an_unknown_number_shows_what_they_did_order(desk: Desk) -> None:
    page = _diagnose(desk, "MA-000000")
    assert "has no order MA-000000" in page
    assert f"/diagnose?number={ORDER}" in page


def test_an_unknown_address_says_so(desk: Desk) -> None:
    assert "knows nobody with the address nobody@example.com" in _diagnose(desk, email="nobody@example.com")


def test_somebody_elses_order_stops_there(desk: Desk) -> None:
    page = _diagnose(desk, email=JONAS)
    assert "It is not an order of Jonas Becker" in page
    assert "Camille" not in page
    assert "Alba jacket" not in page


@pytest.mark.usefixtures("_as_before")
def test_the_first_cause_is_explained_and_all_is_shown(served: Served, desk: Desk) -> None:
    _switch(served, agent_on=False, skills_off=("returns",))
    page = _diagnose(desk)
    assert "The agent is switched off" in page
    assert "It was switched off under Skills" not in page, "one cause is explained at a time"
    assert page.count("Look here") == 2
    _switch(served, agent_on=True)
    page = _diagnose(desk)
    assert "It was switched off under Skills" in page
    assert f'href="{HOME}/skills/returns"' in page


@pytest.mark.usefixtures("_as_before")
def test_a_closed_hub_is_named_with_its_mend(served: Served, desk: Desk) -> None:
    _switch(served, hub_on=False)
    assert f'href="{HOME}/settings#hub"' in _diagnose(desk)


def test_a_refusal_of_the_rules_says_why(desk: Desk) -> None:
    page = _diagnose(desk, "MA-387120")
    assert "The rules let none of its lines come back" in page
    assert f'href="{HOME}/policy"' in page


def test_a_provider_that_fails_is_the_cause(served: Served, desk: Desk) -> None:
    with LoopStandIn(_world(served), clock=served.install.clock, shop_numbers=True) as loop:
        desk.post("/connections/loop", look_up="zip", history_days="120", **loop.settings())
        try:
            page = _diagnose(desk)
            assert "Everything is right" in page
            assert loop.root_url.removeprefix("http://") in page
            loop.fail(*[Fault(status=401, path="/order/link", body='{"error": {}}')] * 4)
            page = _diagnose(desk)
            assert "Loop Returns did not answer, or refused us" in page
            assert f'href="{HOME}/connections"' in page
        finally:
            desk.post("/connections/loop/disconnect")


def _world(served: Served) -> World:
    async def read() -> World:
        customers = (await served.install.shops.get_shop(DEMO)).connections.customers
        assert customers
        camille = await customers.find_by_email(CAMILLE)
        assert camille
        return await read_world(served.install.database, DEMO, clock=served.install.clock, customers=[camille.id])

    return asyncio.run(read())


def test_looking_is_on_record_without_the_address(served: Served, desk: Desk) -> None:
    _diagnose(desk)
    noted = served.install.database.run_now(lambda c: list_audit(c, DEMO), DEMO)
    looked = [each for each in noted if each.verb == "diagnosed"]
    assert looked[0].subject == f"order {ORDER}"
    assert CAMILLE not in str(looked)


def test_who_may_look(served: Served) -> None:
    assert "Everything is right" in _diagnose(sign_in(served.url, OBSERVER))
    supplier = sign_in(served.url, SUPPLIER)
    sent = {"mark": "0", "number": ORDER, "email": CAMILLE}
    assert supplier.client.get(f"{HOME}/diagnose").status_code == 403
    assert supplier.client.post(f"{HOME}/diagnose", data=sent, headers=own(supplier.client)).status_code == 403
    assert httpx.get(f"{served.url}{HOME}/diagnose").status_code == 303


def test_it_speaks_french(desk: Desk) -> None:
    desk.get("/diagnose?lang=fr")
    assert "Tout est en ordre" in _diagnose(desk)
    desk.get("/diagnose?lang=en")
