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


class Standing(_Strict):
    """What the shop's own records hold of the shopper afterwards: a choice, ``none`` or a statement, and returns."""

    chosen: str | None = None
    statement: bool | None = None
    returns: int | None = None


class Drawn(_Strict):
    """A customer of the seeded shop, picked by chance among those that have what is asked for.

    ``decision`` names the reason that the shop's data give for one of their lines; ``parcel``, ``incident``, ``claim``
    and ``returned`` the state of one of theirs; ``partly`` wants pieces of the line to have gone back already. In words
    and patterns, ``<order>``, ``<item>``, ``<claim>`` and ``<return>`` stand for what was found.
    """

    seed: int
    decision: str | None = None
    parcel: str | None = None
    incident: str | None = None
    claim: str | None = None
    returned: str | None = None
    country: str | None = None
    partly: bool = False


class Expected(_Strict):
    """Each given expectation must hold; ``says`` and ``never`` are regular expressions on the reply as plain text.

    ``reckoned`` wants the decision that the shop's data give for the line of the drawn customer; ``like_turn`` the
    same words as in that turn, but for addresses and numbers.
    """

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
    reckoned: bool = False
    like_turn: int | None = None
    stands: Standing | None = None


class TurnScript(_Strict):
    """``say`` words, ``burst`` several messages at once, ``choose`` an option by id or by a regular expression on its
    label, enter the ``code`` sent, or ``wait`` for what failed to be tried again. ``padding`` is repeated before and
    after the words until they are 10,000 characters long.

    ``finish_return`` completes the portal for the lines the last link holds; ``advance`` moves the shop's day;
    ``switches`` turns the ``agent`` or the ``hub`` on or off; ``advisory`` makes the returns provider's word advice.
    """

    say: str | None = None
    burst: list[str] = Field(default_factory=list)
    padding: str = ""
    wait: bool = False
    switches: dict[Literal["agent", "hub"], bool] = Field(default_factory=dict)
    advisory: bool = False
    choose: str | None = None
    code: Literal["right", "wrong", "none"] = "none"
    advance: int = 0
    fail: dict[str, int] = Field(default_factory=dict)
    finish_return: bool = False
    expect: Expected = Field(default_factory=Expected)


class Scenario(_Strict):
    """``as`` names a customer by address, ``customer`` has one drawn, signed in; without, the shopper is a stranger."""

    id: str
    about: str
    lang: Literal["en", "fr", "es", "de", "it", "nl"] = "en"
    signed_in: str | None = Field(None, alias="as")
    customer: Drawn | None = None
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
