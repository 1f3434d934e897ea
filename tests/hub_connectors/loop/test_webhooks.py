"""Events: proved over the raw body, each once, and what comes late changes nothing."""

import json
from datetime import timedelta
from typing import Any

import pytest

from domain.errors import PayloadUnrecognised, SignatureInvalid
from domain.ids import OrderId
from domain.returns import Resolution, ReturnState
from hub_connectors.loop.index import find_known
from records.connections import note_webhook
from runtime.clocks import StillClock
from runtime.database import Database
from tests.hub_connectors.loop.telling import NOW, OTHER_SHOP, SHOP, Hands, made, returns_of
from tests.standins.loop.backstage import label_event, return_event

ONE = OrderId("8101")


def event(hands: Hands, body: dict[str, Any], trigger: str = "return.updated", **changed: Any) -> tuple[bytes, str]:
    return hands.stand_in.backstage.make_event(trigger, return_event({**body, **changed}))


def states(database: Database) -> list[tuple[str, str | None, str | None]]:
    known = database.run_now(lambda c: find_known(c, SHOP, ONE), SHOP, writes=False)
    return [(each.body.id, each.body.state, each.body.label_status) for each in known.returns]


def told(hands: Hands, state: ReturnState = ReturnState.APPROVED) -> dict[str, Any]:
    return hands.stand_in.backstage.add_return(made(state))


def test_an_event_feeds_the_index(hands_on_either: Hands) -> None:
    hands = hands_on_either
    hands.deliver(hands.connect(), *event(hands, told(hands)))
    assert states(hands.database) == [("441", "open", "pending")]
    other = hands.database.run_now(lambda c: find_known(c, OTHER_SHOP, ONE), OTHER_SHOP, writes=False)
    assert other.returns == ()


def test_the_index_keeps_no_name_and_no_address(hands: Hands) -> None:
    hands.deliver(hands.connect(), *event(hands, told(hands)))
    known = hands.database.run_now(lambda c: find_known(c, SHOP, ONE), SHOP, writes=False)
    kept = known.returns[0].body.model_dump_json()
    assert "alice" not in kept.lower()
    assert "Street" not in kept


def test_a_late_event_changes_nothing(hands_on_either: Hands) -> None:
    hands, body = hands_on_either, told(hands_on_either)
    connector = hands.connect()
    hands.deliver(connector, *event(hands, body, state="closed", updated_at="2026-11-20T11:00:00Z"))
    hands.deliver(connector, *event(hands, body, "return.created", updated_at="2026-11-20T10:00:00Z"))
    assert states(hands.database) == [("441", "closed", "pending")]


async def test_two_events_of_one_second_are_settled_by_asking(hands: Hands) -> None:
    body = told(hands)
    connector = hands.connect()
    await returns_of(connector).list_returns(ONE)
    same = {"updated_at": "2026-11-20T11:00:00Z"}
    hands.stand_in.backstage.change(441, label_status="delivered", **same)
    hands.deliver(connector, *event(hands, body, **same))
    hands.deliver(connector, *event(hands, body, label_status="pending", **same))
    (found,) = await returns_of(connector).list_returns(ONE)
    assert found.state is ReturnState.RECEIVED


def test_a_label_moves_without_its_return_and_keeps_its_newest_news(hands_on_either: Hands) -> None:
    hands, body = hands_on_either, told(hands_on_either)
    connector, make = hands.connect(), hands.stand_in.backstage.make_event
    hands.deliver(connector, *event(hands, body))
    for status, minutes in (("delivered", 30), ("in_transit", 20)):
        hands.deliver(connector, *make("label.updated", label_event(body, status, NOW + timedelta(minutes=minutes))))
    hands.deliver(connector, *event(hands, body, updated_at="2026-11-20T12:40:00Z", label_status="in_transit"))
    assert states(hands.database) == [("441", "open", "delivered")]


def test_events_may_come_before_the_return_they_speak_of(hands_on_either: Hands) -> None:
    hands, body = hands_on_either, told(hands_on_either)
    connector = hands.connect()
    hands.deliver(connector, *hands.stand_in.backstage.make_event("label.created", label_event(body, "new", NOW)))
    assert states(hands.database) == []
    hands.deliver(connector, *event(hands, body, "return.created"))
    assert len(states(hands.database)) == 1


async def test_a_failed_processing_makes_the_return_be_asked_about(hands: Hands, clock: StillClock) -> None:
    told(hands)
    connector = hands.connect()
    await returns_of(connector).list_returns(ONE)
    hands.stand_in.backstage.change(441, state="review", updated_at="2026-11-20T11:59:00Z")
    failed = {"return_id": 441, "return_state": "review", "message": None, "source": "api"}
    hands.deliver(connector, *hands.stand_in.backstage.make_event("return.processing.failed", failed))
    (found,) = await returns_of(connector).list_returns(ONE)
    assert found.state is ReturnState.REQUESTED


