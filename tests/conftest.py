"""What holds for every test: none is skipped silently, and none talks to the world."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.loopback import only_loopback

pytest_plugins = ("tests.postgres", "tests.seeded")


@pytest.fixture(scope="session", autouse=True)
def _no_world() -> Iterator[None]:
    """Sockets reach this machine only."""
    with only_loopback():
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[Any]:
    """A skipped test proves nothing: it fails, and says why it did not run."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which counts as failed: {_reason(report.longrepr)}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[Any]:
    """The same for a whole module."""
    report = yield
    if report.outcome == "skipped":
        report.outcome = "failed"
        report.longrepr = f"skipped, which counts as failed: {_reason(report.longrepr)}"
    return report


def _reason(told: object) -> str:
    return str(told[2]) if isinstance(told, tuple) else str(told)
