"""The serving process is killed at random moments while shoppers chat; afterwards their transcripts are read.

A shopper repeats a message until it is accepted and waits for the answer. Half of them often say two things at once:
one turn may answer both, so theirs are judged by never having more answers than messages, the others' one to one.
"""

import asyncio
import random
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from evals.bench.measures import summary
from evals.bench.sayings import POLICY, SMALL_TALK
from evals.bench.served import Served
from evals.bench.wire import Broken, Client
from web.seed import WIDGET_KEY

_PATIENCE = 90.0
_LOOK_SECONDS = 0.1
_IN_A_BURST = 2


@dataclass(slots=True)
class Chat:
    """``accepted`` are the ids that were acknowledged, in the order said; ``events`` the transcript as last read."""

    id: str
    token: str
    language: str
    hasty: bool = False
    accepted: list[str] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the transcripts show: all zero when nothing was lost."""

    accepted: int
    lost: int
    doubled: int
    unanswered: int
    answered_twice: int
    out_of_order: int
    parked: int


async def kill_under_load(
    served: Served, *, kills: int, conversations: int, seed: int, longest: float = 3.0
) -> dict[str, object]:
    """Starts, kills and restarts the process; it is left stopped."""
    chance = random.Random(seed)
    starts = [await served.start()]
    chats = [await _open(served.port, number) for number in range(conversations)]
    answered, stop = asyncio.Event(), asyncio.Event()
    tasks = [
        asyncio.create_task(_talk(served.port, chat, random.Random(seed + n), answered, stop))
        for n, chat in enumerate(chats)
    ]
    for _ in range(kills):
        await _await_progress(answered)
        await asyncio.sleep(chance.uniform(0.0, longest))
        await asyncio.to_thread(served.kill)
        starts.append(await served.start())
    await asyncio.sleep(1.0)
    stop.set()
    await asyncio.gather(*tasks)
    await asyncio.to_thread(served.stop)
    verdict = judge(chats)
    problems = [problem for chat in chats for problem in chat.problems]
    return {
        "kills": kills,
        **{name: getattr(verdict, name) for name in Verdict.__dataclass_fields__},
        "problems": problems[:10],
        "restart": summary(starts[1:]),
    }


async def _open(port: int, number: int) -> Chat:
    language = "en" if number % 2 else "fr"
    path = f"/chat/v1/{WIDGET_KEY}/conversations"
    _, opened = await _insist(Client(port), "POST", path, {"language": language}, token="", status=201)
    return Chat(id=opened["conversation_id"], token=opened["token"], language=language, hasty=number % 4 > 1)


async def _talk(port: int, chat: Chat, chance: random.Random, answered: asyncio.Event, stop: asyncio.Event) -> None:
    client = Client(port)
    lines = [*POLICY[chat.language], *SMALL_TALK[chat.language]]
    while not stop.is_set() and not chat.problems:
        for message in [uuid4().hex for _ in range(_IN_A_BURST if chat.hasty and chance.random() < 0.5 else 1)]:
            body = {"client_message_id": message, "text": chance.choice(lines)}
            await _insist(client, "POST", f"/chat/v1/conversations/{chat.id}/messages", body, chat.token, 202)
            chat.accepted.append(message)
        await _await_answer(client, chat, chat.accepted[-1])
        answered.set()
        await asyncio.sleep(chance.uniform(0.0, 0.2))
    await asyncio.sleep(0.5)
    await _look(client, chat)


async def _await_progress(answered: asyncio.Event) -> None:
    """Until somebody was answered: a process killed three times before its first answer parks what it was at."""
    answered.clear()
    with suppress(TimeoutError):
        async with asyncio.timeout(_PATIENCE):
            await answered.wait()


async def _await_answer(client: Client, chat: Chat, message: str) -> None:
    try:
        async with asyncio.timeout(_PATIENCE):
            while not _answered(chat.events, message):
                await asyncio.sleep(_LOOK_SECONDS)
                await _look(client, chat)
    except TimeoutError:
        chat.problems.append("no answer in time")


async def _look(client: Client, chat: Chat) -> None:
    _, found = await _insist(client, "GET", f"/chat/v1/conversations/{chat.id}", None, chat.token, 200)
    chat.events = found["events"]
    if found["owner"] != "agent":
        chat.problems.append("went to a person")


def _answered(events: list[dict[str, Any]], message: str) -> bool:
    """The last of a burst was heard and something was replied after it."""
    said = False
    for event in events:
        said = said or (event["kind"] == "message" and event["body"]["client_message_id"] == message)
        if said and event["kind"] == "reply":
            return True
    return False


async def _insist(
    client: Client, method: str, path: str, body: Any, token: str, status: int
) -> tuple[int, dict[str, Any]]:
    """Repeats until the server is there and answers as it should, as a widget does."""
    while True:
        try:
            answer = await client.ask(method, path, body, token=token)
        except Broken:
            await asyncio.sleep(0.05)
            continue
        if answer[0] == status:
            return answer
        if answer[0] < 500:
            raise RuntimeError(f"{method} {path} answered {answer[0]}: {answer[1]}")
        await asyncio.sleep(0.05)


def judge(chats: list[Chat]) -> Verdict:
    """Reads the transcripts against what was accepted."""
    counts = dict.fromkeys(Verdict.__dataclass_fields__, 0)
    for chat in chats:
        stored = [event["body"]["client_message_id"] for event in chat.events if event["kind"] == "message"]
        counts["accepted"] += len(chat.accepted)
        counts["lost"] += len(set(chat.accepted) - set(stored))
        counts["doubled"] += len(stored) - len(set(stored))
        counts["out_of_order"] += [each for each in stored if each in set(chat.accepted)] != chat.accepted
        unanswered, twice = _count_answers(chat)
        counts["unanswered"] += unanswered
        counts["answered_twice"] += twice
        counts["parked"] += sum(_key(event) == "message-parked" for event in chat.events)
    return Verdict(**counts)


def _count_answers(chat: Chat) -> tuple[int, int]:
    """Messages without an answer, and answers without a message of their own; the greeting is neither."""
    unanswered = twice = open_messages = 0
    heard = False
    for event in chat.events:
        if event["kind"] == "message":
            heard = True
            unanswered += open_messages and not chat.hasty
            open_messages = open_messages + 1 if chat.hasty else 1
        elif event["kind"] == "reply" and heard:
            twice += not open_messages
            open_messages = max(0, open_messages - 1)
    last = next((event["kind"] for event in reversed(chat.events) if event["kind"] in {"message", "reply"}), "reply")
    return unanswered + (last == "message"), twice


def _key(event: dict[str, Any]) -> str:
    blocks = event["body"].get("blocks", ()) if event["kind"] == "reply" else ()
    return str(blocks[0].get("key", "")) if blocks else ""
