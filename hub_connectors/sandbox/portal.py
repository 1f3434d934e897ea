"""The returns portal's own rules, without its pages: visits behind opaque tokens, what they offer, and submitting."""

import secrets
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import delete, insert, select, update

from domain.errors import Conflict, NotAllowed, VendorRefused
from domain.ids import LineId
from domain.orders import Line, Order
from domain.policy import Offer, Reason, decide
from domain.policy.decide import Situation
from domain.returns import Authority, PortalVisit, ProviderAnswer, Resolution, Return, ReturnedLine
from hub_connectors.sandbox import tables
from hub_connectors.sandbox.access import Access, once
from hub_connectors.sandbox.as_of import return_as_of
from hub_connectors.sandbox.exchanges import ExchangeVariant, list_exchanges
from hub_connectors.sandbox.orders import find_shown
from hub_connectors.sandbox.policy import POLICY
from hub_connectors.sandbox.rows import Shelf
from hub_connectors.sandbox.seeding.givebacks import PortalRequest, make_portal_return
from hub_connectors.sandbox.stories import ReturnStory, VisitStory
from runtime.codec import from_json, to_json

VISIT_LASTS = timedelta(hours=2)
STRICT = "provider_strict"
_NO_ANSWER = ProviderAnswer(authority=Authority.NONE, eligible=None)


