"""Tokens, scopes, limits and faults: what is tried again, what is said, and what is never said."""

import time
from datetime import timedelta

import httpx
import pytest
from pydantic import ValidationError

from domain.errors import (
    AppError,
    CredentialsRejected,
    SettingsInvalid,
    VendorRefused,
    VendorUnavailable,
    VendorUnreadable,
)
from domain.ids import CustomerId, OrderId
from hub_connectors.shopify import queries
from hub_connectors.shopify.adapter import ShopifyShop
from hub_connectors.shopify.client import ShopifyClient, quote_term
from hub_connectors.shopify.limits import Limitation
from hub_connectors.shopify.refusals import check_user_errors, read_wait
from hub_connectors.shopify.settings import ShopifySettings
from hub_connectors.shopify.subscriptions import subscribe
from hub_connectors.shopify.webhooks import TOPICS
from runtime.clocks import StillClock
from runtime.http import VendorCall
from tests.hub_connectors.shopify.conftest import NOON, Opened
from tests.standins.shopify import Fault, ShopifyStandIn
from tests.standins.shopify.backstage import CLIENT_SECRET, TOKEN
from tests.standins.world import World

NOBODY = OrderId("ord_none")


async def look(shop: ShopifyShop) -> object:
    orders = shop.connections().orders
    assert orders
    return await orders.find_order(NOBODY)


async def test_a_client_fetches_a_token_once_and_again_in_time(opened: Opened, stand_in: ShopifyStandIn) -> None:
    clock = StillClock(NOON)
    shop = opened(by_client=True, clock=clock)
    await shop.check()
    await look(shop)
    assert stand_in.backstage.granted == 1
    clock.moment = NOON + timedelta(hours=23, minutes=56)
    await look(shop)
    assert stand_in.backstage.granted == 2


async def test_a_token_that_died_early_is_replaced(opened: Opened, stand_in: ShopifyStandIn) -> None:
    shop = opened(by_client=True)
    await look(shop)
    stand_in.backstage.tokens.clear()
    await look(shop)
    assert stand_in.backstage.granted == 2


async def test_a_rotated_client_is_rejected(opened: Opened, stand_in: ShopifyStandIn) -> None:
    stand_in.backstage.secret = "another"
    with pytest.raises(CredentialsRejected):
        await opened(by_client=True).check()


async def test_a_wrong_token_is_rejected_once(opened: Opened, stand_in: ShopifyStandIn) -> None:
    shop = opened(access_token="shpat_wrong")
    with pytest.raises(CredentialsRejected) as rejected:
        await shop.check()
    assert "shpat_wrong" not in str(rejected.value)
    assert len(stand_in.backstage.seen) == 1


async def test_another_shops_token_is_refused(opened: Opened) -> None:
    with pytest.raises(CredentialsRejected):
        await opened(shop="other.myshopify.com").check()


async def test_a_missing_scope_is_named(opened: Opened, stand_in: ShopifyStandIn) -> None:
    stand_in.backstage.shop.scopes = frozenset({"read_orders", "write_products", "read_customers"})
    with pytest.raises(CredentialsRejected) as rejected:
        await opened().check()
    assert rejected.value.fields["missing"] == ("read_returns",)


async def test_what_a_scope_forbids_is_a_refusal_with_its_code(
    shop: ShopifyShop, world: World, stand_in: ShopifyStandIn
) -> None:
    stand_in.backstage.shop.scopes -= {"read_returns"}
    returns = shop.connections().returns
    assert returns
    with pytest.raises(VendorRefused) as refused:
        await returns.list_returns(world.orders[0].id)
    assert refused.value.fields["vendor_code"] == "ACCESS_DENIED"


async def test_orders_older_than_60_days_are_hidden_and_that_is_said_once(
    shop: ShopifyShop, world: World, stand_in: ShopifyStandIn, calls: list[VendorCall]
) -> None:
    stand_in.backstage.shop.scopes -= {"read_all_orders"}
    old = next(order for order in world.orders if order.placed_at < world.now - timedelta(days=61))
    orders = shop.connections().orders
    assert orders
    assert old.id not in {each.id for each in (await orders.list_orders(old.customer)).items}
    await orders.list_orders(old.customer)
    assert await orders.find_order(old.id) is None
    assert await shop.limitations() == {Limitation.OLD_ORDERS_HIDDEN}
    said = [call for call in calls if call.problem == "orders_older_than_60_days_hidden"]
    assert len(said) == 1


