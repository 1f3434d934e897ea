"""The front matter of every skill is complete, and each intent has at most one skill."""

import pytest

from domain.errors import SettingsInvalid
from domain.intents import Intent
from domain.languages import Language
from domain.skills import Effect
from skills.manifests import get_manifest, parse_manifest
from skills.registry import SKILLS, find_manifest, list_manifests

GOOD = """---
name: returns
intents: [return_or_exchange]
effect: reads
needs: [agent]
identified: true
when: w
when_not: n
topic: {en: a, fr: b}
---
Body.
"""


@pytest.mark.parametrize("name", sorted(SKILLS))
def test_each_skill_declares_itself_in_six_languages(name):
    manifest = get_manifest(name)
    assert manifest.name == name and manifest.when and manifest.when_not
    assert set(manifest.topic) == set(Language)
    assert manifest.intents


def test_no_intent_is_served_twice():
    served = [intent for manifest in list_manifests() for intent in manifest.intents]
    assert len(served) == len(set(served))
    assert find_manifest(Intent.RETURN_OR_EXCHANGE) == get_manifest("returns")
    assert find_manifest(Intent.CHITCHAT) is None


def test_returns_only_reads_and_needs_to_know_who_asks():
    assert get_manifest("returns").effect is Effect.READS and get_manifest("returns").identified
    assert not get_manifest("questions").identified


@pytest.mark.parametrize(
    "wrong",
    [
        GOOD.replace("effect: reads", "effect: writes"),
        GOOD.replace("needs: [agent]\n", ""),
        GOOD.replace("when: w", "when: w\nunheard: of"),
        GOOD.replace("fr: b", "xx: b"),
        GOOD.removeprefix("---\n"),
        "no front matter at all",
    ],
)
def test_what_is_missing_or_unknown_is_refused(wrong):
    with pytest.raises(SettingsInvalid, match="SKILL"):
        parse_manifest(wrong, where="SKILL.md")


def test_what_is_complete_is_read():
    assert parse_manifest(GOOD, where="SKILL.md").topic[Language.FR] == "b"
