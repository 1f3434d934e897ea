"""Where the rules read from content and the merchant's typed policy say different things."""

from dataclasses import dataclass
from typing import Any

from domain.policy import Exclusion, Fee, Region, ReturnPolicy, Rule, Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One rule as content states it and as the merchant typed it; None where that side is silent."""

    read: Rule | None
    typed: Rule | None

    @property
    def agrees(self) -> bool:
        return self.read is not None and self.typed is not None and meaning(self.read) == meaning(self.typed)


def compare(read: ReturnPolicy, typed: ReturnPolicy) -> list[Compared]:
    """Every rule of either side, those of content first; rules are matched by what they rule on, not by their ids."""
    there = {subject(rule): rule for rule in rules_of(typed)}
    here = {subject(rule): rule for rule in rules_of(read)}
    found = [Compared(read=rule, typed=there.get(about)) for about, rule in here.items()]
    return found + [Compared(read=None, typed=rule) for about, rule in there.items() if about not in here]


def rules_of(policy: ReturnPolicy) -> list[Rule]:
    return [*policy.windows, *policy.exclusions, *policy.fees, *policy.regions]


def meaning(rule: Rule) -> tuple[Any, ...]:
    """What a shopper would notice of a rule: its id is left out."""
    match rule:
        case Window():
            return rule.days, rule.counts_from
        case Exclusion():
            return (rule.still,)
        case Fee():
            return rule.countries, rule.resolutions, rule.amount
        case Region():
            return (rule.countries,)


def describe(rule: Rule) -> str:
    """The rule in a few plain words for a terminal."""
    match rule:
        case Window():
            return f"{rule.days} days from {rule.counts_from.value}"
        case Exclusion():
            still = ", ".join(sorted(each.value for each in rule.still))
            return f"not taken back; still {still}" if still else "not taken back"
        case Fee():
            amount = f"{rule.amount.currency} {rule.amount.minor // 100}.{rule.amount.minor % 100:02d}"
            return f"{amount} for {_listed(rule.resolutions)} from {_listed(rule.countries)}"
        case Region():
            return _listed(rule.countries)


def subject(rule: Rule) -> tuple[Any, ...]:
    """What a rule rules on: two rules of one subject agree or disagree."""
    match rule:
        case Window():
            return "window", rule.resolution, rule.gifts_only
        case Exclusion():
            return "exclusion", rule.matches, rule.value
        case Fee():
            return "fee", rule.countries
        case Region():
            return ("region",)


def _listed(names: frozenset[Any]) -> str:
    return ", ".join(sorted(str(each) for each in names))
