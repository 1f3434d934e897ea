"""Orders, customers and products in our words. What Shopify does not say is not guessed."""

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from babel.numbers import get_currency_precision

from domain import catalogue, customers
from domain.ids import CustomerId, LineId, OrderId, ProductId, VariantId
from domain.languages import Language, find_language
from domain.money import Currency, Money
from domain.orders import Line, Order, OrderState
from hub_connectors.shopify import wire

ORDER_STATES = {
    "UNFULFILLED": OrderState.PLACED,
    "OPEN": OrderState.PLACED,
    "SCHEDULED": OrderState.PLACED,
    "ON_HOLD": OrderState.PLACED,
    "PENDING_FULFILLMENT": OrderState.PLACED,
    "IN_PROGRESS": OrderState.PLACED,
    "REQUEST_DECLINED": OrderState.PLACED,
    "PARTIALLY_FULFILLED": OrderState.SHIPPED,
    "FULFILLED": OrderState.SHIPPED,
    # RESTOCKED and FULFILLMENT_NOT_REQUIRED say nothing of where the goods are: unknown, as any new word.
}
"""By ``displayFulfillmentStatus``; Shopify keeps deliveries apart from it, so they are counted on top."""

ARRIVED = frozenset({"DELIVERED", "PICKED_UP"})
LEFT = "SUCCESS"
_NOT_LEFT_YET = frozenset({"LABEL_PURCHASED", "LABEL_PRINTED", "LABEL_VOIDED", "SUBMITTED"})
_GID = re.compile(r"gid://shopify/\w+/([^/?\s]+)(?:\?.*)?")
_ID = re.compile(r"[A-Za-z0-9_-]{1,80}")
_NO_VARIANT = "Default Title"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The merchant's own words, folded, and the language that the shop's titles are in."""

    language: Language
    final_sale_tags: frozenset[str] = frozenset()
    gift_tags: frozenset[str] = frozenset()
    categories: tuple[tuple[str, str], ...] = ()


def make_gid(kind: str, id_: str) -> str | None:
    """``gid://shopify/Order/1``; None for an id that Shopify cannot have."""
    return f"gid://shopify/{kind}/{id_}" if _ID.fullmatch(id_) else None


def read_gid(gid: str) -> str:
    """The shop's own id in it, which every connector of the shop agrees on."""
    found = _GID.fullmatch(gid)
    return found.group(1) if found else gid


def read_money(amount: str, currency: str) -> Money:
    """A decimal string in major units, such as ``12.30``; amounts finer than the currency are rounded."""
    digits: int = get_currency_precision(currency)
    return Money(minor=round(Decimal(amount).scaleb(digits)), currency=Currency(currency))


def read_bag(bag: wire.Bag) -> Money:
    return read_money(bag.presentment_money.amount, bag.presentment_money.currency_code)


def map_customer(found: wire.Customer, words: Words) -> customers.Customer:
    return customers.Customer(
        id=CustomerId(read_gid(found.id)),
        name=found.display_name,
        email=found.default_email_address.email_address if found.default_email_address else "",
        phone=found.default_phone_number.phone_number if found.default_phone_number else None,
        language=find_language(found.locale) or words.language,
        country=(found.default_address and found.default_address.country_code_v2) or "",
    )


def map_order(found: wire.Order, words: Words) -> Order:
    mapped = (_map_line(found, line, words) for line in found.line_items.nodes)
    lines = tuple(line for line in mapped if line.quantity)
    address = found.shipping_address or wire.Address()
    return Order(
        id=OrderId(read_gid(found.id)),
        number=found.name,
        customer=CustomerId(read_gid(found.customer.id)) if found.customer else CustomerId(""),
        placed_at=found.processed_at,
        state=_order_state(found, lines),
        lines=lines,
        total=read_bag(found.total_price_set),
        gift=bool(words.gift_tags & _fold(found.tags)),
        recipient_customer=None,
        country=address.country_code_v2 or "",
        postcode=address.zip or "",
    )


def _order_state(found: wire.Order, lines: tuple[Line, ...]) -> OrderState:
    if found.cancelled_at is not None:
        return OrderState.CANCELLED
    state = ORDER_STATES.get(found.display_fulfillment_status, OrderState.UNKNOWN)
    delivered = sum(line.delivered_quantity for line in lines)
    if state is OrderState.UNKNOWN:
        return state
    if not delivered:
        waiting = all(each.display_status in _NOT_LEFT_YET for each in found.fulfillments if each.status == LEFT)
        return OrderState.PLACED if waiting else state
    return OrderState.DELIVERED if delivered >= sum(line.quantity for line in lines) else OrderState.PARTLY_DELIVERED


