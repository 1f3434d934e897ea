"""What a turn costs beside its model: time from the message's turn to its reply, less what the model took by itself.

The model is a process of its own that waits before its first word, as real ones do. What it took is counted as the
pause that it was told to make, once for each call: all else, its own handling and the wire included, is laid at our
door, so the figures are upper bounds.
"""

import asyncio
import json
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import httpx

from channels.webchat import accept_message, parse_message
from domain.languages import Language
from evals.bench.cluster import free_port
from evals.bench.measures import rank
from evals.bench.sayings import script
from evals.stage import Stage, open_stage
from hub_connectors.sandbox.demo import DEMO_CUSTOMERS
from records.conversations import get_conversation
from records.traces import list_traces
from runtime.ids import new_id
from web.seed import DEMO

Result = dict[str, object]
PAUSE = 0.05
_WARM_UP = 40
_ROOT = Path(__file__).resolve().parents[2]
_ADDRESS = re.compile(r"OPENAI_BASE_URL=(\S+) OPENAI_API_KEY=(\S+)")


async def measure(folder: Path, *, turns: int) -> Result:
    """One turn at a time, signed in, in English and French; also the same turns without a model."""
    async with _model() as (base_url, key):
        beside, cpu, calls = await _play(folder, turns, openai_base_url=base_url, openai_api_key=key)
    plain, plain_cpu, _ = await _play(folder, turns)
    return {
        "n": len(beside),
        "calls_per_turn": round(calls / len(beside), 2),
        "p50_ms": round(rank(beside, 0.5), 1),
        "p95_ms": round(rank(beside, 0.95), 1),
        "p50_cpu_ms": round(rank(cpu, 0.5), 1),
        "p95_cpu_ms": round(rank(cpu, 0.95), 1),
        "p50_embedded_cpu_ms": round(rank(plain_cpu, 0.5), 1),
        "p50_embedded_ms": round(rank(plain, 0.5), 1),
        "p95_embedded_ms": round(rank(plain, 0.95), 1),
    }


async def _play(folder: Path, turns: int, **settings: Any) -> tuple[list[float], list[float], int]:
    """Milliseconds beside the model and of processor, turn by turn, after some to warm up; and the calls made."""
    took: list[float] = []
    worked: list[float] = []
    calls = 0
    async with open_stage(folder, **settings) as stage:
        for number in range(turns + _WARM_UP):
            spent, cpu, made = await _turn(stage, number)
            if number >= _WARM_UP:
                took.append(spent)
                worked.append(cpu)
                calls += made
    return took, worked, calls


async def _turn(stage: Stage, number: int) -> tuple[float, float, int]:
    """From the moment the message is taken up until all of the turn is committed."""
    language = (Language.EN, Language.FR)[number % 2]
    customer = DEMO_CUSTOMERS[number // 2 % len(DEMO_CUSTOMERS)].customer
    lines = script(language.value, signed_in=True)
    conversation = await stage.open(language=language, email=customer.email)
    words = {"client_message_id": new_id("cli"), "text": lines[number // 2 % len(lines)], "choice": None}
    said, now = parse_message(words), stage.install.clock.now()
    await stage.records.write(lambda c: accept_message(c, get_conversation(c, DEMO, conversation), said, now))
    since, cpu_since = perf_counter(), process_time()
    await stage.install.dispatcher.run_lane(conversation)
    spent, cpu = (perf_counter() - since) * 1000, (process_time() - cpu_since) * 1000
    (trace,) = await stage.records.read(lambda c: list_traces(c, DEMO, conversation))
    made = len(json.loads(trace.body).get("model", []))
    return spent - made * PAUSE * 1000, cpu, made


@asynccontextmanager
async def _model() -> AsyncIterator[tuple[str, str]]:
    """Base URL and key of a model that says the lines as they stand, and takes its time before it begins."""
    port = free_port()
    command = [sys.executable, "-m", "tests.standins.openai", "--brain", "competent", "--port", str(port)]
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE, cwd=_ROOT)
    try:
        assert process.stdout
        base_url, key = _ADDRESS.findall((await process.stdout.readline()).decode())[0]
        async with httpx.AsyncClient() as client:
            root = base_url.removesuffix("/v1")
            for _ in range(200):
                with suppress(httpx.TransportError):
                    await client.post(f"{root}/control/pace", json={"first_token": PAUSE})
                    break
                await asyncio.sleep(0.05)
        yield base_url, key
    finally:
        process.terminate()
        await process.wait()
