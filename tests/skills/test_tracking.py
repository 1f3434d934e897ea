"""Where is my order, as a shopper reads it."""

from datetime import UTC, date, datetime

import pytest

from domain.blocks import Card, Timeline
from domain.commands import Slot
from domain.errors import VendorUnavailable
from domain.ids import ParcelId
from domain.intents import Intent
from domain.orders import OrderState
from domain.outcomes import Answered, Asked, Missing
from domain.parcels import ParcelState
from skills.tracking.skill import Tracking
from tests.skills.fakes import (
    FakeKnowledge,
    FakeOwn,
    a_claim,
    a_line,
    a_parcel,
    a_scan,
    an_incident,
    an_order,
    ask,
    at,
    delivered_order,
    ports,
)
from tests.skills.reading import find, options, said, sms

LATE_RULE = "Once 5 working days have passed, we open an investigation."
ARTICLES = FakeKnowledge(
    (
        ("en", "late", LATE_RULE),
        ("fr", "retard", "Après 5 jours ouvrés, nous ouvrons une enquête."),
        ("en", "lost", "You choose: sent again or refunded."),
        ("en", "kept", "Parcels are kept for 10 days."),
    )
)


def where(text: str = "where is my order", **other):
    return ask(Intent.ORDER_TRACKING, text, **other)


async def run(own, request=None, knowledge=ARTICLES):
    return await Tracking().run(request or where(), ports(own, knowledge))


async def test_nothing_is_said_before_signing_in_and_what_was_named_survives_it():
    first = await Tracking().run(where(given={Slot.ITEM: "lamp"}), ports(None))
    assert isinstance(first, Asked) and first.missing is Missing.IDENTITY
    assert "check that it is yours" in said(first)
    lamp = an_order("MA-104300", lines=(a_line("lamp"),))
    jacket = an_order("MA-104301")
    own = FakeOwn(orders=(jacket, lamp), parcels=(a_parcel(lamp), a_parcel(jacket)))
    again = where(memory=first.memory, slots={Slot.ITEM: "lamp"}, changed=frozenset())
    assert "MA-104300" in said(await run(own, again)).split("\n")[0]


async def test_a_parcel_on_its_way_is_told_with_day_scan_and_link():
    order = an_order()
    outcome = await run(FakeOwn(orders=(order,), parcels=(a_parcel(order),)))
    words = said(outcome)
    assert isinstance(outcome, Answered) and outcome.stays
    assert words.startswith("Order MA-104233 is on its way with Colissimo.\nIt is expected on Monday 23 November.")
    assert "Last scan: Thursday 19 November at 11:00, Lyon" in words
    assert "Inside: Alba jacket" in words and "Tracking number: 6A2330000" in words
    (timeline,) = find(outcome, Timeline)
    assert timeline.link.url == "https://hub.example/parcel/ord_233"
    assert [step.place for step in timeline.steps] == ["Lyon", "Nantes"]
    assert "carrier.example" not in words


async def test_the_same_in_french():
    order = an_order()
    outcome = await run(FakeOwn(orders=(order,), parcels=(a_parcel(order),)), where(language="fr"))
    words = said(outcome, "fr")
    assert words.startswith("La commande MA-104233 est en route avec Colissimo.\nLa livraison est prévue le lundi 23")
    assert "Dernier scan: jeudi 19 novembre à 11\u00a0h\u00a000, Lyon" in words and "Veste Alba" in words


async def test_only_the_six_latest_scans_are_shown():
    order = an_order()
    parcel = a_parcel(order, events=tuple(a_scan(day, place=f"Depot {day}") for day in range(1, 10)))
    (timeline,) = find(await run(FakeOwn(orders=(order,), parcels=(parcel,))), Timeline)
    assert [step.place for step in timeline.steps] == [f"Depot {day}" for day in (9, 8, 7, 6, 5, 4)]


async def test_a_late_parcel_says_since_when_and_quotes_the_shop():
    order = an_order()
    own = FakeOwn(orders=(order,), parcels=(a_parcel(order, expected=date(2026, 11, 17)),))
    outcome = await run(own)
    assert "It was expected on Tuesday 17 November and is 3 days late." in said(outcome)
    assert LATE_RULE in said(outcome) and "person" in options(outcome)
    french = await run(own, where(language="fr"))
    assert "elle a 3 jours de retard" in said(french, "fr") and "enquête" in said(french, "fr")


async def test_the_announced_day_itself_is_not_late():
    order = an_order()
    outcome = await run(FakeOwn(orders=(order,), parcels=(a_parcel(order, expected=date(2026, 11, 20)),)))
    assert "late" not in said(outcome) and "Friday 20 November" in said(outcome)


async def test_no_announced_day_is_said_and_not_guessed():
    order = an_order()
    outcome = await run(FakeOwn(orders=(order,), parcels=(a_parcel(order, expected=None),)))
    assert "Colissimo has not announced a day." in said(outcome)


