"""A shopper's browser in a few lines: opens a conversation, says things and reads the events as they come."""

import json
import threading
import time
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx

from web.seed import WIDGET_KEY


@dataclass
class Chat:
    """One conversation over HTTP."""

    client: httpx.Client
    id: str
    token: str
    seen: int = 0
    waited: float = field(default=20.0)

    @property
    def headers(self) -> dict[str, str]:
        return {"authorization": f"Bearer {self.token}"}

    def post(self, body: Any) -> httpx.Response:
        return self.client.post(f"/chat/v1/conversations/{self.id}/messages", json=body, headers=self.headers)

    def say(self, text: str) -> list[dict[str, Any]]:
        """Sends a message and returns what was answered to it, as stored events."""
        self.seen = len(self.events())
        assert self.post({"client_message_id": uuid4().hex, "text": text}).status_code == 202
        return self.next_replies()

    def choose(self, option: str) -> list[dict[str, Any]]:
        self.seen = len(self.events())
        assert self.post({"client_message_id": uuid4().hex, "choice": option}).status_code == 202
        return self.next_replies()

    def next_replies(self) -> list[dict[str, Any]]:
        deadline = time.monotonic() + self.waited
        while time.monotonic() < deadline:
            replies = [each for each in self.events()[self.seen :] if each["kind"] == "reply"]
            if replies:
                return replies
            time.sleep(0.02)
        raise AssertionError("no reply came")

    def events(self) -> list[dict[str, Any]]:
        answer = self.client.get(f"/chat/v1/conversations/{self.id}", headers=self.headers)
        assert answer.status_code == 200, answer.text
        events: list[dict[str, Any]] = answer.json()["events"]
        return events


def open_chat(client: httpx.Client, language: str = "en") -> Chat:
    answer = client.post(f"/chat/v1/{WIDGET_KEY}/conversations", json={"language": language})
    assert answer.status_code == 201, answer.text
    return Chat(client, answer.json()["conversation_id"], answer.json()["token"])


def text_of(replies: list[dict[str, Any]]) -> str:
    """Everything that the replies hold, as one text to search in."""
    return json.dumps([each["body"]["blocks"] for each in replies], ensure_ascii=False)


def read_stream(chat: Chat, *, after: int, wanted: int) -> list[tuple[str, str, str]]:
    """``wanted`` events of the live stream as (id, name, data); comments are left out."""
    headers = {**chat.headers, "last-event-id": str(after)}
    found: list[tuple[str, str, str]] = []
    with chat.client.stream("GET", f"/chat/v1/conversations/{chat.id}/events", headers=headers) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        event: dict[str, str] = {}
        for line in stream.iter_lines():
            if line and not line.startswith(":"):
                name, _, value = line.partition(": ")
                event[name] = value
            elif not line and event:
                found.append((event.get("id", ""), event["event"], event["data"]))
                event = {}
                if len(found) >= wanted:
                    return found
    return found


def later(seconds: float, act: Any) -> threading.Timer:
    timer = threading.Timer(seconds, act)
    timer.start()
    return timer
