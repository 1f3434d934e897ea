"""What a shopper reads about a return: the sentence, the card, what is still possible, and the way into the portal."""

from dataclasses import replace
from datetime import date

import pytest

from domain.blocks import Card, Prose
from domain.commands import Slot
from domain.errors import VendorUnavailable
from domain.ids import CustomerId
from domain.intents import Intent
from domain.orders import OrderState
from domain.outcomes import Answered, Refused
from domain.policy import PolicySource, Reason, Window
from domain.returns import Authority, ProviderAnswer, Resolution, ReturnedLine, ReturnState
from tests.skills.fakes import NORA, ask
from tests.skills.reading import find, options, said
from tests.skills.returning import (
    BY_ORDER,
    CLAUSE,
    POLICY,
    NotingLinks,
    ReturningOwn,
    a_return,
    bought,
    give_back,
    got,
)

GIFT_TO_NORA = {"gift": True, "customer": CustomerId("cus_other"), "recipient_customer": NORA}
JACKET = bought()
LINE = JACKET.lines[0].id
NO = ProviderAnswer(authority=Authority.BINDING, eligible=False, code="blocked")
OLD = got(delivered=date(2026, 10, 1))
SHORT = replace(POLICY, windows=(Window(id="refund-10", resolution=Resolution.REFUND, days=10), *POLICY.windows[1:]))
ONLY_EXCHANGE = replace(SHORT, windows=SHORT.windows[:2])


def want(text="return", **other):
    return ask(Intent.RETURN_OR_EXCHANGE, text, **other)


def case(*lines, returns=(), answer=None, policy=POLICY, order=None):
    order = order or bought("MA-104233", *lines)
    own = ReturningOwn((order,), returns=tuple(make(order) for make in returns))
    if answer:
        own.answers = {each.id: answer for each in order.lines}
    return own, policy


SITUATIONS = {
    Reason.WITHIN_WINDOW: (
        case(),
        "You can return the Alba jacket until Friday 4 December (30 days from delivery on 4 November).",
        "Vous pouvez retourner «\u00a0Veste Alba\u00a0» jusqu'au vendredi 4 décembre "
        "(30 jours après la livraison du 4 novembre).",
    ),
    Reason.EXCHANGE_ONLY: (
        case(policy=ONLY_EXCHANGE),
        "You can still exchange the Alba jacket until 19 December; the last day for a refund was Saturday 14 November.",
        "Vous pouvez encore échanger «\u00a0Veste Alba\u00a0» jusqu'au 19 décembre\u00a0; "
        "pour un remboursement, le dernier jour était le samedi 14 novembre.",
    ),
    Reason.CREDIT_OR_EXCHANGE: (
        case(policy=SHORT),
        "The Alba jacket can still be exchanged, or returned for store credit, until 19 December; "
        "the last day for a refund was Saturday 14 November.",
        "Pour «\u00a0Veste Alba\u00a0», un échange ou un avoir est encore possible jusqu'au 19 décembre\u00a0; "
        "pour un remboursement, le dernier jour était le samedi 14 novembre.",
    ),
    Reason.WINDOW_PASSED: (
        case(OLD),
        "The last day to return the Alba jacket was Sunday 15 November (45 days from delivery on 1 October).",
        "Le dernier jour pour retourner «\u00a0Veste Alba\u00a0» était le dimanche 15 novembre "
        "(45 jours après la livraison du 1er octobre).",
    ),
    Reason.FINAL_SALE: (
        case(got(final_sale=True)),
        "Final sale items can't be returned, and that includes the Alba jacket.",
        "Les articles en vente définitive ne sont pas repris, et «\u00a0Veste Alba\u00a0» en fait partie.",
    ),
    Reason.EXCLUDED_CATEGORY: (
        case(got(category="underwear")),
        "The Alba jacket can't be returned: our rules leave out this kind of product.",
        "Le retour de «\u00a0Veste Alba\u00a0» n'est pas possible\u00a0: nos règles écartent ce type de produit.",
    ),
    Reason.EXCLUDED_TAG: (
        case(got(tags=frozenset({"hygiene"}))),
        "The Alba jacket can't be returned: our rules name it among the exceptions.",
        "Le retour de «\u00a0Veste Alba\u00a0» n'est pas possible\u00a0: "
        "cet article figure parmi les exceptions de nos règles.",
    ),
    Reason.REGION_EXCLUDED: (
        case(order=bought(country="US")),
        "The Alba jacket can't be returned: we don't take returns from the country it was sent to.",
        "Le retour de «\u00a0Veste Alba\u00a0» n'est pas possible\u00a0: "
        "nous ne reprenons pas d'articles depuis le pays de livraison.",
    ),
    Reason.GIFT_RECIPIENT: (
        case(order=bought(**GIFT_TO_NORA)),
        "The Alba jacket came as a gift: an exchange or store credit is possible until 19 December.",
        "«\u00a0Veste Alba\u00a0» est un cadeau\u00a0: un échange ou un avoir est possible jusqu'au 19 décembre.",
    ),
    Reason.NOT_DELIVERED: (
        case(got(delivered=None, delivered_quantity=0)),
        "The Alba jacket can't be returned yet: the delivery isn't recorded. From that day you have 30 days.",
        "Le retour de «\u00a0Veste Alba\u00a0» n'est pas encore possible\u00a0: la livraison n'est pas enregistrée. "
        "À partir de ce jour-là, vous aurez 30 jours.",
    ),
    Reason.DELIVERY_UNKNOWN: (
        case(got(delivered=None)),
        "Our records don't show when the Alba jacket was delivered, so I can't work out the last day.",
        "La date de livraison de «\u00a0Veste Alba\u00a0» n'est pas enregistrée, "
        "je ne peux donc pas calculer le dernier jour.",
    ),
    Reason.ALREADY_RETURNED: (
        case(returns=(lambda order: a_return(order, ReturnState.REFUNDED),)),
        "A return of the Alba jacket has been recorded already: RMA-2330, made on Tuesday 10 November.",
        "Un retour de «\u00a0Veste Alba\u00a0» est déjà enregistré\u00a0: RMA-2330, fait le mardi 10 novembre.",
    ),
    Reason.RETURN_OPEN: (
        case(returns=(a_return,)),
        "A return of the Alba jacket is open already: RMA-2330, made on Tuesday 10 November.",
        "Un retour de «\u00a0Veste Alba\u00a0» est déjà en cours\u00a0: RMA-2330, fait le mardi 10 novembre.",
    ),
    Reason.CANCELLED: (
        case(order=bought(state=OrderState.CANCELLED)),
        "Order MA-104233 was cancelled, so there is nothing to send back.",
        "La commande MA-104233 a été annulée, il n'y a donc rien à renvoyer.",
    ),
    Reason.PROVIDER_REFUSED: (
        case(answer=NO),
        "By our rules the Alba jacket could come back, but the returns system says no. A person has to look at it.",
        "Selon nos règles, un retour de «\u00a0Veste Alba\u00a0» serait possible, "
        "mais le système de retours le refuse. "
        "Une personne doit regarder.",
    ),
    Reason.NO_POLICY: (
        case(policy=None),
        "I don't have the return rules that apply to the Alba jacket, so I can't say yes or no.",
        "Je n'ai pas les règles de retour qui valent pour «\u00a0Veste Alba\u00a0», "
        "je ne peux donc dire ni oui ni non.",
    ),
}


