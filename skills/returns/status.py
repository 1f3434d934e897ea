"""A return as blocks: its state in one sentence, the money and the day as far as they are known, its steps."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.blocks import Block, Card, Choices, Link, Option, Phrase, PhraseValue, Pill, Row, Step, Timeline, Tone
from domain.languages import Language
from domain.links import HubPage, Links
from domain.orders import Line
from domain.returns import Refund, Resolution, Return, ReturnState
from skills.returns.asking import PERSON
from skills.returns.choosing import MOST_OPTIONS

START = Option(id="ask:return_or_exchange", label=Phrase(key="returns-start-return"))
_HEARD = {
    "returns-status-none-for": "item",
    "returns-status-none-in-order": "order",
}
_TONES = {
    ReturnState.REFUNDED: Tone.GOOD,
    ReturnState.EXCHANGED: Tone.GOOD,
    ReturnState.STORE_CREDITED: Tone.GOOD,
    ReturnState.REJECTED: Tone.PROBLEM,
    ReturnState.EXPIRED: Tone.PROBLEM,
    ReturnState.CANCELLED: Tone.NEUTRAL,
    ReturnState.UNKNOWN: Tone.NEUTRAL,
}
_ENDS = {
    Resolution.REFUND: ReturnState.REFUNDED,
    Resolution.EXCHANGE: ReturnState.EXCHANGED,
    Resolution.STORE_CREDIT: ReturnState.STORE_CREDITED,
}
_WAY = (ReturnState.REQUESTED, ReturnState.APPROVED, ReturnState.IN_TRANSIT, ReturnState.RECEIVED)


def absent(key: str, heard: str) -> tuple[Block, ...]:
    """None was found: what to do instead, by button or by a yes."""
    values = _heard(key, heard)
    options = (PERSON,) if key == "returns-status-number-unknown" else (START, PERSON)
    return (Choices(prompt=Phrase(key=key, values=values), options=options),)


def which(returns: tuple[tuple[str, str, str], ...], *, key: str, heard: str) -> tuple[Block, ...]:
    """``returns`` are (option id, title, number)."""
    options = tuple(
        Option(
            id=chosen,
            label=Phrase(key="returns-option-return", values={"item": title, "number": number}),
            hints=(number, *title.lower().split()),
        )
        for chosen, title, number in returns[:MOST_OPTIONS]
    )
    return (Choices(prompt=Phrase(key=key, values=_heard(key, heard)), options=options),)


def _heard(key: str, heard: str) -> dict[str, PhraseValue]:
    return {_HEARD.get(key, "heard"): heard} if heard else {}


def tell(
    made: Return, *, lines: tuple[Line, ...], language: Language, links: Links, zone: ZoneInfo, prices: bool
) -> tuple[Block, ...]:
    """``prices`` is False for the recipient of a gift."""
    first = lines[0] if lines else None
    title = ", ".join(line.title(language) for line in lines) or made.number
    state = state_phrase(made, zone, prices=prices)
    card = Card(
        title=title,
        subtitle=first.variant_title(language) if first and len(lines) == 1 else "",
        image=first.image if first else "",
        pill=Pill(label=_stated("returns-pill-state", made.state), tone=_TONES.get(made.state, Tone.WAITING)),
        rows=_rows(made, prices=prices),
        decision=state,
        actions=_actions(made, links),
    )
    due = _due(made, prices=prices)
    trouble = made.state in {ReturnState.REJECTED, ReturnState.EXPIRED, ReturnState.UNKNOWN}
    offer = (Choices(prompt=Phrase(key="returns-remains-person"), options=(PERSON,)),) if trouble else ()
    return (card, *due, _timeline(made), *offer)


def _stated(key: str, state: ReturnState) -> Phrase:
    return Phrase(key=key, values={"state": state.value})


def state_phrase(made: Return, zone: ZoneInfo, *, prices: bool) -> Phrase:
    """Where it stands, in one sentence; a refund is only said to be made in the state that says so."""
    values: dict[str, PhraseValue] = {"number": made.number}
    updated = _day(made.updated, zone)
    match made.state:
        case ReturnState.REQUESTED:
            return Phrase(key="returns-state-requested", values={**values, "made": _day(made.created, zone)})
        case ReturnState.APPROVED if made.send_by:
            return Phrase(key="returns-state-approved-send", values={**values, "send_by": made.send_by})
        case ReturnState.APPROVED | ReturnState.IN_TRANSIT | ReturnState.EXPIRED:
            return Phrase(key=f"returns-state-{made.state.value.replace('_', '-')}", values=values)
        case ReturnState.RECEIVED:
            refund = made.resolution is Resolution.REFUND
            key = "returns-state-received" if refund else "returns-state-received-other"
            return Phrase(key=key, values={**values, "updated": updated})
        case ReturnState.REFUNDED:
            return _refunded(made.refund, values, prices=prices)
    return Phrase(key=f"returns-state-{made.state.value.replace('_', '-')}", values={**values, "updated": updated})


def _refunded(refund: Refund | None, values: dict[str, PhraseValue], *, prices: bool) -> Phrase:
    amount = refund.amount if refund and prices else None
    issued = refund.issued if refund else None
    if amount and issued:
        return Phrase(key="returns-state-refunded", values={**values, "amount": amount, "issued": issued})
    if amount:
        return Phrase(key="returns-state-refunded-amount", values={**values, "amount": amount})
    if issued:
        return Phrase(key="returns-state-refunded-day", values={**values, "issued": issued})
    return Phrase(key="returns-state-refunded-plain", values=values)


def _due(made: Return, *, prices: bool) -> tuple[Block, ...]:
    """When the money is expected, or plainly that nobody says."""
    if not made.state.open or made.resolution is not Resolution.REFUND:
        return ()
    refund = made.refund
    if refund is None or refund.expected_by is None:
        return (Phrase(key="returns-refund-no-date"),)
    if refund.amount and prices:
        values: dict[str, PhraseValue] = {"amount": refund.amount, "expected": refund.expected_by}
        return (Phrase(key="returns-refund-expected-amount", values=values),)
    return (Phrase(key="returns-refund-expected", values={"expected": refund.expected_by}),)


def _rows(made: Return, *, prices: bool) -> tuple[Row, ...]:
    refund = made.refund
    facts: list[tuple[str, PhraseValue | Phrase | None]] = [("returns-row-return", made.number)]
    if refund and prices:
        facts.append(("returns-row-amount", refund.amount))
        if refund.means:
            facts.append(("returns-row-means", Phrase(key="returns-means", values={"means": refund.means})))
    if made.state in {ReturnState.REQUESTED, ReturnState.APPROVED}:
        facts.append(("returns-row-send-by", made.send_by))
    if made.state in {ReturnState.APPROVED, ReturnState.IN_TRANSIT}:
        facts.append(("returns-row-tracking", made.tracking_number))
    if made.state is ReturnState.REJECTED and made.reason:
        facts.append(("returns-row-reason", Phrase(key="returns-rejection", values={"reason": made.reason})))
    return tuple(Row(label=Phrase(key=key), value=value) for key, value in facts if value is not None)


def _actions(made: Return, links: Links) -> tuple[Link, ...]:
    """The hub's page of the return, where its label is too."""
    return (Link(label=Phrase(key="returns-see-return"), url=links.hub(HubPage.RETURN, made.id), primary=True),)


def _timeline(made: Return) -> Timeline:
    """What is still to come, where it stands, and when it was asked for; steps in between are not invented."""
    to_come: list[Step] = []
    if made.state in _WAY:
        ahead = (*_WAY[_WAY.index(made.state) + 1 :], _ENDS[made.resolution])
        to_come = [Step(label=_stated("returns-step", each), at=None) for each in reversed(ahead)]
    now = [Step(label=_stated("returns-step", made.state), at=made.updated)]
    asked = [Step(label=_stated("returns-step", ReturnState.REQUESTED), at=made.created)]
    return Timeline(steps=tuple(to_come + now + (asked if made.state is not ReturnState.REQUESTED else [])))


def why(made: Return, zone: ZoneInfo) -> tuple[Block, ...]:
    """What the state rests on: the record, and the reason on it when it was rejected."""
    said: list[Block] = [state_phrase(made, zone, prices=False)]
    if made.state is ReturnState.REJECTED and made.reason:
        said.append(Phrase(key="returns-why-rejected", values={"reason": made.reason}))
    return (*said, Phrase(key="returns-why-records"))


def _day(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date()