async def test_nothing_is_hidden_from_a_token_that_reads_all(shop: ShopifyShop, calls: list[VendorCall]) -> None:
    orders = shop.connections().orders
    assert orders
    await orders.list_orders(CustomerId("nobody"))
    assert await shop.limitations() == frozenset()
    assert not [call for call in calls if call.problem]


@pytest.mark.parametrize("status", [200, 429])
async def test_a_drained_bucket_is_waited_for(
    shop: ShopifyShop, stand_in: ShopifyStandIn, calls: list[VendorCall], status: int
) -> None:
    stand_in.backstage.status_when_limited = status
    stand_in.backstage.bucket.shrink(size=1000, rate=500)
    stand_in.backstage.bucket.drain()
    since = time.monotonic()
    await look(shop)
    assert [call.problem for call in calls][:1] == ["vendor_unavailable"]
    assert calls[0].status == 429
    assert 0.4 < time.monotonic() - since < 6


async def test_a_bucket_that_fills_too_slowly_is_told(shop: ShopifyShop, stand_in: ShopifyStandIn) -> None:
    stand_in.backstage.bucket.shrink(size=1000, rate=20)
    stand_in.backstage.bucket.drain()
    since = time.monotonic()
    with pytest.raises(VendorUnavailable) as limited:
        await look(shop)
    assert limited.value.retry_after and 20 < limited.value.retry_after <= 30
    assert time.monotonic() - since < 1


def test_the_wait_is_read_from_the_bucket() -> None:
    status = {"maximumAvailable": 1000, "currentlyAvailable": 100, "restoreRate": 50}
    body = {"extensions": {"cost": {"requestedQueryCost": 200, "throttleStatus": status}}}
    assert 2 <= read_wait(body) <= 2.5
    assert 1 <= read_wait({}) <= 1.25


@pytest.mark.parametrize("fault", [Fault.BROKEN, Fault.INSIDE, Fault.LIMITED, Fault.LIMITED_SILENT])
async def test_a_read_is_tried_again(shop: ShopifyShop, stand_in: ShopifyStandIn, fault: Fault) -> None:
    stand_in.fail(fault)
    assert await look(shop) is None
    assert len(stand_in.backstage.seen) == 2


async def test_a_slow_answer_is_not_waited_for_forever(stand_in: ShopifyStandIn, http: httpx.AsyncClient) -> None:
    stand_in.fail(Fault.SLOW)
    settings = ShopifySettings.model_validate(stand_in.settings())
    client = ShopifyClient(settings, client=http, clock=StillClock(NOON), seconds=0.3)
    since = time.monotonic()
    with pytest.raises(VendorUnavailable):
        await client.ask("test", queries.ACCESS)
    assert time.monotonic() - since < 2


@pytest.mark.parametrize("fault", [Fault.HTML, Fault.CUT, Fault.NO_OBJECT, Fault.NO_DATA, Fault.WRONG_SHAPE])
async def test_what_cannot_be_read_is_said_to_be_unreadable(
    shop: ShopifyShop, stand_in: ShopifyStandIn, fault: Fault
) -> None:
    stand_in.fail(fault)
    with pytest.raises(VendorUnreadable):
        await look(shop)


async def test_no_secret_stands_in_an_error_or_a_call(
    opened: Opened, stand_in: ShopifyStandIn, calls: list[VendorCall]
) -> None:
    shop = opened(by_client=True)
    for fault in (Fault.HTML, Fault.NO_DATA, Fault.WRONG_SHAPE, Fault.CUT):
        stand_in.fail(fault)
        with pytest.raises(AppError) as failed:
            await look(shop)
        told = f"{failed.value!r} {failed.value.fields} {failed.value.__cause__!r} {calls}"
        assert CLIENT_SECRET not in told
        assert "shpca_" not in told
    settings = ShopifySettings.model_validate(stand_in.settings(by_client=True))
    assert CLIENT_SECRET not in repr(settings)


