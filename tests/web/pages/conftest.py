"""One seeded pair of shops per session, copied for each test."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from tests.web.pages.stage import Stage, open_stage, seed


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "seeded.db"
    seed(path)
    return path


@pytest.fixture
def folder(seeded: Path, tmp_path: Path) -> Path:
    shutil.copy(seeded, tmp_path / "aftercare.db")
    return tmp_path


@pytest.fixture
async def stage(folder: Path) -> AsyncIterator[Stage]:
    made = open_stage(folder)
    yield made
    made.install.close()


@pytest.fixture
async def client(stage: Stage) -> AsyncIterator[httpx.AsyncClient]:
    async with stage.browser() as browser:
        yield browser
