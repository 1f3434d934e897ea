"""Webhooks: whose they are and which event; late and repeated ones do no harm since nothing is kept."""

from typing import Any

import pytest

from domain.errors import PayloadUnrecognised, SignatureInvalid
from runtime.database import Database
from tests.skills.fakes import a_parcel, an_order
from tests.standins.aftership import WEBHOOK_SECRET
from tests.standins.aftership_tracking import AfterShipTrackingStandIn


@pytest.fixture
def body(stand_in: AfterShipTrackingStandIn) -> dict[str, Any]:
    order = an_order()
    return stand_in.backstage.add_parcel(a_parcel(order), order, created_at="2999-01-01T00:00:00Z")


async def test_an_event_is_told_by_its_own_id(
    opened: Any, stand_in: AfterShipTrackingStandIn, body: dict[str, Any]
) -> None:
    raw, headers = stand_in.backstage.make_event(body, event_id="4f1c")
    delivered = opened().read_webhook(raw, headers)
    assert (delivered.event, delivered.topic) == ("4f1c", "tracking_update")


async def test_an_event_without_an_id_is_the_same_each_time(
    opened: Any, stand_in: AfterShipTrackingStandIn, body: dict[str, Any]
) -> None:
    first = stand_in.backstage.make_event(body, event_id=None)
    other = stand_in.backstage.make_event(body, event_id=None, ts=7)
    connector = opened()
    ids = [connector.read_webhook(*each).event for each in (first, first, other)]
    assert ids[0] == ids[1] != ids[2]


async def test_old_and_new_secret_both_hold_while_it_changes(
    opened: Any, stand_in: AfterShipTrackingStandIn, body: dict[str, Any]
) -> None:
    old, new = stand_in.backstage.make_event(body), stand_in.backstage.make_event(body, secret="newer")
    rotated = opened(webhook_secret="newer", previous_webhook_secret=WEBHOOK_SECRET)
    assert rotated.read_webhook(*old) and rotated.read_webhook(*new)
    with pytest.raises(SignatureInvalid):
        opened(webhook_secret="newer").read_webhook(*old)


async def test_a_forged_webhook_is_refused(
    opened: Any, stand_in: AfterShipTrackingStandIn, body: dict[str, Any]
) -> None:
    raw, headers = stand_in.backstage.make_event(body)
    returns_header = {"as-signature-hmac-sha256": headers["aftership-hmac-sha256"]}
    for forged in ((raw[:-1] + b" }", headers), (raw, {}), (raw, returns_header)):
        with pytest.raises(SignatureInvalid):
            opened().read_webhook(*forged)
    with pytest.raises(SignatureInvalid):
        opened(webhook_secret=None).read_webhook(raw, headers)


@pytest.mark.parametrize(
    "raw", [b"", b"[]", b'{"event":"tracking_update"}', b'{"event":"x","msg":{"tag":"Delivered"}}']
)
async def test_what_is_no_event_is_said_to_be_none(opened: Any, stand_in: AfterShipTrackingStandIn, raw: bytes) -> None:
    with pytest.raises(PayloadUnrecognised):
        opened().read_webhook(raw, {"aftership-hmac-sha256": stand_in.backstage.gate.sign_webhook(raw)})


async def test_an_older_event_changes_nothing(
    opened: Any, stand_in: AfterShipTrackingStandIn, body: dict[str, Any], store: Database
) -> None:
    connector = opened()
    early = stand_in.backstage.make_event({**body, "tag": "InfoReceived", "subtag": "InfoReceived_001"})
    late = stand_in.backstage.make_event(body)
    port = connector.connections().tracking
    before = await port.list_parcels(body["order_id"])
    for event in (late, early, late):
        delivered = connector.read_webhook(*event)
        store.run_now(lambda c, told=delivered: connector.apply_webhook(c, told), "shop")
    assert await port.list_parcels(body["order_id"]) == before
