"""Where a carrier claim stands, what it still needs, and the shopper's statement, recorded after a yes."""

from uuid import uuid4

from domain.blocks import Block, Phrase
from domain.claims import Claim, ClaimReason, ClaimState, Piece
from domain.commands import Slot
from domain.errors import Conflict, VendorUnreadable
from domain.links import HubPage
from domain.orders import Order
from domain.outcomes import AddClaimStatement, Answered, Asked, Missing, Outcome, Proposal, Proposed
from domain.skills import OwnWrites, SkillPorts, SkillRequest
from skills.claims import present
from skills.owned import (
    Meant,
    ask_identity,
    find_meant,
    pick_cases,
    plain,
    read_choice,
    remember,
    said_now,
    wants_other,
)
from skills.topics import DAMAGED, LOST, MISSING_ITEM, quote

FEWEST_WORDS = 3
SHORTEST_NUMBER = 4
SETTLED = {ClaimState.ACCEPTED, ClaimState.REJECTED, ClaimState.PAID, ClaimState.CLOSED}
TOPICS = {ClaimReason.DAMAGED: DAMAGED, ClaimReason.MISSING_CONTENT: MISSING_ITEM}


class Claims:
    """Serves CLAIM_OR_INVESTIGATION; holds no state of its own."""

    async def run(self, request: SkillRequest, ports: SkillPorts) -> Outcome:
        if ports.own is None:
            return ask_identity(Phrase(key="claims-identity"), request)
        claims = await ports.own.list_claims()
        orders = await ports.own.list_orders()
        meant = await find_meant(request, ports.own, ports.mentions, orders=orders)
        fitting = _find_claims(claims, meant, request)
        if not fitting:
            return _answer_none(claims, orders, meant, request)
        if len(fitting) > 1:
            return Asked(missing=Missing.CLAIM, blocks=(present.which_claim(fitting, orders, request.language),))
        return await _show(fitting[0], orders, request, ports)

    async def commit(self, proposal: Proposal, request: SkillRequest, writes: OwnWrites) -> Outcome:
        try:
            claim = await writes.carry_out(proposal.write)
        except Conflict as settled:
            return Answered(blocks=present.settled_already(settled, request.memory.get("claim", "")), stays=True)
        if not isinstance(claim, Claim) or Piece.NON_RECEIPT_STATEMENT in claim.missing:
            raise VendorUnreadable("the claim does not show the statement that was recorded")
        memory = remember(claim=claim.id, order=claim.order)
        return Answered(blocks=present.statement_recorded(claim), memory=memory, stays=True)


def _find_claims(claims: tuple[Claim, ...], meant: Meant, request: SkillRequest) -> tuple[Claim, ...]:
    """The claims that may be meant: picked, called by its number, on what was named, shown before, or open."""
    chosen = read_choice(request, "claim")
    if picked := tuple(claim for claim in claims if claim.id == chosen):
        return picked
    called = tuple(claim for claim in claims if _is_called(claim, request.text))
    if called and "claim" not in request.memory:
        return called
    if meant.unknown:
        return ()
    shown = next((claim for claim in claims if claim.id == request.memory.get("claim")), None)
    if shown and not meant.orders and not wants_other(request):
        return (shown,)
    left_out = shown if wants_other(request) else None
    return pick_cases(claims, meant, is_open=lambda claim: claim.state not in SETTLED, left_out=left_out)


def _is_called(claim: Claim, text: str) -> bool:
    """Whether the claim's number stands in the text; a very short one could be anything."""
    number = plain(claim.number)
    return len(number) >= SHORTEST_NUMBER and number in plain(text)


def _answer_none(claims: tuple[Claim, ...], orders: tuple[Order, ...], meant: Meant, request: SkillRequest) -> Outcome:
    """Words that fit no claim get one answer, whether such an order exists or not."""
    if claims and (meant.unknown or meant.orders or wants_other(request)):
        blocks = (present.none_for(meant), present.which_claim(claims, orders, request.language))
        return Asked(missing=Missing.CLAIM, blocks=blocks)
    return Answered(blocks=(present.none_for(meant), present.instead()))


async def _show(claim: Claim, orders: tuple[Order, ...], request: SkillRequest, ports: SkillPorts) -> Outcome:
    statement, owed = _find_statement(claim, request), _owes_statement(claim)
    if owed and len(statement.split()) >= FEWEST_WORDS:
        return _propose(claim, statement, ports)
    memory = remember(claim=claim.id, order=claim.order)
    again = _asks_again(statement, request)
    if owed and again:
        return Asked(missing=Missing.STATEMENT, blocks=(again,), memory=memory)
    order = next((order for order in orders if order.id == claim.order), None)
    blocks: tuple[Block, ...] = (
        *present.claim_blocks(claim, order, language=request.language, today=ports.calendar.today()),
        *present.papers(claim, ports.links.hub(HubPage.CLAIM, claim.id), settled=claim.state in SETTLED),
    )
    if owed:
        return Asked(missing=Missing.STATEMENT, blocks=(*blocks, Phrase(key="claims-ask-statement")), memory=memory)
    quoted = await quote(ports.knowledge, TOPICS.get(claim.reason, LOST), request.language)
    return Answered(blocks=(*blocks, *quoted, *present.next_steps(claim)), memory=memory, stays=True)


def _owes_statement(claim: Claim) -> bool:
    return Piece.NON_RECEIPT_STATEMENT in claim.missing and claim.state not in SETTLED


def _find_statement(claim: Claim, request: SkillRequest) -> str:
    """What the shopper wrote for this claim: just now, or read back before and not taken back since."""
    if now := said_now(request, Slot.STATEMENT):
        return now
    if Slot.STATEMENT in request.changed or request.agreed is False or request.memory.get("claim") != claim.id:
        return ""
    return request.memory.get("statement", "")


def _asks_again(statement: str, request: SkillRequest) -> Phrase | None:
    """The question once more, when the words were taken back or are too few; None the first time."""
    if statement:
        return Phrase(key="claims-ask-statement-short")
    if request.agreed is False or Slot.STATEMENT in request.changed:
        return Phrase(key="claims-ask-statement-change")
    return None


def _propose(claim: Claim, statement: str, ports: SkillPorts) -> Proposed:
    """Reads the words back; the proposal's id is what makes a repeated yes record once."""
    write = AddClaimStatement(claim=claim.id, text=statement)
    proposal = Proposal(id=f"prp_{uuid4().hex}", write=write, made=ports.calendar.today())
    memory = remember(claim=claim.id, order=claim.order, statement=statement)
    return Proposed(proposal=proposal, blocks=present.read_back(claim, statement), memory=memory)
