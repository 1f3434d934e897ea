"""Sentences as a model writes them, against facts, an article, a link and a receipt."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from agent.wording.check import Evidence, check_sentence, know
from agent.wording.problems import Doubt
from domain.blocks import Phrase, Prose
from domain.money import Currency, Money

EUR = Currency("EUR")
RETURN = (
    Phrase(
        key="facts",
        values={
            "order_number": "MA-300401",
            "first_name": "Nora",
            "item": "Grey wool scarf",
            "delivered_on": date(2026, 11, 2),
            "deadline": date(2026, 12, 2),
            "refund_amount": Money(minor=3990, currency=EUR),
            "decision": "returnable",
        },
    ),
    Prose(text="You have 30 days from delivery to return an item for a refund. It must be unworn.", citations=()),
)
PARCEL = (Phrase(key="facts", values={"status": "in_transit", "carrier": "GLS", "announced_date": date(2026, 11, 20)}),)
RULES = (
    Prose(text="Delivery takes 2 to 4 working days. It is free from EUR 50 of items.", citations=()),
    Prose(text="We answer from Monday to Friday, 9:00 to 18:00, and on Saturday from 10:00 to 16:00.", citations=()),
)


def doubts(text, blocks, language="en", receipts=(), links=()):
    known = know(
        Evidence(
            blocks=blocks,
            links=frozenset(links),
            receipts=frozenset(receipts),
            today=date(2026, 11, 18),
            zone=ZoneInfo("Europe/Paris"),
        )
    )
    return {each.doubt for each in check_sentence(text, known, language)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You have two weeks left, until Wednesday 2 December."),
        ("en", "You'd get just under forty euros back, Nora."),
        ("en", "The scarf can go back as long as it's unworn."),
        ("en", "If you'd like, I'll open the return."),
        ("en", "I can't promise that it works out."),
        ("fr", "Il vous reste quatorze jours, jusqu'au 2 décembre."),
        ("fr", "Vous récupéreriez un peu moins de quarante euros."),
        ("fr", "Souhaitez-vous que je lance le retour ?"),
        ("de", "Du hast noch zwei Wochen, bis zum 2. Dezember."),
        ("es", "Te quedan catorce días, hasta el 2 de diciembre."),
        ("it", "Hai ancora due settimane, fino al 2 dicembre."),
        ("nl", "Je hebt nog twee weken, tot 2 december."),
    ],
)
def test_what_follows_from_facts_and_articles_may_be_said(language, text):
    assert doubts(text, RETURN, language) == set()


@pytest.mark.parametrize(
    ("language", "text", "doubt"),
    [
        ("en", "You have three weeks left.", Doubt.LENGTH),
        ("en", "You have 30 working days from delivery.", Doubt.LENGTH),
        ("fr", "Vous avez quinze jours.", Doubt.LENGTH),
        ("en", "You'd get forty euros back.", Doubt.AMOUNT),
        ("en", "You'd get £39.90 back.", Doubt.AMOUNT),
        ("en", "Marta will take care of it.", Doubt.PERSON),
        ("de", "Ich bin Svenja, hallo.", Doubt.PERSON),
        ("en", "Even if it was worn, it can go back.", Doubt.CONDITION),
        ("en", "By law you may keep the parcel.", Doubt.CONDITION),
        ("fr", "Le retour est gratuit.", Doubt.CONDITION),
        ("en", "I've opened the return for you.", Doubt.COMPLETION),
        ("it", "Ho aperto il reso.", Doubt.COMPLETION),
        ("en", "A colleague will call you back.", Doubt.PROMISE),
        ("fr", "On vous rappelle sous peu.", Doubt.PROMISE),
        ("en", "The carrier told us that it got wet.", Doubt.STATE),
        ("en", "Write to hello@else.example.", Doubt.LINK),
        ("en", "Call us on +33 1 23 45 67 89.", Doubt.LINK),
        ("pl", "Kwota wynosi 45,00 EUR.", Doubt.AMOUNT),
    ],
)
def test_what_nothing_holds_is_stopped(language, text, doubt):
    assert doubt in doubts(text, RETURN, language)


def test_a_bare_weekday_is_the_next_one():
    assert doubts("It's announced for Friday.", PARCEL) == set()
    assert doubts("It's announced for tomorrow.", PARCEL) == {Doubt.DAY}
    assert doubts("It's announced for the day after tomorrow.", PARCEL) == set()


def test_a_range_is_said_whole_and_a_rule_with_its_limit():
    assert doubts("Delivery takes two to four working days.", RULES) == set()
    assert doubts("Delivery takes 1-4 working days.", RULES) == {Doubt.LENGTH}
    assert doubts("From 50 euros of items, delivery is free.", RULES) == set()
    assert doubts("Delivery is free.", RULES) == {Doubt.CONDITION}


def test_hours_belong_to_their_days():
    assert doubts("On Saturday we answer until 4 pm.", RULES) == set()
    assert doubts("On Saturday we answer until 6 pm.", RULES) == {Doubt.DAY}


def test_a_deed_needs_its_receipt():
    assert doubts("I've opened your return.", RETURN, receipts=("return_created",)) == set()
    assert doubts("I've just refunded you.", RETURN, receipts=("return_created",)) != set()


def test_the_amount_of_one_item_is_not_said_of_another():
    values = {
        "item_1": "Oak tray",
        "item_1_refund": Money(minor=2500, currency=EUR),
        "item_2": "Glass jug",
        "item_2_refund": Money(minor=1800, currency=EUR),
    }
    blocks = (Phrase(key="facts", values=values),)
    assert doubts("The tray comes to €25.00 and the jug to €18.00, €43 in all.", blocks) == set()
    assert doubts("The tray comes to €18.00.", blocks) == {Doubt.AMOUNT}
