"""Every skill, by name, and which one serves an intent. Adding a skill is adding a line here."""

from functools import cache

from domain.intents import Intent
from domain.skills import Manifest, Skill
from skills.claims.skill import Claims
from skills.handover.skill import Handover
from skills.incidents.skill import Incidents
from skills.manifests import get_manifest
from skills.questions.skill import Questions
from skills.returns.skill import Returns
from skills.tracking.skill import Tracking

SKILLS: dict[str, Skill] = {
    "returns": Returns(),
    "tracking": Tracking(),
    "claims": Claims(),
    "incidents": Incidents(),
    "questions": Questions(),
    "handover": Handover(),
}


@cache
def list_manifests() -> tuple[Manifest, ...]:
    """The manifests of all skills, in the order of the registry."""
    return tuple(get_manifest(name) for name in SKILLS)


@cache
def find_manifest(intent: Intent) -> Manifest | None:
    """The skill that serves an intent; None for what the agent answers itself."""
    return next((manifest for manifest in list_manifests() if intent in manifest.intents), None)
