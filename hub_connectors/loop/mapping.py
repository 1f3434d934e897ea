"""Loop's words in ours: the tables first, then how a return is read with them."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from decimal import Decimal, InvalidOperation
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.numbers import get_currency_precision

from domain.clock import local_day
from domain.errors import VendorUnreadable
from domain.ids import LineId, OrderId, ReturnId, VariantId
from domain.money import Currency, Money
from domain.orders import Line
from domain.returns import Authority, ProviderAnswer, Refund, Resolution, Return, ReturnedLine, ReturnState
from hub_connectors.loop.settings import is_safe_address
from hub_connectors.loop.wire import LoopEligibility, LoopReturn, read_id

# What a label says of its parcel. "Delivered" is the carrier's word for the way back: the parcel reached the shop.
# "failure" and "error" may be the parcel's or the label's, so they say nothing that could be told.
PARCELS: Mapping[str, ReturnState] = {
    "": ReturnState.APPROVED,
    "n/a": ReturnState.APPROVED,
    "new": ReturnState.APPROVED,
    "pending": ReturnState.APPROVED,
    "pre_transit": ReturnState.APPROVED,
    "in_transit": ReturnState.IN_TRANSIT,
    "out_for_delivery": ReturnState.IN_TRANSIT,
    "delivered": ReturnState.RECEIVED,
    "failure": ReturnState.UNKNOWN,
    "error": ReturnState.UNKNOWN,
}

# None: the state alone does not tell. An open return is where its parcel is. One in review waits for a person at the
# shop (REST writes "review", webhooks "needs review"). A closed one was processed, or closed by hand with no outcome.
STATES: Mapping[str, ReturnState | None] = {
    "open": None,
    "review": None,
    "needs review": None,
    "closed": None,
    "cancelled": ReturnState.CANCELLED,
    "expired": ReturnState.EXPIRED,
}
SETTLED = frozenset({ReturnState.CANCELLED, ReturnState.EXPIRED})
IN_REVIEW = frozenset({"review", "needs review"})

ENDS: Mapping[Resolution, ReturnState] = {
    Resolution.REFUND: ReturnState.REFUNDED,
    Resolution.EXCHANGE: ReturnState.EXCHANGED,
    Resolution.STORE_CREDIT: ReturnState.STORE_CREDITED,
}

# The full list of outcomes is not documented; what is not here is read from the return's amounts.
OUTCOMES: Mapping[str, Resolution] = {
    "refund": Resolution.REFUND,
    "exchange": Resolution.EXCHANGE,
    "gift_card": Resolution.STORE_CREDIT,
    "store_credit": Resolution.STORE_CREDIT,
    "credit": Resolution.STORE_CREDIT,
}

# Gateways, as the platform names them; one that is not here is not told.
MEANS: Mapping[str, str] = {
    "shopify_payments": "original_payment",
    "paypal": "paypal",
    "gift_card": "gift_card",
    "store_credit": "store_credit",
    "shopify_store_credit": "store_credit",
}

NO_TRACKING = frozenset({"n/a", "pending", "none"})
_OFFSET = 1


def to_return(row: LoopReturn, *, zone: ZoneInfo) -> Return:
    """Raises VendorUnreadable for a return without its creation or its last change."""
    created, updated = read_moment(row.created_at), read_moment(row.updated_at)
    if created is None:
        raise VendorUnreadable("loop sent a return without its creation")
    told = _resolution(row)
    resolution = told or Resolution.REFUND
    state = _state(row, resolution)
    if told is None and state not in SETTLED:
        state = ReturnState.UNKNOWN
    return Return(
        id=ReturnId(row.id),
        number=row.id,
        order=OrderId(row.provider_order_id),
        state=state,
        resolution=resolution,
        lines=_lines(row),
        created=created,
        updated=updated or created,
        refund=_refund(row, state, resolution, zone),
        send_by=None,
        label_url=row.label_url if row.label_url and is_safe_address(row.label_url) else None,
        tracking_number=_tracking(row),
    )


def _state(row: LoopReturn, resolution: Resolution) -> ReturnState:
    word = (row.state or "").lower()
    if word not in STATES:
        return ReturnState.UNKNOWN
    told = STATES[word]
    if told is not None:
        return told
    parcel = PARCELS.get((row.label_status or "").lower(), ReturnState.UNKNOWN)
    if word == "closed":
        return _closed(row, resolution, parcel)
    if word in IN_REVIEW and parcel is ReturnState.APPROVED:
        return ReturnState.REQUESTED
    return parcel


def _closed(row: LoopReturn, resolution: Resolution, parcel: ReturnState) -> ReturnState:
    """Closed is paid only where the payment is on record; processed without it, the parcel's place is all we know."""
    if _paid(row, resolution):
        return ENDS[resolution]
    return ReturnState.RECEIVED if parcel is ReturnState.RECEIVED and row.was_processed else ReturnState.UNKNOWN


