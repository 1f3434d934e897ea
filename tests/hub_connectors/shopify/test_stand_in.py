"""The stand-in is as strict as the documentation, and every question of ours fits under the highest price."""

from typing import Any

import httpx
import pytest
from graphql import parse

from hub_connectors.shopify import queries, subscriptions
from tests.standins.shopify import ShopifyStandIn
from tests.standins.shopify.backstage import TOKEN
from tests.standins.shopify.costs import Costs
from tests.standins.shopify.graph import schema
from tests.standins.world import World

QUESTIONS = {
    name: value
    for module in (queries, subscriptions)
    for name, value in vars(module).items()
    if name.isupper() and not name.startswith("_") and isinstance(value, str)
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_question_costs_more_than_a_question_may(name: str) -> None:
    """By the older and dearer rule, and with room to spare."""
    assert Costs(schema(), {}).ask(parse(QUESTIONS[name])) <= 800


async def ask(stand_in: ShopifyStandIn, http: httpx.AsyncClient, question: str, **more: Any) -> httpx.Response:
    version, token = more.pop("version", "2026-10"), more.pop("token", TOKEN)
    return await http.post(
        f"{stand_in.root_url}/admin/api/{version}/graphql.json",
        json={"query": question, "variables": more},
        headers={"x-shopify-access-token": token},
    )


async def test_a_field_that_does_not_exist_is_refused(stand_in: ShopifyStandIn, http: httpx.AsyncClient) -> None:
    told = (await ask(stand_in, http, '{ order(id: "gid://shopify/Order/1") { orderNumber } }')).json()
    assert told["errors"][0]["extensions"]["code"] == "undefinedField"
    assert "data" not in told


async def test_doors(stand_in: ShopifyStandIn, http: httpx.AsyncClient) -> None:
    question = "{ shop { name } }"
    assert (await ask(stand_in, http, question, token="x")).status_code == 401
    assert (await ask(stand_in, http, question, version="2019-01")).status_code == 404
    assert (await ask(stand_in, http, question)).json()["data"] == {"shop": {"name": "Maison Alder"}}
    bearer = await http.post(
        f"{stand_in.root_url}/admin/api/2026-10/graphql.json",
        json={"query": question},
        headers={"authorization": f"Bearer {TOKEN}"},
    )
    assert bearer.status_code == 401


async def test_prices_and_pages(stand_in: ShopifyStandIn, http: httpx.AsyncClient) -> None:
    dear = "{ orders(first: 200) { nodes { id lineItems(first: 50) { nodes { id } } } } }"
    assert (await ask(stand_in, http, dear)).json()["errors"][0]["extensions"]["code"] == "MAX_COST_EXCEEDED"
    assert (await ask(stand_in, http, "{ orders { nodes { id } } }")).json()["errors"]
    told = (await ask(stand_in, http, "{ shop { name } }")).json()["extensions"]["cost"]
    assert told["requestedQueryCost"] >= told["actualQueryCost"] > 0


async def test_search_finds_neighbours_and_knows_no_phone(
    stand_in: ShopifyStandIn, http: httpx.AsyncClient, world: World
) -> None:
    question = "query ($search: String) { orders(first: 5, query: $search) { nodes { name } } }"
    number = world.orders[3].number
    found = (await ask(stand_in, http, question, search=f'name:"{number}"')).json()["data"]["orders"]["nodes"]
    assert len(found) == 2
    assert found[1] == {"name": number}
    by_phone = (await ask(stand_in, http, question, search='phone:"+33612345678"')).json()
    assert by_phone["data"]["orders"]["nodes"] == []
