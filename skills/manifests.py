"""Reads the front matter of a ``SKILL.md`` into a manifest. It does not load the skill's code."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from domain.errors import SettingsInvalid
from domain.intents import Intent
from domain.languages import Language
from domain.skills import Effect, Manifest, Need

FOLDER = Path(__file__).parent
_FENCE = "---"
_KEYS = {"name", "intents", "effect", "needs", "identified", "when", "when_not", "topic"}


@cache
def get_manifest(name: str) -> Manifest:
    """The manifest of ``skills/<name>/SKILL.md``; raises SettingsInvalid when it is not complete."""
    path = FOLDER / name / "SKILL.md"
    manifest = parse_manifest(path.read_text(encoding="utf-8"), where=f"skills/{name}/SKILL.md")
    if manifest.name != name:
        raise SettingsInvalid(f"skills/{name}/SKILL.md calls itself {manifest.name!r}")
    return manifest


def parse_manifest(text: str, *, where: str) -> Manifest:
    """The front matter between the first two ``---`` lines; unknown keys, words and languages are refused."""
    front = _front_matter(text, where)
    wrong = _KEYS ^ set(front)
    if wrong:
        raise SettingsInvalid(f"{where}: missing or unknown in the front matter: {', '.join(sorted(wrong))}")
    try:
        return Manifest(
            name=front["name"],
            intents=tuple(Intent(each) for each in front["intents"]),
            effect=Effect(front["effect"]),
            needs=tuple(Need(each) for each in front["needs"]),
            identified=bool(front["identified"]),
            when=str(front["when"]).strip(),
            when_not=str(front["when_not"]).strip(),
            topic={Language(code): str(words) for code, words in front["topic"].items()},
        )
    except ValueError as unknown:
        raise SettingsInvalid(f"{where}: {unknown}") from unknown


def _front_matter(text: str, where: str) -> dict[str, Any]:
    opening, _, rest = text.partition(f"{_FENCE}\n")
    front, closed, _ = rest.partition(f"\n{_FENCE}\n")
    if opening.strip() or not closed:
        raise SettingsInvalid(f"{where}: no front matter between two lines of {_FENCE}")
    loaded = yaml.safe_load(front)
    if not isinstance(loaded, dict):
        raise SettingsInvalid(f"{where}: the front matter is not a mapping")
    return loaded
