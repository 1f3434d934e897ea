"""Carrier claims: why they are opened, what the carrier asks for, and how they end."""

import random
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.claims import ClaimReason, ClaimState, Piece
from domain.ids import ClaimId
from domain.money import Money
from domain.parcels import ParcelState, TrackingEvent
from hub_connectors.sandbox.seeding.carriers import CARRIERS
from hub_connectors.sandbox.seeding.days import moment, shop_day, some_hours, working_day
from hub_connectors.sandbox.stories import ClaimStory, OrderStory, ParcelStory

NEEDED: dict[ClaimReason, tuple[Piece, ...]] = {
    ClaimReason.NOT_DELIVERED: (Piece.INVOICE, Piece.NON_RECEIPT_STATEMENT),
    ClaimReason.MARKED_DELIVERED: (Piece.INVOICE, Piece.NON_RECEIPT_STATEMENT, Piece.ID_COPY),
    ClaimReason.DAMAGED: (Piece.INVOICE, Piece.PHOTO_PARCEL, Piece.PHOTO_CONTENT),
    ClaimReason.MISSING_CONTENT: (Piece.INVOICE, Piece.PHOTO_PARCEL, Piece.PHOTO_CONTENT),
    ClaimReason.LATE: (Piece.INVOICE,),
    ClaimReason.UNKNOWN: (Piece.INVOICE,),
}
"""The shop gives the invoice itself, the day the claim is opened."""

ANSWER_DAYS = 21


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A claim to make a story of; ``waits`` keeps it with the shopper until they answer."""

    order: OrderStory
    parcel: ParcelStory
    id: ClaimId
    number: str
    reason: ClaimReason
    at: datetime
    waits: bool | None = None


def make_claim(opening: Opening, chance: random.Random) -> ClaimStory:
    needed = NEEDED[opening.reason]
    at = opening.at
    story = ClaimStory(
        id=opening.id,
        number=opening.number,
        customer=opening.order.customer,
        order=opening.order.id,
        parcel=opening.parcel.id,
        carrier=opening.parcel.carrier,
        reason=opening.reason,
        steps=((at, ClaimState.DRAFT),),
        answer_due=shop_day(at) + timedelta(days=ANSWER_DAYS),
        needed=needed,
        provided=((at, Piece.INVOICE),),
        amount=opening.parcel.measures.value,
        compensation=None,
    )
    asked = at + some_hours(2, 20, chance)
    if len(needed) == 1:
        return carry_on(story, asked, chance)
    story = replace(story, steps=(*story.steps, (asked, ClaimState.AWAITING_SHOPPER)))
    silent = chance.random() < 0.12 if opening.waits is None else opening.waits
    if silent:
        return replace(story, steps=(*story.steps, (asked + timedelta(days=45), ClaimState.CLOSED)))
    given = asked + some_hours(3, 100, chance)
    pieces = tuple((given, piece) for piece in needed if piece is not Piece.INVOICE)
    return carry_on(replace(story, provided=story.provided + pieces), given, chance)


def carry_on(story: ClaimStory, at: datetime, chance: random.Random) -> ClaimStory:
    """The rest of a claim once nothing is missing: sent, looked into, decided, paid."""
    kept = tuple(step for step in story.steps if step[0] < at)
    looked_at = at + some_hours(12, 60, chance)
    decided = looked_at + some_hours(96, 408, chance)
    steps = [*kept, (at, ClaimState.SUBMITTED), (looked_at, ClaimState.INVESTIGATING)]
    due = shop_day(at) + timedelta(days=ANSWER_DAYS)
    roll = chance.random()
    if roll < 0.28:
        steps += [(decided, ClaimState.REJECTED), (decided + timedelta(days=30), ClaimState.CLOSED)]
        return replace(story, steps=tuple(steps), answer_due=due)
    if roll < 0.32:
        steps += [(decided, ClaimState.UNKNOWN)]
        return replace(story, steps=tuple(steps), answer_due=due)
    paid = decided + some_hours(72, 216, chance)
    steps += [(decided, ClaimState.ACCEPTED), (paid, ClaimState.PAID), (paid + timedelta(days=40), ClaimState.CLOSED)]
    return replace(story, steps=tuple(steps), answer_due=due, compensation=_compensation(story.amount, chance))


def _compensation(amount: Money | None, chance: random.Random) -> Money | None:
    """Carriers often pay less than the value declared."""
    if amount is None:
        return None
    return replace(amount, minor=amount.minor if chance.random() < 0.6 else amount.minor * 70 // 100)


def declare_lost(parcel: ParcelStory, claim: ClaimStory) -> ParcelStory:
    """The carrier's own scan that it has no trace of the parcel, a few working days before the claim is decided."""
    opened = claim.steps[0][0]
    at = moment(working_day(shop_day(opened), 1), 560)
    code = CARRIERS[parcel.carrier].codes[ParcelState.LOST]
    event = TrackingEvent(at=at, state=ParcelState.LOST, code=code, place="")
    return replace(parcel, events=(*parcel.events, event))
