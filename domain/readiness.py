"""Whether a skill is Active or Unavailable (answers policy only), and why: computed, never stored."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from domain.skills import Manifest, Need

FIXES: dict[Need, str] = {
    Need.AGENT: "",
    Need.HUB: "settings#hub",
    Need.SIGN_IN: "settings#sign-in",
    Need.ORDERS: "connections",
    Need.RETURNS: "connections",
    Need.TRACKING: "connections",
    Need.CLAIMS: "connections",
    Need.INCIDENTS: "connections",
    Need.CONTENT: "content",
    Need.CHANNEL: "settings#channels",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmet:
    """A need that is not met, the key of the sentence that says so, and the console's page that fixes it.

    ``fix`` is below the shop's console, empty for its first page. ``need`` is None for a skill that was switched off.
    """

    need: Need | None
    phrase: str
    fix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    skill: str
    unmet: tuple[Unmet, ...]

    @property
    def active(self) -> bool:
        return not self.unmet


def assess(manifest: Manifest, met: AbstractSet[Need], *, switched_off: bool = False) -> Readiness:
    """A skill is Active when everything it needs is met and the merchant lets it work."""
    off = (Unmet(need=None, phrase="readiness-switched-off", fix=f"skills/{manifest.name}"),) if switched_off else ()
    unmet = off + tuple(
        Unmet(need=need, phrase=f"readiness-{need.value.replace('_', '-')}", fix=FIXES[need])
        for need in manifest.needs
        if need not in met
    )
    return Readiness(skill=manifest.name, unmet=unmet)
