"""Which thing a shopper means: what is known is used, what is unclear is asked, nothing is guessed."""

from datetime import date

from domain.blocks import Card
from domain.commands import Slot
from domain.intents import Intent
from domain.orders import OrderState
from domain.outcomes import Answered, Asked, Missing
from tests.skills.fakes import ask
from tests.skills.reading import find, options, said
from tests.skills.returning import CLAUSE, ReturningOwn, bought, give_back, got

JACKET = bought("MA-104233", got())
LAMP = bought("MA-104300", got("lamp", day=10))
TWO = bought("MA-104400", got(), got("bowl"))


def want(text="I want to return something", **other):
    return ask(Intent.RETURN_OR_EXCHANGE, text, **other)


def titles(outcome):
    return [card.title for card in find(outcome, Card)]


async def test_before_signing_in_the_rule_is_quoted_and_nothing_else():
    outcome = await give_back(None, want())
    assert isinstance(outcome, Asked) and outcome.missing is Missing.IDENTITY
    assert said(outcome) == CLAUSE


async def test_the_only_thing_that_can_come_back_is_taken_without_asking():
    assert titles(await give_back(ReturningOwn((JACKET,)))) == ["Alba jacket"]


async def test_two_things_are_asked_about():
    outcome = await give_back(ReturningOwn((LAMP, JACKET)))
    assert isinstance(outcome, Asked) and outcome.missing is Missing.LINES
    assert options(outcome) == ["line:line_lamp_300", "line:line_jacket_233"]
    assert "Orme lamp, M / Blue, order MA-104300" in said(outcome)


async def test_an_old_order_does_not_stand_in_the_way():
    old = bought("MA-100001", got("bowl", delivered=date(2025, 3, 1)))
    assert titles(await give_back(ReturningOwn((JACKET, old)))) == ["Alba jacket"]


async def test_a_thing_that_is_named_is_taken():
    outcome = await give_back(ReturningOwn((LAMP, JACKET)), want(given={Slot.ITEM: "the lamp"}))
    assert titles(outcome) == ["Orme lamp"]


async def test_an_order_number_is_read_however_it_is_typed():
    own = ReturningOwn((LAMP, JACKET))
    for typed in ("MA-104300", "ma 104300", "#104300", "104300"):
        assert titles(await give_back(own, want(given={Slot.ORDER_NUMBER: typed}))) == ["Orme lamp"]


async def test_an_order_with_two_things_asks_for_those_two_only():
    outcome = await give_back(ReturningOwn((TWO, LAMP)), want(given={Slot.ORDER_NUMBER: "MA-104400"}))
    assert options(outcome) == ["line:line_jacket_400", "line:line_bowl_400", "order:ord_400"]
    assert "Which item of order MA-104400 is it?" in said(outcome)
    whole = await give_back(ReturningOwn((TWO, LAMP)), want(choice="order:ord_400", memory=outcome.memory))
    assert titles(whole) == ["Alba jacket", "Sable bowl"]


async def test_the_whole_order_is_everything_in_it():
    outcome = await give_back(
        ReturningOwn((TWO, LAMP)), want("I want to return the whole order", given={Slot.ORDER_NUMBER: "MA-104400"})
    )
    assert titles(outcome) == ["Alba jacket", "Sable bowl"]
    assert "Start a return https://hub.example/portal/ord_400/refund" in said(outcome)


async def test_everything_without_an_order_asks_which_order_and_takes_it_whole():
    own = ReturningOwn((TWO, LAMP))
    outcome = await give_back(own, want("je veux renvoyer toute la commande", language="fr"))
    assert options(outcome) == ["order:ord_400", "order:ord_300"]
    picked = want(choice="order:ord_400", memory=outcome.memory, slots={}, changed=frozenset())
    assert titles(await give_back(own, picked)) == ["Alba jacket", "Sable bowl"]


async def test_two_things_in_one_breath_are_both_taken():
    outcome = await give_back(ReturningOwn((LAMP, TWO)), want(given={Slot.ITEM: "the lamp and the bowl"}))
    assert titles(outcome) == ["Orme lamp", "Sable bowl"]


async def test_the_same_thing_bought_twice_is_asked_about():
    again = bought("MA-104500", got())
    outcome = await give_back(ReturningOwn((again, LAMP, JACKET)), want(given={Slot.ITEM: "jacket"}))
    assert options(outcome) == ["line:line_jacket_500", "line:line_jacket_233"]
    both = await give_back(
        ReturningOwn((again, LAMP, JACKET)), want("I want to return both jackets", given={Slot.ITEM: "jacket"})
    )
    assert titles(both) == ["Alba jacket", "Alba jacket"]


