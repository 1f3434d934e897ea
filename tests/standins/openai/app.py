"""The HTTP face: keys, limits, rules, brain, faults, answer, in that order."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from tests.standins.openai import chat_wire, control, responses_wire
from tests.standins.openai.asked import Asked, Json
from tests.standins.openai.backstage import Backstage, Seen
from tests.standins.openai.chat_rules import read_chat
from tests.standins.openai.embedding import embed
from tests.standins.openai.faults import HEADER, NONE, Fault, Kind, raise_status, read_header
from tests.standins.openai.models import MODELS, get_model
from tests.standins.openai.refusing import Refused, no_key, no_model, no_page, wrong_key
from tests.standins.openai.responses_rules import read_responses
from tests.standins.openai.settling import settle
from tests.standins.openai.streaming import Broken, Event, Silent, Streamed

_PAGE = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"
_CREATED = 1_715_367_049
Answering = Callable[[Seen], Awaitable[ASGIApp]]


class Face:
    """The vendor's endpoints, played from one backstage."""

    def __init__(self, backstage: Backstage) -> None:
        self.backstage = backstage

    def routes(self) -> list[Route]:
        return [
            Route("/v1/chat/completions", self._door(self._chat), methods=["POST"]),
            Route("/v1/responses", self._door(self._responses), methods=["POST"]),
            Route("/v1/embeddings", self._door(self._embeddings), methods=["POST"]),
            Route("/v1/models", self._door(self._models), methods=["GET"]),
            Route("/v1/models/{model:path}", self._door(self._model), methods=["GET"]),
        ]

    def _door(self, answering: Answering) -> Callable[[Request], Awaitable[Any]]:
        async def enter(request: Request) -> ASGIApp:
            stage = self.backstage
            number = next(stage.numbers)
            seen = Seen(id=f"{number:024x}", path=request.url.path, body=None, headers=dict(request.headers))
            stage.seen.append(seen)
            started = time.perf_counter()
            try:
                seen.body = await _read_body(request)
                self._check_key(seen.headers.get("authorization"))
                stage.take(stage.requests, 1, "requests")
                response = await answering(seen)
                seen.status = 200
            except Refused as refused:
                seen.status, seen.error = refused.status, refused.body["error"]
                response = JSONResponse(refused.body, refused.status, headers=refused.headers)
            if isinstance(response, Response):
                took = max(1, round((time.perf_counter() - started) * 1000))
                response.headers.update({**self._headers(seen), "openai-processing-ms": str(took)})
            return response

        return enter

    def _headers(self, seen: Seen) -> dict[str, str]:
        """Reference, "Debugging requests": ids, version and limits on every response."""
        return {
            "x-request-id": f"req_{seen.id}",
            "openai-organization": "stand-in",
            "openai-version": "2020-10-01",
            **self.backstage.limit_headers(),
        }

    def _check_key(self, header: str | None) -> None:
        """Reference, "Authentication": a Bearer key on every request."""
        scheme, _, key = (header or "").partition(" ")
        if scheme.lower() != "bearer" or not key.strip():
            raise no_key()
        if self.backstage.keys and key.strip() not in self.backstage.keys:
            raise wrong_key(key.strip())

    async def _chat(self, seen: Seen) -> ASGIApp:
        return await self._answer(seen, read_chat(_as_object(seen.body)))

    async def _responses(self, seen: Seen) -> ASGIApp:
        return await self._answer(seen, read_responses(_as_object(seen.body)))

    async def _embeddings(self, seen: Seen) -> ASGIApp:
        body = embed(_as_object(seen.body))
        fault = read_header(seen.headers.get(HEADER)) or NONE
        await asyncio.sleep(fault.delay)
        raise_status(fault)
        return JSONResponse(body)

    async def _models(self, seen: Seen) -> ASGIApp:
        return JSONResponse({"object": "list", "data": [_show_model(name) for name in MODELS]})

    async def _model(self, seen: Seen) -> ASGIApp:
        name = seen.path.removeprefix("/v1/models/")
        if name not in MODELS:
            raise no_model(name)
        return JSONResponse(_show_model(name))

    async def _answer(self, seen: Seen, asked: Asked) -> ASGIApp:
        stage = self.backstage
        seen.asked = asked
        fault = read_header(seen.headers.get(HEADER)) or stage.schedule.take(asked)
        seen.fault = fault
        fault = _add_pace(fault or NONE, stage.pace)
        if fault.delay:
            await asyncio.sleep(fault.delay)
        if early := self._fail_early(seen, fault):
            return early
        count = stage.cache.count(asked)
        _check_window(asked, count.tokens)
        stage.take(stage.tokens, count.tokens, "tokens")
        choices = []
        if fault.kind is not Kind.EMPTY_CHOICES:
            for number in range(asked.choices):
                said = await stage.brain.answer(replace(asked, choice=number))
                choices.append(settle(asked, said, fault, next(stage.numbers)))
        answer = chat_wire.Answer(
            asked=asked, choices=tuple(choices), count=count, id=seen.id, created=int(time.time())
        )
        return self._stream(seen, answer, fault) if asked.stream else await self._tell(seen, answer, fault)

    def _fail_early(self, seen: Seen, fault: Fault) -> ASGIApp | None:
        """Faults that need no answer."""
        raise_status(fault)
        match fault.kind:
            case Kind.TIMEOUT:
                return Silent()
            case Kind.HANG_UP:
                return Broken(b"", headers=self._headers(seen))
            case Kind.HTML:
                return Response(_PAGE, media_type="text/html")
            case _:
                return None

    def _stream(self, seen: Seen, answer: chat_wire.Answer, fault: Fault) -> ASGIApp:
        chat = answer.asked.api == "chat"
        write = chat_wire.write_events if chat else responses_wire.write_events
        return Streamed(
            write(answer),
            fault=fault,
            headers=self._headers(seen),
            ending=b"data: [DONE]\n\n" if chat else b"",
            trouble=_CHAT_TROUBLE if chat else _RESPONSES_TROUBLE,
        )

    async def _tell(self, seen: Seen, answer: chat_wire.Answer, fault: Fault) -> ASGIApp:
        write = chat_wire.write_plain if answer.asked.api == "chat" else responses_wire.write_plain
        answer = replace(answer, choices=tuple(_end(choice, answer.asked) for choice in answer.choices))
        pause = fault.first_token + fault.per_token * max(0, answer.tokens - 1)
        if pause > 0:
            await asyncio.sleep(pause)
        body = json.dumps(write(answer), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        if fault.kind is Kind.CUT:
            return Broken(body[: len(body) // 2], headers=self._headers(seen))
        if fault.kind is Kind.MALFORMED:
            body = body[: len(body) // 2]
        if fault.kind is Kind.STREAM_ERROR:
            raise_status(replace(fault, kind=Kind.SERVER_ERROR))
        return Response(body, media_type="application/json")


_SERVER_ERROR: Json = {"message": "The server had an error while processing your request.", "param": None, "code": None}
# In a chat stream an error comes as a nameless event with an error body; the SDK raises it (its _streaming.py).
_CHAT_TROUBLE = Event(body={"error": {**_SERVER_ERROR, "type": "server_error"}}).write()
# Reference, "Streaming events", ``error``: flat, and the SDK hands it over as an event.
_RESPONSES_TROUBLE = Event(
    name="error", body={**_SERVER_ERROR, "type": "error", "code": "server_error", "sequence_number": 10_000}
).write()


def _end(choice: Any, asked: Asked) -> Any:
    """A plain answer ends somewhere: an endless one after the longest answer the model has."""
    if not choice.endless:
        return choice
    longest = get_model(asked.model).longest_answer * 4
    text = (choice.text * (longest // len(choice.text) + 1))[:longest]
    return replace(choice, text=text, endless=False)


def _add_pace(fault: Fault, pace: Fault) -> Fault:
    return replace(
        fault,
        delay=fault.delay + pace.delay,
        first_token=fault.first_token + pace.first_token,
        per_token=fault.per_token + pace.per_token,
    )


def _check_window(asked: Asked, tokens: int) -> None:
    """Guide "Conversation state", "Managing the context window"."""
    window = get_model(asked.model).window
    if tokens > window:
        raise Refused(
            f"This model's maximum context length is {window} tokens. However, your messages resulted in {tokens} "
            "tokens. Please reduce the length of the messages.",
            param="messages" if asked.api == "chat" else "input",
            code="context_length_exceeded",
        )


async def _read_body(request: Request) -> Any:
    if request.method == "GET":
        return None
    try:
        return json.loads(await request.body())
    except (json.JSONDecodeError, UnicodeDecodeError) as why:
        raise Refused("We could not parse the JSON body of your request.") from why


def _as_object(body: Any) -> Json:
    if not isinstance(body, dict):
        raise Refused("We could not parse the JSON body of your request: an object is expected.")
    return body


def _show_model(name: str) -> Json:
    return {"id": name, "object": "model", "created": _CREATED, "owned_by": "system"}


async def _lost(request: Request, why: Exception) -> JSONResponse:
    refused = no_page(request.method, request.url.path)
    return JSONResponse(refused.body, refused.status)


def make_app(backstage: Backstage) -> Starlette:
    """The whole server: the vendor's endpoints, and the controls beside them."""
    routes = [*Face(backstage).routes(), *control.make_routes(backstage)]
    return Starlette(routes=routes, exception_handlers={404: _lost, 405: _lost})
