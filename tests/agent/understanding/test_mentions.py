"""Which bought line a mention means, in the shopper's words and not the shop's."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.understanding.embedded.mentions import FITS, LineMentions
from domain.ids import CustomerId, LineId, OrderId, ProductId, VariantId
from domain.mentions import OwnedLine
from domain.money import Currency, Money
from domain.orders import Line, Order, OrderState

PAID = Money(minor=4900, currency=Currency("EUR"))
BOUGHT = {
    "blue jacket": ({"en": "Alba jacket", "fr": "Veste Alba", "de": "Jacke Alba"}, "Blue / M", "jackets"),
    "black jacket": ({"en": "Noor jacket", "fr": "Veste Noor", "de": "Jacke Noor"}, "Black / L", "jackets"),
    "trainers": ({"en": "Rivo trainers", "fr": "Baskets Rivo"}, "White / 42", "shoes"),
    "boots": ({"en": "Tova boots", "fr": "Bottes Tova"}, "Brown / 40", "shoes"),
    "dress": ({"en": "Lena maxi dress", "fr": "Robe longue Lena"}, "Green / 38", "dresses"),
    "mugs": ({"en": "Set of mugs", "fr": "Lot de tasses"}, "Grey", "tableware"),
}


def line(name: str) -> Line:
    titles, variant, category = BOUGHT[name]
    return Line(
        id=LineId(name),
        product=ProductId(name),
        variant=VariantId(name),
        titles=titles,
        variant_titles={"en": variant},
        category=category,
        tags=frozenset(),
        image="",
        quantity=1,
        paid=PAID,
        full_price=PAID,
        final_sale=False,
        delivered=None,
        delivered_quantity=0,
        returned_quantity=0,
    )


ORDER = Order(
    id=OrderId("ord_1"),
    number="MA-100001",
    customer=CustomerId("cus_1"),
    placed_at=datetime(2025, 3, 1, tzinfo=UTC),
    state=OrderState.DELIVERED,
    lines=tuple(map(line, BOUGHT)),
    total=PAID,
    gift=False,
    recipient_customer=None,
    country="FR",
    postcode="75011",
)
OWNED = tuple(OwnedLine(order=ORDER, line=each) for each in ORDER.lines)
mentions = LineMentions()


def meant(mention: str) -> set[str]:
    """The lines too close to choose between."""
    matches = mentions.match(mention, OWNED)
    return {str(each.owned.line.id) for each in matches if matches[0].score - each.score <= 0.1}


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("the blue jacket", "blue jacket"),
        ("ma veste bleue", "blue jacket"),
        ("die blaue Jacke", "blue jacket"),
        ("la chaqueta azul", "blue jacket"),
        ("giacca blu", "blue jacket"),
        ("de blauwe jas", "blue jacket"),
        ("blue jackte", "blue jacket"),
        ("teh bleu jaket", "blue jacket"),
        ("la vest bleu", "blue jacket"),
        ("navy jacket", "blue jacket"),
        ("la noire", "black jacket"),
        ("jacket size L", "black jacket"),
        ("trainers", "trainers"),
        ("my white sneakers", "trainers"),
        ("les baskets blanches", "trainers"),
        ("chaussures taille 40", "boots"),
        ("shoes size 42", "trainers"),
        ("las botas", "boots"),
        ("the dress", "dress"),
        ("robe verte", "dress"),
        ("Kleid", "dress"),
        ("green one", "dress"),
        ("tasses", "mugs"),
        ("Becher", "mugs"),
        ("Rivo", "trainers"),
        ("the Lena", "dress"),
    ],
)
def test_one_line_is_meant(mention: str, name: str) -> None:
    assert meant(mention) == {name}


@pytest.mark.parametrize(
    ("mention", "names"),
    [
        ("the jacket", {"blue jacket", "black jacket"}),
        ("shoes", {"trainers", "boots"}),
        ("Winterjacke", {"blue jacket", "black jacket"}),
    ],
)
def test_what_fits_several_lines_is_left_open(mention: str, names: set[str]) -> None:
    assert meant(mention) == names


@pytest.mark.parametrize(
    "mention", ["kettle", "the red dress", "", "the", "trainers size 40", "a thing", "🎽", "the pink jacket"]
)
def test_what_was_not_bought_fits_nothing(mention: str) -> None:
    assert not mentions.match(mention, OWNED)


COATS = {
    "navy coat": {"en": "Navy, M", "fr": "Bleu marine, M", "es": "Azul marino, M"},
    "blue coat": {"en": "Blue, M", "fr": "Bleu, M", "es": "Azul, M"},
    "oak coat": {"en": "Oak, M", "fr": "Chêne, M", "de": "Eiche, M"},
}
COATS_OWNED = tuple(
    OwnedLine(order=ORDER, line=replace(line("blue jacket"), id=LineId(name), variant_titles=titles))
    for name, titles in COATS.items()
)


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("the navy one", "navy coat"),
        ("the navy blue jacket", "navy coat"),
        ("la veste bleu marine", "navy coat"),
        ("la chaqueta azul marino", "navy coat"),
        ("the blue jacket", "blue coat"),
        ("la veste bleue", "blue coat"),
        ("le bleu", "blue coat"),
        ("the oak jacket", "oak coat"),
        ("la veste chêne", "oak coat"),
        ("die in Eiche", "oak coat"),
    ],
)
def test_a_variant_is_known_by_its_words_in_every_language(mention: str, name: str) -> None:
    best, *others = mentions.match(mention, COATS_OWNED)
    assert best.owned.line.id == name
    assert all(each.score < best.score for each in others)


def test_the_best_comes_first_and_nothing_bought_means_nothing() -> None:
    scores = [each.score for each in mentions.match("brown boots or shoes", OWNED)]
    assert scores == sorted(scores, reverse=True)
    assert not mentions.match("boots", ())


@given(st.text(max_size=200))
def test_any_words_score_within_bounds(mention: str) -> None:
    assert all(FITS <= each.score <= 1 for each in mentions.match(mention, OWNED))
