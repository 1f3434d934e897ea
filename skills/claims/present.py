"""Claims as blocks: state and date, what is missing, the statement read back."""

from datetime import date

from domain.blocks import Block, Card, Choices, Facts, Option, Phrase, PhraseValue, Pill, Row, Tone, Upload
from domain.claims import Claim, ClaimState, Piece
from domain.errors import Conflict
from domain.languages import Language
from domain.orders import Order
from skills.journeys import shorten, word
from skills.owned import Meant

SHOWN = 5
PICTURES = ("image/jpeg", "image/png", "image/heic", "image/webp")
PAPERS = (*PICTURES, "application/pdf")
PHOTOS = {Piece.PHOTO_PARCEL, Piece.PHOTO_CONTENT}
WAITING = {ClaimState.SUBMITTED, ClaimState.INVESTIGATING}
TONES = {
    ClaimState.DRAFT: Tone.NEUTRAL,
    ClaimState.AWAITING_SHOPPER: Tone.WAITING,
    ClaimState.SUBMITTED: Tone.WAITING,
    ClaimState.INVESTIGATING: Tone.WAITING,
    ClaimState.ACCEPTED: Tone.GOOD,
    ClaimState.REJECTED: Tone.PROBLEM,
    ClaimState.PAID: Tone.GOOD,
    ClaimState.CLOSED: Tone.NEUTRAL,
    ClaimState.UNKNOWN: Tone.NEUTRAL,
}
PERSON = Option(id="person", label=Phrase(key="claims-option-person"))
TRACKING = Option(id="ask:order_tracking", label=Phrase(key="claims-option-tracking"))


def none_for(meant: Meant) -> Phrase:
    if meant.fresh and meant.words:
        return Phrase(key="claims-none-for", values={"said": shorten(meant.words)})
    if meant.fresh and meant.orders:
        return Phrase(key="claims-none-for", values={"said": meant.orders[0].number})
    return Phrase(key="claims-none")


def instead() -> Choices:
    return Choices(prompt=Phrase(key="claims-instead"), options=(TRACKING, PERSON))


def which_claim(claims: tuple[Claim, ...], orders: tuple[Order, ...], language: Language) -> Choices:
    options = tuple(_claim_option(claim, orders, language) for claim in claims[:SHOWN])
    return Choices(prompt=Phrase(key="claims-which"), options=options)


def _claim_option(claim: Claim, orders: tuple[Order, ...], language: Language) -> Option:
    order = next((order for order in orders if order.id == claim.order), None)
    values: dict[str, PhraseValue] = {"number": claim.number, "carrier": claim.carrier, "opened": claim.opened}
    if order is None:
        return Option(
            id=f"claim:{claim.id}", label=Phrase(key="claims-option-claim", values=values), hints=(claim.number,)
        )
    values["items"] = tuple(line.title(language) for line in order.lines[:3])
    words = (title for line in order.lines for title in line.titles.values())
    return Option(
        id=f"claim:{claim.id}",
        label=Phrase(key="claims-option-claim-with-items", values=values),
        hints=tuple(dict.fromkeys((claim.number, order.number, *words))),
    )


def claim_blocks(claim: Claim, order: Order | None, *, language: Language, today: date) -> tuple[Block, ...]:
    """Where it stands, the carrier's day, and the claim at a glance."""
    return (say_state(claim), *_say_due(claim, today), claim_card(claim, order, language))


def say_state(claim: Claim) -> Phrase:
    values: dict[str, PhraseValue] = {"number": claim.number, "carrier": claim.carrier}
    if claim.state is ClaimState.PAID:
        if claim.compensation is None:
            return Phrase(key="claims-state-paid-no-amount", values=values)
        values["amount"] = claim.compensation
    return Phrase(key=f"claims-state-{word(claim.state)}", values=values)