class ReturnReason(StrEnum):
    """Why something comes back; the last two make the return free."""

    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    NOT_AS_EXPECTED = "not_as_expected"
    QUALITY = "quality"
    CHANGED_MIND = "changed_mind"
    CAME_LATE = "came_late"
    DAMAGED = "damaged"
    WRONG_ITEM = "wrong_item"

    @property
    def our_fault(self) -> bool:
        return self in {ReturnReason.DAMAGED, ReturnReason.WRONG_ITEM}


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalLine:
    """A line as the portal offers it; ``refusal`` says why there is no offer, ``deadline`` the day it speaks of."""

    line: Line
    quantity: int
    offers: tuple[Offer, ...]
    exchanges: tuple[ExchangeVariant, ...]
    refusal: Reason | None
    deadline: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenVisit:
    """What the portal's page shows; ``chosen`` and ``resolution`` are ticked beforehand.

    ``prices`` is False for the recipient of a gift.
    """

    order: Order
    lines: tuple[PortalLine, ...]
    chosen: tuple[ReturnedLine, ...]
    resolution: Resolution | None
    reasons: tuple[ReturnReason, ...]
    prices: bool
    submitted: tuple[Return, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    lines: tuple[ReturnedLine, ...]
    resolution: Resolution
    reason: ReturnReason


class Portal:
    """Opens visits, shows them and takes submissions; unknown and expired tokens are the same."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def open_visit(self, visit: PortalVisit) -> str:
        """A new token for this order, lines and resolution; it opens the portal for two hours."""
        token = secrets.token_urlsafe(24)
        story = VisitStory(
            order=visit.order.id,
            lines=visit.lines,
            resolution=visit.resolution,
            by_recipient=visit.by_recipient,
        )

        def errand(shelf: Shelf, now: datetime) -> None:
            mine = tables.visits.c.merchant_id == shelf.merchant
            shelf.connection.execute(delete(tables.visits).where(mine, tables.visits.c.expires < now))
            shelf.connection.execute(
                insert(tables.visits).values(
                    merchant_id=shelf.merchant,
                    token=token,
                    order_id=visit.order.id,
                    expires=now + VISIT_LASTS,
                    body=to_json(story),
                )
            )

        await self._access.change(errand)
        return token

    async def find_visit(self, token: str) -> OpenVisit | None:
        def errand(shelf: Shelf, now: datetime) -> OpenVisit | None:
            visit = _find_story(shelf, token, now)
            return self._show(shelf, visit, now) if visit else None

        return await self._access.look(errand)

    async def submit(self, token: str, submission: Submission, *, key: str) -> Return:
        """Makes the return, once per key; raises NotAllowed for a dead token, VendorRefused when a line may not."""

        def errand(shelf: Shelf, now: datetime) -> Return:
            visit = _find_story(shelf, token, now, lock=True)
            shown = self._show(shelf, visit, now) if visit else None
            if visit is None or shown is None:
                raise NotAllowed("the portal visit has ended")
            done = shelf.write_of(key)
            if done is not None:
                return _find_made(shown, done)
            _check(shown, submission)
            story = _make(shelf, visit, submission, key=key, now=now)
            once(shelf, key, story.id)
            shelf.add_return(story)
            _rewrite(shelf, token, replace(visit, submitted=(*visit.submitted, story.id)))
            made = return_as_of(story, now, self._access.calendar.zone)
            assert made is not None
            return made

        return await self._access.change(errand)

    def _show(self, shelf: Shelf, visit: VisitStory, now: datetime) -> OpenVisit | None:
        order = find_shown(shelf, visit.order, now)
        if order is None:
            return None
        zone = self._access.calendar.zone
        returns = tuple(
            each for story in shelf.list_returns([order.id]) if (each := return_as_of(story, now, zone)) is not None
        )
        asked = (order, returns, visit.by_recipient)
        return OpenVisit(
            order=order,
            lines=tuple(self._offer(asked, line, now) for line in order.lines),
            chosen=visit.lines,
            resolution=visit.resolution,
            reasons=tuple(ReturnReason),
            prices=not visit.by_recipient,
            submitted=tuple(each for each in returns if each.id in visit.submitted),
        )

    def _offer(self, asked: tuple[Order, tuple[Return, ...], bool], line: Line, now: datetime) -> PortalLine:
        order, returns, by_recipient = asked
        zone = self._access.calendar.zone
        situation = Situation(
            order=order,
            line=line,
            returns=returns,
            asked_by_recipient=by_recipient,
            today=now.astimezone(zone).date(),
            zone=zone,
        )
        decision = decide(situation, POLICY, _NO_ANSWER)
        strict = STRICT in line.tags and bool(decision.offers)
        exchange = decision.offer(Resolution.EXCHANGE) is not None and not strict
        return PortalLine(
            line=line,
            quantity=decision.quantity,
            offers=() if strict else decision.offers,
            exchanges=list_exchanges(line, order.total.currency) if exchange else (),
            refusal=Reason.PROVIDER_REFUSED if strict else None if decision.offers else decision.reason,
            deadline=decision.deadline,
        )


def _check(shown: OpenVisit, submission: Submission) -> None:
    """Raises VendorRefused unless every line may come back in this way and number."""
    if not submission.lines:
        raise VendorRefused("nothing was chosen")
    offered: dict[LineId, PortalLine] = {each.line.id: each for each in shown.lines}
    if len({part.line for part in submission.lines}) < len(submission.lines):
        raise VendorRefused("a line was chosen twice")
    for part in submission.lines:
        line = offered.get(part.line)
        if line is None or not any(offer.resolution is submission.resolution for offer in line.offers):
            raise VendorRefused("this line cannot come back in this way")
        if not 1 <= part.quantity <= line.quantity:
            raise VendorRefused("not so many pieces are left")
        wanted = {each.variant for each in line.exchanges}
        if submission.resolution is Resolution.EXCHANGE and part.exchange_for not in wanted:
            raise VendorRefused("this variant is not in stock")


def _find_made(shown: OpenVisit, return_id: str) -> Return:
    """Raises Conflict when the key was used for something that this visit did not make."""
    made = next((each for each in shown.submitted if each.id == return_id), None)
    if made is None:
        raise Conflict("this key was used for something else")
    return made


def _make(shelf: Shelf, visit: VisitStory, submission: Submission, *, key: str, now: datetime) -> ReturnStory:
    order = shelf.find_order(visit.order)
    assert order is not None
    return make_portal_return(
        PortalRequest(
            order=order,
            lines=submission.lines,
            resolution=submission.resolution,
            at=now,
            key=key,
            free=submission.reason.our_fault,
        )
    )


def _find_story(shelf: Shelf, token: str, now: datetime, *, lock: bool = False) -> VisitStory | None:
    table = tables.visits
    query = select(table.c.body).where(
        table.c.merchant_id == shelf.merchant, table.c.token == token, table.c.expires > now
    )
    body = shelf.connection.execute(query.with_for_update() if lock else query).scalar()
    found: VisitStory | None = from_json(VisitStory, body) if body is not None else None
    return found


def _rewrite(shelf: Shelf, token: str, story: VisitStory) -> None:
    table = tables.visits
    mine = (table.c.merchant_id == shelf.merchant, table.c.token == token)
    shelf.connection.execute(update(table).where(*mine).values(body=to_json(story)))
