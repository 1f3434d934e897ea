"""Where a return and its refund stand, as a shopper reads it."""

from datetime import date
from pathlib import Path

import pytest

from domain.blocks import Card, Timeline
from domain.commands import Slot
from domain.ids import CustomerId
from domain.intents import Intent
from domain.outcomes import Answered, Asked, Missing
from domain.returns import Refund, Resolution, ReturnState
from tests.skills.fakes import NORA, ask, at, euros
from tests.skills.reading import find, options, said
from tests.skills.returning import ReturningOwn, a_return, bought, give_back, got

JACKET = bought("MA-104233")
LAMP = bought("MA-104300", got("lamp", day=10))
MONEY = Refund(amount=euros(8410), means="card", issued=date(2026, 11, 18), expected_by=None)
NOTHING_SAID = Refund(amount=None, means=None, issued=None, expected_by=None)


def where(text="where is my refund", **other):
    return ask(Intent.REFUND_STATUS, text, **other)


def own(*returns, orders=(LAMP, JACKET)):
    return ReturningOwn(orders, returns=returns)


async def test_signing_in_comes_first_with_a_reason():
    outcome = await give_back(None, where())
    assert isinstance(outcome, Asked) and outcome.missing is Missing.IDENTITY
    assert said(outcome) == "I can look up where your return and refund stand."


async def test_the_open_return_is_told_with_amount_step_and_day():
    outcome = await give_back(own(a_return(JACKET)), where())
    words = said(outcome)
    assert "The parcel of return RMA-2330 is on its way back to us." in words
    assert "The refund of €84.10 is expected by Tuesday 1 December." in words
    assert "Amount: €84.10" in words and "To: Your card" in words
    (timeline,) = find(outcome, Timeline)
    assert [(step.label.values["state"], step.at is None) for step in timeline.steps] == [
        ("refunded", True),
        ("received", True),
        ("in_transit", False),
        ("requested", False),
    ]


async def test_french_reads_as_french():
    words = said(await give_back(own(a_return(JACKET, ReturnState.REFUNDED, refund=MONEY)), where(language="fr")), "fr")
    assert "84,10\u00a0€ ont été remboursés le mercredi 18 novembre pour le retour RMA-2330." in words
    assert "Versé sur: Votre carte" in words


async def test_without_a_day_the_shop_is_said_not_to_name_one():
    outcome = await give_back(own(a_return(JACKET, refund=NOTHING_SAID)), where())
    assert "The shop's system doesn't say when the refund is due." in said(outcome)


@pytest.mark.parametrize("state", ReturnState)
@pytest.mark.parametrize("resolution", Resolution)
@pytest.mark.parametrize("refund", [MONEY, NOTHING_SAID, None])
async def test_every_state_has_words_in_both_languages(state, resolution, refund):
    for language in ("en", "fr"):
        made = a_return(JACKET, state, resolution=resolution, refund=refund, reason="worn")
        words = said(await give_back(own(made), where(language=language)), language)
        assert not set("{}$") & set(words) and "RMA-2330" in words
        told = "has been refunded" in words or "was refunded" in words
        assert told <= (state is ReturnState.REFUNDED)


async def test_a_refund_that_is_done_is_found_when_nothing_is_open():
    outcome = await give_back(own(a_return(JACKET, ReturnState.REFUNDED, refund=MONEY)), where())
    assert "€84.10 was refunded on Wednesday 18 November for return RMA-2330." in said(outcome)


async def test_several_open_returns_are_asked_about():
    outcome = await give_back(own(a_return(JACKET), a_return(LAMP)), where())
    assert isinstance(outcome, Asked) and set(options(outcome)) == {"return:ret_233", "return:ret_300"}
    picked = await give_back(own(a_return(JACKET), a_return(LAMP)), where(choice="return:ret_300"))
    assert find(picked, Card)[0].title == "Orme lamp"


@pytest.mark.parametrize(
    "given",
    [{Slot.ITEM: "lamp"}, {Slot.ORDER_NUMBER: "MA-104300"}, {Slot.RETURN_NUMBER: "rma 3000"}],
)
async def test_what_is_named_is_told(given):
    outcome = await give_back(own(a_return(JACKET), a_return(LAMP)), where(given=given))
    assert [card.title for card in find(outcome, Card)] == ["Orme lamp"]


async def test_a_return_number_is_enough_even_when_they_ask_to_return():
    request = ask(Intent.RETURN_OR_EXCHANGE, "RMA-2330", given={Slot.RETURN_NUMBER: "RMA-2330"})
    assert "RMA-2330" in said(await give_back(own(a_return(JACKET)), request))


async def test_a_number_that_is_not_theirs_is_not_found_whoever_has_it():
    outcome = await give_back(own(a_return(JACKET)), where(given={Slot.RETURN_NUMBER: "RMA-9999"}))
    assert said(outcome).startswith("I don't find return RMA-9999 in your account.")
    assert options(outcome) == ["return:ret_233"]
    nothing = await give_back(own(), where(given={Slot.RETURN_NUMBER: "RMA-9999"}))
    assert options(nothing) == ["person"]


async def test_no_return_at_all_offers_to_start_one():
    outcome = await give_back(own(), where())
    assert isinstance(outcome, Answered) and options(outcome)[0] == "ask:return_or_exchange"
    assert "I don't find a return in your account." in said(outcome)


async def test_bought_but_not_returned_is_said_of_that_thing():
    outcome = await give_back(own(a_return(JACKET)), where(given={Slot.ITEM: "lamp"}))
    assert "I don't find a return of the Orme lamp." in said(outcome)
    assert "RMA-2330" not in said(outcome)
    order = await give_back(own(a_return(JACKET)), where(given={Slot.ORDER_NUMBER: "MA-104300"}))
    assert "I don't find a return for order MA-104300." in said(order)


async def test_a_follow_up_stays_with_the_return_shown():
    both = own(a_return(JACKET), a_return(LAMP))
    first = await give_back(both, where(given={Slot.ITEM: "lamp"}))
    again = await give_back(both, where(slots={Slot.ITEM: "lamp"}, changed=frozenset(), memory=first.memory))
    assert find(again, Card)[0].title == "Orme lamp"
    other = await give_back(both, where(slots={}, changed=frozenset({Slot.ITEM}), memory=first.memory))
    assert find(other, Card)[0].title == "Alba jacket"


async def test_why_names_the_reason_on_record():
    rejected = own(a_return(JACKET, ReturnState.REJECTED, reason="tags_removed"))
    first = await give_back(rejected, where())
    assert "Reason given: Tags removed" in said(first) and options(first) == ["person"]
    why = await give_back(rejected, where(choice="why", memory=first.memory))
    assert "The reason on record is that the tags had been removed." in said(why)


async def test_the_recipient_of_a_gift_hears_no_amount():
    gift = bought("MA-104233", gift=True, customer=CustomerId("cus_other"), recipient_customer=NORA)
    outcome = await give_back(own(a_return(gift), orders=(gift,)), where())
    assert "€" not in said(outcome)
    assert "The refund is expected by Tuesday 1 December." in said(outcome)


async def test_the_day_is_the_shops_day():
    late = a_return(JACKET, ReturnState.REQUESTED, created=at(10, 23, 30))
    assert "was requested on Wednesday 11 November" in said(await give_back(own(late), where()))


def test_no_phrase_of_ours_scolds_or_shouts():
    for path in Path("skills").glob("*/phrases/*.ftl"):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        words = "\n".join(lines).lower()
        for never in ("unfortunately", "malheureusement", "as an ai", "!"):
            assert never not in words, (path, never)
