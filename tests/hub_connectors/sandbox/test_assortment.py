"""What the shop sells, and its pictures."""

from xml.etree import ElementTree

import pytest

from domain.money import Currency, Money
from hub_connectors.sandbox.assortment import assortment, find_variant, kinds_of_products
from hub_connectors.sandbox.colours import COLOURS
from hub_connectors.sandbox.kinds import KINDS
from hub_connectors.sandbox.labels import draw_label
from hub_connectors.sandbox.pictures import draw
from hub_connectors.sandbox.policy import POLICY
from hub_connectors.sandbox.prices import price_in

CATEGORIES = {
    "jackets knitwear dresses trousers shirts shoes bags jewellery home_textiles tableware lighting kids outdoor"
    " bath_body gift_cards swimwear underwear"
}


def test_there_is_enough_to_choose_from():
    products = assortment().values()
    assert len(products) >= 300
    assert {product.category for product in products} == set(" ".join(CATEGORIES).split())
    assert all(product.variants and product.suppliers for product in products)
    assert all(sum(supplier.main for supplier in product.suppliers) == 1 for product in products)


@pytest.mark.parametrize("language", ["en", "fr", "es", "de", "it", "nl"])
def test_every_product_has_a_name_of_its_own_in_each_language(language):
    titles = [product.titles[language] for product in assortment().values()]
    assert len(set(titles)) == len(titles)


def test_variants_are_told_apart_and_some_are_out_of_stock():
    variants = [variant for product in assortment().values() for variant in product.variants]
    assert len({variant.id for variant in variants}) == len(variants)
    assert any(variant.stock == 0 for variant in variants)
    assert all(variant.price.minor > 0 for variant in variants)


def test_a_variant_is_called_as_its_shopper_would():
    _, variant = find_variant(next(v.id for v in assortment()["alba-jacket"].variants if v.title("en") == "Blue, M"))
    assert variant.title("fr") == "Bleu, M"
    assert variant.title("de") == "Blau, M"


def test_what_the_policy_leaves_out_is_on_the_shelf():
    products = assortment().values()
    for exclusion in POLICY.exclusions:
        if exclusion.value:
            assert any(exclusion.value in {product.category, *product.tags} for product in products), exclusion.id
    assert any("provider_strict" in product.tags for product in products)


def test_prices_outside_the_euro_are_whole():
    price = price_in(Money(minor=18500, currency=Currency("EUR")), Currency("GBP"))
    assert price == Money(minor=16300, currency=Currency("GBP"))


def test_each_product_is_drawn_in_each_of_its_colours():
    for product in assortment().values():
        for colour in {variant.options["colour"] for variant in product.variants}:
            root = ElementTree.fromstring(draw(product.id, colour))
            assert root.tag.endswith("svg")


def test_silhouettes_differ_and_colours_show():
    shapes = {kind.shape for kind in KINDS}
    assert len(shapes) >= 12
    first_of = {kinds_of_products()[id_].shape: id_ for id_ in reversed(assortment())}
    drawn = {draw(first_of[shape], "blue") for shape in shapes}
    assert len(drawn) == len(shapes)
    assert draw("alba-jacket", "blue") != draw("alba-jacket", "navy")
    assert COLOURS["blue"].paint in draw("alba-jacket", "blue")


@pytest.mark.parametrize(("product", "colour"), [("nothing", "blue"), ("alba-jacket", "plaid")])
def test_what_is_not_sold_is_not_drawn(product, colour):
    with pytest.raises(LookupError):
        draw(product, colour)


def test_a_label_shows_its_number_and_nothing_else_from_outside():
    assert "RMA-482913" in draw_label("RMA-482913")
    with pytest.raises(LookupError):
        draw_label('"><script>')