def test_every_reason_has_its_situation():
    assert set(SITUATIONS) == set(Reason)


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_each_reason_is_said_in_one_sentence(reason, language):
    (own, policy), english, french = SITUATIONS[reason]
    outcome = await give_back(own, want(language=language), policy=policy)
    words = said(outcome, language)
    assert (english if language == "en" else french) in words
    assert not set("{}$") & set(words)
    for never in ("unfortunately", "malheureusement", "!"):
        assert never not in words.lower()


MORE = {
    "order window": (case(policy=BY_ORDER, order=bought()), "(20 days from your order of 1 November)"),
    "order window passed": (
        case(policy=BY_ORDER, order=bought(placed_at=bought().placed_at.replace(month=10, day=20))),
        "The last day to return the Alba jacket was Monday 9 November (20 days from your order of 20 October).",
    ),
    "exchange from the first day": (
        case(got(tags=frozenset({"outlet"}))),
        "You can exchange the Alba jacket until 19 December; a refund isn't offered.",
    ),
    "credit from the first day": (
        case(got(tags=frozenset({"sample"}))),
        "The Alba jacket can be exchanged, or returned for store credit, until 19 December; a refund isn't offered.",
    ),
    "exchange and credit end apart": (
        case(
            policy=replace(
                SHORT, windows=(*SHORT.windows[:2], Window(id="c", resolution=Resolution.STORE_CREDIT, days=60))
            )
        ),
        "The Alba jacket can still be exchanged until 19 December, or returned for store credit until 3 January 2027;",
    ),
    "no way offered": (case(policy=replace(POLICY, windows=())), "Our return rules don't offer a way"),
    "provider alone says yes": (
        case(
            policy=None,
            answer=ProviderAnswer(
                authority=Authority.BINDING,
                eligible=True,
                resolutions=frozenset({Resolution.REFUND}),
                until=date(2026, 11, 30),
            ),
        ),
        "You can return the Alba jacket until Monday 30 November.",
    ),
    "provider names no day": (
        case(
            policy=None,
            answer=ProviderAnswer(
                authority=Authority.BINDING, eligible=True, resolutions=frozenset({Resolution.REFUND})
            ),
        ),
        "the returns portal shows until when",
    ),
    "provider alone says no": (case(policy=None, answer=NO), "The returns system doesn't accept the Alba jacket"),
    "portal decides": (
        case(policy=None, answer=ProviderAnswer(authority=Authority.ADVISORY, eligible=True)),
        "The returns portal shows what is possible.",
    ),
}


