"""Shoppers who chat over HTTP: each has one conversation, says one thing at a time and listens to its event stream."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.engine import Connection

from domain.identity import Proof, ProofMeans
from domain.ids import ConversationId, CustomerId
from evals.bench.sayings import script
from evals.bench.served import Store
from evals.bench.wire import Broken, Client, stream
from hub_connectors.sandbox.tables import orders
from records.identity import save_proof
from web.seed import DEMO, WIDGET_KEY

_PATIENCE = 60.0
_BAD_WORDS = ("message-parked", "shop-unreachable-person", "shop-unreachable-retrying")


@dataclass(slots=True)
class Tally:
    """What was seen beside the times: replies by the key of their first words, and what went wrong."""

    replies: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)


class Shopper:
    """``say`` returns when the reply has arrived on the stream."""

    def __init__(self, port: int, language: str, tally: Tally, *, signed_in: bool) -> None:
        self.signed_in = signed_in
        self.language = language
        self.id = self.token = ""
        self.with_a_person = False
        self._port = port
        self._client = Client(port)
        self._tally = tally
        self._lines = script(language, signed_in=signed_in)
        self._said = 0
        self._waiting: asyncio.Future[float] | None = None
        self._mine = ""
        self._heard_mine = False
        self._listening: asyncio.Task[None] | None = None
        self._connected = asyncio.Event()

    async def open(self) -> None:
        body = {"language": self.language}
        status, opened = await self._client.ask("POST", f"/chat/v1/{WIDGET_KEY}/conversations", body)
        if status != 201:
            raise Broken(f"opening a conversation answered {status}")
        self.id, self.token = opened["conversation_id"], opened["token"]
        self.with_a_person = self._heard_mine = False
        self._connected.clear()
        self._listening = asyncio.create_task(self._listen())
        await self._connected.wait()

    def next_line(self) -> str:
        self._said += 1
        return self._lines[(self._said - 1) % len(self._lines)]

    async def say(self, text: str) -> float:
        """The moment (``perf_counter``) at which the reply arrived."""
        self._mine, self._heard_mine = uuid4().hex, False
        self._waiting = asyncio.get_running_loop().create_future()
        path = f"/chat/v1/conversations/{self.id}/messages"
        status, _ = await self._client.ask("POST", path, self._body(text), token=self.token)
        if status != 202:
            self._tally.problems[f"status {status}"] += 1
            raise Broken(f"a message answered {status}")
        async with asyncio.timeout(_PATIENCE):
            return await self._waiting

    def _body(self, text: str) -> dict[str, Any]:
        return {"client_message_id": self._mine, "text": text}

    async def _listen(self) -> None:
        async for event in stream(self._port, f"/chat/v1/conversations/{self.id}/events", token=self.token, after=0):
            self._connected.set()
            if event.name == "message" and event.body["client_message_id"] == self._mine:
                self._heard_mine = True
            elif event.name == "reply" and self._heard_mine:
                self._hear_reply(event.body)
            elif event.name == "ownership":
                self.with_a_person = event.body["owner"] == "person"

    def _hear_reply(self, reply: dict[str, Any]) -> None:
        block = reply["blocks"][0] if reply["blocks"] else {}
        key = block.get("key") or block.get("kind", "nothing")
        self._tally.replies[key] += 1
        if key in _BAD_WORDS:
            self._tally.problems[key] += 1
        if self._waiting and not self._waiting.done():
            self._waiting.set_result(time.perf_counter())
        else:
            self._tally.problems["a second reply"] += 1

    async def close(self) -> None:
        self._client.close()
        if self._listening:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)


class Crowd:
    """Shoppers of every kind, half of them signed in as customers drawn at random."""

    def __init__(self, store: Store, port: int, *, seed: int) -> None:
        self.tally = Tally()
        self._store = store
        self._port = port
        self._chance = random.Random(seed)
        self._customers = _read_customers(store)

    async def gather(self, count: int) -> list[Shopper]:
        shoppers = [
            Shopper(self._port, "en" if number % 2 else "fr", self.tally, signed_in=number % 4 < 2)
            for number in range(count)
        ]
        for start in range(0, count, 10):
            await asyncio.gather(*(shopper.open() for shopper in shoppers[start : start + 10]))
        await self._sign_in([shopper for shopper in shoppers if shopper.signed_in])
        return shoppers

    async def begin_anew(self, shopper: Shopper) -> None:
        """After a conversation went to a person: the same shopper comes back in a new one."""
        await shopper.close()
        await shopper.open()
        if shopper.signed_in:
            await self._sign_in([shopper])

    async def _sign_in(self, shoppers: Sequence[Shopper]) -> None:
        """Written straight into the store: the way through a code by mail is limited to thirty per source."""
        expires = datetime.now(UTC) + timedelta(hours=3)

        def prove(connection: Connection) -> None:
            for shopper in shoppers:
                customer = self._chance.choice(self._customers)
                proof = Proof(customer=customer, means=ProofMeans.DEMO, expires=expires)
                save_proof(connection, DEMO, ConversationId(shopper.id), proof)

        database = self._store.open()
        await database.merchant(DEMO).write(prove)
        await asyncio.to_thread(database.close)


def _read_customers(store: Store) -> list[CustomerId]:
    """Customers who have ordered."""
    database = store.open()
    query = select(orders.c.customer_id).where(orders.c.merchant_id == DEMO).distinct()
    found = database.run_now(lambda c: [CustomerId(row) for row in c.execute(query).scalars()], DEMO, writes=False)
    database.close()
    return sorted(found)
