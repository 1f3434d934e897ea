"""``python -m evals.peers``: holds every conversation with every set-up, prints the tables and writes the pages.

Run it from a checkout: the model is the tests' stand-in. Peers whose packages are missing are never left out silently.
Counts come out the same on every machine; times do not.
"""

import argparse
import asyncio
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from evals.peers.report import write_tables, write_transcript
from evals.peers.running import LATENCY, OURS, PEERS, Held, installed, open_ground
from evals.peers.tasks import TASKS
from evals.stage import make_template

_RESULTS = Path(__file__).parent / "results"
_FROM = ("openai-agents", "langgraph-supervisor", "langchain-openai", "langgraph")
_EVERY = "all.md"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.peers", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is held; more steadies the times")
    parser.add_argument("--results", type=Path, default=_RESULTS)
    given = parser.parse_args()
    setups = (OURS, *PEERS) if installed() else (OURS,)
    if not installed():
        print("the peers are not installed (extra `peers`): only ours is measured", file=sys.stderr)  # noqa: T201
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder, "template")
        template.mkdir()
        rounds = asyncio.run(_hold_all(setups, given.rounds, template))
    tables = f"{_origin(setups)}\n\n{write_tables(rounds, setups)}"
    print(tables)  # noqa: T201
    given.results.mkdir(parents=True, exist_ok=True)
    (given.results / _EVERY).write_text(f"# The peers, measured\n\n{tables}", encoding="utf-8")
    for setup in setups:
        (given.results / f"{setup}.md").write_text(write_transcript(rounds[0], setup), encoding="utf-8")
    return int(any(each.missed for each in rounds[0]))


async def _hold_all(setups: tuple[str, ...], rounds: int, template: Path) -> list[list[Held]]:
    await make_template(template)
    async with open_ground(template.parent / "stage", template) as ground:
        await ground.warm(setups, TASKS[3])
        return [[await ground.hold(setup, task) for setup in setups for task in TASKS] for _ in range(rounds)]


def _origin(setups: tuple[str, ...]) -> str:
    built = ", ".join(f"{name} {version(name)}" for name in _FROM) if len(setups) > 1 else "no peer installed"
    return f"{len(TASKS)} conversations, model latency {LATENCY * 1000:.0f} ms a call (taken out); {built}."


if __name__ == "__main__":
    sys.exit(main())
