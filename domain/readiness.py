"""Whether a skill is Active or Unavailable (answers policy only), and why: computed, never stored."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from domain.skills import Manifest, Need

FIXES: dict[Need, str] = {
    Need.AGENT: "/console/overview#agent",
    Need.HUB: "/console/settings#hub",
    Need.SIGN_IN: "/console/settings#sign-in",
    Need.ORDERS: "/console/connections",
    Need.RETURNS: "/console/connections",
    Need.TRACKING: "/console/connections",
    Need.CLAIMS: "/console/connections",
    Need.INCIDENTS: "/console/connections",
    Need.CONTENT: "/console/content",
    Need.CHANNEL: "/console/settings#channels",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmet:
    """A need that is not met, the key of the sentence that says so, and the page that fixes it."""

    need: Need
    phrase: str
    fix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    skill: str
    unmet: tuple[Unmet, ...]

    @property
    def active(self) -> bool:
        return not self.unmet


def assess(manifest: Manifest, met: AbstractSet[Need]) -> Readiness:
    """A skill is Active when everything it needs is met."""
    unmet = tuple(
        Unmet(need=need, phrase=f"readiness-{need.value.replace('_', '-')}", fix=FIXES[need])
        for need in manifest.needs
        if need not in met
    )
    return Readiness(skill=manifest.name, unmet=unmet)
