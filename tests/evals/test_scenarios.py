"""Every scenario holds on the real agent, but for those whose miss is written down."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
import yaml

from evals.scenarios.player import play
from evals.scenarios.script import FOLDER, Scenario, read_scenarios
from evals.stage import Stage, open_stage

SCENARIOS = read_scenarios()
MISSES: dict[str, str] = yaml.safe_load((FOLDER.parent / "known_misses.yaml").read_text(encoding="utf-8"))
PARAMETERS = [
    pytest.param(each, id=each.id, marks=pytest.mark.xfail(reason=MISSES[each.id]) if each.id in MISSES else ())
    for each in SCENARIOS
]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def stage(template: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    """One store for all scenarios; each puts the shop back before it begins."""
    async with open_stage(tmp_path_factory.mktemp("stage"), template=template) as opened:
        yield opened


@pytest.mark.parametrize("scenario", PARAMETERS)
async def test_scenario_holds(scenario: Scenario, stage: Stage) -> None:
    result = await play(scenario, stage)
    assert result.passed, "\n".join([*result.missed, "", *result.transcript])


def test_what_is_known_to_miss_is_little_and_exists() -> None:
    assert set(MISSES) <= {each.id for each in SCENARIOS}
    assert len(MISSES) <= len(SCENARIOS) * 0.08


def test_suite_is_broad() -> None:
    french = sum(each.lang == "fr" for each in SCENARIOS)
    english = sum(each.lang == "en" for each in SCENARIOS)
    assert len(SCENARIOS) >= 150 and french >= 60 and english >= 60
    assert {each.lang for each in SCENARIOS} == {"en", "fr", "es", "de", "it", "nl"}
    assert sum(each.customer is not None for each in SCENARIOS) >= 15
