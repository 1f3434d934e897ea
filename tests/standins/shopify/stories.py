"""The demo shop's orders and parcels in Shopify's shapes, with all that Shopify cannot say left out."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from domain.catalogue import Product
from domain.ids import LineId
from domain.orders import Line, Order, OrderState
from domain.parcels import Parcel, ParcelState
from tests.standins.shopify.shelves import Node, bag, connect, decimal, gid, listed, moment

UNKNOWN_WORD = "BEING_DISCUSSED"
FINAL_SALE, GIFT = "final-sale", "gift"

DISPLAY_STATUSES = {
    ParcelState.LABEL_CREATED: "LABEL_PURCHASED",
    ParcelState.IN_TRANSIT: "IN_TRANSIT",
    ParcelState.OUT_FOR_DELIVERY: "OUT_FOR_DELIVERY",
    ParcelState.AWAITING_PICKUP: "READY_FOR_PICKUP",
    ParcelState.DELIVERED: "DELIVERED",
    ParcelState.FAILED_ATTEMPT: "ATTEMPTED_DELIVERY",
    ParcelState.EXCEPTION: "NOT_DELIVERED",
    ParcelState.LOST: "NOT_DELIVERED",
    ParcelState.RETURNED_TO_SENDER: "NOT_DELIVERED",
    ParcelState.UNKNOWN: UNKNOWN_WORD,
}


def make_product(product: Product, extra_tags: frozenset[str] = frozenset()) -> Node:
    variants = [_make_variant(product, place) for place in range(len(product.variants))]
    return {
        "id": gid("Product", product.id),
        "title": product.title("en"),
        "handle": product.id,
        "productType": product.category.replace("_", " ").capitalize(),
        "vendor": product.suppliers[0].name if product.suppliers else "",
        "tags": sorted(product.tags | extra_tags),
        "featuredMedia": {
            "__typename": "MediaImage",
            "id": gid("MediaImage", product.id),
            "preview": {"image": {"url": product.image}},
        },
        "variants": connect(variants),
        "_variants": {each["id"]: each for each in variants},
    }


def _make_variant(product: Product, place: int) -> Node:
    variant = product.variants[place]
    return {
        "id": gid("ProductVariant", variant.id),
        "title": variant.title("en"),
        "displayName": f"{product.title('en')} - {variant.title('en')}",
        "sku": variant.id,
        "price": decimal(variant.price),
        "availableForSale": variant.stock is None or variant.stock > 0,
        "inventoryPolicy": "CONTINUE" if variant.stock is None else "DENY",
        "inventoryQuantity": variant.stock or 0,
        "selectedOptions": [{"name": name.capitalize(), "value": value} for name, value in variant.options.items()],
    }


def make_line(line: Line, product: Node, *, unfulfilled: int) -> Node:
    return {
        "id": gid("LineItem", line.id),
        "title": line.title("en"),
        "name": line.title("en"),
        "variantTitle": line.variant_title("en") or None,
        "sku": line.variant,
        "quantity": line.quantity,
        "currentQuantity": line.quantity - line.returned_quantity,
        "unfulfilledQuantity": unfulfilled,
        "refundableQuantity": line.quantity - line.returned_quantity,
        "isGiftCard": line.category == "gift_cards",
        "requiresShipping": line.category != "gift_cards",
        "image": {"url": line.image},
        "product": {**product, "tags": sorted({*product["tags"], *({FINAL_SALE} if line.final_sale else set())})},
        "variant": product["_variants"].get(gid("ProductVariant", line.variant)),
        "originalTotalSet": bag(line.full_price),
        "discountedTotalSet": bag(line.paid),
        "discountAllocations": _allocations(line),
    }


def _allocations(line: Line) -> list[Node]:
    off = line.full_price - line.paid
    return [{"allocatedAmountSet": bag(off)}] if off.minor else []


def split(order: Order, parcels: tuple[Parcel, ...]) -> list[dict[str, int]]:
    """How many pieces of each line each parcel holds: parcels say which lines, not how many of each."""
    shares: list[dict[str, int]] = [{} for _ in parcels]
    for line in order.lines:
        for arrived in (True, False):
            holding = [
                place
                for place, parcel in enumerate(parcels)
                if line.id in parcel.lines and (parcel.state is ParcelState.DELIVERED) is arrived
            ]
            pieces = line.delivered_quantity if arrived else line.quantity - line.delivered_quantity
            for turn, place in enumerate(holding):
                rest = len(holding) - turn
                shares[place][line.id] = pieces // rest if rest > 1 else pieces
                pieces -= shares[place][line.id]
    return shares


def make_fulfillment(parcel: Parcel, share: dict[str, int], lines: dict[str, Node]) -> Node:
    since = parcel.events[0].at if parcel.events else None
    return {
        "id": gid("Fulfillment", parcel.id),
        "name": f"#{parcel.id}",
        "status": "SUCCESS",
        "displayStatus": DISPLAY_STATUSES[parcel.state],
        "createdAt": moment(since),
        "inTransitAt": None,
        "deliveredAt": moment(parcel.delivered),
        "estimatedDeliveryAt": moment(parcel.expected),
        "requiresShipping": True,
        "trackingInfo": listed(
            [{"company": parcel.carrier, "number": parcel.tracking_number, "url": parcel.tracking_url}]
        ),
        "fulfillmentLineItems": connect(
            [_fulfilled(parcel.id, lines[line], count) for line, count in share.items() if count]
        ),
        "events": connect([_event(parcel, place) for place in range(len(parcel.events))]),
        "_lines": {line: count for line, count in share.items() if count},
    }


def make_mailed(line: Line, node: Node) -> Node:
    """A gift card goes by e-mail: fulfilled, and nothing to track."""
    at = moment(line.delivered)
    return {
        "id": gid("Fulfillment", f"{line.id}-mail"),
        "name": f"#{line.id}",
        "status": "SUCCESS",
        "displayStatus": "FULFILLED",
        "createdAt": at,
        "deliveredAt": None,
        "estimatedDeliveryAt": None,
        "requiresShipping": False,
        "trackingInfo": listed([]),
        "fulfillmentLineItems": connect([_fulfilled(line.id, node, line.quantity)]),
        "events": connect([]),
        "_lines": {line.id: line.quantity},
    }


def _fulfilled(fulfillment: str, line: Node, count: int) -> Node:
    own = line["id"].rsplit("/", 1)[1]
    return {"id": gid("FulfillmentLineItem", f"{fulfillment}-{own}"), "quantity": count, "lineItem": line}


def _event(parcel: Parcel, place: int) -> Node:
    event = parcel.events[place]
    assert isinstance(event.at, datetime)
    return {
        "id": gid("FulfillmentEvent", f"{parcel.id}-{place}"),
        "status": DISPLAY_STATUSES[event.state],
        "happenedAt": moment(event.at),
        "estimatedDeliveryAt": None,
        "message": event.code,
        "city": event.place,
        "country": None,
        "zip": None,
    }


def display_status(order: Order, unfulfilled: Mapping[LineId, int]) -> str:
    if order.state is OrderState.UNKNOWN:
        return UNKNOWN_WORD
    waiting = sum(unfulfilled.values())
    if order.state is OrderState.CANCELLED or waiting == sum(line.quantity for line in order.lines):
        return "UNFULFILLED"
    return "PARTIALLY_FULFILLED" if waiting else "FULFILLED"


def head_of(order: Order) -> dict[str, Any]:
    """What an order says of itself before its lines."""
    cancelled = order.state is OrderState.CANCELLED
    return {
        "id": gid("Order", order.id),
        "legacyResourceId": order.id,
        "name": order.number,
        "number": 1,
        "confirmationNumber": None,
        "phone": None,
        "createdAt": moment(order.placed_at),
        "processedAt": moment(order.placed_at),
        "updatedAt": moment(order.placed_at),
        "cancelledAt": moment(order.placed_at) if cancelled else None,
        "closedAt": None,
        "displayFinancialStatus": "PAID",
        "tags": [GIFT] if order.gift else [],
        "note": order.note or None,
        "customerLocale": None,
        "shippingAddress": {
            "id": gid("MailingAddress", order.id),
            "zip": order.postcode or None,
            "countryCodeV2": order.country or None,
            "countryCode": order.country or None,
        },
        "totalPriceSet": bag(order.total),
        "currentTotalPriceSet": bag(order.total),
        "totalPrice": decimal(order.total),
    }
