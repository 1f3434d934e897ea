"""``aftercare eval``: plays the scenarios on the real agent and prints what did not hold."""

import asyncio
import json
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table

from evals.scenarios.player import Result, play
from evals.scenarios.script import FOLDER, Scenario, read_scenarios
from evals.stage import make_template, open_stage


def evaluate(
    folder: Annotated[Path, typer.Argument(help="Scenario files; the shop's own by default.")] = FOLDER,
    only: Annotated[str, typer.Option(help="Play only scenarios whose id starts so.")] = "",
    report: Annotated[Path | None, typer.Option(help="Write the results as JSON.")] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show the conversations that missed.")] = False,
) -> None:
    """Play the scenarios; exit status 1 when anything that was expected did not hold."""
    scenarios = [each for each in read_scenarios(folder) if each.id.startswith(only)]
    results = asyncio.run(_play_all(scenarios))
    console = Console()
    console.print(_table(results))
    for result in results:
        if not result.passed and verbose:
            console.rule(result.scenario.id)
            console.print("\n".join(result.transcript), markup=False, highlight=False)
    if report:
        report.write_text(json.dumps([_plain(each) for each in results], indent=2, ensure_ascii=False))
    passed = sum(each.passed for each in results)
    console.print(f"{passed} of {len(results)} scenarios hold.")
    if passed < len(results):
        raise typer.Exit(1)


async def _play_all(scenarios: list[Scenario]) -> list[Result]:
    with tempfile.TemporaryDirectory() as scratch:
        await make_template(Path(scratch))
        async with open_stage(Path(scratch)) as stage:
            return [await play(each, stage) for each in track(scenarios, "Playing", transient=True)]


def _table(results: list[Result]) -> Table:
    table = Table("Scenario", "About", "Turns", "ms", "Holds")
    for result in results:
        holds = "[green]yes[/green]" if result.passed else "[red]" + "\n".join(result.missed) + "[/red]"
        scenario = result.scenario
        table.add_row(scenario.id, scenario.about, str(len(scenario.turns)), f"{result.seconds * 1000:.0f}", holds)
    return table


def _plain(result: Result) -> dict[str, object]:
    return {
        "id": result.scenario.id,
        "passed": result.passed,
        "missed": result.missed,
        "transcript": result.transcript,
        "seconds": round(result.seconds, 3),
    }