async def test_an_unknown_state_is_called_unknown_with_the_carriers_word():
    order = an_order()
    scan = a_scan(19, ParcelState.UNKNOWN, code="ZZ-77 held")
    parcel = a_parcel(order, ParcelState.UNKNOWN, events=(scan,))
    outcome = await run(FakeOwn(orders=(order,), parcels=(parcel,)))
    assert "I do not know where order MA-104233 is" in said(outcome) and "ZZ-77 held" in said(outcome)
    assert "on its way" not in said(outcome).casefold()


async def test_waiting_at_a_pickup_point_names_the_place_and_how_long():
    order = an_order()
    scan = a_scan(19, ParcelState.AWAITING_PICKUP, "Librairie du Port, Nantes")
    parcel = a_parcel(order, ParcelState.AWAITING_PICKUP, events=(scan,))
    words = said(await run(FakeOwn(orders=(order,), parcels=(parcel,))))
    assert "waiting for you at Librairie du Port, Nantes" in words and "kept for 10 days" in words
    assert "expected" not in words


async def test_a_lost_parcel_is_told_plainly():
    order = an_order()
    outcome = await run(FakeOwn(orders=(order,), parcels=(a_parcel(order, ParcelState.LOST),)))
    assert "declared the parcel of order MA-104233 lost" in said(outcome)
    assert "sent again or refunded" in said(outcome) and "person" in options(outcome)


async def test_a_delivery_just_before_midnight_in_paris_keeps_its_day():
    order = an_order()
    late_evening = datetime(2026, 11, 18, 22, 50, tzinfo=UTC)
    parcel = a_parcel(order, ParcelState.DELIVERED, delivered=late_evening)
    assert "on Wednesday 18 November" in said(await run(FakeOwn(orders=(order,), parcels=(parcel,))))


async def test_several_parcels_each_tell_what_is_inside():
    order = an_order(lines=(a_line("jacket"), a_line("lamp"), a_line("bowl")), state=OrderState.PARTLY_DELIVERED)
    jacket, lamp, _ = order.lines
    first = a_parcel(order, ParcelState.DELIVERED, id=ParcelId("p1"), lines=(jacket.id,))
    second = a_parcel(order, id=ParcelId("p2"), lines=(lamp.id,))
    own = FakeOwn(orders=(order,), parcels=(first, second))
    outcome = await run(own)
    words = said(outcome)
    assert words.startswith("Order MA-104233 travels in 2 parcels.\nNot shipped yet: Sable bowl.")
    assert [card.title for card in find(outcome, Card)] == ["Alba jacket", "Orme lamp"]
    assert "Delivered: Thursday 19 November" in words
    one = await run(own, where(given={Slot.ITEM: "lamp"}))
    assert said(one).startswith("Order MA-104233 is on its way") and "one more parcel" in said(one)
    picked = await run(own, where(choice="parcel:p1", memory=outcome.memory))
    assert "was delivered by Colissimo on Thursday 19 November" in said(picked)


async def test_nothing_shipped_yet():
    order = an_order(state=OrderState.PLACED)
    assert said(await run(FakeOwn(orders=(order,)))).startswith("Order MA-104233 has not been shipped yet.")


async def test_a_cancelled_order_promises_nothing_even_with_a_label():
    order = an_order(state=OrderState.CANCELLED)
    own = FakeOwn(orders=(order,), parcels=(a_parcel(order, ParcelState.LABEL_CREATED),))
    assert said(await run(own)).startswith("Order MA-104233 was cancelled")


@pytest.mark.parametrize("state", list(OrderState))
async def test_every_order_without_parcels_has_words(state):
    order = an_order(state=state)
    for language in ("en", "fr"):
        assert "MA-104233" in said(await run(FakeOwn(orders=(order,)), where(language=language)), language)


@pytest.mark.parametrize("state", list(ParcelState))
@pytest.mark.parametrize("language", ["en", "fr", "es", "de", "it", "nl"])
async def test_every_parcel_state_has_words_and_a_short_form(state, language):
    order = an_order()
    outcome = await run(FakeOwn(orders=(order,), parcels=(a_parcel(order, state),)), where(language=language))
    assert "MA-104233" in said(outcome, language)
    headline = sms(outcome, language).split("\n")[0]
    assert "MA-104233" in headline and len(headline) <= 70


async def test_the_latest_undelivered_order_is_taken_and_the_others_offered():
    new, old = an_order("MA-104300"), an_order("MA-104200", placed_at=at(2), lines=(a_line("lamp"),))
    own = FakeOwn(orders=(new, delivered_order(), old), parcels=(a_parcel(new), a_parcel(old)))
    outcome = await run(own)
    assert "Order MA-104300 is on its way" in said(outcome)
    assert options(outcome) == ["order:ord_200"]
    assert "Orme lamp" in said(outcome)


async def test_when_all_has_arrived_the_latest_delivery_is_told():
    early, late = delivered_order("MA-104100", 5), delivered_order("MA-104050", 12, name="bowl")
    parcel = a_parcel(late, ParcelState.DELIVERED, delivered=date(2026, 11, 12))
    outcome = await run(FakeOwn(orders=(early, late), parcels=(parcel,)))
    assert "Order MA-104050 was delivered by Colissimo on Thursday 12 November." in said(outcome)


