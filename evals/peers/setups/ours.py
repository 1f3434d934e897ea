"""Our agent with its model engine, driven turn by turn on a stage; a model answers it as it answers the peers."""

import json
from functools import partial
from typing import Any

from channels.plain import render_text
from domain.ids import ConversationId, ProductId
from domain.languages import Language
from domain.replies import Reply
from evals.peers.session import Reached, Way
from evals.stage import Stage
from records.conversations import Owner
from records.identity import find_door


class OurSession:
    """Implements ``Session``."""

    def __init__(self, stage: Stage, conversation: ConversationId) -> None:
        self._stage = stage
        self._conversation = conversation
        self._replies: list[Reply] = []
        self._owner = Owner.AGENT

    async def say(self, text: str) -> str:
        played = await self._stage.say(self._conversation, text)
        self._owner = played.owner
        if played.reply is None:
            return ""
        self._replies.append(played.reply)
        return render_text(played.reply)

    async def reached(self) -> Reached:
        receipts = [kept.receipt for kept in await self._stage.receipts(self._conversation)]
        ways = [way for reply in self._replies for url in _links(reply) for way in await self._open(url)]
        return Reached(
            decisions=tuple((each.verdict.value, each.reason.value) for each in receipts),
            ways=tuple(ways),
            handed_over=self._owner is Owner.PERSON,
        )

    async def _open(self, url: str) -> list[Way]:
        install = self._stage.install
        token_hash = install.keys.hash("door", url.rsplit("/", 1)[-1])
        door = await install.database.system().read(partial(find_door, token_hash=token_hash))
        if door is None or door.purpose != "portal":
            return []
        target: dict[str, Any] = json.loads(door.target)
        connections = (await self._stage.store()).connections()
        assert connections.orders
        order = await connections.orders.find_order(target["order"])
        assert order
        found = []
        for chosen, _, variant in target["lines"]:
            line = order.line(chosen)
            assert line
            title = await self._variant(line.product, variant) if variant else ""
            found.append(Way(item=line.title("en"), resolution=target["resolution"] or "", variant=title))
        return found

    async def _variant(self, product: ProductId, variant: str) -> str:
        catalogue = (await self._stage.store()).connections().catalogue
        found = await catalogue.find_product(product) if catalogue else None
        return next((each.title("en") for each in found.variants if each.id == variant), "") if found else ""


async def open_ours(stage: Stage, email: str) -> OurSession:
    return OurSession(stage, await stage.open(language=Language.EN, email=email))


def _links(reply: Reply) -> list[str]:
    urls = [block.url for block in reply.blocks if block.kind == "link"]
    return urls + [action.url for block in reply.blocks if block.kind == "card" for action in block.actions]
