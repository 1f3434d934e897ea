"""Reading scenario files: YAML lists of conversations with turns in and expectations out; unknown keys are refused."""

from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

FOLDER = Path(__file__).parent / "cases"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Decided(_Strict):
    """One decision that the turn's receipts must hold; ``until`` counts days from the shop's today."""

    item: str
    verdict: Literal["eligible", "refused", "unknown"]
    reason: str
    until: int | None = None


class Expected(_Strict):
    """Each given expectation must hold; ``says`` and ``never`` are regular expressions on the reply as plain text."""

    commands: list[str] | None = None
    skill: str | None = None
    outcome: str | None = None
    missing: str | None = None
    decisions: list[Decided] = Field(default_factory=list)
    blocks: list[str] = Field(default_factory=list)
    says: list[str] = Field(default_factory=list)
    never: list[str] = Field(default_factory=list)
    options: list[str] = Field(default_factory=list)
    cites: str | None = None
    language: str | None = None
    owner: Literal["agent", "person"] | None = None
    quiet: bool = False


class TurnScript(_Strict):
    """``say`` words, ``choose`` an option by id or by a regular expression on its label, or enter the ``code`` sent;
    ``finish_return`` completes the portal for the lines the last link holds; ``advance`` moves the shop's day."""

    say: str | None = None
    choose: str | None = None
    code: Literal["right", "wrong", "none"] = "none"
    advance: int = 0
    fail: dict[str, int] = Field(default_factory=dict)
    finish_return: bool = False
    expect: Expected = Field(default_factory=Expected)


class Scenario(_Strict):
    """``as`` names a customer by address, signed in; without it the shopper is a stranger."""

    id: str
    about: str
    lang: Literal["en", "fr", "es", "de", "it", "nl"] = "en"
    signed_in: str | None = Field(None, alias="as")
    turns: list[TurnScript]


def read_scenarios(folder: Path = FOLDER) -> list[Scenario]:
    """All scenarios of a folder, in the order of the files; raises on a duplicate id."""
    found: list[Scenario] = []
    for path in sorted(folder.glob("**/*.yaml")):
        loaded: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8")) or []
        found += [Scenario.model_validate(each) for each in loaded]
    ids = [each.id for each in found]
    twice = {each for each in ids if ids.count(each) > 1}
    if twice:
        raise ValueError(f"scenario ids stand twice: {', '.join(sorted(twice))}")
    return found
