"""``aftercare route``: what the agent would make of exported tickets, line by line, without a shop."""

import asyncio
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from agent.understanding.embedded.classifier import IntentClassifier
from agent.understanding.embedded.engine import EmbeddedUnderstanding
from agent.understanding.embedded.reporting import route_line
from domain.errors import ContentUnreadable


def route(
    file: Annotated[Path, typer.Argument(help="JSON lines of {text, asked?}; - reads standard input.")],
) -> None:
    """Write label, commands, slots and confidence per line, as JSON lines."""
    asyncio.run(_route(file))


async def _route(file: Path) -> None:
    understanding = EmbeddedUnderstanding(IntentClassifier.load())
    for line in _lines(file):
        answer = await route_line(line.get("text", ""), line.get("asked"), understanding)
        sys.stdout.write(json.dumps({**({"id": line["id"]} if "id" in line else {}), **answer}, ensure_ascii=False))
        sys.stdout.write("\n")


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            loaded = json.loads(line)
        except ValueError as error:
            raise ContentUnreadable(f"line {number} is not JSON") from error
        if not isinstance(loaded, dict) or not isinstance(loaded.get("text"), str):
            raise ContentUnreadable(f"line {number} has no text")
        yield loaded
