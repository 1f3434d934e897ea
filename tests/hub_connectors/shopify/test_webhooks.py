"""Events of Shopify: good, forged, rotated, another shop's, and those that cannot be read."""

import json

import pytest

from domain.errors import PayloadUnrecognised, SignatureInvalid
from hub_connectors.shopify.adapter import ShopifyShop
from records.connections import note_webhook
from runtime.database import Database
from tests.hub_connectors.shopify.conftest import MERCHANT, NOON, Opened
from tests.standins.shopify import make_hook

BODY = {"id": 820982911946154508, "updated_at": "2026-11-24T10:00:00Z", "a_field_of_tomorrow": {}}


@pytest.fixture
def shop(opened: Opened) -> ShopifyShop:
    return opened(by_client=True, previous_client_secret="shpss_before")


def test_an_event_is_read(shop: ShopifyShop) -> None:
    delivered = shop.read_webhook(*make_hook(BODY))
    assert (delivered.topic, delivered.event, delivered.body["id"]) == (
        "orders/updated",
        "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043",
        820982911946154508,
    )


def test_newer_events_leave_out_the_prefix(shop: ShopifyShop) -> None:
    assert shop.read_webhook(*make_hook(BODY, prefix="")).topic == "orders/updated"


def test_the_secret_before_still_holds(shop: ShopifyShop) -> None:
    assert shop.read_webhook(*make_hook(BODY, secret="shpss_before")).body["id"]


def test_a_forged_event_is_refused(shop: ShopifyShop) -> None:
    raw, headers = make_hook(BODY)
    for changed in (raw.replace(b"8209", b"8208"), raw + b" ", b""):
        with pytest.raises(SignatureInvalid):
            shop.read_webhook(changed, headers)
    with pytest.raises(SignatureInvalid):
        shop.read_webhook(*make_hook(BODY, secret="guessed"))


@pytest.mark.parametrize("signature", ["", "not base64!", "YWJj", "é"])
def test_a_signature_that_is_none_is_refused(shop: ShopifyShop, signature: str) -> None:
    raw, headers = make_hook(BODY)
    with pytest.raises(SignatureInvalid):
        shop.read_webhook(raw, {**headers, "x-shopify-hmac-sha256": signature})
    with pytest.raises(SignatureInvalid):
        shop.read_webhook(raw, {})


def test_without_a_client_secret_nothing_is_believed(opened: Opened) -> None:
    with pytest.raises(SignatureInvalid):
        opened().read_webhook(*make_hook(BODY, secret=""))


def test_another_shops_event_is_refused(shop: ShopifyShop) -> None:
    with pytest.raises(SignatureInvalid):
        shop.read_webhook(*make_hook(BODY, shop="other.myshopify.com"))


@pytest.mark.parametrize("body", [b"[]", b"{", b"<html>", json.dumps("x").encode()])
def test_what_is_signed_and_no_event_is_unrecognised(shop: ShopifyShop, body: bytes) -> None:
    with pytest.raises(PayloadUnrecognised):
        shop.read_webhook(*make_hook(body))


@pytest.mark.parametrize("missing", ["topic", "webhook-id"])
def test_an_event_has_a_topic_and_an_id(shop: ShopifyShop, missing: str) -> None:
    raw, headers = make_hook(BODY)
    headers.pop(f"x-shopify-{missing}")
    with pytest.raises(PayloadUnrecognised):
        shop.read_webhook(raw, headers)


def test_an_unheard_topic_is_accepted(shop: ShopifyShop) -> None:
    assert shop.read_webhook(*make_hook(BODY, topic="moons/rise")).topic == "moons/rise"


def test_an_event_counts_once_and_its_order_does_not_matter(shop: ShopifyShop, demo_shop: Database) -> None:
    older = {**BODY, "updated_at": "2026-11-23T10:00:00Z"}
    came = [make_hook(BODY, event="e-2"), make_hook(older, event="e-1"), make_hook(BODY, event="e-2")]
    noted = []
    for raw, headers in came:
        delivered = shop.read_webhook(raw, headers)

        def note(connection: object, event: str = delivered.event, topic: str = delivered.topic) -> bool:
            shop.apply_webhook(connection, delivered)  # type: ignore[arg-type]  # noqa: B023
            return note_webhook(connection, MERCHANT, "shopify", event=event, topic=topic, now=NOON)  # type: ignore[arg-type]

        noted.append(demo_shop.run_now(note, MERCHANT))
    assert noted == [True, True, False]
