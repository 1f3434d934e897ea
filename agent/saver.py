"""The graph's memory as one row per conversation: read before the turn, written in the turn's own transaction.

LangGraph's stock savers commit on a connection of their own, which cannot commit together with events and receipts.
This one hands the loaded state in and keeps the last checkpoint for the turn to write; it touches no database itself.
"""

import json
from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Any

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import (
    BaseCheckpointSaver,
    ChannelVersions,
    Checkpoint,
    CheckpointMetadata,
    CheckpointTuple,
)

from agent.state import ConversationState
from runtime.codec import from_json, to_json

CHANNEL = "conversation"
SHEET = "sheet"


class Sheet:
    """One turn's page of memory: ``loaded`` is the row's text, ``saved`` what the turn will write back."""

    def __init__(self, loaded: str) -> None:
        self.loaded = loaded
        self.checkpoint: Checkpoint | None = None

    @property
    def saved(self) -> str:
        """The row's new text; the old one when the graph saved nothing."""
        if self.checkpoint is None:
            return self.loaded
        kept = {"v": self.checkpoint["v"], "id": self.checkpoint["id"], "ts": self.checkpoint["ts"]}
        state = to_json(self.checkpoint["channel_values"].get(CHANNEL, ConversationState()))
        return json.dumps({"checkpoint": kept, "versions": _version(self.checkpoint), CHANNEL: json.loads(state)})

    def read(self) -> Checkpoint | None:
        if not self.loaded:
            return None
        body = json.loads(self.loaded)
        state = from_json(ConversationState, json.dumps(body[CHANNEL]))
        return Checkpoint(
            v=body["checkpoint"]["v"],
            id=body["checkpoint"]["id"],
            ts=body["checkpoint"]["ts"],
            channel_values={CHANNEL: state},
            channel_versions={CHANNEL: body["versions"]},
            versions_seen={},
            updated_channels=None,
        )


def read_state(text: str) -> ConversationState:
    """The conversation's state from its row, for whoever looks at it outside a turn."""
    checkpoint = Sheet(text).read()
    found: ConversationState = checkpoint["channel_values"][CHANNEL] if checkpoint else ConversationState()
    return found


def _version(checkpoint: Checkpoint) -> Any:
    return checkpoint["channel_versions"].get(CHANNEL, 1)


class SheetSaver(BaseCheckpointSaver[int]):
    """Reads and keeps the checkpoint on the sheet that the run's configuration carries."""

    async def aget_tuple(self, config: RunnableConfig) -> CheckpointTuple | None:
        checkpoint = _sheet(config).read()
        if checkpoint is None:
            return None
        return CheckpointTuple(config=_named(config, checkpoint["id"]), checkpoint=checkpoint, metadata={"step": 0})

    async def aput(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,
    ) -> RunnableConfig:
        _sheet(config).checkpoint = checkpoint
        return _named(config, checkpoint["id"])

    async def aput_writes(
        self, config: RunnableConfig, writes: Sequence[tuple[str, Any]], task_id: str, task_path: str = ""
    ) -> None:
        """Nothing: a killed turn runs again from its inbox row."""

    async def alist(
        self,
        config: RunnableConfig | None,
        *,
        filter: dict[str, Any] | None = None,  # noqa: A002
        before: RunnableConfig | None = None,
        limit: int | None = None,
    ) -> AsyncIterator[CheckpointTuple]:
        """There is no history: one state per conversation."""
        return
        yield

    def list(self, config: RunnableConfig | None, **_: Any) -> Iterator[CheckpointTuple]:
        return iter(())


def _sheet(config: RunnableConfig) -> Sheet:
    sheet: Sheet = config["configurable"][SHEET]
    return sheet


def _named(config: RunnableConfig, checkpoint: str) -> RunnableConfig:
    return {"configurable": {**config["configurable"], "checkpoint_id": checkpoint, "checkpoint_ns": ""}}
