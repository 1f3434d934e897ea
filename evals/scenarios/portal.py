"""Finishing a return in the portal as a shopper would, after following the agent's link."""

import json
from functools import partial
from typing import Any

from domain.replies import Reply
from domain.returns import PortalVisit, Resolution, ReturnedLine
from evals.stage import Stage
from hub_connectors.sandbox.portal import ReturnReason, Submission
from records.identity import Door, find_door
from runtime.ids import new_id


async def finish_return(stage: Stage, reply: Reply) -> None:
    """Opens the first link of the reply that leads to the portal and submits what it has chosen."""
    door = await _portal_door(stage, reply)
    target: dict[str, Any] = json.loads(door.target)
    store = await stage.store()
    connections = store.connections()
    assert connections.orders
    order = await connections.orders.find_order(target["order"])
    assert order
    lines = tuple(
        ReturnedLine(line=line, quantity=quantity, exchange_for=variant) for line, quantity, variant in target["lines"]
    )
    resolution = Resolution(target["resolution"] or Resolution.REFUND)
    token = await store.portal.open_visit(PortalVisit(order=order, lines=lines, resolution=resolution))
    submission = Submission(lines=lines, resolution=resolution, reason=ReturnReason.CHANGED_MIND)
    await store.portal.submit(token, submission, key=new_id("sub"))


async def _portal_door(stage: Stage, reply: Reply) -> Door:
    for url in _urls(reply):
        token_hash = stage.install.keys.hash("door", url.rsplit("/", 1)[-1])
        door = await stage.install.database.system().read(partial(find_door, token_hash=token_hash))
        if door and door.purpose == "portal":
            return door
    raise AssertionError("the reply has no link into the portal")


def _urls(reply: Reply) -> list[str]:
    urls = [block.url for block in reply.blocks if block.kind == "link"]
    return urls + [action.url for block in reply.blocks if block.kind == "card" for action in block.actions]
