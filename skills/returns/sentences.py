"""The one sentence that a decision comes to: which phrase, with which facts."""

from collections.abc import Callable
from datetime import date

from domain.blocks import Phrase, PhraseValue
from domain.languages import Language
from domain.policy import CountsFrom, Reason
from domain.returns import Resolution
from skills.returns.deciding import Decided

_Values = dict[str, PhraseValue]


def decision_phrase(decided: Decided, *, language: Language, exchange: bool = False) -> Phrase:
    """``exchange`` when that is what they want and may have: then the sentence speaks of it."""
    values: _Values = {"item": decided.owned.line.title(language)}
    if exchange and decided.decision.reason is Reason.WITHIN_WINDOW:
        return _exchange(decided, values)
    return _PHRASES[decided.decision.reason](decided, values)


def _said(key: str, values: _Values, **more: PhraseValue) -> Phrase:
    return Phrase(key=key, values={**values, **more})


def _exchange(decided: Decided, values: _Values) -> Phrase:
    offer = decided.decision.offer(Resolution.EXCHANGE)
    if offer is None or offer.until is None:
        return _said("returns-can-exchange-open", values)
    return _said("returns-can-exchange", values, until=offer.until)


def _within_window(decided: Decided, values: _Values) -> Phrase:
    until, window, counted = decided.decision.deadline, decided.window, decided.counted_from
    if until is None:
        return _said("returns-provider-open", values)
    if window is None or counted is None:
        return _said("returns-provider-until", values, until=until)
    by_order = window.counts_from is CountsFrom.ORDER
    key = "returns-within-window-order" if by_order else "returns-within-window"
    return _said(key, values, until=until, days=window.days, counted=counted)


def _window_passed(decided: Decided, values: _Values) -> Phrase:
    last, window, counted = decided.decision.deadline, decided.window, decided.counted_from
    if last is None or window is None or counted is None:
        return _said("returns-not-offered", values)
    by_order = window.counts_from is CountsFrom.ORDER
    key = "returns-window-passed-order" if by_order else "returns-window-passed"
    return _said(key, values, last=last, days=window.days, counted=counted)


def _exchange_only(decided: Decided, values: _Values) -> Phrase:
    until, closed = decided.decision.deadline, decided.refund_closed
    if until is None:
        return _said("returns-can-exchange-open", values)
    if closed:
        return _said("returns-exchange-only-late", values, until=until, closed=closed)
    return _said("returns-exchange-only", values, until=until)


def _credit_or_exchange(decided: Decided, values: _Values) -> Phrase:
    until, closed = decided.decision.deadline, decided.refund_closed
    if until is None:
        return _said("returns-provider-open", values)
    ways = {**values, **_ways(decided, until)}
    if closed:
        return _said("returns-credit-or-exchange-late", ways, closed=closed)
    return _said("returns-credit-or-exchange", ways)


def _gift_recipient(decided: Decided, values: _Values) -> Phrase:
    until = decided.decision.deadline
    if until is None:
        return _said("returns-provider-open", values)
    return _said("returns-gift-recipient", {**values, **_ways(decided, until)})


def _ways(decided: Decided, until: date) -> _Values:
    """What is offered, until when: an exchange and store credit may end on different days."""
    exchange = decided.decision.offer(Resolution.EXCHANGE)
    credit = decided.decision.offer(Resolution.STORE_CREDIT)
    exchange_until = (exchange and exchange.until) or until
    credit_until = (credit and credit.until) or until
    if exchange and credit:
        ways = "both" if exchange_until == credit_until else "apart"
    else:
        ways = "credit" if credit else "exchange"
    return {"ways": ways, "exchange_until": exchange_until, "until": credit_until if credit else exchange_until}


def _not_delivered(decided: Decided, values: _Values) -> Phrase:
    if decided.days_to_come is None:
        return _said("returns-not-delivered", values)
    return _said("returns-not-delivered-days", values, days=decided.days_to_come)


def _standing(key: str, plain: str) -> Callable[[Decided, _Values], Phrase]:
    def phrase(decided: Decided, values: _Values) -> Phrase:
        if decided.standing is None:
            return _said(plain, values)
        return _said(key, values, number=decided.standing.number, made=decided.made_on(decided.standing))

    return phrase


def _provider_refused(decided: Decided, values: _Values) -> Phrase:
    """Against a policy that allows it, a person looks; without one, the provider's word is the answer."""
    return _said("returns-provider-doubts" if decided.unknown else "returns-provider-refused", values)


def _cancelled(decided: Decided, values: _Values) -> Phrase:
    return Phrase(key="returns-cancelled", values={"order": decided.owned.order.number})


def _plain(key: str) -> Callable[[Decided, _Values], Phrase]:
    return lambda _, values: _said(key, values)


_PHRASES: dict[Reason, Callable[[Decided, _Values], Phrase]] = {
    Reason.WITHIN_WINDOW: _within_window,
    Reason.EXCHANGE_ONLY: _exchange_only,
    Reason.CREDIT_OR_EXCHANGE: _credit_or_exchange,
    Reason.WINDOW_PASSED: _window_passed,
    Reason.FINAL_SALE: _plain("returns-final-sale"),
    Reason.EXCLUDED_CATEGORY: _plain("returns-excluded-category"),
    Reason.EXCLUDED_TAG: _plain("returns-excluded-tag"),
    Reason.REGION_EXCLUDED: _plain("returns-region-excluded"),
    Reason.GIFT_RECIPIENT: _gift_recipient,
    Reason.NOT_DELIVERED: _not_delivered,
    Reason.DELIVERY_UNKNOWN: _plain("returns-delivery-unknown"),
    Reason.ALREADY_RETURNED: _standing("returns-already-returned", "returns-already-returned-plain"),
    Reason.RETURN_OPEN: _standing("returns-return-open", "returns-return-open-plain"),
    Reason.CANCELLED: _cancelled,
    Reason.PROVIDER_REFUSED: _provider_refused,
    Reason.NO_POLICY: _plain("returns-no-policy"),
}


def pill_key(decided: Decided) -> str:
    """The state in a word or two."""
    reason = decided.decision.reason
    if decided.unknown:
        return "returns-pill-unknown"
    if decided.eligible:
        if decided.offers(Resolution.REFUND):
            return "returns-pill-return"
        return "returns-pill-exchange" if decided.offers(Resolution.EXCHANGE) else "returns-pill-credit"
    return {
        Reason.RETURN_OPEN: "returns-pill-open",
        Reason.ALREADY_RETURNED: "returns-pill-returned",
        Reason.NOT_DELIVERED: "returns-pill-waiting",
    }.get(reason, "returns-pill-refused")