async def test_a_number_is_used_as_people_type_it():
    orders = (an_order("MA-104300"), an_order("MA-104200"))
    for number in ("104200", "ma 104200", "#MA-104200"):
        outcome = await run(FakeOwn(orders=orders, parcels=()), where(given={Slot.ORDER_NUMBER: number}))
        assert "MA-104200" in said(outcome).split("\n")[0]


async def test_somebody_elses_number_reads_like_one_that_does_not_exist():
    own = FakeOwn(orders=(an_order("MA-104300"), an_order("MA-104200")))
    theirs = await run(own, where(given={Slot.ORDER_NUMBER: "MA-999001"}))
    nobodys = await run(own, where(given={Slot.ORDER_NUMBER: "MA-000000"}))
    assert isinstance(theirs, Asked) and theirs.missing is Missing.ORDER
    assert said(theirs).replace("MA-999001", "") == said(nobodys).replace("MA-000000", "")
    assert set(options(theirs)) == {"order:ord_300", "order:ord_200"}


async def test_a_thing_in_two_orders_on_their_way_is_asked_about():
    orders = (an_order("MA-104300"), an_order("MA-104200"))
    outcome = await run(FakeOwn(orders=orders), where(given={Slot.ITEM: "jacket"}))
    assert isinstance(outcome, Asked) and options(outcome) == ["order:ord_300", "order:ord_200"]
    picked = await run(FakeOwn(orders=orders), where(choice="order:ord_200", memory=outcome.memory))
    assert "MA-104200" in said(picked).split("\n")[0]


async def test_a_tracking_number_finds_its_parcel():
    orders = (an_order("MA-104300"), an_order("MA-104200"))
    own = FakeOwn(orders=orders, parcels=tuple(a_parcel(order) for order in orders))
    outcome = await run(own, where(given={Slot.TRACKING_NUMBER: "6a 200 0000"}))
    assert said(outcome).startswith("Order MA-104200 is on its way")


async def test_the_other_one_leaves_out_what_was_shown():
    new, old = an_order("MA-104300"), an_order("MA-104200", placed_at=at(2))
    own = FakeOwn(orders=(new, old, delivered_order()), parcels=(a_parcel(new), a_parcel(old)))
    first = await run(own)
    other = where(slots={}, changed=frozenset({Slot.ORDER_NUMBER}), memory=first.memory)
    assert said(await run(own, other)).startswith("Order MA-104200")


async def test_the_other_one_of_one():
    order = an_order()
    own = FakeOwn(orders=(order,), parcels=(a_parcel(order),))
    other = where(slots={}, changed=frozenset({Slot.ORDER_NUMBER}), memory={"order": order.id})
    assert said(await run(own, other)).startswith("You have one order here: MA-104233.")


async def test_open_cases_are_mentioned_and_offered():
    order = an_order()
    own = FakeOwn(
        orders=(order,), parcels=(a_parcel(order),), claims=(a_claim(order),), incidents=(an_incident(order),)
    )
    outcome = await run(own)
    assert "reported a delivery problem on Thursday 19 November at 14:05" in said(outcome)
    assert "Claim CL-2337 is open" in said(outcome)
    assert options(outcome)[:2] == ["ask:delivery_incident", "ask:claim_or_investigation"]


async def test_a_failing_claim_system_does_not_keep_the_answer_back():
    order = an_order()
    own = FakeOwn(orders=(order,), parcels=(a_parcel(order),), failing={"claims": VendorUnavailable()})
    words = said(await run(own))
    assert "is on its way" in words and "could not check whether an incident or a claim is open" in words


async def test_a_failing_carrier_connection_is_not_hidden():
    with pytest.raises(VendorUnavailable):
        await run(FakeOwn(orders=(an_order(),), failing={"parcels": VendorUnavailable()}))


async def test_no_orders_at_all():
    outcome = await run(FakeOwn())
    assert "no order under the address you signed in with" in said(outcome) and options(outcome) == ["person"]


async def test_a_quotation_in_another_language_is_announced():
    order = an_order()
    own = FakeOwn(orders=(order,), parcels=(a_parcel(order, expected=date(2026, 11, 17)),))
    outcome = await run(own, where(language="de"))
    lines = said(outcome, "de").split("\n")
    assert lines[lines.index(LATE_RULE) - 1].endswith(":")


async def test_an_order_that_went_back_months_ago_is_not_the_one_awaited():
    old = an_order("MA-104200", placed_at=datetime(2026, 1, 5, tzinfo=UTC), lines=(a_line("lamp"),))
    came = delivered_order("MA-104300", 12, name="bowl")
    outcome = await run(FakeOwn(orders=(came, old), parcels=(a_parcel(old, ParcelState.RETURNED_TO_SENDER),)))
    assert "MA-104300" in said(outcome) and "MA-104200" not in said(outcome)
