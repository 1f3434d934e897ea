"""The days round the end of each window, decided one by one: where yes becomes no."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from domain.policy.decide import decide
from domain.policy.model import ReturnPolicy
from domain.policy.rules import Situation, window_ends
from domain.returns import Authority, ProviderAnswer, Resolution

_SILENT = ProviderAnswer(authority=Authority.NONE, eligible=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Whether the rules would offer the resolution to somebody who asks on this day."""

    day: date
    offered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """The end of one window, with the days before and after it."""

    resolution: Resolution
    end: date
    days: tuple[Day, ...]


def find_boundaries(situation: Situation, policy: ReturnPolicy | None, *, around: int = 3) -> tuple[Boundary, ...]:
    """One per window that applies and has an end; the provider is not asked. Where no window is ever open there is
    no boundary.
    """
    if policy is None:
        return ()
    ends = [(window.resolution, end) for window, end in window_ends(situation, policy, frozenset(Resolution)) if end]
    found = []
    for resolution, end in ends:
        days = tuple(
            _on(replace(situation, today=end + timedelta(days=offset)), policy, resolution)
            for offset in range(-around, around + 1)
        )
        if any(day.offered for day in days):
            found.append(Boundary(resolution=resolution, end=end, days=days))
    return tuple(found)


def _on(situation: Situation, policy: ReturnPolicy, resolution: Resolution) -> Day:
    decision = decide(situation, policy, _SILENT)
    return Day(day=situation.today, offered=decision.offer(resolution) is not None)
