"""One stand-in for all tests, put back to its beginning before each, and the vendor's own SDK pointed at it."""

from collections.abc import AsyncIterator

import pytest
from openai import AsyncOpenAI

from tests.standins.openai import StandIn


@pytest.fixture(scope="session")
async def running() -> AsyncIterator[StandIn]:
    async with StandIn() as started:
        yield started


@pytest.fixture
def stand_in(running: StandIn) -> StandIn:
    running.restore()
    return running


@pytest.fixture(scope="session")
async def sdk(running: StandIn) -> AsyncIterator[AsyncOpenAI]:
    async with AsyncOpenAI(base_url=running.base_url, api_key=running.key, max_retries=0, timeout=20) as made:
        yield made


@pytest.fixture
def client(stand_in: StandIn, sdk: AsyncOpenAI) -> AsyncOpenAI:
    """Never retries, so that each fault is seen as what it is."""
    return sdk
