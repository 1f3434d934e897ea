"""Incidents as blocks: what happened, what may be chosen, the choice read back, and what comes next."""

from datetime import date

from domain.blocks import Block, Card, Choices, Link, Option, Phrase, PhraseValue, Pill, Row, Tone
from domain.clock import ShopCalendar
from domain.errors import Conflict
from domain.incidents import ChosenWay, Incident, IncidentChoice, IncidentReason, IncidentState
from domain.languages import Language
from domain.orders import Line, Order
from domain.skills import SkillRequest
from skills.journeys import shorten, word
from skills.owned import Meant, last_day, order_option

SHOWN = 5
NOTE = 240
FAR_M = 150
KILOMETRE = 1000
TONES = {
    IncidentState.AWAITING_SHOPPER: Tone.PROBLEM,
    IncidentState.AWAITING_CARRIER: Tone.WAITING,
    IncidentState.SOLVED: Tone.GOOD,
    IncidentState.RETURNING: Tone.NEUTRAL,
}
PERSON = Option(id="person", label=Phrase(key="incidents-option-person"))
CLAIM = Option(id="ask:claim_or_investigation", label=Phrase(key="incidents-option-claim"))
RETURN = Option(id="ask:return_or_exchange", label=Phrase(key="incidents-option-return"))
TRACKING = Option(id="ask:order_tracking", label=Phrase(key="incidents-option-tracking"))


def no_orders() -> tuple[Block, ...]:
    return (Phrase(key="incidents-no-orders"), or_person())


def not_found(meant: Meant) -> tuple[Phrase, ...]:
    return (Phrase(key="incidents-not-found", values={"said": shorten(meant.words)}),)


def which_order(orders: tuple[Order, ...], request: SkillRequest, calendar: ShopCalendar) -> Choices:
    latest = sorted(orders, key=lambda order: last_day(order, calendar), reverse=True)[:SHOWN]
    options = tuple(order_option(order, request.language, calendar) for order in latest)
    return Choices(prompt=Phrase(key="incidents-which-order"), options=options)


def which_incident(incidents: tuple[Incident, ...], orders: tuple[Order, ...], language: Language) -> Choices:
    options = tuple(_incident_option(each, orders, language) for each in incidents[:SHOWN])
    return Choices(prompt=Phrase(key="incidents-which"), options=options)


def _incident_option(incident: Incident, orders: tuple[Order, ...], language: Language) -> Option:
    order = next((order for order in orders if order.id == incident.order), None)
    values: dict[str, PhraseValue] = {"at": incident.happened, "carrier": incident.carrier}
    option = f"incident:{incident.id}"
    if order is None:
        return Option(id=option, label=Phrase(key="incidents-option-incident", values=values))
    values |= {"number": order.number, "items": tuple(line.title(language) for line in order.lines[:3])}
    words = (title for line in order.lines for title in line.titles.values())
    return Option(
        id=option,
        label=Phrase(key="incidents-option-incident-with-items", values=values),
        hints=tuple(dict.fromkeys((order.number, *words))),
    )


def what_happened(incident: Incident, order: Order | None, language: Language) -> tuple[Block, ...]:
    """The carrier's reason and when, the driver's own words, how far away it was, and the parcel at a glance."""
    values: dict[str, PhraseValue] = {"at": incident.happened, "carrier": incident.carrier}
    return (
        Phrase(key=f"incidents-reason-{word(incident.reason)}", values=values),
        *_carrier_words(incident),
        *_distance(incident),
        _incident_card(incident, order, language),
    )


def _carrier_words(incident: Incident) -> tuple[Phrase, ...]:
    said = []
    if incident.reason is IncidentReason.UNKNOWN and incident.code.strip():
        said.append(Phrase(key="incidents-carrier-word", values={"code": shorten(incident.code)}))
    if incident.driver_note.strip():
        said.append(Phrase(key="incidents-driver-note", values={"note": shorten(incident.driver_note, NOTE)}))
    return tuple(said)


def _distance(incident: Incident) -> tuple[Phrase, ...]:
    """Only when the driver was not at the door; rounded, since positions are."""
    metres = incident.distance_m or 0
    if metres <= FAR_M:
        return ()
    if metres < KILOMETRE:
        return (Phrase(key="incidents-distance-metres", values={"metres": round(metres, -1)}),)
    return (Phrase(key="incidents-distance-kilometres", values={"kilometres": round(metres / KILOMETRE)}),)


def _incident_card(incident: Incident, order: Order | None, language: Language) -> Card:
    line = order.lines[0] if order and order.lines else None
    return Card(
        title=line.title(language) if line else incident.carrier,
        subtitle=order.number if order else "",
        image=line.image if line else "",
        pill=Pill(label=Phrase(key=f"incidents-pill-{word(incident.state)}"), tone=TONES[incident.state]),
        rows=(
            Row(label=Phrase(key="incidents-row-carrier"), value=incident.carrier),
            Row(label=Phrase(key="incidents-row-happened"), value=incident.happened),
        ),
    )


