"""The prompt files: Jinja2 templates, each with its version in the first line; the version is on every trace."""

import json
import re
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from agent.model.calls import Purpose

FOLDER = Path(__file__).parents[1] / "prompts"
_VERSION = re.compile(r"\A\{#-? version: (\d+) -?#\}\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """The part of a prompt that is the same for every shopper; ``version`` names the file's version and its text."""

    text: str
    version: str


@cache
def load_system(purpose: Purpose, **values: str) -> System:
    """The system prompt of a purpose; ``values`` are what the install adds: skills, tone."""
    source = (FOLDER / f"{purpose.value}.j2").read_text(encoding="utf-8")
    found = _VERSION.match(source)
    if found is None:
        raise ValueError(f"{purpose.value}.j2 does not begin with its version")
    text = _environment().get_template(f"{purpose.value}.j2").render(**values).strip()
    digest = blake2b(text.encode(), digest_size=3).hexdigest()
    return System(text=text, version=f"{purpose.value}@{found[1]}:{digest}")


def as_data(value: Any) -> str:
    """Values as JSON between marks; ``<`` is escaped, so that nothing inside can close them."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"<data>\n{body}\n</data>"


@cache
def _environment() -> Environment:
    """Plain text for a model: nothing is escaped for a page."""
    return Environment(loader=FileSystemLoader(FOLDER), autoescape=False, undefined=StrictUndefined)  # noqa: S701
