"""Drafts on the stream: words while they are written, kept nowhere, and none once the reply is there."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from channels.webchat import stream_events
from domain.ids import ConversationId
from domain.languages import Language
from domain.replies import SaidText
from evals.stage import Stage, open_stage
from tests.standins.openai import Line, Scripted, StandIn, Structured, Text
from web.seed import DEMO

ASK = {
    "language": "en",
    "commands": [{"kind": "ask", "intent": "policy_question", "details": []}],
}


async def test_checked_sentences_are_streamed_before_the_reply_is_kept(tmp_path: Path, template: Path) -> None:
    words = "It takes a little time. Banks differ."
    brain = Scripted([Line(says=Structured(value=ASK), kind="understand"), Line(says=Text(text=words), kind="word")])
    async with StandIn(brain) as model, _stage(tmp_path, template, model) as stage:
        model.pace(per_token=0.004)
        conversation = await stage.open(language=Language.EN)
        heard: list[tuple[str, dict[str, object]]] = []
        listening = asyncio.create_task(_listen(stage, conversation, heard))
        await asyncio.sleep(0.05)
        played = await stage.say(conversation, "how long do refunds take?")
        await asyncio.sleep(0.1)
        listening.cancel()
    drafts = [body["text"] for name, body in heard if name == "draft"]
    assert drafts[0] == "It takes a little time."
    assert drafts[-1] == words
    assert [name for name, _ in heard][-1] == "reply"
    assert played.reply is not None
    first = played.reply.blocks[0]
    assert isinstance(first, SaidText)
    assert first.words.text == words


@asynccontextmanager
async def _stage(folder: Path, template: Path, model: StandIn) -> AsyncIterator[Stage]:
    settings = {"openai_base_url": model.base_url, "openai_api_key": model.key}
    async with open_stage(folder / "store", template=template, **settings) as stage:
        assert stage.install.tools.model
        await stage.install.tools.model.warm()
        yield stage


async def _listen(stage: Stage, conversation: ConversationId, heard: list[tuple[str, dict[str, object]]]) -> None:
    async for frame in stream_events(stage.records, stage.install.bell, DEMO, conversation, after=0):
        lines = dict(line.split(": ", 1) for line in frame.strip().splitlines() if ": " in line)
        if "event" in lines:
            heard.append((lines["event"], json.loads(lines["data"])))
