"""A model that answers any command with any argument: nothing breaks, nothing leaks, nothing is done unasked."""

from pathlib import Path

import pytest

from evals.bench.adversary import withstand
from evals.stage import open_stage
from tests.standins.openai import StandIn
from tests.standins.openai.brains.adversary import Adversary

KNOWN = ("MA-104233", "emma.brooks@example.com", "RMA-482913", "MA-902174", "Nora Whitfield")


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_everything_holds(template: Path, tmp_path: Path, seed: int) -> None:
    async with (
        StandIn(Adversary(seed=seed, known=KNOWN)) as model,
        open_stage(tmp_path, template=template, openai_base_url=model.base_url, openai_api_key=model.key) as stage,
    ):
        held = await withstand(stage, turns=100, seed=seed)
    assert held.problems == []
    assert held.turns == held.answered == 100
    assert held.model_calls > 60