async def test_every_question_names_its_version_and_carries_the_token(
    shop: ShopifyShop, stand_in: ShopifyStandIn
) -> None:
    await look(shop)
    seen = stand_in.backstage.seen[0]
    assert seen.path == "/admin/api/2026-10/graphql.json"
    assert seen.headers["x-shopify-access-token"] == TOKEN
    assert "authorization" not in seen.headers


async def test_topics_are_subscribed_to_once_and_carry_no_names(shop: ShopifyShop, stand_in: ShopifyStandIn) -> None:
    stand_in.backstage.bucket.shrink(size=1e9, rate=1e9)
    made = await subscribe(shop.client, "https://hub.example/webhooks/shopify")
    assert made == TOPICS
    assert await subscribe(shop.client, "https://hub.example/webhooks/shopify") == ()
    assert {"id", "updated_at"} <= set(stand_in.backstage.shop.subscriptions[0]["includeFields"])
    assert "email" not in stand_in.backstage.shop.subscriptions[0]["includeFields"]


async def test_a_user_error_is_a_refusal_although_the_status_is_200(shop: ShopifyShop) -> None:
    with pytest.raises(VendorRefused):
        await subscribe(shop.client, "https://hub.example/../webhooks")
    with pytest.raises(VendorRefused):
        await subscribe(shop.client, "http://hub.example/webhooks")
    with pytest.raises(VendorRefused) as refused:
        check_user_errors({"orderCancelUserErrors": [{"code": "NOT_FOUND", "message": "no"}]})
    assert refused.value.fields["vendor_code"] == "NOT_FOUND"


async def test_a_write_is_never_sent_twice(shop: ShopifyShop, stand_in: ShopifyStandIn) -> None:
    stand_in.fail(Fault.BROKEN)
    with pytest.raises(VendorUnavailable):
        await shop.client.change("test", "mutation Subscribe { __typename }")
    assert len(stand_in.backstage.seen) == 1


@pytest.mark.parametrize(
    ("typed", "quoted"), [("MA-1", '"MA-1"'), ('a"b', '"a\\"b"'), ("a\\b", '"a\\\\b"'), ("a\nb\x00", '"ab"')]
)
def test_a_term_stays_one_phrase(typed: str, quoted: str) -> None:
    assert quote_term(typed) == quoted


@pytest.mark.parametrize(
    "given",
    [
        {"shop": "maison-alder.example", "access_token": "x"},
        {"shop": "maison-alder.myshopify.com.evil.example", "access_token": "x"},
        {"shop": "maison-alder.myshopify.com"},
        {"shop": "maison-alder.myshopify.com", "client_id": "x"},
        {"shop": "maison-alder.myshopify.com", "access_token": "x", "base_url": "http://10.0.0.1"},
        {"shop": "maison-alder.myshopify.com", "access_token": "x", "storefront": "http://shop.example"},
        {"shop": "maison-alder.myshopify.com", "access_token": "x", "unheard": 1},
    ],
)
def test_settings_that_do_not_fit_are_refused_unshown(given: dict[str, object]) -> None:
    with pytest.raises(ValidationError) as refused:
        ShopifySettings.model_validate(given)
    assert "input_value" not in str(refused.value)


def test_settings_are_read_as_merchants_write_them() -> None:
    read = ShopifySettings.model_validate(
        {
            "shop": "https://Maison-Alder.myshopify.com/",
            "access_token": "x",
            "categories": {" Knit Wear": "knitwear"},
            "storefront": "shop.example",
        }
    )
    assert (read.shop, read.admin_url) == ("maison-alder.myshopify.com", "https://maison-alder.myshopify.com")
    assert (read.categories, read.storefront_url) == ({"knit wear": "knitwear"}, "https://shop.example")


async def test_login_is_not_offered_without_a_customer_client(shop: ShopifyShop) -> None:
    assert not shop.login.available
    with pytest.raises(SettingsInvalid):
        await shop.login.begin("https://hub.example/sign-in")
