"""A stage for conversations: the real agent on a store of its own, driven turn by turn without HTTP."""

import json
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import delete, update
from sqlalchemy.engine import Connection

from channels.mailbox import list_letters
from channels.webchat import accept_message, open_chat, parse_message
from domain.ids import ConversationId
from domain.languages import Language
from domain.replies import Reply
from hub_connectors.sandbox.adapter import SandboxStore
from records.conversations import Owner, get_conversation
from records.events import EventKind, list_events
from records.identity.tables import challenges
from records.merchants import find_merchant, save_merchant
from records.receipts import list_receipts
from records.traces import list_traces
from runtime.clocks import ShiftedClock
from runtime.codec import from_json
from runtime.database import Database
from runtime.ids import new_id
from runtime.inbox import inbox
from runtime.migrations import migrate
from runtime.settings import Settings
from web.seed import DEMO, seed_demo
from web.speaking_as import speak_as
from web.wiring import Install, open_install


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """What one message came to; ``reply`` is None when the agent stayed quiet."""

    reply: Reply | None
    trace: dict[str, Any]
    owner: Owner

    def steps(self, name: str) -> list[dict[str, Any]]:
        return [step["detail"] for step in self.trace.get("steps", []) if step["name"] == name]


class Stage:
    """One install without its loops; each message is run at once."""

    def __init__(self, install: Install) -> None:
        self.install = install
        self.merchant = DEMO
        self.records = install.database.merchant(DEMO)

    async def store(self) -> SandboxStore:
        store = await self.install.shops.get_sandbox(DEMO)
        assert isinstance(store, SandboxStore)
        return store

    async def open(self, *, language: Language, email: str | None = None) -> ConversationId:
        """A new conversation, signed in as this customer of the shop when an address is given."""
        now = self.install.clock.now()
        greeting = Reply(language=language.value, blocks=())

        def work(connection: Connection) -> ConversationId:
            opened = open_chat(
                connection,
                DEMO,
                language=language,
                greeting=greeting,
                source=new_id("src"),
                keys=self.install.keys,
                now=now,
            )
            return opened.conversation

        conversation = await self.records.write(work)
        if email:
            await speak_as(self.install, conversation, email, actor="stage")
        return conversation

    async def say(self, conversation: ConversationId, *texts: str, choice: str | None = None) -> Played:
        """A picked option or one message, or several sent in a burst, and their turn; waits for that turn alone."""
        before = len(await self._events(conversation))
        for text in texts or (None,):
            await self._accept(conversation, text, None if text is not None else choice)
        return await self._run(conversation, before)

    async def try_again(self, conversation: ConversationId) -> Played:
        """What failed is tried again at once, as if its pause were over."""
        before = len(await self._events(conversation))
        now = self.install.clock.now()
        over = (
            update(inbox)
            .where(inbox.c.merchant_id == DEMO, inbox.c.conversation_id == conversation)
            .values(not_before=now)
        )
        await self.records.write(lambda c: c.execute(over))
        return await self._run(conversation, before)

    async def switch(self, *, agent: bool | None = None, hub: bool | None = None) -> None:
        """The merchant turns the agent or the shopper's hub on or off; takes effect at once."""

        def work(connection: Connection) -> None:
            shop = find_merchant(connection, DEMO)
            if shop:
                agent_on = shop.agent_on if agent is None else agent
                hub_on = shop.hub_on if hub is None else hub
                save_merchant(connection, replace(shop, agent_on=agent_on, hub_on=hub_on))

        await self.records.write(work)
        self.install.shops.forget(DEMO)

    async def _accept(self, conversation: ConversationId, text: str | None, choice: str | None) -> None:
        said = parse_message({"client_message_id": new_id("cli"), "text": text, "choice": choice})
        now = self.install.clock.now()
        await self.records.write(lambda c: accept_message(c, get_conversation(c, DEMO, conversation), said, now))

    async def _run(self, conversation: ConversationId, before: int) -> Played:
        await self.install.dispatcher.run_lane(conversation)
        await self.install.courier.deliver_due()
        return await self._played(conversation, before)

    async def last_code(self) -> str:
        """The code of the newest letter; empty when none was sent."""
        letters = await self.records.read(lambda c: list_letters(c, DEMO, limit=1))
        return letters[0].code if letters else ""

    async def forget_codes(self) -> None:
        """As if nobody had asked for a code lately: asking too often makes the agent pause."""
        await self.records.write(lambda c: c.execute(delete(challenges).where(challenges.c.merchant_id == DEMO)))

    async def receipts(self, conversation: ConversationId) -> tuple[Any, ...]:
        return await self.records.read(lambda c: list_receipts(c, DEMO, conversation))

    async def _events(self, conversation: ConversationId) -> tuple[Any, ...]:
        return await self.records.read(lambda c: list_events(c, DEMO, conversation))

    async def _played(self, conversation: ConversationId, before: int) -> Played:
        replies = [each for each in (await self._events(conversation))[before:] if each.kind is EventKind.REPLY]
        traces = await self.records.read(lambda c: list_traces(c, DEMO, conversation))
        row = await self.records.read(lambda c: get_conversation(c, DEMO, conversation))
        return Played(
            reply=from_json(Reply, replies[-1].body) if replies else None,
            trace=json.loads(traces[-1].body) if traces else {},
            owner=row.owner,
        )


def known_day() -> ShiftedClock:
    """Wednesday 18 November 2026, nine in the morning in Paris, and running: the same story on every machine."""
    return ShiftedClock(datetime(2026, 11, 18, 8, 0, tzinfo=UTC))


@asynccontextmanager
async def open_stage(folder: Path, *, template: Path | None = None, **settings: Any) -> AsyncIterator[Stage]:
    """A stage on a folder of its own, copied from a seeded ``template`` when there is one."""
    if template:
        shutil.copytree(template, folder, dirs_exist_ok=True)
    install = open_install(Settings(data=folder, **settings), clock=known_day())
    try:
        yield Stage(install)
    finally:
        install.close()


async def make_template(folder: Path) -> None:
    """A migrated, seeded store that stages can be opened on, or copied from."""
    database = Database(Settings(data=folder).database)
    migrate(database)
    await seed_demo(database, known_day())
    database.close()
