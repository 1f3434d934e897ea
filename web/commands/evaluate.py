"""``aftercare eval``: plays scenarios and simulated shoppers on the real agent, and reports what did not hold."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from domain.errors import SettingsInvalid
from evals.reports.comparing import Change, Comparison, compare_reports
from evals.reports.evaluation import EngineName, VoiceName, Wanted
from evals.reports.evaluation import evaluate as run_evaluation
from evals.reports.junit import write_junit
from evals.reports.kept import Case, Kind, Report, read_report, write_report
from evals.reports.measures import measure_passing, measure_times
from evals.reports.page import write_page
from evals.scenarios.script import FOLDER, read_scenarios
from evals.simulation.goals import list_tasks


def evaluate(
    folder: Annotated[Path, typer.Argument(help="Scenario files; the shop's own by default.")] = FOLDER,
    engine: Annotated[EngineName, typer.Option(help="Who understands and words.")] = EngineName.EMBEDDED,
    k: Annotated[int, typer.Option(help="Simulated shoppers: so many runs of each task; 0 for none.", min=0)] = 0,
    scenarios: Annotated[bool, typer.Option(help="Play the scenarios.")] = True,
    only: Annotated[str, typer.Option(help="Only scenarios or tasks whose id starts so, as returns/.")] = "",
    shopper: Annotated[VoiceName, typer.Option(help="Whose words shoppers use.")] = VoiceName.SCRIPTED,
    seed: Annotated[int, typer.Option(help="Draws other customers, words and mistakes.")] = 0,
    routing: Annotated[list[Path] | None, typer.Option(help="A labelled file; its confusions are reported.")] = None,
    report: Annotated[Path | None, typer.Option(help="A folder for report.html, report.json and junit.xml.")] = None,
    against: Annotated[Path | None, typer.Option(help="An earlier report's folder, to compare with.")] = None,
    record: Annotated[Path | None, typer.Option(help="Keep the model's answers in this folder.")] = None,
    replay: Annotated[Path | None, typer.Option(help="Answer from such a folder, without any endpoint.")] = None,
    name: Annotated[str, typer.Option(help="What this version is called in the report.")] = "",
    least: Annotated[float, typer.Option(help="The pass^1 that every skill must reach.", min=0, max=1)] = 0.0,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show the conversations that missed.")] = False,
) -> None:
    """Evaluate; exit status 1 when a scenario does not hold or a skill falls below --least."""
    earlier = read_report(against) if against else None
    if record and replay:
        raise SettingsInvalid("either --record or --replay")
    wanted = Wanted(
        engine=engine,
        name=name,
        runs=k,
        seed=seed,
        scenarios=tuple(each for each in read_scenarios(folder) if each.id.startswith(only)) if scenarios else (),
        tasks=tuple(list_tasks(only)) if k else (),
        voice=shopper,
        routing=tuple(routing or ()),
        record=record,
        replay=replay,
    )
    made = _run(wanted)
    console = Console()
    _print(made, console, verbose=verbose)
    comparison = compare_reports(earlier, made) if earlier else None
    if comparison:
        _print_comparison(comparison, console)
    if report:
        _write(made, report, comparison, console)
    if not _holds(made, least):
        raise typer.Exit(1)


def _run(wanted: Wanted) -> Report:
    with Progress(transient=True) as progress:
        bar = progress.add_task("Playing", total=wanted.steps)

        def tick(case: Case) -> None:
            progress.update(bar, advance=1, description=case.task[:40])

        return asyncio.run(run_evaluation(wanted, tick=tick))


def _print(report: Report, console: Console, *, verbose: bool) -> None:
    missed = [case for case in report.cases if not case.passed]
    for case in missed if verbose else ():
        console.rule(case.id)
        for turn in case.turns:
            console.print(f"> {turn.said}\n{turn.answered}", markup=False, highlight=False)
    scenarios, shoppers = report.of_kind(Kind.SCENARIO), report.of_kind(Kind.SHOPPER)
    if scenarios:
        console.print(_list_missed([case for case in missed if case.kind is Kind.SCENARIO]))
        console.print(f"{sum(case.passed for case in scenarios)} of {len(scenarios)} scenarios hold.")
    if shoppers:
        console.print(_table(report, shoppers))
    times = measure_times(report.cases)
    console.print(f"{times.count} turns: half within {times.p50:.0f} ms, 95 of 100 within {times.p95:.0f} ms.")
    for file in report.routed:
        console.print(f"{file.name}: {file.strict} of {file.rows} right, {file.lenient} with second labels.")


def _list_missed(missed: list[Case]) -> Table:
    table = Table("Scenario", "About", "What did not hold")
    for case in missed:
        table.add_row(case.id, case.about, "\n".join(case.missed))
    return table


def _table(report: Report, shoppers: list[Case]) -> Table:
    table = Table("Skill", "pass^1", f"pass^{report.runs}", "with harm")
    for each in measure_passing(shoppers):
        table.add_row(each.name, str(each.once), str(each.always), str(each.harms or ""))
    return table


def _print_comparison(comparison: Comparison, console: Console) -> None:
    console.print(", ".join(f"{comparison.count(change)} {change.value}" for change in Change) + ".")
    for name, before, after in comparison.versions:
        if before != after:
            console.print(f"{name}: {before or 'none'} -> {after or 'none'}", markup=False, highlight=False)


def _write(report: Report, folder: Path, comparison: Comparison | None, console: Console) -> None:
    write_report(report, folder)
    write_junit(report, folder)
    console.print(f"Written: {write_page(report, folder, comparison)}", markup=False, highlight=False)


def _holds(report: Report, least: float) -> bool:
    scenarios = all(case.passed for case in report.of_kind(Kind.SCENARIO))
    return scenarios and all(each.once.value >= least for each in measure_passing(report.of_kind(Kind.SHOPPER)))
