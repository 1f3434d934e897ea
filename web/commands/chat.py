"""``aftercare chat``: the same agent in a terminal."""

import asyncio
import contextlib
import sys
from typing import Annotated

import typer
from rich.console import Console
from sqlalchemy.engine import Connection

from channels.mailbox import list_letters
from channels.plain import render_text
from channels.webchat import accept_message, open_chat, parse_message
from domain.errors import NotAllowed
from domain.ids import ConversationId
from domain.languages import Language, find_language
from domain.replies import Reply
from records.conversations import get_conversation
from records.events import EventKind, list_events
from runtime.codec import from_json
from runtime.ids import new_id
from runtime.settings import Mode, read_settings
from web.commands.serve import prepare
from web.greeting import greet
from web.seed import DEMO
from web.speaking_as import speak_as
from web.wiring import Install, open_install

_WAIT_SECONDS = 20.0


def chat(
    as_: Annotated[str | None, typer.Option("--as", help="Demo only: speak as this customer, signed in.")] = None,
    lang: Annotated[str, typer.Option(help="en or fr to begin with; the agent follows yours.")] = "en",
) -> None:
    """Talk to the agent of the demo shop; one line is one message, Ctrl+D ends."""
    settings = read_settings()
    if as_ and settings.mode is not Mode.DEMO:
        raise NotAllowed("--as works in demo mode only")
    install = open_install(settings)
    prepare(install.database, demo=settings.mode is Mode.DEMO)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(Terminal(install, find_language(lang) or Language.EN).talk(as_))


class Terminal:
    """One conversation; it runs its own turns, so that a server may run beside it."""

    def __init__(self, install: Install, language: Language) -> None:
        self._install = install
        self._language = language
        self._records = install.database.merchant(DEMO)
        self._console = Console(highlight=False)
        self._seen = 0
        self._began = install.clock.now()

    async def talk(self, email: str | None) -> None:
        conversation = await self._open()
        if email:
            await speak_as(self._install, conversation, email, actor="terminal")
        await self._print_new(conversation)
        while line := await asyncio.to_thread(_read_line):
            await self._say(conversation, line.rstrip("\n"))
        self._install.close()

    async def _open(self) -> ConversationId:
        install = self._install
        shop = await install.shops.get_shop(DEMO)
        greeting = greet(shop, install.phrases, self._language)

        def work(connection: Connection) -> ConversationId:
            return open_chat(
                connection,
                DEMO,
                language=self._language,
                greeting=greeting,
                source="terminal",
                keys=install.keys,
                now=install.clock.now(),
            ).conversation

        return await self._records.write(work)

    async def _say(self, conversation: ConversationId, line: str) -> None:
        said = parse_message({"client_message_id": new_id("cli"), "text": line})
        now = self._install.clock.now()
        with self._install.bell.listen(conversation) as ring:
            await self._records.write(lambda c: accept_message(c, get_conversation(c, DEMO, conversation), said, now))
            self._install.dispatcher.wake(conversation)
            await ring.wait(_WAIT_SECONDS)
        await self._install.courier.deliver_due()
        await self._print_new(conversation)

    async def _print_new(self, conversation: ConversationId) -> None:
        events = await self._records.read(lambda c: list_events(c, DEMO, conversation, after=self._seen))
        for event in events:
            self._seen = event.sequence
            if event.kind is EventKind.REPLY:
                reply: Reply = from_json(Reply, event.body)
                self._console.print(render_text(reply), style="green", soft_wrap=True)
        for letter in await self._records.read(lambda c: list_letters(c, DEMO, limit=5)):
            if letter.created > self._began:
                self._console.print(f"[mailbox of {letter.recipient}] {letter.subject}", style="dim", markup=False)
        self._began = self._install.clock.now()


def _read_line() -> str:
    if sys.stdin.isatty():
        sys.stdout.write("> ")
        sys.stdout.flush()
    return sys.stdin.readline()