@pytest.mark.parametrize("spelling", ["review", "needs review"])
async def test_a_review_is_told_the_same_by_event_and_by_list(hands: Hands, spelling: str) -> None:
    body = told(hands, ReturnState.REQUESTED) | {"state": spelling}
    connector = hands.connect()
    hands.deliver(connector, *hands.stand_in.backstage.make_event("return.updated", body))
    hands.stand_in.backstage.returns.clear()
    assert states(hands.database) == [("441", spelling, "pending")]


def test_a_repeated_event_is_the_same_event(hands_on_either: Hands) -> None:
    hands, body = hands_on_either, told(hands_on_either)
    connector = hands.connect()

    def note(raw: bytes, signature: str) -> bool:
        delivered = connector.read_webhook(raw, {"x-loop-signature": signature})
        return hands.database.run_now(
            lambda c: note_webhook(c, SHOP, "loop", event=delivered.event, topic=delivered.topic, now=NOW), SHOP
        )

    first, second = event(hands, body), event(hands, body, updated_at="2026-11-20T11:00:00Z")
    assert [note(*each) for each in (first, first, second, first)] == [True, False, True, False]


def test_old_and_new_secret_are_taken_and_no_other(hands: Hands) -> None:
    connector = hands.connect(webhook_secret="new", previous_webhook_secret="old")
    for secret in ("new", "old"):
        raw, signature = hands.stand_in.backstage.make_event("return.updated", {"id": 1}, secret=secret)
        assert connector.read_webhook(raw, {"x-loop-signature": signature}).topic == "return.updated"
    raw, signature = hands.stand_in.backstage.make_event("return.updated", {"id": 1}, secret="older")
    with pytest.raises(SignatureInvalid) as told_:
        connector.read_webhook(raw, {"x-loop-signature": signature})
    assert "new" not in str(told_.value)


@pytest.mark.parametrize("signature", ["", "AAAA", "é", "not base64 at all"])
def test_a_missing_or_forged_signature_is_refused(hands: Hands, signature: str) -> None:
    raw, _ = event(hands, told(hands))
    with pytest.raises(SignatureInvalid):
        hands.connect().read_webhook(raw, {"x-loop-signature": signature})
    with pytest.raises(SignatureInvalid):
        hands.connect().read_webhook(raw, {})


def test_a_changed_body_is_refused_even_when_it_means_the_same(hands: Hands) -> None:
    raw, signature = event(hands, told(hands))
    assert b"\\/" in raw
    with pytest.raises(SignatureInvalid):
        hands.connect().read_webhook(json.dumps(json.loads(raw)).encode(), {"x-loop-signature": signature})


def test_without_a_secret_no_event_is_believed(hands: Hands) -> None:
    """An empty secret would sign for everybody."""
    for secret in (None, ""):
        raw, signature = hands.stand_in.backstage.make_event("return.updated", {"id": 1}, secret="")
        with pytest.raises(SignatureInvalid):
            hands.connect(webhook_secret=secret).read_webhook(raw, {"x-loop-signature": signature})


def test_another_shops_event_is_refused(hands: Hands) -> None:
    raw, signature = event(hands, told(hands))
    assert hands.connect(shop_id=hands.stand_in.shop_id).read_webhook(raw, {"x-loop-signature": signature})
    with pytest.raises(PayloadUnrecognised):
        hands.connect(shop_id="7").read_webhook(raw, {"x-loop-signature": signature})


@pytest.mark.parametrize(
    "body", [{"id": None}, {"id": 1, "provider_order_id": None}, {"provider_order_id": 8101}], ids=str
)
def test_a_return_event_that_names_no_return_is_not_recognised(hands: Hands, body: dict[str, Any]) -> None:
    with pytest.raises(PayloadUnrecognised):
        hands.deliver(hands.connect(), *hands.stand_in.backstage.make_event("return.updated", body))


@pytest.mark.parametrize("trigger", ["restock.requested", "giftcard.requested", "label.request.issued", "new.thing"])
def test_other_topics_change_nothing(hands: Hands, trigger: str) -> None:
    hands.deliver(hands.connect(), *hands.stand_in.backstage.make_event(trigger, {"id": 441}))
    assert states(hands.database) == []


async def test_an_exchange_is_told_from_its_event_alone(hands: Hands) -> None:
    body = hands.stand_in.backstage.add_return(made(ReturnState.EXCHANGED, Resolution.EXCHANGE))
    hands.deliver(hands.connect(), *event(hands, body, "return.closed"))
    (found,) = await returns_of(hands.connect()).list_returns(ONE)
    assert (found.state, found.lines[0].exchange_for) == (ReturnState.EXCHANGED, "9102")
