"""Two reports beside each other: what differs in versions, and the conversations that went otherwise, those first."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from evals.reports.kept import Case, KeptTurn, Kind, Report
from evals.reports.measures import Passing, measure_passing
from evals.scenarios.comparing import same_words


class Change(StrEnum):
    """In the order in which a reader wants them."""

    BROKE = "broke"
    MENDED = "mended"
    OTHERWISE = "misses otherwise"
    WORDS = "other words"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One conversation in both reports; ``turns`` are earlier and later beside each other."""

    before: Case
    after: Case
    change: Change

    @property
    def turns(self) -> list[tuple[KeptTurn | None, KeptTurn | None]]:
        return list(zip_longest(self.before.turns, self.after.turns))


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """``versions`` are name, before, after; ``passing`` the figures of both per kind and skill."""

    before: Report
    versions: list[tuple[str, str, str]]
    pairs: list[Pair]
    only_before: int
    only_after: int
    passing: list[tuple[str, Passing | None, Passing | None]]

    def count(self, change: Change) -> int:
        return sum(pair.change is change for pair in self.pairs)

    @property
    def changed(self) -> list[Pair]:
        return [pair for pair in self.pairs if pair.change is not Change.SAME]


def compare_reports(before: Report, after: Report) -> Comparison:
    earlier = {case.id: case for case in before.cases}
    later = {case.id: case for case in after.cases}
    pairs = [_pair(earlier[name], later[name]) for name in later if name in earlier]
    order = list(Change)
    names = sorted({*before.versions, *after.versions})
    versions = [(name, before.versions.get(name, ""), after.versions.get(name, "")) for name in names]
    return Comparison(
        before=before,
        versions=versions,
        pairs=sorted(pairs, key=lambda pair: order.index(pair.change)),
        only_before=len(set(earlier) - set(later)),
        only_after=len(set(later) - set(earlier)),
        passing=_beside(before, after),
    )


def _pair(before: Case, after: Case) -> Pair:
    return Pair(before=before, after=after, change=_change(before, after))


def _change(before: Case, after: Case) -> Change:
    if before.passed and not after.passed:
        return Change.BROKE
    if after.passed and not before.passed:
        return Change.MENDED
    if before.missed != after.missed:
        return Change.OTHERWISE
    return Change.SAME if _sounds_alike(before, after) else Change.WORDS


def _sounds_alike(before: Case, after: Case) -> bool:
    """Numbers and addresses apart, which another drawing may change."""
    if len(before.turns) != len(after.turns):
        return False
    return all(same_words(b.answered, a.answered) for b, a in zip(before.turns, after.turns, strict=True))


def _beside(before: Report, after: Report) -> list[tuple[str, Passing | None, Passing | None]]:
    found: list[tuple[str, Passing | None, Passing | None]] = []
    for kind in Kind:
        old = {each.name: each for each in measure_passing(before.of_kind(kind))}
        new = {each.name: each for each in measure_passing(after.of_kind(kind))}
        found += [(f"{kind.value} {name}", old.get(name), new.get(name)) for name in dict.fromkeys([*new, *old])]
    return found
