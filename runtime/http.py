"""One vendor's HTTP API as one merchant uses it: time, limits, faults and the breaker in one place.

Reads are tried again within the caller's time; a write never is, since "no answer" does not mean "not done". Vendor
folders add paths, headers and meaning; what comes back here is JSON or one of our errors, and no secret in either.
"""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic, perf_counter
from typing import Any
from urllib.parse import urlencode

import httpx
import stamina
from purgatory import AsyncCircuitBreakerFactory
from purgatory.domain.model import OpenedState

from domain.errors import CredentialsRejected, VendorProblem, VendorRefused, VendorUnavailable, VendorUnreadable

_LARGEST = 8_000_000
_TRIES = 3
_THRESHOLD = 5
_REST_SECONDS = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorCall:
    """One request, for the merchant's list of last calls; ``problem`` is empty when it went well."""

    vendor: str
    name: str
    at: datetime
    took_ms: float
    status: int
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """``body`` is parsed JSON, None when there was none; header names are lower case."""

    status: int
    body: Any
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A request: ``name`` is what it is for, as traces show it; ``write`` when it changes something at the vendor.

    ``body`` is sent as JSON, ``form`` as a web form; at most one of them is given.

    ``accepts`` are refusals (status codes) that the caller reads itself instead of getting an error.
    """

    name: str
    method: str
    path: str
    query: Mapping[str, Any] | None = None
    body: Any = None
    form: Mapping[str, str] | None = None
    headers: Mapping[str, str] | None = None
    write: bool = False
    accepts: frozenset[int] = frozenset()


Observe = Callable[[VendorCall], None]
Now = Callable[[], datetime]
ReadLimit = Callable[[Mapping[str, str]], float | None]
"""Seconds to wait from the headers of a refusal, lower or mixed case; None when they do not say."""
Judge = Callable[[Answer], None]


class VendorHttp:
    """``sign`` gives the headers of a request just before it leaves; ``seconds`` is the patience with one call.

    ``read_limit`` is for vendors that tell the wait in headers of their own; ``judge`` for those that refuse or limit
    under a status of success: it raises one of our errors, which then counts as if the status had said it.
    """

    def __init__(
        self,
        *,
        vendor: str,
        base_url: str,
        client: httpx.AsyncClient,
        sign: Callable[[Asking, bytes], Mapping[str, str]],
        seconds: float = 6.0,
        observe: Observe | None = None,
        read_limit: ReadLimit | None = None,
        judge: Judge | None = None,
    ) -> None:
        self.vendor = vendor
        self._base = base_url.rstrip("/")
        self._client = client
        self._sign = sign
        self._seconds = seconds
        self._observe = observe
        self._read_limit = read_limit or read_retry_after
        self._judge = judge
        self._breakers = AsyncCircuitBreakerFactory(
            default_threshold=_THRESHOLD,
            default_ttl=_REST_SECONDS,
            exclude=[VendorRefused, CredentialsRejected, (VendorUnavailable, _only_limited)],
        )

    async def ask(self, asking: Asking) -> Answer:
        """Raises CredentialsRejected, VendorRefused, VendorUnavailable or VendorUnreadable."""
        until = monotonic() + self._seconds

        def pause(problem: Exception) -> bool | float:
            if asking.write or not isinstance(problem, VendorUnavailable) or problem.fields.get("resting"):
                return False
            wait = problem.retry_after
            if wait is not None:
                return wait if monotonic() + wait < until else False
            return monotonic() < until

        async for attempt in stamina.retry_context(
            on=pause, attempts=_TRIES, timeout=self._seconds, wait_initial=0.1, wait_max=1.0, wait_jitter=0.2
        ):
            with attempt:
                return await self._try(asking, until)
        raise VendorUnavailable(f"{self.vendor} did not answer in time")

    async def _try(self, asking: Asking, until: float) -> Answer:
        since, status, problem = perf_counter(), 0, ""
        try:
            async with await self._breakers.get_breaker(self.vendor):
                answer = await self._send(asking, until)
                status = answer.status
                return answer
        except OpenedState as resting:
            problem = "resting"
            raise VendorUnavailable(f"{self.vendor} rests after failures", resting=True) from resting
        except VendorProblem as failed:
            problem, status = failed.code, _status_in(failed)
            raise
        except CredentialsRejected as failed:
            problem, status = failed.code, _status_in(failed)
            raise
        finally:
            if self._observe:
                took = round((perf_counter() - since) * 1000, 2)
                call = VendorCall(
                    vendor=self.vendor,
                    name=asking.name,
                    at=datetime.now(UTC),
                    took_ms=took,
                    status=status,
                    problem=problem,
                )
                self._observe(call)

    async def _send(self, asking: Asking, until: float) -> Answer:
        raw, kind = _encode(asking)
        headers = {"accept": "application/json", **(asking.headers or {}), **self._sign(asking, raw)}
        if raw:
            headers.setdefault("content-type", kind)
        try:
            async with asyncio.timeout(until - monotonic()):
                response = await self._client.request(
                    asking.method,
                    f"{self._base}{asking.path}",
                    params=asking.query,
                    content=raw or None,
                    headers=headers,
                    follow_redirects=False,
                )
        except (TimeoutError, httpx.TimeoutException) as late:
            raise VendorUnavailable(f"{self.vendor} did not answer in time", uncertain=asking.write) from late
        except httpx.TransportError as fault:
            raise VendorUnavailable(f"{self.vendor} was not reached: {type(fault).__name__}") from fault
        return self._read(response, asking)

    def _read(self, response: httpx.Response, asking: Asking) -> Answer:
        status = response.status_code
        if status == 429 or status >= 500:
            raise VendorUnavailable(
                f"{self.vendor} answered {status}", retry_after=self._read_limit(response.headers), status=status
            )
        if status in asking.accepts or 200 <= status < 300:
            answer = Answer(status=status, body=self._json(response), headers=dict(response.headers))
            if self._judge:
                self._judge(answer)
            return answer
        if status in {401, 403}:
            raise CredentialsRejected(f"{self.vendor} answered {status}", status=status)
        raise VendorRefused(f"{self.vendor} answered {status}", status=status)

    def _json(self, response: httpx.Response) -> Any:
        if len(response.content) > _LARGEST:
            raise VendorUnreadable(f"{self.vendor} sent too much", status=response.status_code)
        if not response.content.strip():
            return None
        try:
            return json.loads(response.content)
        except (ValueError, RecursionError) as problem:
            raise VendorUnreadable(f"{self.vendor} sent no JSON", status=response.status_code) from problem


def _encode(asking: Asking) -> tuple[bytes, str]:
    if asking.form is not None:
        return urlencode(asking.form).encode(), "application/x-www-form-urlencoded"
    raw = b"" if asking.body is None else json.dumps(asking.body, separators=(",", ":")).encode()
    return raw, "application/json"


def read_retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds from a Retry-After header, which holds seconds or a date (RFC 9110, 10.2.3)."""
    told = headers.get("retry-after")
    if told is None:
        return None
    try:
        return max(0.0, float(told))
    except ValueError:
        pass
    try:
        return max(0.0, (parsedate_to_datetime(told) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def _only_limited(problem: VendorUnavailable) -> bool:
    """A vendor that limits us is well; the breaker is for one that is not."""
    return problem.fields.get("status") == 429


def _status_in(problem: Exception) -> int:
    fields: Mapping[str, object] = getattr(problem, "fields", {})
    status = fields.get("status", 0)
    return status if isinstance(status, int) else 0
