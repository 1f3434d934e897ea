"""What is in an order: chosen variants with quantity, discount and final sale, and the lines made of them."""

import random
from dataclasses import dataclass
from functools import lru_cache

from domain.catalogue import Product, Variant
from domain.ids import LineId, OrderId, VariantId
from domain.money import Currency
from hub_connectors.sandbox.assortment import assortment, find_variant
from hub_connectors.sandbox.prices import price_in
from hub_connectors.sandbox.stories import LineStory

NOT_SENT = frozenset({"gift_cards"})
"""Gift cards come by email and travel in no parcel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """``discount`` is in percent of the price of the day."""

    variant: VariantId
    quantity: int = 1
    discount: int = 0
    final_sale: bool = False


@lru_cache(maxsize=1)
def _shelf() -> tuple[tuple[Product, ...], tuple[float, ...]]:
    """Products with running weights: clothes sell more often than tents."""
    weights = {"gift_cards": 1.5, "outdoor": 0.7, "lighting": 0.8, "underwear": 0.7}
    products = tuple(assortment().values())
    total, running = 0.0, []
    for product in products:
        total += weights.get(product.category, 1.0)
        running.append(total)
    return products, tuple(running)


def choose_picks(chance: random.Random) -> tuple[Pick, ...]:
    products, weights = _shelf()
    count = chance.choices((1, 2, 3, 4, 5), (46, 30, 15, 7, 2))[0]
    chosen = {product.id: product for product in chance.choices(products, cum_weights=weights, k=count)}
    whole_order = 10 if chance.random() < 0.15 else 0
    return tuple(_pick(product, whole_order, chance) for product in chosen.values())


def _pick(product: Product, discount: int, chance: random.Random) -> Pick:
    variant: Variant = chance.choice(product.variants)
    roll = chance.random()
    final_sale = roll < 0.05 and product.category != "gift_cards"
    if final_sale:
        discount = chance.choice((40, 50, 60))
    elif roll < 0.17:
        discount = chance.choice((15, 20, 30))
    quantity = chance.choices((1, 2, 3), (88, 10, 2))[0]
    return Pick(variant=variant.id, quantity=quantity, discount=discount, final_sale=final_sale)


def make_lines(order: OrderId, picks: tuple[Pick, ...], *, currency: Currency) -> tuple[LineStory, ...]:
    return tuple(_line(LineId(f"{order}-{place}"), pick, currency) for place, pick in enumerate(picks, 1))


def _line(id_: LineId, pick: Pick, currency: Currency) -> LineStory:
    _, variant = find_variant(pick.variant)
    full = price_in(variant.price, currency).minor * pick.quantity
    return LineStory(
        id=id_,
        variant=pick.variant,
        quantity=pick.quantity,
        paid=full * (100 - pick.discount) // 100,
        full_price=full,
        final_sale=pick.final_sale,
    )


def is_sent(line: LineStory) -> bool:
    return find_variant(line.variant)[0].category not in NOT_SENT