def _say_due(claim: Claim, today: date) -> tuple[Phrase, ...]:
    if claim.state not in WAITING:
        return ()
    if claim.answer_due is None:
        return (Phrase(key="claims-due-unknown", values={"carrier": claim.carrier}),)
    key = "claims-due" if claim.answer_due >= today else "claims-overdue"
    return (Phrase(key=key, values={"carrier": claim.carrier, "due": claim.answer_due}),)


def claim_card(claim: Claim, order: Order | None, language: Language) -> Card:
    line = order.lines[0] if order and order.lines else None
    rows = [
        Row(label=Phrase(key="claims-row-number"), value=claim.number),
        Row(label=Phrase(key="claims-row-reason"), value=Phrase(key=f"claims-reason-{word(claim.reason)}")),
        Row(label=Phrase(key="claims-row-carrier"), value=claim.carrier),
        Row(label=Phrase(key="claims-row-opened"), value=claim.opened),
    ]
    if claim.answer_due and claim.state in WAITING:
        rows.append(Row(label=Phrase(key="claims-row-due"), value=claim.answer_due))
    if claim.compensation and claim.state is ClaimState.PAID:
        rows.append(Row(label=Phrase(key="claims-row-compensation"), value=claim.compensation))
    return Card(
        title=line.title(language) if line else claim.number,
        subtitle=order.number if order else "",
        image=line.image if line else "",
        pill=Pill(label=Phrase(key=f"claims-pill-{word(claim.state)}"), tone=TONES[claim.state]),
        rows=tuple(rows),
    )


def missing_facts(claim: Claim) -> tuple[Block, ...]:
    """Every piece that the shopper still owes, with what it must show."""
    rows = tuple(
        Row(label=Phrase(key=f"claims-piece-{word(piece)}"), value=Phrase(key=f"claims-show-{word(piece)}"))
        for piece in claim.missing
    )
    return (Facts(title=Phrase(key="claims-missing"), rows=rows),) if rows else ()


def papers(claim: Claim, url: str, *, settled: bool) -> tuple[Block, ...]:
    """What is missing, and where photos and papers are added; nothing once the claim is settled."""
    owed = set(claim.missing) - {Piece.NON_RECEIPT_STATEMENT}
    if settled or not claim.missing:
        return ()
    if not owed:
        return missing_facts(claim)
    accepts = PICTURES if owed <= PHOTOS else PAPERS
    return (*missing_facts(claim), Upload(prompt=Phrase(key="claims-upload"), accepts=accepts, url=url))


def read_back(claim: Claim, statement: str) -> tuple[Block, ...]:
    values: dict[str, PhraseValue] = {"number": claim.number, "carrier": claim.carrier, "statement": statement}
    return (Phrase(key="claims-read-back", values=values),)


def statement_recorded(claim: Claim) -> tuple[Block, ...]:
    """After the claim system took the statement: that it did, where the claim stands, and what is left."""
    recorded = Phrase(key="claims-statement-recorded", values={"number": claim.number})
    if not claim.missing:
        return (recorded, say_state(claim))
    more = Option(id=f"claim:{claim.id}", label=Phrase(key="claims-option-add"))
    return (recorded, *missing_facts(claim), Choices(prompt=Phrase(key="claims-left"), options=(more,)))


def settled_already(settled: Conflict, claim: str) -> tuple[Block, ...]:
    """The claim was closed in between; shows how it stands now when the refusal says, else offers to look."""
    now = settled.fields.get("now")
    if isinstance(now, Claim):
        return (Phrase(key="claims-settled-already"), say_state(now))
    look = Option(id=f"claim:{claim}", label=Phrase(key="claims-option-look"))
    return (Phrase(key="claims-settled-already"), Choices(prompt=Phrase(key="claims-left"), options=(look, PERSON)))


def next_steps(claim: Claim) -> tuple[Block, ...]:
    options = (PERSON,) if claim.state not in {ClaimState.PAID, ClaimState.CLOSED} else (TRACKING, PERSON)
    return (Choices(prompt=Phrase(key="claims-instead"), options=options),)
