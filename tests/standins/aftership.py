"""What both AfterShip stand-ins do before an endpoint: keys, signed requests, limits, faults and the envelope.

Written from the vendor's documents, not from our connector: the signature is computed anew from the raw request.
"""

import asyncio
import base64
import hashlib
import hmac
import json
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from time import monotonic, time
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from domain.clock import Clock
from runtime.clocks import SystemClock

KEY = "asat_key_for_tests"
SIGNING_SECRET = "signing-secret-for-tests"
WEBHOOK_SECRET = "webhook-secret-for-tests"
TRACE = "0123456789abcdef0123456789abcdef"
VERSIONS = {"2026-07", "2026-01", "2025-07", "2025-04", "2025-01", "2024-10", "2024-07"}

Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What one request meets; ``path`` is in the paths it waits for."""

    status: int = 200
    body: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    content_type: str = "application/json"
    delay: float = 0.0
    cut: bool = False
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: Any
    status: int


@dataclass(slots=True, kw_only=True)
class Gate:
    """``signing_secret`` makes every request need a signature; ``limit`` is per second and path."""

    keys: set[str] = field(default_factory=lambda: {KEY})
    signing_secret: str = ""
    webhook_secret: str = WEBHOOK_SECRET
    clock: Clock = field(default_factory=SystemClock)
    limit: int = 1000
    unix_reset: bool = False
    unauthorised: int = 40100
    key_header: str = "as-api-key"
    versions: set[str] = field(default_factory=lambda: set(VERSIONS))
    faults: deque[Fault] = field(default_factory=deque)
    seen: list[Seen] = field(default_factory=list)
    _asked: dict[str, deque[float]] = field(default_factory=dict)

    def guard(self, endpoint: Endpoint) -> Endpoint:
        async def guarded(request: Request) -> Response:
            body = await request.body()
            response = await self._answer(request, body, endpoint)
            response.headers["as-trace-id"] = TRACE
            response.headers["as-api-version"] = request.path_params.get("version", "")
            self.seen.append(
                Seen(
                    method=request.method,
                    path=request.url.path,
                    query=dict(request.query_params),
                    headers=dict(request.headers),
                    body=json.loads(body) if body else None,
                    status=response.status_code,
                )
            )
            return response

        return guarded

    async def _answer(self, request: Request, body: bytes, endpoint: Endpoint) -> Response:
        fault = next((each for each in self.faults if each.path in request.url.path), None)
        if fault:
            self.faults.remove(fault)
            await asyncio.sleep(fault.delay)
            if fault.body is not None or fault.status != 200 or fault.cut:
                return _fail(fault)
        if request.path_params.get("version", "2026-07") not in self.versions:
            return refuse(404, 404, "NotFound")
        if request.headers.get(self.key_header, "") not in self.keys or not self._is_signed(request, body):
            return refuse(401, self.unauthorised, "Unauthorized", "The API key is invalid.", content={})
        if (reset := self._limited(request.url.path)) is not None:
            told = {"x-ratelimit-limit": str(self.limit), "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset}
            if not self.unix_reset:
                told = {name.removeprefix("x-"): value for name, value in told.items()}
            return refuse(429, 429 if self.unix_reset else 42900, "TooManyRequests", headers=told)
        return await endpoint(request)

    def _is_signed(self, request: Request, body: bytes) -> bool:
        if not self.signing_secret:
            return True
        date = request.headers.get("date", "")
        try:
            skew = abs(parsedate_to_datetime(date) - self.clock.now())
        except (ValueError, TypeError):
            return False
        text = sign_text(request, body)
        wanted = base64.b64encode(hmac.new(self.signing_secret.encode(), text.encode(), hashlib.sha256).digest())
        told = request.headers.get("as-signature-hmac-sha256", "").encode()
        return skew <= timedelta(minutes=3) and hmac.compare_digest(wanted, told)

    def _limited(self, path: str) -> str | None:
        asked = self._asked.setdefault(path, deque())
        while asked and asked[0] < monotonic() - 1:
            asked.popleft()
        if len(asked) >= self.limit:
            return str(int(time()) + 1) if self.unix_reset else "1"
        asked.append(monotonic())
        return None

    def sign_webhook(self, raw: bytes, *, secret: str | None = None) -> str:
        made = hmac.new((secret or self.webhook_secret).encode(), raw, hashlib.sha256)
        return base64.b64encode(made.digest()).decode()


def sign_text(request: Request, body: bytes) -> str:
    """What AfterShip makes of a request to check it."""
    own = sorted(
        f"{name.lower()}:{value.strip()}"
        for name, value in request.headers.items()
        if name.lower().startswith("as-") and not name.lower().startswith("as-signature-")
    )
    query = urlencode(sorted(request.query_params.items()))
    parts = [
        request.method,
        hashlib.md5(body).hexdigest().upper() if body else "",
        request.headers.get("content-type", "") if body else "",
        request.headers.get("date", ""),
        "\n".join(own),
        request.url.path + (f"?{query}" if query else ""),
    ]
    return "\n".join(parts)


def refuse(
    status: int,
    code: int,
    kind: str,
    message: str = "refused",
    *,
    errors: list[dict[str, str]] | None = None,
    content: Any = None,
    headers: dict[str, str] | None = None,
) -> Response:
    meta: dict[str, Any] = {"code": code, "type": kind, "message": message}
    if errors:
        meta["errors"] = errors
    return JSONResponse({"meta": meta, "data": content}, status, headers)


def envelope(content: Any, *, code: int, status: int = 200) -> Response:
    return JSONResponse({"meta": {"code": code, "type": "OK", "message": "fine"}, "data": content}, status)


def stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.001Z")


def _fail(fault: Fault) -> Response:
    if fault.cut:

        async def half() -> AsyncIterator[bytes]:
            yield b'{"meta": {"code": 2'

        return StreamingResponse(half(), 200, {"content-length": "4000", "content-type": "application/json"})
    return Response(fault.body or "", fault.status, fault.headers, media_type=fault.content_type)
