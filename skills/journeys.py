"""A parcel's journey as blocks: where it stands, its last scan, the day it is expected, how late it is.

Shared by tracking and incidents; it decides nothing about what may be done, and reads no records.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.blocks import Card, Link, Phrase, PhraseValue, Pill, Row, Step, Timeline, Tone
from domain.clock import ShopCalendar, local_day
from domain.languages import Language
from domain.orders import Line, Order
from domain.parcels import Parcel, ParcelState, Scan
from skills.topics import LATE, LOST, PICKUP, RETURNED, Topic

STEPS = 6
LONGEST_WORD = 80
UNDER_WAY = {
    ParcelState.LABEL_CREATED,
    ParcelState.IN_TRANSIT,
    ParcelState.OUT_FOR_DELIVERY,
    ParcelState.FAILED_ATTEMPT,
    ParcelState.EXCEPTION,
    ParcelState.UNKNOWN,
}
TONES = {
    ParcelState.LABEL_CREATED: Tone.WAITING,
    ParcelState.IN_TRANSIT: Tone.WAITING,
    ParcelState.OUT_FOR_DELIVERY: Tone.WAITING,
    ParcelState.AWAITING_PICKUP: Tone.WAITING,
    ParcelState.DELIVERED: Tone.GOOD,
    ParcelState.FAILED_ATTEMPT: Tone.PROBLEM,
    ParcelState.EXCEPTION: Tone.PROBLEM,
    ParcelState.LOST: Tone.PROBLEM,
    ParcelState.RETURNED_TO_SENDER: Tone.PROBLEM,
    ParcelState.UNKNOWN: Tone.NEUTRAL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A parcel with its order, seen in one language on one of the shop's days."""

    order: Order
    parcel: Parcel
    language: Language
    today: date
    delivered: date | None

    @property
    def late_days(self) -> int:
        """Days since the announced one; 0 when it has not passed, is not known or no longer matters."""
        expected = self.parcel.expected
        if expected is None or self.parcel.state not in UNDER_WAY:
            return 0
        return max(0, (self.today - expected).days)

    @property
    def last(self) -> Scan | None:
        return self.parcel.events[-1] if self.parcel.events else None

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is inside, as far as the carrier connection says."""
        return tuple(line for line in self.order.lines if line.id in self.parcel.lines)


def word(value: StrEnum) -> str:
    """A word of ours as it stands in phrase keys."""
    return value.value.replace("_", "-")


def shorten(words: str, longest: int = LONGEST_WORD) -> str:
    """Somebody else's words on one line and not endless; they are shown, never obeyed."""
    flat = " ".join(words.split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"


def say_state(seen: Seen, *, disputed: bool = False) -> Phrase:
    """Where the parcel stands, in one sentence; a delivery that the shopper disputes is the carrier's word only."""
    values: dict[str, PhraseValue] = {"number": seen.order.number, "carrier": seen.parcel.carrier}
    state, key = seen.parcel.state, f"tracking-state-{word(seen.parcel.state)}"
    if state is ParcelState.DELIVERED:
        if seen.delivered is None:
            return Phrase(key="tracking-state-delivered-no-day", values=values)
        values["day"] = seen.delivered
        key = "tracking-state-delivered-disputed" if disputed else key
    if state is ParcelState.AWAITING_PICKUP:
        place = _pickup_place(seen.parcel)
        if not place:
            return Phrase(key="tracking-state-awaiting-pickup-no-place", values=values)
        values["place"] = place
    return Phrase(key=key, values=values)


def _pickup_place(parcel: Parcel) -> str:
    waiting = (event.place for event in reversed(parcel.events) if event.state is ParcelState.AWAITING_PICKUP)
    return next(waiting, "")


def say_when(seen: Seen) -> tuple[Phrase, ...]:
    """The day it is expected, that it is late, or that no day is known; nothing once that no longer matters."""
    if seen.parcel.state not in UNDER_WAY:
        return ()
    if seen.parcel.expected is None:
        return (Phrase(key="tracking-expected-unknown", values={"carrier": seen.parcel.carrier}),)
    if seen.late_days:
        return (Phrase(key="tracking-late", values={"expected": seen.parcel.expected, "days": seen.late_days}),)
    return (Phrase(key="tracking-expected", values={"expected": seen.parcel.expected}),)


def find_topic(seen: Seen) -> Topic | None:
    """What the shop's articles are asked for this parcel; None when nothing needs saying."""
    topics = {
        ParcelState.LOST: LOST,
        ParcelState.RETURNED_TO_SENDER: RETURNED,
        ParcelState.AWAITING_PICKUP: PICKUP,
    }
    return topics.get(seen.parcel.state) or (LATE if seen.late_days else None)


def state_pill(state: ParcelState) -> Pill:
    return Pill(label=Phrase(key=f"tracking-pill-{word(state)}"), tone=TONES[state])


def parcel_card(seen: Seen, *, decision: Phrase | None = None, actions: tuple[Link, ...] = ()) -> Card:
    """The parcel at a glance: what is inside, carrier and number, last scan."""
    lines = seen.lines or seen.order.lines
    return Card(
        title=lines[0].title(seen.language) if lines else seen.order.number,
        subtitle=seen.order.number,
        image=lines[0].image if lines else "",
        pill=state_pill(seen.parcel.state),
        rows=_rows(seen),
        decision=decision,
        actions=actions,
    )


def _rows(seen: Seen) -> tuple[Row, ...]:
    parcel, rows = seen.parcel, []
    if inside := tuple(line.title(seen.language) for line in seen.lines):
        rows.append(Row(label=Phrase(key="tracking-row-inside"), value=inside))
    rows.append(Row(label=Phrase(key="tracking-row-carrier"), value=parcel.carrier))
    if parcel.tracking_number:
        rows.append(Row(label=Phrase(key="tracking-row-tracking-number"), value=parcel.tracking_number))
    if seen.last and seen.last.place:
        scan = Phrase(key="tracking-scan", values={"at": seen.last.at, "place": seen.last.place})
        rows.append(Row(label=Phrase(key="tracking-row-last-scan"), value=scan))
    elif seen.last:
        rows.append(Row(label=Phrase(key="tracking-row-last-scan"), value=seen.last.at))
    if parcel.state is ParcelState.UNKNOWN and seen.last and seen.last.code:
        rows.append(Row(label=Phrase(key="tracking-row-carrier-word"), value=shorten(seen.last.code)))
    if seen.delivered and parcel.state is ParcelState.DELIVERED:
        rows.append(Row(label=Phrase(key="tracking-row-delivered"), value=seen.delivered))
    return tuple(rows)


def timeline(parcel: Parcel, url: str) -> Timeline | None:
    """The latest scans, newest first, and the way to all of them; None when nothing was scanned."""
    if not parcel.events:
        return None
    steps = tuple(_step(event) for event in reversed(parcel.events[-STEPS:]))
    return Timeline(steps=steps, link=Link(label=Phrase(key="tracking-open-parcel"), url=url))


def _step(event: Scan) -> Step:
    if event.state is ParcelState.UNKNOWN and event.code:
        label = Phrase(key="tracking-step-unknown", values={"code": shorten(event.code)})
    else:
        label = Phrase(key=f"tracking-pill-{word(event.state)}")
    return Step(label=label, at=event.at, place=event.place)


def see(order: Order, parcel: Parcel, *, language: Language, calendar: ShopCalendar) -> Seen:
    return Seen(
        order=order,
        parcel=parcel,
        language=language,
        today=calendar.today(),
        delivered=local_day(parcel.delivered, calendar.zone),
    )
