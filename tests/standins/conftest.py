"""A stand-in per test, and the vendor's own SDK pointed at it."""

from collections.abc import AsyncIterator

import pytest
from openai import AsyncOpenAI

from tests.standins.openai import StandIn


@pytest.fixture
async def stand_in() -> AsyncIterator[StandIn]:
    async with StandIn() as running:
        yield running


@pytest.fixture
async def client(stand_in: StandIn) -> AsyncIterator[AsyncOpenAI]:
    """Never retries, so that each fault is seen as what it is."""
    async with AsyncOpenAI(base_url=stand_in.base_url, api_key=stand_in.key, max_retries=0, timeout=20) as made:
        yield made