def answer_by(incident: Incident, *, passed: bool) -> tuple[Phrase, ...]:
    if incident.answer_by is None:
        return ()
    key = "incidents-answer-passed" if passed else "incidents-answer-by"
    return (Phrase(key=key, values={"by": incident.answer_by, "carrier": incident.carrier}),)


def ways(incident: Incident, *, changed: bool) -> Choices:
    """What this incident allows, and a person; asked once more after a no."""
    options = tuple(Option(id=f"way:{way}", label=Phrase(key=f"incidents-way-{word(way)}")) for way in incident.choices)
    key = "incidents-ask-change" if changed else "incidents-ask-way"
    return Choices(prompt=Phrase(key=key), options=(*options, PERSON))


def nothing_to_choose() -> tuple[Block, ...]:
    return (Phrase(key="incidents-nothing-to-choose"), or_person())


def days(incident: Incident) -> Choices:
    options = tuple(
        Option(
            id=f"day:{day.isoformat()}",
            label=Phrase(key="incidents-day", values={"day": day}),
            hints=(day.isoformat(),),
        )
        for day in incident.days
    )
    return Choices(prompt=Phrase(key="incidents-ask-day"), options=options)


def other_day(refused: date | None) -> tuple[Phrase, ...]:
    """That the day asked for is not on offer."""
    return (Phrase(key="incidents-day-not-offered", values={"day": refused}),) if refused else ()


def ask_address(incident: Incident, *, again: bool) -> Phrase:
    if again:
        return Phrase(key="incidents-ask-address-again")
    if incident.reason is IncidentReason.ACCESS_CODE_MISSING:
        return Phrase(key="incidents-ask-access")
    return Phrase(key="incidents-ask-address")


def _way_values(incident: Incident, way: ChosenWay) -> dict[str, PhraseValue]:
    values: dict[str, PhraseValue] = {"carrier": incident.carrier}
    if way.day:
        values["day"] = way.day
    if way.detail:
        values["address"] = shorten(way.detail, NOTE)
    return values


def _way_word(way: ChosenWay) -> str:
    """The choice in phrase keys; redelivery without a day and an address that is not known have sentences of
    their own."""
    bare = (way.choice is IncidentChoice.REDELIVER and not way.day) or (
        way.choice is IncidentChoice.CORRECT_ADDRESS and not way.detail
    )
    return f"{word(way.choice)}{'-bare' if bare else ''}"


def read_back(incident: Incident, way: ChosenWay) -> tuple[Phrase, ...]:
    return (Phrase(key=f"incidents-propose-{_way_word(way)}", values=_way_values(incident, way)),)


def recorded(incident: Incident, way: ChosenWay) -> tuple[Block, ...]:
    """After the incident system took the choice: what it says was chosen, and whose turn it is."""
    return (Phrase(key=f"incidents-recorded-{_way_word(way)}", values=_way_values(incident, way)), _say_turn(incident))


def whose_turn(incident: Incident) -> tuple[Phrase, ...]:
    """What was chosen, if anything, and who acts next."""
    if incident.chosen is None:
        return (_say_turn(incident),)
    values = _way_values(incident, incident.chosen)
    return (Phrase(key=f"incidents-chosen-{_way_word(incident.chosen)}", values=values), _say_turn(incident))


def _say_turn(incident: Incident) -> Phrase:
    return Phrase(key=f"incidents-turn-{word(incident.state)}", values={"carrier": incident.carrier})


def settled_already(settled: Conflict, incident: str) -> tuple[Block, ...]:
    """The incident was closed in between; shows how it stands now when the refusal says, else offers to look."""
    now = settled.fields.get("now")
    if isinstance(now, Incident):
        return (Phrase(key="incidents-settled-already"), *whose_turn(now))
    look = Option(id=f"incident:{incident}", label=Phrase(key="incidents-option-look"))
    prompt = Phrase(key="incidents-next")
    return (Phrase(key="incidents-settled-already"), Choices(prompt=prompt, options=(look, PERSON)))


def open_page(url: str) -> Link:
    return Link(label=Phrase(key="incidents-open-page"), url=url, primary=True)


def or_person() -> Choices:
    return Choices(prompt=Phrase(key="incidents-next"), options=(PERSON,))


def missing_next(*, claims: bool) -> Choices:
    return Choices(prompt=Phrase(key="incidents-next"), options=(*((CLAIM,) if claims else ()), PERSON))


def after_arrival(*, coming: bool) -> Choices:
    first = TRACKING if coming else RETURN
    return Choices(prompt=Phrase(key="incidents-next"), options=(first, PERSON))


def bought_card(order: Order, line: Line | None, language: Language) -> tuple[Card, ...]:
    """The thing that the shopper speaks of, when it is known which one."""
    thing = line or (order.lines[0] if len(order.lines) == 1 else None)
    if thing is None:
        return ()
    variant = thing.variant_title(language)
    return (
        Card(
            title=thing.title(language),
            subtitle=f"{variant} · {order.number}" if variant else order.number,
            image=thing.image,
        ),
    )
