"""Values as shoppers type them: what is found, in which form, and what must not be taken for a value."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.understanding.embedded.slots import find_slots
from agent.understanding.embedded.slots.contact import normal_phone
from agent.understanding.embedded.slots.dates import day_of
from agent.understanding.embedded.slots.numbers import normal_order
from agent.understanding.embedded.words import clean, read_words
from domain.commands import Slot
from domain.languages import Language

EN, FR, ES, DE, IT, NL = Language.EN, Language.FR, Language.ES, Language.DE, Language.IT, Language.NL


def values(text: str, language: Language = EN, asked: Slot | None = None) -> dict[Slot, str]:
    return {each.slot: each.value for each in find_slots(read_words(clean(text)), language, asked)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ann@example.com", "ann@example.com"),
        ("My e-mail is ANN.LEE+shop@Example.co.uk.", "ann.lee+shop@example.co.uk"),
        ("it's ann @ example . com", "ann@example.com"),
        ("ann dot lee at example dot com", "ann.lee@example.com"),
        ("mon mail c'est lea point roy arobase exemple point fr", "lea.roy@exemple.fr"),
        ("(ann@example.com)", "ann@example.com"),
    ],
)
def test_email(text: str, value: str) -> None:
    assert values(text, asked=Slot.EMAIL)[Slot.EMAIL] == value


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("06 12 34 56 78", FR, "+33612345678"),
        ("0033 6 12 34 56 78", FR, "+33612345678"),
        ("call me on +44 20 7946 0018", EN, "+442079460018"),
        ("my mobile is 07911 123456", EN, "+447911123456"),
        ("mein handy 0151 23456789", DE, "+4915123456789"),
        ("06-12345678", NL, "+31612345678"),
    ],
)
def test_phone_numbers_come_as_e164(text: str, language: Language, value: str) -> None:
    assert values(text, language, Slot.PHONE)[Slot.PHONE] == value


def test_a_phone_number_that_fits_no_country_keeps_its_digits() -> None:
    assert normal_phone("12-34", Language.EN) == "1234"


@pytest.mark.parametrize("text", ["482913", "482 913", "482-913", "the code is 482913", "it's 482 913.", "4 8 2 9 1 3"])
def test_a_code_that_was_asked_for(text: str) -> None:
    assert values(text, asked=Slot.CODE)[Slot.CODE] == "482913"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("MA-104233", "MA-104233"),
        ("ma104233", "MA-104233"),
        ("Ma 104233", "MA-104233"),
        ("#104233", "104233"),
        ("order 104233", "104233"),
        ("my order number is 104233 thanks", "104233"),
        ("commande n°104233", "104233"),
        ("numéro de commande : MA-104233", "MA-104233"),
        ("Bestellnummer 104233", "104233"),
        ("pedido 104233", "104233"),
        ("order K83TT210Q", "K83TT210Q"),
        ("not 104233 but 104299 is my order", "104299"),
    ],
)
def test_order_numbers(text: str, value: str) -> None:
    assert values(text, asked=Slot.ORDER_NUMBER)[Slot.ORDER_NUMBER] == value


def test_bare_digits_are_what_was_asked_for() -> None:
    assert values("104233", asked=Slot.ORDER_NUMBER) == {Slot.ORDER_NUMBER: "104233"}
    assert values("104233", asked=Slot.CODE) == {Slot.CODE: "104233"}
    assert values("75011", asked=Slot.POSTCODE) == {Slot.POSTCODE: "75011"}
    assert values("75", asked=Slot.AMOUNT) == {Slot.AMOUNT: "75"}
    assert values("2", asked=Slot.QUANTITY) == {Slot.QUANTITY: "2"}


def test_forms_of_an_order_number() -> None:
    assert {normal_order(each) for each in ("ma104233", "MA 104233", "ma-104233", "#MA-104233")} == {"MA-104233"}


@pytest.mark.parametrize(
    ("text", "slot", "value"),
    [
        ("RMA-20418", Slot.RETURN_NUMBER, "RMA-20418"),
        ("my rma 20418", Slot.RETURN_NUMBER, "RMA-20418"),
        ("6A12345678901", Slot.TRACKING_NUMBER, "6A12345678901"),
        ("1Z 999 AA1 01 2345 6784", Slot.TRACKING_NUMBER, "1Z999AA10123456784"),
        ("RB123456785FR", Slot.TRACKING_NUMBER, "RB123456785FR"),
        ("tracking number is AB99887766", Slot.TRACKING_NUMBER, "AB99887766"),
        ("numéro de suivi 00340434161094021501", Slot.TRACKING_NUMBER, "00340434161094021501"),
    ],
)
def test_return_and_tracking_numbers(text: str, slot: Slot, value: str) -> None:
    assert values(text)[slot] == value


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("SW1A 1AA", EN, "SW1A 1AA"),
        ("my zip is 90210", EN, "90210"),
        ("code postal 75011", FR, "75011"),
        ("k1a 0b1", EN, "K1A 0B1"),
        ("1012 AB", NL, "1012 AB"),
        ("PLZ 10115", DE, "10115"),
    ],
)
def test_postcodes(text: str, language: Language, value: str) -> None:
    assert values(text, language, Slot.POSTCODE)[Slot.POSTCODE] == value


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("12 Baker Street, London NW1 6XE", EN, "12 Baker Street, London NW1 6XE"),
        ("send it to 7 rue Victor Hugo, 69002 Lyon please", FR, "7 rue Victor Hugo, 69002 Lyon"),
        ("Hauptstraße 5, 10115 Berlin", DE, "Hauptstraße 5, 10115 Berlin"),
        ("Calle Mayor 12, 28013 Madrid", ES, "Calle Mayor 12, 28013 Madrid"),
        ("Via Garibaldi 3, 20121 Milano", IT, "Via Garibaldi 3, 20121 Milano"),
        ("Kerkstraat 8, 1017 GC Amsterdam", NL, "Kerkstraat 8, 1017 GC Amsterdam"),
        ("4 Elm Road and I am out until noon", EN, "4 Elm Road"),
    ],
)
def test_addresses(text: str, language: Language, value: str) -> None:
    assert values(text, language, Slot.ADDRESS)[Slot.ADDRESS] == value


@pytest.mark.parametrize(
    ("text", "language", "asked", "value"),
    [
        ("Ann Lee", EN, Slot.NAME, "Ann Lee"),
        ("ann lee", EN, Slot.NAME, "ann lee"),
        ("my name is Ann O'Neill", EN, None, "Ann O'Neill"),
        ("it's Ann Lee here", EN, None, "Ann Lee"),
        ("je m'appelle Zoé Martin", FR, None, "Zoé Martin"),
        ("Anna de Vries is my name", EN, Slot.NAME, "Anna de Vries"),
        ("ich heiße Max Weber", DE, None, "Max Weber"),
        ("me llamo Lucía Gómez", ES, None, "Lucía Gómez"),
    ],
)
def test_names(text: str, language: Language, asked: Slot | None, value: str) -> None:
    assert values(text, language, asked)[Slot.NAME] == value


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I'm waiting", EN),
        ("i am very angry", EN),
        ("it's late", EN),
        ("je suis déçu", FR),
        ("c'est cassé", FR),
        ("this is not what I wanted", EN),
        ("I'm disappointed", EN),
    ],
)
def test_what_is_said_of_oneself_is_no_name(text: str, language: Language) -> None:
    assert Slot.NAME not in values(text, language)


TODAY = date(2025, 3, 14)


@pytest.mark.parametrize(
    ("text", "language", "typed", "day"),
    [
        ("on 3 March", EN, "3 March", date(2025, 3, 3)),
        ("March 20th", EN, "March 20th", date(2024, 3, 20)),
        ("2025-02-01", EN, "2025-02-01", date(2025, 2, 1)),
        ("i bought it yesterday", EN, "yesterday", date(2025, 3, 13)),
        ("bought 2 weeks ago", EN, "2 weeks ago", date(2025, 2, 28)),
        ("last Tuesday", EN, "last Tuesday", date(2025, 3, 11)),
        ("le 3 février 2025", FR, "3 février 2025", date(2025, 2, 3)),
        ("avant-hier", FR, "avant-hier", date(2025, 3, 12)),
        ("il y a deux semaines", FR, "il y a deux semaines", date(2025, 2, 28)),
        ("25/12/2024", FR, "25/12/2024", date(2024, 12, 25)),
        ("am 5. Januar", DE, "5. Januar", date(2025, 1, 5)),
        ("hace 3 días", ES, "hace 3 días", date(2025, 3, 11)),
        ("due settimane fa", IT, "due settimane fa", date(2025, 2, 28)),
        ("eergisteren", NL, "eergisteren", date(2025, 3, 12)),
    ],
)
def test_dates_as_typed_and_as_a_day(text: str, language: Language, typed: str, day: date) -> None:
    assert values(text, language, Slot.DATE)[Slot.DATE] == typed
    assert day_of(typed, TODAY, language) == day


def test_an_ambiguous_date_is_read_in_the_order_of_the_country() -> None:
    assert day_of("3/4/2024", TODAY) == date(2024, 4, 3)
    assert day_of("3/4/2024", TODAY, month_first=True) == date(2024, 3, 4)
    assert day_of("31/31/2024", TODAY) is None
    assert day_of("in spring", TODAY) is None


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("$84", EN, "$84"),
        ("it cost £1,299.50", EN, "£1,299.50"),
        ("49,90 €", FR, "49,90 €"),
        ("50 euros", FR, "50 euros"),
        ("thirty pounds", EN, "thirty pounds"),
        ("20€", ES, "20€"),
    ],
)
def test_amounts(text: str, language: Language, value: str) -> None:
    assert values(text, language)[Slot.AMOUNT] == value


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("I want to return the blue jacket", EN, "the blue jacket"),
        ("i'd like to send back my boots because they pinch", EN, "my boots"),
        ("exchange the green dress size 38 for a 40", EN, "the green dress size 38"),
        ("je voudrais retourner ma veste bleue", FR, "ma veste bleue"),
        ("renvoyer les chaussures taille 40 svp", FR, "les chaussures taille 40"),
        ("quiero devolver la chaqueta roja", ES, "la chaqueta roja"),
        ("ich möchte die blaue Jacke zurückgeben", DE, "die blaue Jacke"),
        ("vorrei restituire le scarpe nere", IT, "le scarpe nere"),
        ("ik wil mijn rode jas retourneren", NL, "mijn rode jas"),
        ("I want to return the blue one", EN, "the blue one"),
        ("my aunt gave me a scarf and it isn't for me", EN, "a scarf"),
        ("on m'a offert des bottes trop grandes", FR, "des bottes"),
        ("where is the table lamp", EN, "the table lamp"),
        ("ich habe die Lederjacke zum Geburtstag bekommen", DE, "die Lederjacke"),
        ("the vase turned up in pieces", EN, "the vase"),
        ("où est la lampe de table Sillage", FR, "la lampe de table Sillage"),
        ("can i retrun the boots", EN, "the boots"),
        ("je dois echnager la robe", FR, "la robe"),
    ],
)
def test_the_thing_meant(text: str, language: Language, value: str) -> None:
    assert values(text, language)[Slot.ITEM] == value


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I want to return my order", EN),
        ("where is my refund for the order", EN),
        ("je veux retourner ma commande", FR),
        ("about my account", EN),
        ("quiero devolver mi pedido", ES),
        ("they left it at the door, check the place again", EN),
        ("le colis est devant la porte", FR),
        ("text it to my phone", EN),
    ],
)
def test_an_order_or_a_refund_is_no_thing(text: str, language: Language) -> None:
    assert Slot.ITEM not in values(text, language)


@pytest.mark.parametrize(
    ("text", "language", "asked", "value"),
    [
        ("exchange it for a 42", EN, None, "42"),
        ("swap them for the black ones", EN, None, "black ones"),
        ("échanger contre du 38", FR, None, "38"),
        ("je la veux en taille L", FR, None, "L"),
        ("in black", EN, Slot.WANTED, "black"),
        ("size M please", EN, Slot.WANTED, "M"),
        ("40", FR, Slot.WANTED, "40"),
        ("rood", NL, Slot.WANTED, "rood"),
    ],
)
def test_what_is_wanted_instead(text: str, language: Language, asked: Slot | None, value: str) -> None:
    assert values(text, language, asked)[Slot.WANTED] == value


REASONS = [
    ("too_small", EN, ["it's too small", "way too tight", "they don't fit", "need a bigger size", "runs small"]),
    ("too_small", FR, ["trop petit", "ça me serre", "taille trop petit", "je rentre pas dedans"]),
    ("too_large", EN, ["too big for me", "it is huge and too loose", "i need a smaller size"]),
    ("too_large", FR, ["beaucoup trop grand", "trop large aux épaules"]),
    ("damaged", EN, ["arrived broken", "the box was crushed", "there's a scratch on it"]),
    ("damaged", FR, ["arrivé cassé", "la boîte est abimée", "elle est toute rayée"]),
    ("wrong_item", EN, ["you sent the wrong colour", "not what I ordered", "i ordered red but got green"]),
    ("wrong_item", FR, ["c'est pas le bon article", "j'ai reçu un autre modèle"]),
    ("changed_mind", EN, ["I changed my mind", "don't want it anymore", "ordered by mistake"]),
    ("changed_mind", FR, ["j'ai changé d'avis", "elle ne me plaît pas", "j'en veux plus"]),
    ("not_as_described", EN, ["it looks nothing like the picture", "not as described"]),
    ("not_as_described", FR, ["pas conforme à la photo", "rien à voir avec le site"]),
    ("defective", EN, ["it doesn't work", "stopped working", "the zip is broken off", "faulty"]),
    ("defective", FR, ["il ne marche pas", "en panne", "défectueux"]),
    ("late", EN, ["it came too late", "the delivery is delayed"]),
    ("late", FR, ["livré en retard"]),
    ("missing_item", EN, ["one item is missing", "the box was empty"]),
    ("missing_item", FR, ["il manque une chaussure", "colis incomplet"]),
    ("too_small", ES, ["me queda pequeño", "demasiado estrecho"]),
    ("too_small", DE, ["zu klein", "zu eng"]),
    ("too_small", IT, ["troppo piccolo", "mi sta stretto"]),
    ("too_small", NL, ["te klein"]),
    ("damaged", DE, ["beschädigt angekommen"]),
    ("damaged", ES, ["llegó roto"]),
    ("defective", IT, ["non funziona"]),
    ("wrong_item", NL, ["verkeerde maat ontvangen"]),
]


@pytest.mark.parametrize(
    ("reason", "language", "text"), [(reason, lang, text) for reason, lang, texts in REASONS for text in texts]
)
def test_reasons(reason: str, language: Language, text: str) -> None:
    assert values(text, language)[Slot.REASON] == reason


@pytest.mark.parametrize(
    "text", ["it's not too small", "the shoes are lovely", "where is my parcel", "not broken at all"]
)
def test_no_reason_where_none_is_given(text: str) -> None:
    assert Slot.REASON not in values(text)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("I want my money back", EN, "refund"),
        ("refund please", EN, "refund"),
        ("can i exchange it", EN, "exchange"),
        ("store credit is fine", EN, "store_credit"),
        ("send me a new one", EN, "replacement"),
        ("je veux être remboursée", FR, "refund"),
        ("un échange svp", FR, "exchange"),
        ("un bon d'achat", FR, "store_credit"),
        ("exchange instead of a refund", EN, "exchange"),
        ("Geld zurück", DE, "refund"),
        ("umtauschen bitte", DE, "exchange"),
        ("un vale de compra", ES, "store_credit"),
        ("rimborso", IT, "refund"),
        ("geld terug", NL, "refund"),
    ],
)
def test_what_is_wanted_for_it(text: str, language: Language, value: str) -> None:
    assert values(text, language, Slot.RESOLUTION)[Slot.RESOLUTION] == value


def test_either_of_two_wishes_is_none() -> None:
    assert Slot.RESOLUTION not in values("a refund or an exchange?", asked=Slot.RESOLUTION)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I waited 45 minutes", EN),
        ("2 people", EN),
        ("since 3 days", EN),
        ("j'attends depuis 2 semaines", FR),
        ("100% cotton", EN),
        ("at 5pm", EN),
    ],
)
def test_everyday_figures_are_no_values(text: str, language: Language) -> None:
    assert not values(text, language)


def test_several_values_in_one_message() -> None:
    found = values("Hi, I'm Ann Lee, order MA-104233, ann@example.com, the boots are too tight and I want a refund")
    assert found[Slot.ORDER_NUMBER] == "MA-104233"
    assert found[Slot.EMAIL] == "ann@example.com"
    assert found[Slot.NAME] == "Ann Lee"
    assert found[Slot.REASON] == "too_small"
    assert found[Slot.RESOLUTION] == "refund"
    assert found[Slot.ITEM] == "the boots"


@given(st.text(max_size=300), st.sampled_from(list(Language)), st.sampled_from([None, *Slot]))
def test_any_text_is_read_and_every_span_lies_in_it(text: str, language: Language, asked: Slot | None) -> None:
    words = read_words(clean(text))
    for found in find_slots(words, language, asked):
        assert 0 <= found.span.start < found.span.end <= len(words.text)
        assert found.value
        assert 0 < found.sure <= 1
