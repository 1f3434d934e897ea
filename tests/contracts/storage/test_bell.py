"""The bell: whoever listens to a conversation hears of news, from this process and from others."""

import asyncio
import sys
from collections.abc import AsyncIterator

import psycopg
import pytest
from sqlalchemy.engine import make_url

from runtime.bell import NEWS, TYPING, Bell, PostgresBell
from tests.contracts.storage.conversing import ALICE, BRUNO

_RINGER = """
import asyncio, sys
from sqlalchemy.engine import make_url
from runtime.bell import PostgresBell

async def main():
    bell = PostgresBell(make_url(sys.argv[1]))
    await bell.start()
    bell.ring(sys.argv[2], sys.argv[3])
    await asyncio.sleep(1)
    await bell.stop()

asyncio.run(main())
"""


@pytest.fixture(params=["one process", "postgresql"])
async def bells(request: pytest.FixtureRequest) -> AsyncIterator[tuple[Bell, Bell]]:
    """One that rings and one that hears; across processes they are two."""
    if request.param == "one process":
        bell = Bell()
        yield bell, bell
        return
    url = make_url(request.getfixturevalue("postgres_url"))
    ringer, hearer = PostgresBell(url), PostgresBell(url)
    await ringer.start()
    await hearer.start()
    await _until_connected(ringer, hearer)
    yield ringer, hearer
    await ringer.stop()
    await hearer.stop()


async def _until_connected(ringer: Bell, hearer: Bell) -> None:
    with hearer.listen("probe") as ring:
        for _ in range(50):
            ringer.ring("probe")
            if await ring.wait(0.1):
                return
    raise AssertionError("the bells never met")


async def test_a_listener_hears_of_its_own_conversation_only(bells: tuple[Bell, Bell]) -> None:
    ringer, hearer = bells
    with hearer.listen(ALICE) as alice, hearer.listen(BRUNO) as bruno:
        ringer.ring(ALICE)
        assert await alice.wait(2) == {NEWS}
        assert await bruno.wait(0.1) == frozenset()


async def test_every_listener_hears(bells: tuple[Bell, Bell]) -> None:
    ringer, hearer = bells
    with hearer.listen(ALICE) as one, hearer.listen(ALICE) as two:
        ringer.ring(ALICE)
        assert await one.wait(2) == await two.wait(2) == {NEWS}


async def test_signals_are_told_apart_and_gathered(bells: tuple[Bell, Bell]) -> None:
    ringer, hearer = bells
    with hearer.listen(ALICE) as ring:
        ringer.ring(ALICE, TYPING)
        ringer.ring(ALICE)
        heard: set[str] = set()
        while len(heard) < 2:
            signals = await ring.wait(2)
            assert signals
            heard |= signals
        assert heard == {TYPING, NEWS}


async def test_what_rang_before_the_look_is_not_missed(bells: tuple[Bell, Bell]) -> None:
    ringer, hearer = bells
    with hearer.listen(ALICE) as ring:
        ringer.ring(ALICE)
        await asyncio.sleep(0.3)
        assert await ring.wait(0.01) == {NEWS}
        assert await ring.wait(0.3) == frozenset()


async def test_it_hears_another_process(postgres_url: str) -> None:
    url = make_url(postgres_url)
    bell = PostgresBell(url)
    await bell.start()
    await _until_connected(bell, bell)
    with bell.listen(ALICE) as ring:
        plain = url.render_as_string(hide_password=False)
        other = await asyncio.create_subprocess_exec(sys.executable, "-c", _RINGER, plain, ALICE, TYPING)
        assert await ring.wait(20) == {TYPING}
        assert await other.wait() == 0
    await bell.stop()


async def test_it_comes_back_when_its_connection_is_lost(postgres_url: str) -> None:
    url = make_url(postgres_url)
    bell, other = PostgresBell(url), PostgresBell(url)
    await bell.start()
    await other.start()
    await _until_connected(other, bell)
    _cut_all_others(postgres_url)
    await asyncio.sleep(0.5)
    await _until_connected(other, bell)
    await bell.stop()
    await other.stop()


def _cut_all_others(url: str) -> None:
    """As a restart of the server does."""
    with psycopg.connect(url.replace("postgresql+psycopg", "postgresql"), autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
