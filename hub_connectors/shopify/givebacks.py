"""Returns and refunds in our words, as Shopify itself keeps them."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.clock import local_day
from domain.ids import LineId, OrderId, ReturnId, VariantId
from domain.money import Money
from domain.returns import Refund, Resolution, Return, ReturnedLine, ReturnState
from hub_connectors.shopify import wire
from hub_connectors.shopify.mapping import read_bag, read_gid

RETURN_STATES = {
    "REQUESTED": ReturnState.REQUESTED,
    "OPEN": ReturnState.APPROVED,
    "DECLINED": ReturnState.REJECTED,
    "CANCELED": ReturnState.CANCELLED,
    # CLOSED only says that the shop is done with it; what the shopper got is told by refunds and exchanges.
}
STORE_CREDIT_GATEWAYS = frozenset({"shopify_store_credit", "gift_card"})
_TAKEN_OFF = "CANCEL"
_MONEY_BACK = "REFUND"


def map_givebacks(order: OrderId, found: wire.Givebacks, zone: ZoneInfo) -> tuple[Return, ...]:
    """Newest first: the returns, and refunds of sent goods that belong to no return."""
    returns = [_map_return(order, each, _refunds_of(each, found.refunds), zone) for each in found.returns.nodes]
    loose = [
        _map_loose(order, found.name, each, zone)
        for each in found.refunds
        if each.return_ is None and any(part.restock_type != _TAKEN_OFF for part in each.refund_line_items.nodes)
    ]
    return tuple(sorted((*returns, *loose), key=lambda made: made.created, reverse=True))


def _refunds_of(made: wire.Return, refunds: Sequence[wire.Refund]) -> list[wire.Refund]:
    return [each for each in refunds if each.return_ is not None and each.return_.id == made.id]


def _map_return(order: OrderId, found: wire.Return, refunds: list[wire.Refund], zone: ZoneInfo) -> Return:
    created = found.created_at or datetime.min.replace(tzinfo=zone)
    moments = [created, found.request_approved_at, found.closed_at, *(each.processed_at for each in refunds)]
    deliverables = _deliverables(found)
    return Return(
        id=ReturnId(read_gid(found.id)),
        number=found.name,
        order=order,
        state=_return_state(found, refunds),
        resolution=_resolution(found, refunds),
        lines=_returned_lines(found),
        created=created,
        updated=max(moment for moment in moments if moment is not None),
        refund=_map_refund(refunds, zone),
        send_by=None,
        label_url=next((each.label.public_file_url for each in deliverables if each.label), None),
        tracking_number=next((each.tracking.number for each in deliverables if each.tracking), None),
        reason=(found.decline.note or found.decline.reason) if found.decline else None,
    )


def _return_state(found: wire.Return, refunds: list[wire.Refund]) -> ReturnState:
    state = RETURN_STATES.get(found.status, ReturnState.UNKNOWN)
    lines = found.return_line_items.nodes
    here = bool(lines) and all(each.processed_quantity >= each.quantity for each in lines)
    if found.status == "CLOSED" or (found.status == "OPEN" and here):
        return _outcome(found, refunds) or (ReturnState.RECEIVED if here else ReturnState.UNKNOWN)
    return state


def _outcome(found: wire.Return, refunds: list[wire.Refund]) -> ReturnState | None:
    if found.exchange_line_items.nodes:
        return ReturnState.EXCHANGED
    if not _paid_out(refunds):
        return None
    return ReturnState.STORE_CREDITED if _by_credit(refunds) else ReturnState.REFUNDED


def _resolution(found: wire.Return, refunds: list[wire.Refund]) -> Resolution:
    if found.exchange_line_items.nodes:
        return Resolution.EXCHANGE
    return Resolution.STORE_CREDIT if _by_credit(refunds) else Resolution.REFUND


def _transactions(refunds: Sequence[wire.Refund]) -> list[wire.Transaction]:
    return [part for each in refunds for part in each.transactions.nodes if part.kind == _MONEY_BACK]


def _paid_out(refunds: Sequence[wire.Refund]) -> list[wire.Transaction]:
    """A refund may exist while the bank still refuses or waits."""
    return [each for each in _transactions(refunds) if each.status == "SUCCESS"]


def _by_credit(refunds: Sequence[wire.Refund]) -> bool:
    ways = {each.gateway for each in _transactions(refunds)}
    return bool(ways) and ways <= STORE_CREDIT_GATEWAYS


def _returned_lines(found: wire.Return) -> tuple[ReturnedLine, ...]:
    """The wanted variant is told when there is no doubt which line it replaces."""
    lines = [each for each in found.return_line_items.nodes if each.fulfillment_line_item]
    wanted = [each.variant_id for each in found.exchange_line_items.nodes if each.variant_id]
    swap = VariantId(read_gid(wanted[0])) if len(lines) == len(wanted) == 1 else None
    return tuple(
        ReturnedLine(
            line=LineId(read_gid(each.fulfillment_line_item.line_item.id)), quantity=each.quantity, exchange_for=swap
        )
        for each in lines
        if each.fulfillment_line_item
    )


def _deliverables(found: wire.Return) -> list[wire.Deliverable]:
    return [
        sent.deliverable
        for each in found.reverse_fulfillment_orders.nodes
        for sent in each.reverse_deliveries.nodes
        if sent.deliverable
    ]


def _map_refund(refunds: Sequence[wire.Refund], zone: ZoneInfo) -> Refund | None:
    """``issued`` is the day the money left, None while it has not."""
    if not refunds:
        return None
    total = _total(refunds)
    paid = _paid_out(refunds)
    days = [each.processed_at for each in paid if each.processed_at]
    ways = {each.formatted_gateway or each.gateway for each in _transactions(refunds)} - {None}
    return Refund(
        amount=total,
        means=ways.pop() if len(ways) == 1 else None,
        issued=local_day(max(days), zone) if days else None,
        expected_by=None,
    )


def _total(refunds: Sequence[wire.Refund]) -> Money:
    total, *rest = (read_bag(each.total_refunded_set) for each in refunds)
    for amount in rest:
        total += amount
    return total


def _map_loose(order: OrderId, number: str, found: wire.Refund, zone: ZoneInfo) -> Return:
    """A refund without a return stands for one: the order's number is the only one the shopper knows."""
    paid = bool(_paid_out([found]))
    credit = _by_credit([found])
    done = ReturnState.STORE_CREDITED if credit else ReturnState.REFUNDED
    return Return(
        id=ReturnId(f"refund-{read_gid(found.id)}"),
        number=number,
        order=order,
        state=done if paid else ReturnState.UNKNOWN,
        resolution=Resolution.STORE_CREDIT if credit else Resolution.REFUND,
        lines=tuple(
            ReturnedLine(line=LineId(read_gid(each.line_item.id)), quantity=each.quantity)
            for each in found.refund_line_items.nodes
            if each.restock_type != _TAKEN_OFF
        ),
        created=found.created_at or found.processed_at,
        updated=found.processed_at,
        refund=_map_refund([found], zone),
        send_by=None,
        label_url=None,
        tracking_number=None,
    )
