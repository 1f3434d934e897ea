"""The shop's prices outside the euro: set by one rate each and rounded to what a price tag would say."""

from domain.money import Currency, Money

_PERCENT = {Currency("EUR"): 100, Currency("GBP"): 88, Currency("USD"): 114}
CURRENCY_OF = {"GB": Currency("GBP"), "US": Currency("USD")}


def currency_for(country: str) -> Currency:
    return CURRENCY_OF.get(country, Currency("EUR"))


def price_in(price: Money, currency: Currency) -> Money:
    """A euro price in the currency of an order, to the nearest whole unit."""
    if currency == price.currency:
        return price
    return Money(minor=round(price.minor * _PERCENT[currency] / 10_000) * 100, currency=currency)