def _paid(row: LoopReturn, resolution: Resolution) -> bool:
    done = row.outcomes_processed_at
    if resolution is Resolution.REFUND:
        return bool(done.get("refund_processed") or row.refunds)
    if resolution is Resolution.EXCHANGE:
        return bool(done.get("exchange_processed") or row.exchange_order_name or _exchange_order(row))
    return bool(done.get("gift_card_processed"))


def _exchange_order(row: LoopReturn) -> bool:
    return any(each.exchange_order_name for each in row.exchanges)


def _resolution(row: LoopReturn) -> Resolution | None:
    """By the outcome; a combined or new word by what stands beside it, an exchange first, then money, then credit.

    None when nothing tells: the state is not told then either, since its sentence would speak of a refund.
    """
    known = OUTCOMES.get((row.outcome or "").lower())
    if known is not None:
        return known
    if row.exchanges or row.exchange_order_name:
        return Resolution.EXCHANGE
    if _is_positive(row.refund, row.currency):
        return Resolution.REFUND
    return Resolution.STORE_CREDIT if _is_positive(row.gift_card, row.currency) else None


def _lines(row: LoopReturn) -> tuple[ReturnedLine, ...]:
    """Loop lists pieces; the pieces of one line of the order are one line here."""
    pieces = Counter(each.provider_line_item_id for each in row.line_items if each.provider_line_item_id)
    chosen = [(each.provider_line_item_id, _variant(each.exchange_variant)) for each in row.line_items]
    wanted = {line: variant for line, variant in chosen if variant}
    return tuple(
        ReturnedLine(line=LineId(line), quantity=count, exchange_for=wanted.get(line)) for line, count in pieces.items()
    )


def _variant(told: Any) -> VariantId | None:
    found = read_id(told.get("variant_id") or told.get("id")) if isinstance(told, Mapping) else read_id(told)
    return VariantId(found) if found else None


def _tracking(row: LoopReturn) -> str | None:
    """The literal ``N/A`` stands there before a label exists."""
    for told in (row.tracking_number, *(label.tracking_number for label in row.labels)):
        if told and told.lower() not in NO_TRACKING:
            return told
    return None


def _refund(row: LoopReturn, state: ReturnState, resolution: Resolution, zone: ZoneInfo) -> Refund | None:
    """Money that is due or left; its day only once the return is closed and the payment on record."""
    if resolution is not Resolution.REFUND or state not in {ReturnState.RECEIVED, ReturnState.REFUNDED}:
        return None
    gateways = {(each.gateway or "").lower() for each in row.refunds}
    moment = read_moment(row.outcomes_processed_at.get("refund_processed"))
    return Refund(
        amount=_amount(row.refund, row.currency) if _is_positive(row.refund, row.currency) else None,
        means=MEANS.get(gateways.pop()) if len(gateways) == 1 else None,
        issued=local_day(moment, zone) if state is ReturnState.REFUNDED else None,
        expected_by=None,
    )


def _is_positive(told: str | None, currency: str | None) -> bool:
    amount = _amount(told, currency)
    return amount is not None and amount.minor > 0


def _amount(told: str | None, currency: str | None) -> Money | None:
    """A decimal string in major units; None when it is none, or has more decimals than its currency."""
    if not told or not currency or len(currency) != 3:
        return None
    code = currency.upper()
    try:
        minor = Decimal(told).scaleb(get_currency_precision(code))
        if not minor.is_finite() or minor != minor.to_integral_value():
            return None
    except (InvalidOperation, ValueError):
        return None
    return Money(minor=int(minor), currency=Currency(code))


def read_moment(told: Any) -> datetime | None:
    """An aware instant in UTC from a string or PHP's date object; a text without a zone is taken as UTC."""
    if isinstance(told, Mapping):
        return _read_php(told)
    if not isinstance(told, str) or not told.strip():
        return None
    return _aware(told.strip(), UTC)


def _read_php(told: Mapping[str, Any]) -> datetime | None:
    """``{date, timezone_type, timezone}``: a zone's name, or an offset when the type is 1."""
    name, text = str(told.get("timezone") or "UTC"), str(told.get("date") or "").strip()
    try:
        zone = _read_offset(name) if told.get("timezone_type") == _OFFSET else ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None
    return _aware(text, zone)


def _read_offset(name: str) -> tzinfo:
    hours, _, minutes = name.lstrip("+-").partition(":")
    away = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timezone(-away if name.startswith("-") else away)


def _aware(text: str, zone: tzinfo) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)


def to_answer(answer: LoopEligibility, line: Line) -> ProviderAnswer:
    """Loop calls it advisory. A line that it does not name is not known; of several pieces, one that may is enough."""
    items = [each for each in answer.items if each.external_id == line.id and each.eligible is not None]
    if not items:
        return ProviderAnswer(authority=Authority.ADVISORY, eligible=None)
    best = next((each for each in items if each.eligible), items[0])
    code = "" if best.eligible else (best.ineligibility_code or best.reason or "")
    return ProviderAnswer(authority=Authority.ADVISORY, eligible=best.eligible, code=code[:80])
