"""The shop's records of one customer, kept before a conversation and put back after it: no run leans on another."""

from dataclasses import dataclass
from functools import partial

from sqlalchemy import delete
from sqlalchemy.engine import Connection

from domain.ids import CustomerId, OrderId
from evals.stage import Stage
from hub_connectors.sandbox import tables
from hub_connectors.sandbox.rows import Shelf
from hub_connectors.sandbox.stories import ClaimStory, IncidentStory
from web.seed import DEMO


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """As it stood before: the returns of the order, and the customer's claims and incidents."""

    order: OrderId
    returns: frozenset[str]
    claims: tuple[ClaimStory, ...]
    incidents: tuple[IncidentStory, ...]


async def reset_shop(stage: Stage) -> None:
    """The real day, no faults, every switch on, no codes counted."""
    store = await stage.store()
    await store.controls.reset_clock()
    store.controls.faults.clear()
    await stage.forget_codes()
    await stage.switch(agent=True, hub=True)


async def keep_records(stage: Stage, customer: CustomerId, order: OrderId) -> Kept:
    return await stage.records.read(partial(_read, customer=customer, order=order))


async def put_back(stage: Stage, kept: Kept) -> None:
    await stage.records.write(partial(_write, kept=kept))


def _read(connection: Connection, *, customer: CustomerId, order: OrderId) -> Kept:
    shelf = Shelf(connection, DEMO)
    return Kept(
        order=order,
        returns=frozenset(each.id for each in shelf.list_returns([order])),
        claims=tuple(shelf.list_claims(customer)),
        incidents=tuple(shelf.list_incidents(customer)),
    )


def _write(connection: Connection, *, kept: Kept) -> None:
    shelf = Shelf(connection, DEMO)
    for claim in kept.claims:
        shelf.rewrite(tables.claims, claim)
    for incident in kept.incidents:
        shelf.rewrite(tables.incidents, incident)
    table = tables.returns
    made = [each.id for each in shelf.list_returns([kept.order]) if each.id not in kept.returns]
    connection.execute(delete(table).where(table.c.merchant_id == DEMO, table.c.id.in_(made)))
