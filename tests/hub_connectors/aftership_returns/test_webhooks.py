"""Webhooks: whose they are, that each counts once, and that their order does not matter."""

from datetime import UTC, datetime
from typing import Any

import pytest

from domain.errors import PayloadUnrecognised, SignatureInvalid
from hub_connectors.aftership_returns.index import list_return_ids
from hub_connectors.offering import Delivered
from records.connections import note_webhook
from runtime.database import Database
from tests.hub_connectors.aftership_opening import SHOP
from tests.hub_connectors.aftership_returns.telling import FIRST, SECOND, a_return
from tests.standins.aftership import WEBHOOK_SECRET
from tests.standins.aftership_returns import AfterShipReturnsStandIn
from tests.standins.aftership_returns.shapes import ORGANIZATION


def indexed(store: Database, order: Any = FIRST) -> tuple[str, ...]:
    return store.run_now(lambda c: list_return_ids(c, SHOP, order.id), SHOP, False)


def apply(store: Database, connector: Any, delivered: Delivered) -> bool:
    """As the web app does: noted once, applied in the same transaction."""

    def work(connection: Any) -> bool:
        now = datetime.now(UTC)
        new = note_webhook(connection, SHOP, "aftership_returns", event=delivered.event, topic=delivered.topic, now=now)
        if new:
            connector.apply_webhook(connection, delivered)
        return new

    return store.run_now(work, SHOP)


async def test_a_webhook_tells_which_order_a_return_belongs_to(
    opened: Any, stand_in: AfterShipReturnsStandIn, store: Database
) -> None:
    raw, headers = stand_in.backstage.make_event("return.submitted", stand_in.backstage.add_return(a_return()))
    connector = opened()
    delivered = connector.read_webhook(raw, headers)
    assert delivered.topic == "return.submitted"
    assert apply(store, connector, delivered)
    assert indexed(store) == ("r1",)


async def test_the_header_of_older_merchants_is_read_too(opened: Any, stand_in: AfterShipReturnsStandIn) -> None:
    stand_in.backstage.old_header = True
    raw, headers = stand_in.backstage.make_event("return.created", {"id": "r1", "status": "submitted"})
    assert "am-webhook-signature" in headers
    assert opened().read_webhook(raw, headers).topic == "return.created"
    with pytest.raises(SignatureInvalid):
        opened().read_webhook(
            raw, {"am-webhook-signature": headers["am-webhook-signature"].removeprefix("hmac-sha256=")}
        )


async def test_old_and_new_secret_both_hold_while_it_changes(opened: Any, stand_in: AfterShipReturnsStandIn) -> None:
    old = stand_in.backstage.make_event("return.submitted", {"id": "r1"})
    new = stand_in.backstage.make_event("return.submitted", {"id": "r1"}, secret="newer")
    rotated = opened(webhook_secret="newer", previous_webhook_secret=WEBHOOK_SECRET)
    assert rotated.read_webhook(*old) and rotated.read_webhook(*new)
    with pytest.raises(SignatureInvalid):
        opened(webhook_secret="newer").read_webhook(*old)


async def test_a_forged_webhook_is_refused(opened: Any, stand_in: AfterShipReturnsStandIn) -> None:
    raw, headers = stand_in.backstage.make_event("return.submitted", {"id": "r1"})
    for forged in ((raw + b" ", headers), (raw, {}), (raw, {"as-signature-hmac-sha256": "é"}), (raw, {"other": "x"})):
        with pytest.raises(SignatureInvalid) as refused:
            opened().read_webhook(*forged)
        assert WEBHOOK_SECRET not in repr(refused.value)
    with pytest.raises(SignatureInvalid):
        opened(webhook_secret=None).read_webhook(raw, headers)
    with pytest.raises(SignatureInvalid):
        opened(webhook_secret="").read_webhook(*stand_in.backstage.make_event("return.submitted", {}, secret=""))


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b'{"id":"e1"}', b'{"id":"e1","event":"x","data":[]}'])
async def test_what_is_no_event_is_said_to_be_none(opened: Any, stand_in: AfterShipReturnsStandIn, raw: bytes) -> None:
    signed = {"as-signature-hmac-sha256": stand_in.backstage.gate.sign_webhook(raw)}
    with pytest.raises(PayloadUnrecognised):
        opened().read_webhook(raw, signed)


async def test_another_merchants_event_is_refused(opened: Any, stand_in: AfterShipReturnsStandIn) -> None:
    event = stand_in.backstage.make_event("return.submitted", stand_in.backstage.add_return(a_return()))
    assert opened(organization=ORGANIZATION).read_webhook(*event)
    with pytest.raises(PayloadUnrecognised):
        opened(organization="another").read_webhook(*event)


async def test_repeated_and_late_events_change_nothing(
    opened: Any, stand_in: AfterShipReturnsStandIn, store: Database
) -> None:
    held, connector = stand_in.backstage, opened()
    early = held.make_event("return.submitted", dict(held.add_return(a_return())), id_="e1")
    held.change("r1", approval_status="approved")
    late = held.make_event("return.approved", dict(held.returns["r1"]), id_="e2")
    assert apply(store, connector, connector.read_webhook(*late))
    assert apply(store, connector, connector.read_webhook(*early))
    assert not apply(store, connector, connector.read_webhook(*late))
    assert indexed(store) == ("r1",)
    (found,) = await connector.connections().returns.list_returns(FIRST.id)
    assert found.state == "approved"


async def test_events_that_name_no_order_or_no_return_are_noted_and_change_nothing(
    opened: Any, stand_in: AfterShipReturnsStandIn, store: Database
) -> None:
    connector = opened()
    for body in ({}, {"id": "r9"}, {"id": "r9", "order": {"external_id": None}}, {"weather": "fine"}):
        delivered = connector.read_webhook(*stand_in.backstage.make_event("return.weather.changed", body))
        assert apply(store, connector, delivered)
    assert indexed(store) == () == indexed(store, SECOND)
