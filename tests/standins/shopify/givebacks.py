"""The demo shop's returns and refunds in Shopify's shapes."""

from domain.returns import Resolution, Return, ReturnState
from tests.standins.shopify.shelves import Node, bag, connect, gid, moment
from tests.standins.shopify.stories import UNKNOWN_WORD

STATUSES = {
    ReturnState.REQUESTED: "REQUESTED",
    ReturnState.APPROVED: "OPEN",
    ReturnState.IN_TRANSIT: "OPEN",
    ReturnState.RECEIVED: "OPEN",
    ReturnState.REFUNDED: "CLOSED",
    ReturnState.EXCHANGED: "CLOSED",
    ReturnState.STORE_CREDITED: "CLOSED",
    ReturnState.REJECTED: "DECLINED",
    ReturnState.EXPIRED: "CANCELED",
    ReturnState.CANCELLED: "CANCELED",
    ReturnState.UNKNOWN: UNKNOWN_WORD,
}
_HERE = {ReturnState.RECEIVED, ReturnState.REFUNDED, ReturnState.EXCHANGED, ReturnState.STORE_CREDITED}


def make_return(made: Return, lines: dict[str, Node]) -> Node:
    here = made.state in _HERE
    wanted = made.lines if made.resolution is Resolution.EXCHANGE else ()
    closed = STATUSES[made.state] == "CLOSED"
    return {
        "id": gid("Return", made.id),
        "name": made.number,
        "status": STATUSES[made.state],
        "createdAt": moment(made.created),
        "requestApprovedAt": None,
        "closedAt": moment(made.updated) if closed else None,
        "totalQuantity": sum(part.quantity for part in made.lines),
        "decline": {"reason": "OTHER", "note": made.reason} if made.state is ReturnState.REJECTED else None,
        "returnLineItems": connect(
            [
                {
                    "__typename": "ReturnLineItem",
                    "id": gid("ReturnLineItem", f"{made.id}-{place}"),
                    "quantity": part.quantity,
                    "processedQuantity": part.quantity if here else 0,
                    "refundedQuantity": part.quantity if made.state is ReturnState.REFUNDED else 0,
                    "customerNote": None,
                    "fulfillmentLineItem": {
                        "id": gid("FulfillmentLineItem", f"{made.id}-{place}"),
                        "quantity": part.quantity,
                        "lineItem": lines[part.line],
                    },
                }
                for place, part in enumerate(made.lines)
            ]
        ),
        "exchangeLineItems": connect(
            [
                {
                    "id": gid("ExchangeLineItem", f"{made.id}-{place}"),
                    "quantity": part.quantity,
                    "variantId": gid("ProductVariant", part.exchange_for) if part.exchange_for else None,
                }
                for place, part in enumerate(wanted)
            ]
        ),
        "reverseFulfillmentOrders": connect(_reverse_orders(made)),
    }


def _reverse_orders(made: Return) -> list[Node]:
    if not made.label_url and not made.tracking_number:
        return []
    deliverable = {
        "__typename": "ReverseDeliveryShippingDeliverable",
        "label": {"publicFileUrl": made.label_url} if made.label_url else None,
        "tracking": {"number": made.tracking_number} if made.tracking_number else None,
    }
    delivery = {"id": gid("ReverseDelivery", made.id), "deliverable": deliverable}
    return [{"id": gid("ReverseFulfillmentOrder", made.id), "reverseDeliveries": connect([delivery])}]


def make_refund(made: Return, lines: dict[str, Node], node: Node) -> Node | None:
    """None while no money is on its way; a refund that is due waits at the bank."""
    credited = made.state is ReturnState.STORE_CREDITED
    if not credited and (made.refund is None or made.refund.amount is None):
        return None
    assert made.refund or credited
    amount = made.refund.amount if made.refund and made.refund.amount else None
    total = bag(amount) if amount else lines[made.lines[0].line]["discountedTotalSet"]
    paid = made.state in {ReturnState.REFUNDED, ReturnState.STORE_CREDITED}
    gateway = "shopify_store_credit" if made.resolution is Resolution.STORE_CREDIT else "shopify_payments"
    return {
        "id": gid("Refund", made.id),
        "createdAt": moment(made.updated),
        "processedAt": moment(made.updated),
        "note": None,
        "return": node,
        "totalRefundedSet": total,
        "refundLineItems": connect(
            [
                {"id": None, "quantity": part.quantity, "restockType": "RETURN", "lineItem": lines[part.line]}
                for part in made.lines
            ]
        ),
        "transactions": connect(
            [
                {
                    "id": gid("OrderTransaction", made.id),
                    "kind": "REFUND",
                    "status": "SUCCESS" if paid else "PENDING",
                    "gateway": gateway,
                    "formattedGateway": made.refund.means if made.refund else None,
                    "processedAt": moment(made.updated) if paid else None,
                    "amountSet": total,
                }
            ]
        ),
    }
