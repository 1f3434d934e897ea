"""What a conversation left behind: replies with their structure, receipts, doors, and the shop's records."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from channels.mailbox import list_letters
from domain.claims import Claim
from domain.ids import ConversationId
from domain.incidents import Incident
from domain.policy import Receipt
from domain.replies import Reply, SaidCard, SaidChoices, SaidFacts, SaidOption, SaidQuote, SaidText, Words
from domain.returns import Return
from evals.simulation.casting import Persona
from evals.stage import Played, Stage
from records.conversations import Owner
from records.identity import Door, find_door

_LETTERS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A link that a reply showed, and what it opens."""

    url: str
    label: str
    door: Door
    target: dict[str, Any]


@dataclass(slots=True, kw_only=True)
class Evidence:
    """One conversation so far; ``returns_before`` are the returns of the order when it began."""

    stage: Stage
    persona: Persona
    conversation: ConversationId
    began: datetime
    returns_before: frozenset[str] = frozenset()
    turns: list[Played] = field(default_factory=list)
    ways: list[list[Way]] = field(default_factory=list)
    denied: bool = False

    @property
    def last(self) -> Played:
        return self.turns[-1]

    async def add(self, played: Played) -> None:
        self.turns.append(played)
        self.ways.append([each async for each in _list_ways(self.stage, played.reply)] if played.reply else [])

    def outcomes(self) -> list[dict[str, Any]]:
        return [step for played in self.turns for step in played.steps("outcome")]

    def facts(self) -> set[str]:
        """Every value that code put into a reply."""
        return {fact for played in self.turns if played.reply for fact in list_facts(played.reply)}

    def cited(self) -> set[str]:
        """The articles that were quoted in an answer; who hands over quotes the opening hours besides."""
        answered = [each for each in self.turns if each.reply and each.owner is Owner.AGENT]
        return {source for each in answered if each.reply for source in _list_sources(each.reply)}

    async def code(self) -> str:
        """The newest code sent to the shopper's own address in this conversation; empty when none was."""
        letters = await self.stage.records.read(lambda c: list_letters(c, self.stage.merchant, limit=_LETTERS))
        mine = [each for each in letters if each.recipient == self.persona.email and each.created >= self.began]
        return mine[0].code if mine else ""

    def doors(self, purpose: str) -> list[Way]:
        return [way for shown in self.ways for way in shown if way.door.purpose == purpose]

    async def receipts(self) -> list[Receipt]:
        return [kept.receipt for kept in await self.stage.receipts(self.conversation)]

    async def returns(self) -> tuple[Return, ...]:
        """Those of the order at hand that were made during the conversation."""
        shop = (await self.stage.store()).connections()
        assert shop.returns and self.persona.things.order
        made = await shop.returns.list_returns(self.persona.things.order)
        return tuple(each for each in made if each.id not in self.returns_before)

    async def claims(self) -> tuple[Claim, ...]:
        shop = (await self.stage.store()).connections()
        assert shop.claims and self.persona.customer
        return await shop.claims.list_claims(self.persona.customer)

    async def incidents(self) -> tuple[Incident, ...]:
        shop = (await self.stage.store()).connections()
        assert shop.incidents and self.persona.customer
        return await shop.incidents.list_incidents(self.persona.customer)


def list_options(reply: Reply | None) -> list[SaidOption]:
    blocks = reply.blocks if reply else ()
    return [option for block in blocks if isinstance(block, SaidChoices) for option in block.options]


def list_keys(reply: Reply | None) -> list[str]:
    """The phrases that a reply is made of."""
    return [block.key for block in reply.blocks if isinstance(block, SaidText)] if reply else []


def list_facts(reply: Reply) -> Iterator[str]:
    for block in reply.blocks:
        if isinstance(block, SaidText):
            yield from _spans(block.words)
        elif isinstance(block, SaidFacts):
            yield from (span for row in block.rows for span in _spans(row.value))
        elif isinstance(block, SaidCard):
            yield from (block.title, block.subtitle)
            yield from (span for row in block.rows for span in _spans(row.value))
            yield from _spans(block.decision) if block.decision else ()


def _spans(words: Words) -> Iterator[str]:
    yield from (span.text for span in words.spans)


def _list_sources(reply: Reply) -> Iterator[str]:
    for block in reply.blocks:
        if isinstance(block, SaidQuote):
            yield from (source.article for source in block.sources)
        elif isinstance(block, SaidCard) and block.why:
            yield block.why.source.article


async def _list_ways(stage: Stage, reply: Reply) -> Any:
    for url, label in _links(reply):
        token_hash = stage.install.keys.hash("door", url.rsplit("/", 1)[-1])
        door = await stage.install.database.system().read(partial(find_door, token_hash=token_hash))
        if door:
            yield Way(url=url, label=label, door=door, target=json.loads(door.target))


def _links(reply: Reply) -> Iterator[tuple[str, str]]:
    for block in reply.blocks:
        if block.kind == "link":
            yield block.url, block.label
        elif block.kind == "card":
            yield from ((action.url, action.label) for action in block.actions)
        elif block.kind == "timeline" and block.link:
            yield block.link.url, block.link.label
        elif block.kind == "upload":
            yield block.url, ""
