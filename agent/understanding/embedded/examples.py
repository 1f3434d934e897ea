"""Where the example messages are, how they are read, and the fingerprint that ties trained arrays to them.

Shared by training and inference; not a place for features or models.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

import skills
from domain.intents import Intent

_HERE = Path(__file__).parent
_SKILLS = Path(skills.__file__).parent
_RECIPE = ("examples.py", "features.py", "variation.py", "surroundings.yaml", "training.py")
TRAINED_FOLDER = _HERE / "trained"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One message as a shopper would type it, and the intent it carries."""

    text: str
    intent: str
    language: str


def example_files() -> list[Path]:
    """Every examples/<language>.yaml of the skills and of the embedded engine, in a stable order."""
    return sorted([*_SKILLS.glob("*/examples/*.yaml"), *(_HERE / "examples").glob("*.yaml")])


def read_examples() -> list[Example]:
    return [example for path in example_files() for example in _read(path)]


def _read(path: Path) -> Iterator[Example]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    intents = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506  both are safe, C is ten times faster
    for intent, texts in (intents or {}).items():
        for text in texts or ():
            yield Example(text=str(text), intent=Intent(intent).value, language=path.stem)


@cache
def fingerprint() -> str:
    """Changes with any example and with the code that turns examples into arrays."""
    digest = hashlib.sha256()
    for path in [*example_files(), *(_HERE / name for name in _RECIPE)]:
        digest.update(path.parent.parent.name.encode() + b"/" + path.name.encode() + b"\0")
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def trained_file() -> Path:
    return TRAINED_FOLDER / f"{fingerprint()}.npz"
