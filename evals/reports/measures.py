"""Figures of a report: how often, how long, how dear; each with the number it rests on and its interval at 95 %."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evals.bench.measures import rank
from evals.reports.kept import Case, KeptCall, Kind, Report
from evals.routing import Share

_BINS = (25, 50, 100, 200, 400, 800, 1600, 3200)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passing:
    """``once`` counts runs, ``always`` the tasks of which every one of the k runs succeeded."""

    name: str
    once: Share
    always: Share
    harms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Milliseconds of turns; ``bins`` are upper edges with counts, the last one open."""

    count: int
    p50: float
    p95: float
    worst: float
    bins: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """Calls of a model for one purpose; ``micros`` are millionths of the currency of the prices."""

    purpose: str
    calls: int
    failed: int
    prompt_tokens: int
    cached_tokens: int
    completion_tokens: int
    micros: int
    p50_ms: float
    p95_ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """``counts`` of (true, given); ``right`` on the diagonal."""

    name: str
    labels: tuple[str, ...]
    counts: Counter[tuple[str, str]]

    @property
    def share(self) -> Share:
        right = sum(count for (true, given), count in self.counts.items() if true == given)
        return Share(right=right, total=sum(self.counts.values()))


def measure_passing(cases: Iterable[Case]) -> list[Passing]:
    """Per skill, and all of them last."""
    cases = list(cases)
    skills = list(dict.fromkeys(case.skill for case in cases))
    parts = [(skill, [case for case in cases if case.skill == skill]) for skill in skills]
    return [_passing(name, part) for name, part in [*parts, ("all", cases)] if part]


def measure_goals(cases: Iterable[Case]) -> list[Passing]:
    """Per goal, the first two parts of a task's name."""
    goals: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        goals["/".join(case.task.split("/")[:2])].append(case)
    return [_passing(name, part) for name, part in goals.items()]


def _passing(name: str, cases: Sequence[Case]) -> Passing:
    tasks: dict[str, list[bool]] = defaultdict(list)
    for case in cases:
        tasks[case.task].append(case.passed)
    return Passing(
        name=name,
        once=Share(right=sum(case.passed for case in cases), total=len(cases)),
        always=Share(right=sum(all(runs) for runs in tasks.values()), total=len(tasks)),
        harms=sum(case.harm for case in cases),
    )


def measure_times(cases: Iterable[Case]) -> Times:
    times = [turn.ms for case in cases for turn in case.turns if turn.ms]
    counts = Counter(next((edge for edge in _BINS if ms <= edge), 0) for ms in times)
    bins = [(str(edge), counts[edge]) for edge in _BINS] + [("more", counts[0])]
    if not times:
        return Times(count=0, p50=0, p95=0, worst=0, bins=tuple(bins))
    return Times(count=len(times), p50=rank(times, 0.5), p95=rank(times, 0.95), worst=max(times), bins=tuple(bins))


def measure_spending(report: Report) -> list[Spending]:
    """Per purpose; the words of simulated shoppers apart from the agent's own calls."""
    calls: dict[str, list[KeptCall]] = defaultdict(list)
    for case in report.cases:
        for turn in case.turns:
            for call in turn.calls:
                calls[call.purpose].append(call)
    if report.shopper_calls:
        calls["simulated shoppers"] = report.shopper_calls
    return [_spending(purpose, made) for purpose, made in calls.items()]


def _spending(purpose: str, calls: Sequence[KeptCall]) -> Spending:
    times = [call.took_ms for call in calls]
    return Spending(
        purpose=purpose,
        calls=len(calls),
        failed=sum(bool(call.problem) for call in calls),
        prompt_tokens=sum(call.prompt_tokens for call in calls),
        cached_tokens=sum(call.cached_tokens for call in calls),
        completion_tokens=sum(call.completion_tokens for call in calls),
        micros=sum(call.micros for call in calls),
        p50_ms=rank(times, 0.5),
        p95_ms=rank(times, 0.95),
    )


def measure_openings(report: Report) -> Confusion | None:
    """What simulated shoppers asked first, and what was understood first."""
    shoppers = [case for case in report.of_kind(Kind.SHOPPER) if case.turns and case.asked]
    counts = Counter((case.asked, (case.turns[0].intents or ["nothing"])[0]) for case in shoppers)
    return _confusion("First words of simulated shoppers", counts) if counts else None


def measure_files(report: Report) -> list[Confusion]:
    return [_confusion(each.name, Counter({(t, g): n for t, g, n in each.counts})) for each in report.routed]


def _confusion(name: str, counts: Counter[tuple[str, str]]) -> Confusion:
    """True labels first, then those that were only ever given."""
    true = sorted({true for true, _ in counts})
    labels = (*true, *sorted({given for _, given in counts} - set(true)))
    return Confusion(name=name, labels=labels, counts=counts)
