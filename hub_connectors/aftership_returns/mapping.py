"""AfterShip's words for a return in ours. Approval and shipping are two statuses; a third thing is what has happened.

Neither says that money has left: ``done`` means that the merchant closed the return, and only ``refunded_at`` or an
exchange order proves how it ended. What proves nothing stays UNKNOWN.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from babel.numbers import get_currency_precision

from domain.errors import VendorUnreadable
from domain.ids import LineId, OrderId, ReturnId, VariantId
from domain.money import Currency, Money
from domain.returns import Refund, Resolution, Return, ReturnedLine, ReturnState
from hub_connectors.aftership_returns.wire import WireMoney, WireReturn

APPROVAL = {
    "submitted": ReturnState.REQUESTED,
    "approved": ReturnState.APPROVED,
    "rejected": ReturnState.REJECTED,
    "expired": ReturnState.EXPIRED,
}
"""``done`` is missing on purpose: see ``_ended``."""

SHIPPING = {
    "no_label": ReturnState.APPROVED,
    "pending": ReturnState.APPROVED,
    "void": ReturnState.APPROVED,
    "partially_dropped": ReturnState.APPROVED,
    "dropped": ReturnState.IN_TRANSIT,
    "in_transit": ReturnState.IN_TRANSIT,
    "delivered": ReturnState.IN_TRANSIT,
    "partially_received": ReturnState.IN_TRANSIT,
    "received": ReturnState.RECEIVED,
}
"""How far an approved return has come. ``delivered`` is the carrier's word; the merchant's own is ``received``."""

LEGACY = {
    "submitted": ReturnState.REQUESTED,
    "approved": ReturnState.APPROVED,
    "shipped": ReturnState.IN_TRANSIT,
    "received": ReturnState.RECEIVED,
    "rejected": ReturnState.REJECTED,
    "expired": ReturnState.EXPIRED,
}
"""The single ``status`` of the unversioned API and its webhooks."""

_DONE = "done"
_EXCHANGES = {"exchange", "upsell"}
_LABELLED = {ReturnState.APPROVED, ReturnState.IN_TRANSIT, ReturnState.RECEIVED}
_REFUNDS = {Resolution.REFUND: ReturnState.REFUNDED, Resolution.STORE_CREDIT: ReturnState.STORE_CREDITED}


def map_return(wire: WireReturn, order: OrderId, zone: ZoneInfo) -> Return:
    """``zone`` is the shop's, in which the day of a refund is counted. Raises VendorUnreadable."""
    created = read_moment(wire.created_at)
    if created is None:
        raise VendorUnreadable("aftership_returns: a return without the moment it was made")
    state = map_state(wire)
    labels = (ship.label.url for ship in wire.shipments if ship.label and ship.label.url)
    return Return(
        id=ReturnId(wire.id),
        number=wire.rma_number or wire.id,
        order=order,
        state=state,
        resolution=map_resolution(wire),
        lines=_lines(wire),
        created=created,
        updated=max([created, *_moments(wire)]),
        refund=_refund(wire, state, zone),
        send_by=None,
        label_url=next((url for url in labels if is_web(url)), None) if state in _LABELLED else None,
        tracking_number=next((ship.tracking_number for ship in wire.shipments if ship.tracking_number), None),
        reason=wire.reject_reason or None if state is ReturnState.REJECTED else None,
    )


def map_state(wire: WireReturn) -> ReturnState:
    approval = wire.approval_status
    if approval is None:
        return _ended(wire) if wire.status == _DONE else LEGACY.get(wire.status or "", ReturnState.UNKNOWN)
    if approval == _DONE or (approval == "approved" and wire.refunded_at):
        return _ended(wire)
    if approval == "approved" and wire.shipping_status:
        return SHIPPING.get(wire.shipping_status, ReturnState.UNKNOWN)
    return APPROVAL.get(approval, ReturnState.UNKNOWN)


def _ended(wire: WireReturn) -> ReturnState:
    """What is proved to have happened: an exchange order that exists, or money that left."""
    resolution = map_resolution(wire)
    if resolution is Resolution.EXCHANGE:
        made = wire.exchange is not None and wire.exchange.order is not None
        return ReturnState.EXCHANGED if made and wire.approval_status != "approved" else _under_way(wire)
    return _REFUNDS[resolution] if wire.refunded_at else ReturnState.UNKNOWN


def _under_way(wire: WireReturn) -> ReturnState:
    """An exchange of which a difference was paid back before the goods came: still approved, so still on its way."""
    if wire.approval_status != "approved":
        return ReturnState.UNKNOWN
    return SHIPPING.get(wire.shipping_status or "no_label", ReturnState.UNKNOWN)


def map_resolution(wire: WireReturn) -> Resolution:
    """What the shopper is to get; an exchange with a refund of the difference is an exchange."""
    outcomes = set(wire.outcomes)
    if outcomes & _EXCHANGES or wire.shop_now or any(item.exchange_variant for item in wire.return_items):
        return Resolution.EXCHANGE
    if "store_credit" in outcomes or wire.refund_destination == "store_credit":
        return Resolution.STORE_CREDIT
    return Resolution.REFUND


def _lines(wire: WireReturn) -> tuple[ReturnedLine, ...]:
    """What the merchant took out of the return again is not in it."""
    lines = []
    for item in wire.return_items:
        quantity = item.intended_return_quantity - item.removed_quantity
        if item.external_order_item_id and quantity > 0:
            wanted = item.exchange_variant.external_variant_id if item.exchange_variant else None
            line = LineId(item.external_order_item_id)
            lines.append(ReturnedLine(line=line, quantity=quantity, exchange_for=VariantId(wanted) if wanted else None))
    return tuple(lines)


def _refund(wire: WireReturn, state: ReturnState, zone: ZoneInfo) -> Refund | None:
    """Money that left, or AfterShip's estimate of what is due once the goods are there; no day is ever announced."""
    at = read_moment(wire.refunded_at)
    if map_resolution(wire) is Resolution.EXCHANGE or not (at or state is ReturnState.RECEIVED):
        return None
    told = wire.refunded_total if at else wire.estimated_refund_total
    issued: date | None = at.astimezone(zone).date() if at else None
    return Refund(
        amount=read_money(told) if told else None, means=wire.refund_destination, issued=issued, expected_by=None
    )


def _moments(wire: WireReturn) -> Iterable[datetime]:
    """There is no ``updated_at``: the latest of what has happened stands for it."""
    told = [wire.approved_at, wire.rejected_at, wire.resolved_at, wire.refunded_at, wire.expired_at]
    told += [each.received_at for each in wire.receivings]
    told += [each.tracking_status_updated_at for each in wire.shipments]
    return [at for each in told if (at := read_moment(each))]


def read_moment(told: str | None) -> datetime | None:
    """An aware instant in UTC; None for what is absent, unreadable or without a zone."""
    try:
        read = datetime.fromisoformat(told) if told else None
    except ValueError:
        return None
    return read.astimezone(UTC) if read and read.tzinfo else None


def read_money(told: WireMoney) -> Money | None:
    """``{"amount": "99.99", "currency": "USD"}``; None for what is no amount of that currency, such as half a cent."""
    try:
        minor = Decimal(told.amount).scaleb(get_currency_precision(told.currency))
    except InvalidOperation:
        return None
    if not minor.is_finite() or minor != minor.to_integral_value():
        return None
    return Money(minor=int(minor), currency=Currency(told.currency))


def is_web(url: str) -> bool:
    return urlsplit(url).scheme in {"https", "http"}
