"""Endpoints one behind the other: each with a breaker, tried again within the time there is, then the next one."""

import asyncio
from collections.abc import Mapping, Sequence
from importlib import import_module
from time import monotonic, perf_counter

import stamina
import structlog
from purgatory import AsyncCircuitBreakerFactory
from purgatory.domain.model import OpenedState

from agent.model.calls import Hear, ModelCall, Prompt, Usage
from agent.model.endpoint import Endpoint
from agent.model.prices import Price, cost_of, find_price
from domain.errors import ModelMisbehaved, ModelProblem, ModelUnavailable

log = structlog.get_logger(__name__)

_TRIES = 2
_THRESHOLD = 4
_LEAST_SECONDS = 0.2


class ModelChain:
    """Implements ``Model``. A breaker opens after four failures in a row and lets one call through again later."""

    def __init__(
        self, endpoints: Sequence[Endpoint], *, prices: Mapping[str, Price], rest_seconds: float = 20.0
    ) -> None:
        self._endpoints = tuple(endpoints)
        self._prices = prices
        self._breakers = AsyncCircuitBreakerFactory(
            default_threshold=_THRESHOLD, default_ttl=rest_seconds, exclude=[ModelMisbehaved]
        )

    async def ask(self, prompt: Prompt, *, seconds: float, account: list[ModelCall], hear: Hear | None = None) -> str:
        until = monotonic() + seconds
        problem: ModelProblem = ModelUnavailable("no endpoint")
        for endpoint in self._endpoints:
            try:
                return await self._ask_one(endpoint, prompt, until, account, hear)
            except ModelMisbehaved:
                raise
            except ModelProblem as failed:
                problem = failed
        raise problem

    async def warm(self) -> None:
        await asyncio.to_thread(import_module, "openai")
        for endpoint in self._endpoints:
            endpoint.open()

    async def close(self) -> None:
        for endpoint in self._endpoints:
            await endpoint.close()

    async def _ask_one(
        self, endpoint: Endpoint, prompt: Prompt, until: float, account: list[ModelCall], hear: Hear | None
    ) -> str:
        """Tries again what may pass, never once words were heard: the shopper may have seen them."""
        heard = False

        def listen(piece: str) -> bool:
            nonlocal heard
            heard = True
            return hear(piece) if hear else True

        def pause(problem: Exception) -> bool | float:
            if heard or not isinstance(problem, ModelUnavailable) or problem.fields.get("permanent"):
                return False
            asked = problem.fields.get("retry_after")
            wait = float(asked) if isinstance(asked, int | float) else None
            if wait is not None and monotonic() + wait + _LEAST_SECONDS > until:
                return False
            return wait if wait is not None else True

        async for attempt in stamina.retry_context(
            on=pause,
            attempts=_TRIES,
            timeout=max(_LEAST_SECONDS, until - monotonic()),
            wait_initial=0.05,
            wait_jitter=0.15,
        ):
            with attempt:
                return await self._try(endpoint, prompt, until, account, listen if hear else None)
        raise ModelUnavailable("no answer in time")

    async def _try(
        self, endpoint: Endpoint, prompt: Prompt, until: float, account: list[ModelCall], hear: Hear | None
    ) -> str:
        since, problem, usage = perf_counter(), "", Usage()
        try:
            async with await self._breakers.get_breaker(endpoint.name):
                text, usage = await _in_time(endpoint, prompt, until, hear)
                return text
        except OpenedState as resting:
            problem = "resting"
            raise ModelUnavailable("resting after failures", permanent=True) from resting
        except ModelProblem as failed:
            problem = failed.detail or failed.code
            raise
        finally:
            if problem:
                log.warning("model_call_failed", endpoint=endpoint.name, purpose=prompt.purpose.value, problem=problem)
            account.append(
                ModelCall(
                    purpose=prompt.purpose,
                    prompt=prompt.version,
                    endpoint=endpoint.name,
                    model=endpoint.model,
                    usage=usage,
                    micros=cost_of(usage, find_price(endpoint.model, self._prices)),
                    took_ms=round((perf_counter() - since) * 1000, 2),
                    problem=problem,
                )
            )


async def _in_time(endpoint: Endpoint, prompt: Prompt, until: float, hear: Hear | None) -> tuple[str, Usage]:
    try:
        async with asyncio.timeout(until - monotonic()):
            return await endpoint.ask(prompt, hear=hear)
    except TimeoutError as late:
        raise ModelUnavailable("no answer in time") from late
