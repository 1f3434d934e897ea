"""What a shopper reads about an exchange: which variant, whether it is there, what it costs more or less."""

from dataclasses import replace

import pytest

from domain.blocks import Card, Choices
from domain.commands import Slot
from domain.ids import CustomerId
from domain.intents import Intent
from domain.languages import Language
from domain.outcomes import Asked, Missing
from tests.skills.fakes import NORA, ask
from tests.skills.reading import find, options, said
from tests.skills.returning import (
    FakeCatalogue,
    NotingLinks,
    ReturningOwn,
    a_jacket,
    a_variant,
    bought,
    give_back,
)

GIFT_TO_NORA = {"gift": True, "customer": CustomerId("cus_other"), "recipient_customer": NORA}
JACKET = bought()


def want(text="return", **other):
    return ask(Intent.RETURN_OR_EXCHANGE, text, **other)


def exchange(**given):
    return want("exchange", given={Slot.RESOLUTION: "exchange", **{Slot(k): v for k, v in given.items()}})


async def test_an_exchange_asks_for_the_size_only_when_several_are_there():
    own = ReturningOwn((JACKET,))
    asked = await give_back(own, exchange(), catalogue=FakeCatalogue((a_jacket(),)))
    assert isinstance(asked, Asked) and asked.missing is Missing.VARIANT
    assert options(asked) == ["variant:var_s_blue", "variant:var_l_blue"]
    one = FakeCatalogue((a_jacket(a_variant("M"), a_variant("L"), a_variant("S", stock=0)),))
    links = NotingLinks()
    taken = await give_back(own, exchange(), catalogue=one, links=links)
    assert "L / Blue is in stock." in said(taken)
    assert links.made[0][1][0].exchange_for == "var_l_blue"
    assert "You can exchange the Alba jacket until 19 December." in said(taken)


async def test_the_size_that_was_named_is_taken_with_its_price_difference():
    shelf = FakeCatalogue((a_jacket(a_variant("M"), a_variant("L", price=9900), a_variant("L", colour="Red")),))
    outcome = await give_back(ReturningOwn((JACKET,)), exchange(wanted="the same in L"), catalogue=shelf)
    assert "L / Blue is in stock." in said(outcome)
    assert "It costs €10.00 more than the one you have." in said(outcome)


async def test_a_size_that_is_gone_is_said_with_what_is_there():
    shelf = FakeCatalogue((a_jacket(a_variant("M"), a_variant("L", stock=0), a_variant("S")),))
    outcome = await give_back(ReturningOwn((JACKET,)), exchange(wanted="L"), catalogue=shelf)
    assert "L / Blue is out of stock. What would you like instead?" in said(outcome)
    assert options(outcome) == ["variant:var_s_blue"]


@pytest.mark.parametrize(
    ("language", "present", "wanted"),
    [
        (Language.EN, "M / Blue", "L / Red"),
        (Language.FR, "M / Bleu", "L / Rouge"),
        (Language.DE, "M / Blue", "L / Red"),
    ],
)
async def test_a_variant_is_called_as_the_reply_speaks(language, present, wanted):
    """By the language of the reply and not the customer's; in English where the shop has no other word."""
    shelf = FakeCatalogue((a_jacket(a_variant("M"), a_variant("L", colour="Red"), a_variant("S")),))
    request = replace(exchange(), language=language)
    asked = await give_back(ReturningOwn((JACKET,)), request, catalogue=shelf)
    (choices,) = find(asked, Choices)
    assert choices.prompt.values["variant"] == present
    assert wanted in {each.label.values["variant"] for each in choices.options}
    answered = await give_back(ReturningOwn((JACKET,)), replace(want(), language=language))
    (card,) = find(answered, Card)
    assert card.subtitle == present


@pytest.mark.parametrize("wanted", ["the red one in L", "rouge en L", "L / Rouge"])
async def test_a_wanted_variant_is_understood_in_every_language(wanted):
    shelf = FakeCatalogue((a_jacket(a_variant("M"), a_variant("L"), a_variant("L", colour="Red")),))
    outcome = await give_back(ReturningOwn((JACKET,)), exchange(wanted=wanted), catalogue=shelf)
    assert "L / Red is in stock." in said(outcome)


async def test_when_nothing_is_there_the_refund_leads():
    shelf = FakeCatalogue((a_jacket(a_variant("M"), a_variant("L", stock=0)),))
    outcome = await give_back(ReturningOwn((JACKET,)), exchange(), catalogue=shelf)
    assert "No other size or colour of the Alba jacket is in stock." in said(outcome)
    (card,) = find(outcome, Card)
    assert card.actions[0].label.key == "returns-start-return" and card.actions[0].primary


async def test_a_replacement_is_the_same_again():
    links = NotingLinks()
    request = want(given={Slot.RESOLUTION: "replacement", Slot.REASON: "defective"})
    await give_back(ReturningOwn((JACKET,)), request, catalogue=FakeCatalogue((a_jacket(),)), links=links)
    assert links.made[0][1][0].exchange_for == "var_m_blue"


async def test_the_recipient_of_a_gift_hears_no_prices():
    order = bought(**GIFT_TO_NORA)
    shelf = FakeCatalogue((a_jacket(a_variant("M"), a_variant("L", price=9900)),))
    outcome = await give_back(ReturningOwn((order,)), exchange(wanted="L"), catalogue=shelf)
    assert "€" not in said(outcome)


async def test_changing_from_exchange_to_refund_leaves_no_variant_behind():
    own, shelf = ReturningOwn((JACKET,)), FakeCatalogue((a_jacket(),))
    asked = await give_back(own, exchange(), catalogue=shelf)
    chosen = await give_back(
        own,
        want(
            slots={Slot.RESOLUTION: "exchange"}, changed=frozenset(), choice="variant:var_l_blue", memory=asked.memory
        ),
        catalogue=shelf,
    )
    assert "L / Blue is in stock." in said(chosen)
    links = NotingLinks()
    refund = await give_back(
        own, want(given={Slot.RESOLUTION: "refund"}, memory=chosen.memory), catalogue=shelf, links=links
    )
    assert "in stock" not in said(refund)
    assert all(part.exchange_for is None for _, parts, _ in links.made for part in parts)
