"""Draws a customer of the seeded shop whose order, parcel, incident, claim or return is in the state asked for."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import select
from sqlalchemy.engine import Connection

from domain.ids import CustomerId
from evals.scenarios.reckoning import Reckoned, reckon
from evals.scenarios.script import Drawn
from evals.stage import Stage
from hub_connectors.sandbox import tables
from hub_connectors.sandbox.as_of import claim_as_of, incident_as_of, parcel_as_of, return_as_of
from hub_connectors.sandbox.assortment import find_variant
from hub_connectors.sandbox.calendar import ZONE
from hub_connectors.sandbox.rows import Shelf
from hub_connectors.sandbox.stories import LineStory, OrderStory
from web.seed import DEMO

_EVER, _RECENT = timedelta(days=400), timedelta(days=30)
_PASSING = {"label_created", "in_transit", "out_for_delivery", "awaiting_pickup", "exception"}
_STEPS, _STEP_HOURS = 40, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Whom a drawing found, with what the script's placeholders stand for."""

    customer: CustomerId
    email: str
    words: dict[str, str]
    line: str = ""
    reckoned: Reckoned | None = None


async def draw(stage: Stage, drawn: Drawn, language: str) -> Found:
    """The first that fits, in an order that the seed alone settles; raises LookupError when nobody does.

    What is in no such state at this hour may be at a later one: the shop's clock goes on until somebody is found.
    """
    store = await stage.store()
    for _ in range(_STEPS):
        now = store.calendar.now()
        found = await stage.records.read(partial(_search, drawn=drawn, language=language, now=now))
        if found:
            return found
        await store.controls.advance(hours=_STEP_HOURS)
    raise LookupError(f"nobody in the shop has {drawn}")


def _search(connection: Connection, *, drawn: Drawn, language: str, now: datetime) -> Found | None:
    shelf = Shelf(connection, DEMO)
    back = _RECENT if drawn.incident or drawn.parcel in _PASSING else _EVER
    for order in _shuffled(shelf, drawn.seed, now - back, now):
        if drawn.country in {None, order.country} and not order.odd:
            found = _fitting(shelf, order, drawn, language, now)
            if found:
                return found
    return None


def _shuffled(shelf: Shelf, seed: int, since: datetime, now: datetime) -> Iterator[OrderStory]:
    table = tables.orders
    query = select(table.c.id).where(table.c.merchant_id == shelf.merchant, table.c.placed_at.between(since, now))
    ids = sorted(each for each in shelf.connection.execute(query).scalars() if not each.startswith("ord_demo"))
    random.Random(seed).shuffle(ids)
    for each in ids:
        order = shelf.find_order(each)
        if order:
            yield order


def _fitting(shelf: Shelf, order: OrderStory, drawn: Drawn, language: str, now: datetime) -> Found | None:
    if drawn.decision:
        return _by_decision(shelf, order, drawn, language, now)
    words = {"order": order.number}
    if drawn.parcel:
        shown = [parcel_as_of(order, each, now) for each in order.parcels]
        states = [each.state.value for each in shown if each]
        return _found(shelf, order.customer, words) if states == [drawn.parcel] else None
    if drawn.returned:
        returns = [each for each in (return_as_of(s, now, ZONE) for s in shelf.list_returns([order.id])) if each]
        if [each.state.value for each in returns] == [drawn.returned]:
            return _found(shelf, order.customer, {**words, "return": returns[0].number})
        return None
    return _by_case(shelf, order, drawn, words, now)


def _by_case(shelf: Shelf, order: OrderStory, drawn: Drawn, words: dict[str, str], now: datetime) -> Found | None:
    if drawn.incident:
        incidents = [incident_as_of(each, now, ZONE) for each in shelf.list_incidents(order.customer)]
        mine = [each for each in incidents if each and each.order == order.id and each.state.value == drawn.incident]
        return _found(shelf, order.customer, words) if mine else None
    claims = [claim_as_of(each, now, ZONE) for each in shelf.list_claims(order.customer)]
    open_ = [each for each in claims if each and each.order == order.id and each.state.value == drawn.claim]
    return _found(shelf, order.customer, {**words, "claim": open_[0].number}) if open_ else None


def _by_decision(shelf: Shelf, order: OrderStory, drawn: Drawn, language: str, now: datetime) -> Found | None:
    """A line of which the order holds no second one of the same name."""
    returns = shelf.list_returns([order.id])
    touched = {part.line for each in returns if each.steps[0][0] <= now for part in each.lines}
    as_recipient = drawn.decision == "gift_recipient"
    customer = order.recipient if as_recipient else order.customer
    names = Counter(_title(line, language) for line in order.lines)
    for line in order.lines if customer else ():
        title = _title(line, language)
        reckoned = reckon(order, line, returns, now, recipient=as_recipient)
        fits = reckoned.reason == drawn.decision and (line.id in touched or not drawn.partly)
        if fits and names[title] == 1 and customer:
            return _found(shelf, customer, {"order": order.number, "item": title}, line=line.id, reckoned=reckoned)
    return None


def _title(line: LineStory, language: str) -> str:
    titles = find_variant(line.variant)[0].titles
    return titles.get(language) or titles["en"]


def _found(
    shelf: Shelf, customer: CustomerId, words: dict[str, str], *, line: str = "", reckoned: Reckoned | None = None
) -> Found | None:
    known = shelf.find_customer(customer)
    if known is None:
        return None
    return Found(customer=customer, email=known.email, words=words, line=line, reckoned=reckoned)
