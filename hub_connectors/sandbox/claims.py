"""Carrier claims of the shop's parcels, as the Claims port."""

import random
from dataclasses import replace
from datetime import datetime

from domain.claims import Claim, ClaimState, Piece
from domain.errors import Conflict, VendorRefused
from domain.ids import ClaimId, CustomerId
from hub_connectors.sandbox import tables
from hub_connectors.sandbox.access import Access, once
from hub_connectors.sandbox.as_of import claim_as_of, reached
from hub_connectors.sandbox.faults import Port
from hub_connectors.sandbox.rows import Shelf
from hub_connectors.sandbox.seeding.investigations import carry_on
from hub_connectors.sandbox.stories import ClaimStory

_CLOSED = {ClaimState.ACCEPTED, ClaimState.REJECTED, ClaimState.PAID, ClaimState.CLOSED}


class SandboxClaims:
    def __init__(self, access: Access) -> None:
        self._access = access

    async def list_claims(self, customer: CustomerId) -> tuple[Claim, ...]:
        def errand(shelf: Shelf, now: datetime) -> tuple[Claim, ...]:
            shown = (self._show(story, now) for story in shelf.list_claims(customer))
            known = [claim for claim in shown if claim and claim.state is not ClaimState.DRAFT]
            return tuple(sorted(known, key=lambda claim: (claim.opened, claim.number), reverse=True))

        return await self._access.read(Port.CLAIMS, errand)

    async def record_statement(self, claim: ClaimId, *, text: str, key: str) -> Claim:
        def errand(shelf: Shelf, now: datetime) -> Claim:
            story = shelf.find_claim(claim, lock=True)
            shown = self._show(story, now) if story else None
            if story is None or shown is None:
                raise VendorRefused("no such claim")
            if shelf.write_of(key) is None and shown.state in _CLOSED:
                raise Conflict("the claim is closed")
            if not once(shelf, key, claim):
                return shown
            story = add_statement(story, text, now)
            shelf.rewrite(tables.claims, story)
            changed = self._show(story, now)
            assert changed is not None
            return changed

        return await self._access.write(Port.CLAIMS, errand)

    def _show(self, story: ClaimStory, now: datetime) -> Claim | None:
        return claim_as_of(story, now, self._access.calendar.zone)


def add_statement(story: ClaimStory, text: str, now: datetime) -> ClaimStory:
    """Keeps the statement; when nothing else is missing the claim goes to the carrier at once."""
    step = reached(story.steps, now)
    given = {piece for at, piece in story.provided if at <= now} | {Piece.NON_RECEIPT_STATEMENT}
    provided = tuple(each for each in story.provided if each[0] <= now and each[1] in given)
    if Piece.NON_RECEIPT_STATEMENT not in {piece for _, piece in provided}:
        provided = (*provided, (now, Piece.NON_RECEIPT_STATEMENT))
    if step is None or step[1] is not ClaimState.AWAITING_SHOPPER:
        return replace(story, statement=text)
    story = replace(story, provided=provided, statement=text)
    if set(story.needed) - given:
        return story
    return carry_on(story, now, random.Random(story.id))
