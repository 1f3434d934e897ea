"""Failed deliveries: why the driver left with the parcel, what may be chosen, and how it usually ends."""

import random
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from domain.ids import IncidentId
from domain.incidents import ChosenWay, IncidentChoice, IncidentReason, IncidentState
from domain.parcels import ParcelState, TrackingEvent
from hub_connectors.sandbox.seeding.carriers import CARRIERS
from hub_connectors.sandbox.seeding.days import moment, shop_day, some_hours, working_day
from hub_connectors.sandbox.stories import IncidentStory, OrderStory, ParcelStory

ANSWER_WITHIN = timedelta(hours=48)
_REDELIVER, _CORRECT = IncidentChoice.REDELIVER, IncidentChoice.CORRECT_ADDRESS
_PICKUP, _BACK = IncidentChoice.PICKUP_POINT, IncidentChoice.RETURN_TO_SENDER

CHOICES: dict[IncidentReason, tuple[IncidentChoice, ...]] = {
    IncidentReason.ABSENT: (_REDELIVER, _PICKUP),
    IncidentReason.ADDRESS_INCOMPLETE: (_CORRECT, _PICKUP, _BACK),
    IncidentReason.ADDRESS_WRONG: (_CORRECT, _PICKUP, _BACK),
    IncidentReason.REFUSED: (_REDELIVER, _BACK),
    IncidentReason.ACCESS_CODE_MISSING: (_REDELIVER, _CORRECT, _PICKUP),
    IncidentReason.DAMAGED: (_REDELIVER, _BACK),
    IncidentReason.PICKUP_FULL: (_PICKUP, _REDELIVER),
    IncidentReason.UNKNOWN: (_REDELIVER, _PICKUP),
}
_WEIGHTS = (40, 16, 9, 5, 18, 3, 6, 3)
_COLISSIMO = dict(
    zip(
        IncidentReason,
        ("RENRV", "RENAIN", "RENNPA", "RENAVA", "RENCOD", "RENAVR", "RENPRP", "RENZZZ"),
        strict=True,
    )
)
_NOTES: dict[IncidentReason, dict[str, tuple[str, ...]]] = {
    IncidentReason.ABSENT: {
        "fr": (
            "Sonné deux fois, personne. Avis laissé.",
            "Client absent à 11h20, voisin absent aussi.",
            "Pas de réponse à l’interphone.",
        ),
        "en": (
            "Rang twice, nobody in. Card left.",
            "No answer at the door, tried the neighbour.",
            "Customer out, card in letterbox.",
        ),
    },
    IncidentReason.ADDRESS_INCOMPLETE: {
        "fr": (
            "Manque le numéro de bâtiment.",
            "Grande résidence, pas d’étage ni de nom sur la boîte.",
            "Numéro de rue absent sur l’étiquette.",
        ),
        "en": ("No flat number on the label.", "Large estate, building letter missing.", "Street number missing."),
    },
    IncidentReason.ADDRESS_WRONG: {
        "fr": ("Nom inconnu à cette adresse.", "La rue s’arrête au 40, le 52 n’existe pas."),
        "en": ("Name not known at this address.", "Road ends at 40, there is no number 52."),
    },
    IncidentReason.REFUSED: {
        "fr": ("Refusé par la personne à la porte.", "Le destinataire dit ne rien avoir commandé."),
        "en": ("Refused at the door.", "Person at the door says they did not order it."),
    },
    IncidentReason.ACCESS_CODE_MISSING: {
        "fr": ("Digicode inconnu, pas de réponse au téléphone.", "Portail fermé, aucun code sur le colis."),
        "en": ("Gate locked, no code given.", "Keypad at the entrance, phone goes to voicemail."),
    },
    IncidentReason.DAMAGED: {
        "fr": ("Carton enfoncé, liquide visible. Remis au dépôt.",),
        "en": ("Box crushed on one side, taken back to depot.",),
    },
    IncidentReason.PICKUP_FULL: {
        "fr": ("Point relais complet, dépôt impossible aujourd’hui.",),
        "en": ("Pickup shop full, could not leave it.",),
    },
    IncidentReason.UNKNOWN: {"fr": ("Motif 27.",), "en": ("Reason 27.",)},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setback:
    """A failed attempt to make a story of; ``answered`` None lets chance say whether the shopper ever answers."""

    order: OrderStory
    parcel: ParcelStory
    id: IncidentId
    reason: IncidentReason | None = None
    answered: bool | None = None


def make_incident(setback: Setback, chance: random.Random) -> tuple[IncidentStory, ParcelStory]:
    """The incident and its parcel, both carried to their end."""
    order, parcel = setback.order, setback.parcel
    failed = parcel.events[-1]
    reason = setback.reason or chance.choices(tuple(CHOICES), _WEIGHTS)[0]
    day = shop_day(failed.at)
    story = IncidentStory(
        id=setback.id,
        customer=order.customer,
        order=order.id,
        parcel=parcel.id,
        carrier=parcel.carrier,
        code=_code(parcel.carrier, reason),
        reason=reason,
        driver_note=chance.choice(_NOTES[reason]["fr" if order.country in {"FR", "BE", "LU", "CH"} else "en"]),
        happened=failed.at,
        distance_m=_distance(reason, chance),
        choices=CHOICES[reason],
        days=tuple(working_day(day + timedelta(days=1), after) for after in range(1, 7)),
        answer_by=failed.at + ANSWER_WITHIN,
        steps=((failed.at, IncidentState.AWAITING_SHOPPER),),
    )
    answered = chance.random() < 0.6 if setback.answered is None else setback.answered
    if answered:
        at = failed.at + some_hours(1, 40, chance)
        return follow_choice(story, parcel, make_way(story, shop_day(at), chance), at)
    return _unanswered(story, parcel, chance)


def _code(carrier: str, reason: IncidentReason) -> str:
    if carrier == "Colissimo":
        return _COLISSIMO[reason]
    return f"{CARRIERS[carrier].codes[ParcelState.FAILED_ATTEMPT]}-{list(IncidentReason).index(reason) + 11}"


def _distance(reason: IncidentReason, chance: random.Random) -> int | None:
    """How far from the address the driver's scan was made; some drivers scan from quite far away."""
    if chance.random() < 0.1:
        return None
    far = reason is IncidentReason.ADDRESS_WRONG or (reason is IncidentReason.ABSENT and chance.random() < 0.15)
    return chance.randint(700, 3800) if far else chance.randint(4, 160)


def make_way(story: IncidentStory, today: date, chance: random.Random) -> ChosenWay:
    choice = chance.choice(story.choices)
    days = [day for day in story.days if day > today]
    if choice is IncidentChoice.REDELIVER and days:
        return ChosenWay(choice=choice, day=days[0])
    details = {_CORRECT: "Bât. C, 3e étage, code 4821B", _PICKUP: "Tabac-presse du Marché"}
    return ChosenWay(choice=choice, detail=details.get(choice, ""))


def follow_choice(
    story: IncidentStory, parcel: ParcelStory, way: ChosenWay, at: datetime
) -> tuple[IncidentStory, ParcelStory]:
    """What the carrier does after a choice: the rest of both stories, from the moment it was made."""
    day = shop_day(at)
    kept = tuple(event for event in parcel.events if event.at <= at)
    steps = tuple(step for step in story.steps if step[0] <= at)
    if way.choice is _BACK:
        back = moment(working_day(day, 6), 620)
        ending: tuple[tuple[datetime, IncidentState], ...] = ((at, IncidentState.RETURNING),)
        events: list[TrackingEvent] = [_event(parcel, back, ParcelState.RETURNED_TO_SENDER)]
        arrives = None
    elif way.choice is _PICKUP:
        there, arrives = moment(working_day(day, 1), 700), moment(working_day(day, 3), 1050)
        ending = ((at, IncidentState.AWAITING_CARRIER), (there, IncidentState.SOLVED))
        events = [_event(parcel, there, ParcelState.AWAITING_PICKUP), _event(parcel, arrives, ParcelState.DELIVERED)]
    else:
        again = way.day or working_day(day, 2)
        out, arrives = moment(again, 500), moment(again, 690)
        ending = ((at, IncidentState.AWAITING_CARRIER), (arrives, IncidentState.SOLVED))
        events = [_event(parcel, out, ParcelState.OUT_FOR_DELIVERY), _event(parcel, arrives, ParcelState.DELIVERED)]
    return (
        replace(story, steps=steps + ending, chosen=way, chosen_at=at),
        replace(parcel, events=(*kept, *events), arrives=arrives),
    )


def _unanswered(story: IncidentStory, parcel: ParcelStory, chance: random.Random) -> tuple[IncidentStory, ParcelStory]:
    """Without an answer the parcel waits at a pickup point, and goes back when nobody comes."""
    late = story.happened + ANSWER_WITHIN
    kept = moment(working_day(shop_day(late), 1), 680)
    events = [*parcel.events, _event(parcel, kept, ParcelState.AWAITING_PICKUP)]
    if chance.random() < 0.7:
        fetched = kept + timedelta(days=chance.randint(1, 8)) + some_hours(0, 6, chance)
        ending = ((late, IncidentState.AWAITING_CARRIER), (kept, IncidentState.SOLVED))
        events.append(_event(parcel, fetched, ParcelState.DELIVERED))
        return replace(story, steps=story.steps + ending), replace(parcel, events=tuple(events), arrives=fetched)
    back = kept + timedelta(days=11)
    events.append(_event(parcel, back, ParcelState.RETURNED_TO_SENDER))
    ending = ((late, IncidentState.AWAITING_CARRIER), (back, IncidentState.RETURNING))
    return replace(story, steps=story.steps + ending), replace(parcel, events=tuple(events))


def _event(parcel: ParcelStory, at: datetime, state: ParcelState) -> TrackingEvent:
    place = parcel.destination.name if parcel.destination else ""
    if state is ParcelState.RETURNED_TO_SENDER:
        place = "Lyon"
    return TrackingEvent(at=at, state=state, code=CARRIERS[parcel.carrier].codes[state], place=place)
