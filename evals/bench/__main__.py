"""``python -m evals.bench NAME``: one benchmark or ``all``; a table for people, and JSON for later comparison."""

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evals.bench.adversary import besiege
from evals.bench.bulk import fill_conversations, fill_passages
from evals.bench.kills import kill_under_load
from evals.bench.load import closed_loop, open_loop, play_some
from evals.bench.measures import machine
from evals.bench.overhead import measure as measure_overhead
from evals.bench.served import Served, Store, scratch_store
from evals.bench.shoppers import Crowd

Result = dict[str, object]
_SHOWN = ("p50_ms", "p95_ms", "p99_ms", "turns_per_s", "cpu_ms_per_turn", "resident_mb", "seconds")


async def turns(store: Store, given: argparse.Namespace) -> Result:
    """Open loop: ten messages a second over fifty conversations."""
    return await _served(store, lambda s: open_loop(s, rate=10, conversations=50, seconds=given.seconds))


async def throughput(store: Store, given: argparse.Namespace) -> Result:
    """Closed loop: fifty messages in flight."""
    return await _served(store, lambda s: closed_loop(s, at_once=50, seconds=given.seconds))


async def large(store: Store, given: argparse.Namespace) -> Result:
    """Turn time in an old shop's store: many passages and conversations."""
    await _served(store, _play)
    stored: Result = {
        "conversations": await asyncio.to_thread(fill_conversations, store, given.conversations),
        "passages": await asyncio.to_thread(fill_passages, store, given.passages),
    }
    return stored | await _served(store, lambda s: _both(s, given.seconds))


async def _play(served: Served) -> Result:
    await play_some(served, conversations=60, turns=3)
    return {}


async def _both(served: Served, seconds: float) -> Result:
    opened = await open_loop(served, rate=10, conversations=50, seconds=seconds)
    closed = await closed_loop(served, at_once=50, seconds=seconds)
    return {**opened, "turns_per_s": closed["turns_per_s"], "closed": closed}


async def kills(store: Store, given: argparse.Namespace) -> Result:
    """The process is killed under load; nothing may be lost, doubled or out of order."""
    return await kill_under_load(Served(store), kills=given.kills, conversations=20, seed=given.seed)


async def start(store: Store, given: argparse.Namespace) -> Result:
    """A second start, until the first request and the first reply."""
    served = Served(store)
    await served.start()
    await asyncio.to_thread(served.stop)
    began = time.perf_counter()
    first, cpu = await served.start(), served.cpu_seconds()
    (shopper,) = await Crowd(store, served.port, seed=1).gather(1)
    replied = await shopper.say("how long do I have to return something?") - began
    await shopper.close()
    memory = served.resident_mb()
    await asyncio.to_thread(served.stop)
    return {
        "seconds": round(first, 2),
        "cpu_s": round(cpu, 2),
        "first_reply_s": round(replied, 2),
        "resident_mb": round(memory),
    }


async def adversary(store: Store, given: argparse.Namespace) -> Result:
    """A model that is against us: any command, any argument."""
    return await besiege(store.folder / ".aftercare", turns=given.turns, seed=given.seed)


async def overhead(store: Store, given: argparse.Namespace) -> Result:
    """What a turn costs beside its model."""
    return await measure_overhead(store.folder / ".aftercare", turns=min(given.turns, 400))


async def _served(store: Store, run: Callable[[Served], Awaitable[Result]]) -> Result:
    served = Served(store)
    await served.start()
    try:
        return await run(served)
    finally:
        await asyncio.to_thread(served.stop)


BENCHES: dict[str, tuple[Callable[[Store, argparse.Namespace], Coroutine[object, object, Result]], tuple[str, ...]]] = {
    "turns": (turns, ("sqlite", "postgresql")),
    "throughput": (throughput, ("sqlite", "postgresql")),
    "large": (large, ("sqlite",)),
    "kills": (kills, ("sqlite", "postgresql")),
    "start": (start, ("sqlite",)),
    "adversary": (adversary, ("sqlite",)),
    "overhead": (overhead, ("sqlite",)),
}


def main() -> int:
    given = _parse(sys.argv[1:])
    names = list(BENCHES) if given.name == "all" else [given.name]
    results: list[Result] = []
    console = Console()
    for name in names:
        run, kinds = BENCHES[name]
        for kind in [given.database] if given.database else kinds:
            console.print(f"{name} on {kind} ...", style="dim")
            with ExitStack() as stack:
                store = stack.enter_context(scratch_store(kind, given.data))
                results.append({"bench": name, "database": kind, **machine(), **asyncio.run(run(store, given))})
            console.print_json(json.dumps(results[-1]))
    Console(width=150).print(_table(results))
    if given.report:
        given.report.write_text(json.dumps(results, indent=2))
    return 0


def _parse(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.bench", description=__doc__)
    parser.add_argument("name", choices=["all", *BENCHES], help="which one")
    parser.add_argument("--data", type=Path, help="folder holding a seeded .aftercare to copy, instead of seeding")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], help="this one only")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long each load lasts")
    parser.add_argument("--turns", type=int, default=2_000, help="of the adversary")
    parser.add_argument("--kills", type=int, default=25)
    parser.add_argument("--conversations", type=int, default=100_000)
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--report", type=Path, help="write the results as JSON")
    return parser.parse_args(words)


def _table(results: Sequence[Result]) -> Table:
    table = Table("bench", "database", *_SHOWN, "lost / twice / disorder", "problems")
    for each in results:
        faults = " / ".join(str(each.get(name, "")) for name in ("lost", "answered_twice", "out_of_order"))
        shown = [str(each.get(name, "")) for name in _SHOWN]
        table.add_row(
            str(each["bench"]), str(each["database"]), *shown, faults.strip(" /"), str(each.get("problems") or "")
        )
    return table


if __name__ == "__main__":
    sys.exit(main())