@pytest.mark.parametrize("name", MORE)
@pytest.mark.parametrize("language", ["en", "fr", "de"])
async def test_the_other_shapes_of_a_decision(name, language):
    (own, policy), english = MORE[name]
    words = said(await give_back(own, want(language=language), policy=policy), language)
    assert not set("{}$") & set(words)
    if language == "en":
        assert english in words


async def test_the_card_holds_what_the_shopper_needs_and_one_next_step():
    links = NotingLinks()
    outcome = await give_back(ReturningOwn((JACKET,)), want(), links=links)
    (card,) = find(outcome, Card)
    assert (card.title, card.subtitle, card.image) == ("Alba jacket", "M / Blue", "/images/jacket.webp")
    words = said(outcome)
    assert "Can be returned" in words and "Order: MA-104233" in words and "Delivered: 4 November" in words
    assert "Return fee: €4.90" in words and "Exchange fee: Free" in words and "Exchange until: 19 December" in words
    assert [action.primary for action in card.actions] == [True, False]
    assert card.why and card.why.text == CLAUSE
    part = ReturnedLine(line=LINE, quantity=1)
    assert links.made == [
        (JACKET.id, (part,), Resolution.REFUND),
        (JACKET.id, (part,), Resolution.EXCHANGE),
    ]
    assert isinstance(outcome, Answered) and outcome.stays and len(outcome.receipts) == 1


async def test_never_says_that_a_return_was_made():
    outcome = await give_back(ReturningOwn((JACKET,)))
    for never in ("has been created", "has been started", "registered", "refunded"):
        assert never not in said(outcome)


async def test_a_refusal_names_its_rule_and_leaves_a_way_on():
    own, policy = case(OLD)
    outcome = await give_back(own, want(), policy=policy)
    assert isinstance(outcome, Refused)
    assert outcome.receipt.rules and outcome.rule in {"exchange-45", "credit-45"}
    assert options(outcome) == ["person"]
    assert "If it's faulty or not what you ordered, tell me what is wrong" in said(outcome)


async def test_an_open_return_leads_to_its_page():
    own, policy = case(returns=(a_return,))
    (card,) = find(await give_back(own, want(), policy=policy), Card)
    assert card.actions[0].url == "https://hub.example/return/ret_233"


async def test_rules_read_from_help_pages_are_named_as_such():
    policy = replace(POLICY, source=PolicySource.CONTENT)
    assert "I read this from the shop's help pages" in said(await give_back(ReturningOwn((JACKET,)), policy=policy))
    assert "help pages" not in said(await give_back(ReturningOwn((JACKET,))))


async def test_damage_brings_the_rule_for_damage_and_no_fee():
    outcome = await give_back(ReturningOwn((JACKET,)), want(given={Slot.REASON: "damaged"}))
    words = said(outcome)
    assert "Tell us within 14 days, with photos. Nothing is charged." in words
    assert "fee" not in words and find(outcome, Card)


async def test_why_opens_the_clause():
    own = ReturningOwn((JACKET,))
    first = await give_back(own)
    why = await give_back(own, want(choice="why", memory=first.memory))
    assert [prose.text for prose in find(why, Prose)] == [CLAUSE]
    assert said(why).startswith("You can return the Alba jacket until Friday 4 December")


async def test_why_without_a_clause_says_what_it_rests_on():
    own, _ = case(returns=(a_return,))
    first = await give_back(own)
    why = await give_back(own, want(choice="why", memory=first.memory))
    assert "It rests on what the shop has on record" in said(why)


async def test_a_vendor_that_fails_is_not_hidden():
    own = ReturningOwn((JACKET,), failing={"check": VendorUnavailable("slow")})
    with pytest.raises(VendorUnavailable):
        await give_back(own)


async def test_as_many_pieces_as_they_say_and_never_more_than_there_are():
    order = bought("MA-104233", got(quantity=3, delivered_quantity=3))
    for typed, pieces in (("2", 2), ("9", 3), ("", 3)):
        links = NotingLinks()
        given = {Slot.QUANTITY: typed} if typed else {}
        await give_back(ReturningOwn((order,)), want(given=given), links=links)
        assert links.made[0][1][0].quantity == pieces


async def test_a_wish_that_is_not_offered_is_said_so():
    refund_only = replace(POLICY, windows=POLICY.windows[:1])
    request = want(given={Slot.RESOLUTION: "store_credit"})
    words = said(await give_back(ReturningOwn((JACKET,)), request, policy=refund_only))
    assert "Store credit isn't offered for the Alba jacket." in words
