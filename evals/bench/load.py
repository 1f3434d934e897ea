"""The two kinds of load: open (messages arrive whether or not the last was answered) and closed (each waits for its
reply, so many at once)."""

import asyncio
import random
import time

from evals.bench.measures import summary
from evals.bench.served import Served
from evals.bench.shoppers import Crowd, Shopper
from evals.bench.wire import Broken

_WARM_UP = 5.0


async def open_loop(served: Served, *, rate: float, conversations: int, seconds: float) -> dict[str, object]:
    """Arrivals at random moments at ``rate`` a second; a time counts from the moment a message was due to be sent."""
    crowd = Crowd(served.store, served.port, seed=1)
    shoppers = await crowd.gather(conversations)
    chance = random.Random(2)
    idle = list(shoppers)
    times: list[float] = []
    tasks: set[asyncio.Task[None]] = set()
    began, cpu = time.perf_counter(), served.cpu_seconds()
    due = began
    while (due := due + chance.expovariate(rate)) < began + _WARM_UP + seconds:
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        if not idle:
            crowd.tally.problems["nobody was idle"] += 1
            continue
        shopper = idle.pop(0)
        counted = times if due > began + _WARM_UP else []
        task = asyncio.create_task(_say_once(shopper, crowd, due, counted, idle))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
    await asyncio.gather(*tasks)
    spent = served.cpu_seconds() - cpu
    await _leave(shoppers)
    return {**summary(times), **_seen(crowd, served, spent)}


async def _say_once(shopper: Shopper, crowd: Crowd, due: float, times: list[float], idle: list[Shopper]) -> None:
    try:
        times.append(await shopper.say(shopper.next_line()) - due)
    except (Broken, TimeoutError) as problem:
        crowd.tally.problems[type(problem).__name__] += 1
    if shopper.with_a_person:
        await crowd.begin_anew(shopper)
    idle.append(shopper)


async def closed_loop(served: Served, *, at_once: int, seconds: float) -> dict[str, object]:
    """Every shopper says the next thing as soon as the last was answered; counted after a warm-up."""
    crowd = Crowd(served.store, served.port, seed=3)
    shoppers = await crowd.gather(at_once)
    began, cpu = time.perf_counter(), served.cpu_seconds()
    end = began + _WARM_UP + seconds
    times: list[float] = []

    async def chat(shopper: Shopper) -> None:
        while (sent := time.perf_counter()) < end:
            try:
                answered = await shopper.say(shopper.next_line())
            except (Broken, TimeoutError) as problem:
                crowd.tally.problems[type(problem).__name__] += 1
                continue
            if began + _WARM_UP <= answered < end:
                times.append(answered - sent)
            if shopper.with_a_person:
                await crowd.begin_anew(shopper)

    await asyncio.gather(*(chat(shopper) for shopper in shoppers))
    spent = served.cpu_seconds() - cpu
    await _leave(shoppers)
    return {"turns_per_s": round(len(times) / seconds, 1), **summary(times), **_seen(crowd, served, spent)}


async def play_some(served: Served, *, conversations: int, turns: int) -> None:
    """A few turns in many conversations, to have something to copy."""
    crowd = Crowd(served.store, served.port, seed=5)
    for _ in range(0, conversations, 10):
        shoppers = await crowd.gather(10)
        for shopper in shoppers:
            for _ in range(turns):
                if not shopper.with_a_person:
                    await shopper.say(shopper.next_line())
        await _leave(shoppers)


async def _leave(shoppers: list[Shopper]) -> None:
    await asyncio.gather(*(shopper.close() for shopper in shoppers))


def _seen(crowd: Crowd, served: Served, cpu: float) -> dict[str, object]:
    turns = max(1, crowd.tally.replies.total())
    return {
        "cpu_ms_per_turn": round(cpu / turns * 1000, 1),
        "resident_mb": round(served.resident_mb()),
        "replies": dict(crowd.tally.replies.most_common(12)),
        "problems": dict(crowd.tally.problems),
    }
