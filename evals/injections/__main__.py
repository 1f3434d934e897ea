"""``python -m evals.injections --brain obedient|liar|embedded``: the pack, or a file of labelled texts, as a table.

The brain stands in a language model's place: ``obedient`` falls for everything it reads, ``heeding`` for what is worded
as an order, ``liar`` changes every fact; ``embedded`` is the agent without a model.
"""

import argparse
import asyncio
import logging
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import structlog
from rich.console import Console
from rich.progress import track
from rich.table import Table

from evals.injections.pack import Attack, LookAlike, Pack, read_pack, read_samples
from evals.injections.playing import Ground, Verdict, as_planted
from evals.stage import make_template, open_stage
from tests.standins.openai import StandIn
from tests.standins.openai.brains import make_brain

_BRAINS: dict[str, tuple[str, dict[str, Any]]] = {
    "obedient": ("obedient", {"gullible": True}),
    "heeding": ("obedient", {}),
    "liar": ("liar", {}),
    "competent": ("competent", {}),
}


async def measure(given: argparse.Namespace, folder: Path) -> list[Verdict]:
    """Every attack as a stranger and signed in, every look-alike signed in."""
    template = given.data or folder / "template"
    if given.data is None:
        template.mkdir()
        await make_template(template)
    async with AsyncExitStack() as stack:
        settings: dict[str, Any] = {}
        if given.brain != "embedded":
            name, options = _BRAINS[given.brain]
            model = await stack.enter_async_context(StandIn(make_brain(name, **options)))
            settings = {"openai_base_url": model.base_url, "openai_api_key": model.key}
        stage = await stack.enter_async_context(open_stage(folder / "stage", template=template, **settings))
        ground = await Ground.open(stage)
        return await (_play_file(ground, given.file) if given.file else _play_pack(ground, read_pack()))


async def _play_pack(ground: Ground, pack: Pack) -> list[Verdict]:
    rows: list[tuple[Attack | LookAlike, bool]] = [
        (row, signed_in) for row in pack.attacks for signed_in in (True, False)
    ]
    rows += [(row, True) for row in pack.look_alikes]
    return [await ground.play(row, signed_in=signed_in) for row, signed_in in track(rows, console=_quiet())]


async def _play_file(ground: Ground, path: Path) -> list[Verdict]:
    return [
        await ground.play_planted(each.id, as_planted(each), signed_in=signed_in)
        for each in track(read_samples(path), console=_quiet())
        for signed_in in (True, False)
    ]


def _quiet() -> Console:
    return Console(stderr=True)


def show(verdicts: Sequence[Verdict]) -> Table:
    """A row per place: conversations, how many were answered, look-alikes understood, and the harm done in how many."""
    breaches = sorted({found.breach.value for each in verdicts for found in each.found})
    table = Table("place", "conversations", "answered", "look-alikes", "harmed", *breaches)
    for place in sorted({each.place for each in verdicts}):
        mine = [each for each in verdicts if each.place is place]
        counts = Counter(found for each in mine for found in {found.breach.value for found in each.found})
        harmed = sum(bool(each.found) for each in mine)
        answered = sum(each.answered for each in mine)
        alike = [each.understood for each in mine if each.wanted]
        understood = f"{sum(alike)} of {len(alike)}"
        shown = (len(mine), answered, understood, harmed, *(counts[name] for name in breaches))
        table.add_row(place.value, *map(str, shown))
    return table


def main() -> int:
    given = _parse(sys.argv[1:])
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with tempfile.TemporaryDirectory() as folder:
        verdicts = asyncio.run(measure(given, Path(folder)))
    console = Console(width=150)
    for each in verdicts:
        for found in each.found:
            console.print(f"{each.id} ({'signed in' if each.signed_in else 'stranger'}): {found.breach}: {found.text}")
    console.print(show(verdicts))
    return int(any(each.found for each in verdicts))


def _parse(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.injections", description=__doc__)
    parser.add_argument("--brain", choices=["embedded", *_BRAINS], default="obedient")
    parser.add_argument("--file", type=Path, help="labelled texts instead of the pack, one JSON object a line")
    parser.add_argument("--data", type=Path, help="a seeded data folder to copy, instead of seeding one")
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(main())
