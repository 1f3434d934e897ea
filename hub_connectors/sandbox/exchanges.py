"""What a line may be exchanged for: other variants of the same product that are in stock."""

from dataclasses import dataclass

from domain.ids import VariantId
from domain.money import Currency, Money
from domain.orders import Line
from hub_connectors.sandbox.assortment import assortment, find_variant
from hub_connectors.sandbox.prices import price_in


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeVariant:
    """``titles`` holds its name per language code; ``difference`` is what one piece costs more (or less, then
    negative) than the one bought, at today's prices.
    """

    variant: VariantId
    titles: dict[str, str]
    options: dict[str, str]
    difference: Money


def list_exchanges(line: Line, currency: Currency) -> tuple[ExchangeVariant, ...]:
    product = assortment()[line.product]
    bought = price_in(find_variant(line.variant)[1].price, currency)
    return tuple(
        ExchangeVariant(
            variant=each.id,
            titles=dict(each.titles),
            options=dict(each.options),
            difference=price_in(each.price, currency) - bought,
        )
        for each in product.variants
        if each.id != line.variant and each.stock
    )
