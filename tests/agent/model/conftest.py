"""A stage whose model is a stand-in of this module's own, spoken to by the vendor's SDK."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from evals.stage import Stage, open_stage
from tests.standins.openai import StandIn

OpenStage = Callable[..., Awaitable[Stage]]


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def model() -> AsyncIterator[StandIn]:
    async with StandIn("competent") as opened:
        yield opened


@pytest.fixture(autouse=True)
def _well_again(model: StandIn) -> None:
    """Each test begins with a model that works."""
    model.restore()


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def stage(model: StandIn, template: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    """Fails fast and rests so shortly that no test waits for another's breaker."""
    settings: dict[str, Any] = {"model_turn_seconds": 1.0, "model_rest_seconds": 0.01}
    folder = tmp_path_factory.mktemp("model_stage")
    async with open_stage(
        folder, template=template, openai_base_url=model.base_url, openai_api_key=model.key, **settings
    ) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def stage_with(
    model: StandIn, template: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[OpenStage]:
    """A stage of the test's own, with settings of its own."""
    async with AsyncExitStack() as stack:

        async def opened(**settings: Any) -> Stage:
            given = {"openai_base_url": model.base_url, "openai_api_key": model.key} | settings
            folder = tmp_path_factory.mktemp("own_stage")
            return await stack.enter_async_context(open_stage(folder, template=template, **given))

        yield opened
