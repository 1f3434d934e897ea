"""The return policy of Maison Alder in typed rules; the sentences that say the same stand in ``content/``."""

from datetime import date

from domain.ids import ArticleId
from domain.money import Currency, Money
from domain.policy import Exclusion, ExclusionKind, Fee, PolicySource, Region, ReturnPolicy, Window
from domain.returns import Resolution

_REFUND = frozenset({Resolution.REFUND})
_EURO_COUNTRIES = frozenset({"FR", "BE", "LU", "DE", "ES", "IT", "NL"})

_WINDOWS = (
    Window(id="refund_window", resolution=Resolution.REFUND, days=30),
    Window(id="exchange_window", resolution=Resolution.EXCHANGE, days=45),
    Window(id="store_credit_window", resolution=Resolution.STORE_CREDIT, days=60),
    Window(id="gift_refund_window", resolution=Resolution.REFUND, days=60, gifts_only=True),
    Window(id="gift_exchange_window", resolution=Resolution.EXCHANGE, days=60, gifts_only=True),
    Window(id="gift_store_credit_window", resolution=Resolution.STORE_CREDIT, days=60, gifts_only=True),
)

_EXCLUSIONS = (
    Exclusion(id="final_sale", matches=ExclusionKind.FINAL_SALE),
    Exclusion(id="gift_cards", matches=ExclusionKind.CATEGORY, value="gift_cards"),
    Exclusion(id="bath_body", matches=ExclusionKind.CATEGORY, value="bath_body"),
    Exclusion(id="pierced", matches=ExclusionKind.TAG, value="pierced"),
    Exclusion(id="personalised", matches=ExclusionKind.TAG, value="personalised"),
    Exclusion(id="hygiene", matches=ExclusionKind.TAG, value="hygiene"),
)

_FEES = (
    Fee(
        id="fee_euro",
        countries=_EURO_COUNTRIES,
        resolutions=_REFUND,
        amount=Money(minor=490, currency=Currency("EUR")),
    ),
    Fee(
        id="fee_gb",
        countries=frozenset({"GB"}),
        resolutions=_REFUND,
        amount=Money(minor=650, currency=Currency("GBP")),
    ),
    Fee(
        id="fee_us",
        countries=frozenset({"US"}),
        resolutions=_REFUND,
        amount=Money(minor=1200, currency=Currency("USD")),
    ),
)

_ARTICLES = {
    "refund_window": "return-window",
    "exchange_window": "exchange-size",
    "store_credit_window": "store-credit",
    "gift_refund_window": "gift-returns",
    "gift_exchange_window": "gift-returns",
    "gift_store_credit_window": "gift-returns",
    "gift_recipient": "gift-returns",
    "final_sale": "final-sale",
    "gift_cards": "gift-cards",
    "bath_body": "excluded-items",
    "pierced": "excluded-items",
    "personalised": "excluded-items",
    "hygiene": "excluded-items",
    "fee_euro": "return-fee",
    "fee_gb": "return-fee",
    "fee_us": "return-fee",
    "served_countries": "delivery-countries",
    "region": "delivery-countries",
    "delivered": "order-tracking",
    "delivery_date": "return-window",
    "not_cancelled": "order-change-cancel",
    "pieces_left": "return-start",
}

POLICY = ReturnPolicy(
    version=1,
    effective_from=date(2025, 1, 1),
    source=PolicySource.TYPED,
    windows=_WINDOWS,
    exclusions=_EXCLUSIONS,
    fees=_FEES,
    regions=(Region(id="served_countries", countries=_EURO_COUNTRIES | {"GB", "US"}),),
    articles=tuple((rule, ArticleId(article)) for rule, article in _ARTICLES.items()),
)
