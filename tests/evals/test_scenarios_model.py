"""Every scenario comes to the same through a language model: its path is held to what the embedded engine decides."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
import yaml

from evals.scenarios.player import play
from evals.scenarios.script import FOLDER, Scenario, read_scenarios
from evals.stage import Stage, open_stage
from tests.standins.openai import StandIn

MISSES: dict[str, str] = yaml.safe_load((FOLDER.parent / "known_misses.yaml").read_text(encoding="utf-8"))
PARAMETERS = [
    pytest.param(each, id=each.id, marks=pytest.mark.xfail(reason=MISSES[each.id]) if each.id in MISSES else ())
    for each in read_scenarios()
]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def stage_with_model(template: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    """One store and one model for all scenarios of a worker; each puts the shop back before it begins."""
    async with (
        StandIn("competent") as model,
        open_stage(
            tmp_path_factory.mktemp("stage_with_model"),
            template=template,
            openai_base_url=model.base_url,
            openai_api_key=model.key,
        ) as opened,
    ):
        yield opened


@pytest.mark.parametrize("scenario", PARAMETERS)
async def test_scenario_holds_with_a_model(scenario: Scenario, stage_with_model: Stage) -> None:
    result = await play(scenario, stage_with_model)
    assert result.passed, "\n".join([*result.missed, "", *result.transcript])