async def test_a_thing_that_was_never_bought_is_said_so_and_what_there_is_is_shown():
    outcome = await give_back(ReturningOwn((LAMP, JACKET)), want(given={Slot.ITEM: "toaster"}))
    assert "“toaster”" in said(outcome)
    assert options(outcome) == ["line:line_lamp_300", "line:line_jacket_233"]


async def test_an_order_of_somebody_else_and_one_that_does_not_exist_sound_alike():
    own = ReturningOwn((JACKET,))
    first = await give_back(own, want(given={Slot.ORDER_NUMBER: "MA-999999"}))
    assert said(first).startswith("I don't find order MA-999999 in your account.")
    assert not find(first, Card)


async def test_more_than_six_are_not_all_listed_but_can_be_named():
    orders = tuple(bought(f"MA-2000{n:02}", got("lamp", day=10)) for n in range(8))
    outcome = await give_back(ReturningOwn(orders))
    assert len(options(outcome)) == 6
    assert "If it isn't here, tell me the order number" in said(outcome)


async def test_no_orders_leaves_a_person():
    outcome = await give_back(ReturningOwn(()))
    assert options(outcome) == ["person"]


async def test_a_cancelled_order_is_not_offered():
    gone = bought("MA-104600", got("bowl"), state=OrderState.CANCELLED)
    assert titles(await give_back(ReturningOwn((gone, JACKET)))) == ["Alba jacket"]


async def test_the_other_one_is_the_other_one_that_was_offered():
    own = ReturningOwn((LAMP, JACKET))
    asked = await give_back(own)
    first = await give_back(own, want(choice="line:line_lamp_300", memory=asked.memory))
    assert titles(first) == ["Orme lamp"]
    other = await give_back(own, want(given={Slot.ITEM: "the other one"}, memory=first.memory))
    assert titles(other) == ["Alba jacket"]


async def test_no_the_other_order_leaves_the_first_behind():
    own = ReturningOwn((LAMP, JACKET))
    first = await give_back(own, want(given={Slot.ORDER_NUMBER: "MA-104300"}))
    corrected = want(slots={}, changed=frozenset({Slot.ORDER_NUMBER}), memory=first.memory)
    second = await give_back(own, corrected)
    assert titles(second) == ["Alba jacket"]
    assert second.memory["lines"] == "line_jacket_233"
    assert "lamp" not in said(second)


async def test_of_the_other_order_it_is_still_the_thing_named_before():
    other = bought("MA-104500", got(), got("bowl"))
    own = ReturningOwn((JACKET, other))
    first = await give_back(own, want(given={Slot.ITEM: "the jacket", Slot.ORDER_NUMBER: "MA-104233"}))
    corrected = want(slots={Slot.ITEM: "the jacket"}, changed=frozenset({Slot.ORDER_NUMBER}), memory=first.memory)
    assert titles(await give_back(own, corrected)) == ["Alba jacket"]


async def test_a_corrected_number_replaces_the_old_one():
    own = ReturningOwn((LAMP, JACKET))
    first = await give_back(own, want(given={Slot.ORDER_NUMBER: "MA-104300"}))
    second = await give_back(own, want(given={Slot.ORDER_NUMBER: "MA-104233"}, memory=first.memory))
    assert titles(second) == ["Alba jacket"]


async def test_what_was_chosen_is_not_asked_again():
    own = ReturningOwn((LAMP, JACKET))
    first = await give_back(own, want(given={Slot.ITEM: "lamp"}))
    later = want(slots={Slot.ITEM: "lamp", Slot.REASON: "changed_mind"}, changed=frozenset({Slot.REASON}))
    again = await give_back(own, want(slots=later.slots, changed=later.changed, memory=first.memory))
    assert isinstance(again, Answered) and titles(again) == ["Orme lamp"]


async def test_what_was_said_before_signing_in_still_counts_after_it():
    first = await give_back(None, want("I want to return the lamp", given={Slot.ITEM: "lamp"}))
    after = want("I want to return the lamp", slots={Slot.ITEM: "lamp"}, changed=frozenset(), memory=first.memory)
    assert titles(await give_back(ReturningOwn((LAMP, JACKET)), after)) == ["Orme lamp"]


async def test_a_name_that_fits_no_line_of_the_order_typed_to_sign_in_is_looked_for_everywhere():
    slots = {Slot.ITEM: "jacket", Slot.ORDER_NUMBER: "MA-104300"}
    outcome = await give_back(ReturningOwn((LAMP, JACKET)), want("return", slots=slots, changed=frozenset()))
    assert titles(outcome) == ["Alba jacket"]
