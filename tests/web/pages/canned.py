"""A chat API that answers what a test tells it to, with a bare page around the widget."""

import asyncio
import json
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, StreamingResponse
from fastapi.staticfiles import StaticFiles

from domain.languages import find_language
from runtime.phrases import load_phrases
from web.border import Border

STATIC = Path(__file__).parents[3] / "web" / "static"


@dataclass
class Canned:
    """``replies`` are the blocks of the next answers in order; ``failing`` the statuses of the next sends; ``draft`` is
    sent once, kept nowhere."""

    url: str = ""
    replies: list[list[dict[str, Any]]] = field(default_factory=list)
    failing: list[int] = field(default_factory=list)
    said: list[dict[str, Any]] = field(default_factory=list)
    resumed_from: list[str] = field(default_factory=list)
    conversations: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    setup_status: int = 200
    brand: str | None = None
    draft: dict[str, str] | None = None
    breaks: int = 0

    def forget(self) -> None:
        """Every token is worth nothing from now on."""
        self.conversations.clear()

    def post(self, kind: str, body: dict[str, Any]) -> None:
        """An event in the newest conversation."""
        events = list(self.conversations.values())[-1]
        events.append({"sequence": len(events) + 1, "kind": kind, "at": "2026-11-24T11:00:00Z", "body": body})


def text(words: str) -> dict[str, Any]:
    return {"kind": "text", "key": "", "words": _words(words)}


def choices(prompt: str, **options: str) -> dict[str, Any]:
    offered = [{"id": name, "label": label} for name, label in options.items()]
    return {"kind": "choices", "prompt": _words(prompt), "options": offered}


def link(label: str, url: str) -> dict[str, Any]:
    return {"kind": "link", "label": label, "url": url, "primary": True}


def card(**values: Any) -> dict[str, Any]:
    empty = {"subtitle": "", "image": "", "pill": None, "rows": [], "decision": None, "actions": [], "why": None}
    return {"kind": "card", **empty, **values}


def reply(blocks: list[dict[str, Any]], *, person: str = "") -> dict[str, Any]:
    author = "person" if person else "agent"
    return {"language": "en", "author": author, "author_name": person, "blocks": blocks}


def _words(said: str) -> dict[str, Any]:
    return {"text": said, "short": said, "spans": []}


@contextmanager
def serve() -> Iterator[Canned]:
    canned = Canned()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(_make_app(canned), port=port, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started:
        assert time.monotonic() < deadline, "the canned chat did not start"
        time.sleep(0.01)
    canned.url = f"http://127.0.0.1:{port}"
    yield canned
    server.should_exit = server.force_exit = True
    thread.join(10)


def _make_app(canned: Canned) -> FastAPI:
    app = FastAPI()
    app.mount("/static", StaticFiles(directory=STATIC))
    app.add_middleware(Border)
    _serve_frame(app, canned)
    _serve_talk(app, canned)
    return app


def _serve_frame(app: FastAPI, canned: Canned) -> None:
    @app.get("/")
    async def page(lang: str = "en") -> HTMLResponse:
        script = f'<script src="/static/widget.js" data-key="k" data-lang="{lang}" defer></script>'
        return HTMLResponse(f"<!doctype html><title>Shop</title><button id=mine>Mine</button>{script}")

    @app.get("/chat/v1/k/setup")
    async def setup(lang: str) -> Response:
        language = find_language(lang)
        assert language is not None
        words = load_phrases().labels("widget-", language, zone=ZoneInfo("UTC"), today=date(2026, 11, 24))
        body = {
            "shop": "Maison Alder",
            "brand": canned.brand,
            "language": lang,
            "languages": ["en", "fr"],
            "greeting": "Good day from the shop.",
            "words": words,
        }
        return JSONResponse(body if canned.setup_status == 200 else {}, canned.setup_status)

    @app.post("/chat/v1/k/conversations")
    async def open_(request: Request) -> Response:
        name = f"c{time.monotonic_ns()}"
        canned.conversations[name] = []
        canned.post("reply", reply([text("Hello from the server.")]))
        return JSONResponse({"conversation_id": name, "token": f"t{name}"}, 201)


def _serve_talk(app: FastAPI, canned: Canned) -> None:
    @app.post("/chat/v1/conversations/{name}/messages")
    async def say(request: Request, name: str) -> Response:
        if canned.failing:
            return JSONResponse({}, canned.failing.pop(0))
        if request.headers["authorization"] != f"Bearer t{name}" or name not in canned.conversations:
            return JSONResponse({}, 401)
        body = await request.json()
        canned.said.append(body)
        canned.post("message", {"text": "", "choice": None, "label": "", **body})
        if canned.replies:
            canned.post("reply", reply(canned.replies.pop(0)))
        return JSONResponse({}, 202)

    @app.get("/chat/v1/conversations/{name}")
    async def transcript(name: str) -> Response:
        known = name in canned.conversations
        return JSONResponse({"events": canned.conversations[name]} if known else {}, 200 if known else 401)

    @app.get("/chat/v1/conversations/{name}/events")
    async def events(request: Request, name: str) -> Response:
        if name not in canned.conversations:
            return JSONResponse({}, 401)
        after = request.headers.get("last-event-id", "0")
        canned.resumed_from.append(after)
        return StreamingResponse(_stream(canned, name, int(after)), media_type="text/event-stream")


async def _stream(canned: Canned, name: str, after: int) -> AsyncIterator[str]:
    """Ends by itself when the test wants the connection to break."""
    for _ in range(600):
        for event in canned.conversations.get(name, [])[after:]:
            after = event["sequence"]
            yield f"id: {after}\nevent: {event['kind']}\ndata: {json.dumps(event['body'])}\n\n"
        if canned.draft:
            draft, canned.draft = canned.draft, None
            yield f"event: draft\ndata: {json.dumps(draft)}\n\n"
        if canned.breaks:
            canned.breaks -= 1
            return
        await asyncio.sleep(0.05)