def _map_line(order: wire.Order, found: wire.LineItem, words: Words) -> Line:
    product = found.product or wire.LineProduct(id="")
    tags = _fold(product.tags)
    sent = _sent(order, found)
    fulfilled = sum(quantity for _, quantity in sent)
    unsent = max(0, found.quantity - fulfilled - found.unfulfilled_quantity)
    # Of an order that was cancelled as a whole, the lines stay what they were.
    cancelled = 0 if order.cancelled_at else min(unsent, found.quantity - found.current_quantity)
    kept = found.quantity - cancelled
    arrived = [(each, quantity) for each, quantity in sent if has_arrived(each, found)]
    full = read_bag(found.original_total_set)
    off = [read_bag(each.allocated_amount_set) for each in found.discount_allocations]
    paid = Money(minor=full.minor - sum(each.minor for each in off), currency=full.currency)
    return Line(
        id=LineId(read_gid(found.id)),
        product=ProductId(read_gid(product.id)),
        variant=VariantId(read_gid(found.variant.id)) if found.variant else VariantId(""),
        titles=_titles(found.title, words),
        variant_titles=_titles(found.variant_title, words) if _told(found.variant_title) else {},
        category="gift_cards" if found.is_gift_card else read_category(product.product_type, words),
        tags=frozenset(product.tags),
        image=found.image.url if found.image else "",
        quantity=kept,
        paid=_share(paid, kept, found.quantity),
        full_price=_share(full, kept, found.quantity),
        final_sale=bool(words.final_sale_tags & tags),
        delivered=_latest([each for each, _ in arrived], found),
        delivered_quantity=min(kept, sum(quantity for _, quantity in arrived)),
        returned_quantity=0 if order.cancelled_at else min(kept, _count_returned(order, found, cancelled)),
    )


def _sent(order: wire.Order, line: wire.LineItem) -> list[tuple[wire.Fulfillment, int]]:
    """The fulfilments that hold the line, and how many pieces each; cancelled and failed ones hold nothing."""
    return [
        (each, part.quantity or 0)
        for each in order.fulfillments
        if each.status == LEFT
        for part in each.fulfillment_line_items.nodes
        if part.line_item.id == line.id
    ]


def has_arrived(fulfillment: wire.Fulfillment, line: wire.LineItem) -> bool:
    """A line that needs no shipping (a gift card) is there once it is fulfilled."""
    return fulfillment.delivered_at is not None or fulfillment.display_status in ARRIVED or not line.requires_shipping


def _latest(arrived: list[wire.Fulfillment], line: wire.LineItem) -> datetime | None:
    """When the last piece came; None when Shopify marks a delivery without saying when."""
    moments = [each.delivered_at or (None if line.requires_shipping else each.created_at) for each in arrived]
    known = [moment for moment in moments if moment is not None]
    return max(known) if known and len(known) == len(moments) else None


def _count_returned(order: wire.Order, line: wire.LineItem, cancelled: int) -> int:
    """Pieces that came back or were refunded.

    ``currentQuantity`` falls with each refund, and by accounts also when a return is only approved: pieces of an open
    return are not counted here, since they are not back yet.
    """
    awaited = processed = 0
    for each in order.returns.nodes if order.returns else []:
        for part in each.return_line_items.nodes:
            if part.fulfillment_line_item and part.fulfillment_line_item.line_item.id == line.id:
                processed += part.processed_quantity
                awaited += part.quantity - part.processed_quantity if each.status == "OPEN" else 0
    return max(0, processed, line.quantity - line.current_quantity - cancelled - awaited)


def map_product(found: wire.Product, currency: str, words: Words) -> catalogue.Product:
    media = found.featured_media.preview if found.featured_media else None
    return catalogue.Product(
        id=ProductId(read_gid(found.id)),
        titles=_titles(found.title, words),
        category=read_category(found.product_type, words),
        tags=frozenset(found.tags),
        image=media.image.url if media and media.image else "",
        variants=tuple(_map_variant(each, currency, words) for each in found.variants.nodes),
    )


def _map_variant(found: wire.Variant, currency: str, words: Words) -> catalogue.Variant:
    return catalogue.Variant(
        id=VariantId(read_gid(found.id)),
        titles=_titles(found.title, words),
        options={each.name.casefold(): each.value for each in found.selected_options},
        price=read_money(found.price, currency),
        stock=_read_stock(found),
    )


def _read_stock(found: wire.Variant) -> int | None:
    """None where the count means nothing: the shop sells on without stock, or does not count it."""
    if not found.available_for_sale:
        return 0
    counted = found.inventory_quantity is not None and found.inventory_quantity > 0
    return found.inventory_quantity if counted and found.inventory_policy == "DENY" else None


def read_category(product_type: str, words: Words) -> str:
    folded = product_type.strip().casefold()
    return dict(words.categories).get(folded, re.sub(r"[\s-]+", "_", folded))


def _titles(title: str | None, words: Words) -> dict[str, str]:
    """The Admin API tells the shop's own language alone; English falls back to it."""
    return {"en": title or "", words.language.value: title or ""}


def _told(variant_title: str | None) -> bool:
    return bool(variant_title) and variant_title != _NO_VARIANT


def _share(money: Money, kept: int, of: int) -> Money:
    return money if kept == of or of == 0 else Money(minor=money.minor * kept // of, currency=money.currency)


def _fold(tags: list[str]) -> frozenset[str]:
    return frozenset(each.strip().casefold() for each in tags)
