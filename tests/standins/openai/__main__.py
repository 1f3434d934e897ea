"""``python -m tests.standins.openai --brain scripted --port 9100``: the stand-in as a process of its own."""

import argparse
import json
from pathlib import Path

from tests.standins.openai.brains import BRAINS, make_brain
from tests.standins.openai.brains.scripted import Scripted, read_line
from tests.standins.openai.running import StandIn


def main() -> None:
    asks = argparse.ArgumentParser(prog="python -m tests.standins.openai", description=__doc__)
    asks.add_argument("--brain", default="scripted", help=f"{', '.join(BRAINS)}, or module:attribute")
    asks.add_argument("--port", type=int, default=9100)
    asks.add_argument("--options", type=json.loads, default={}, help='for the brain, as JSON: {"seed": 3}')
    asks.add_argument("--script", type=Path, help="a JSON file with a list of lines for the scripted brain")
    asks.add_argument("--any-key", action="store_true", help="accept whatever key is sent")
    given = asks.parse_args()
    brain = make_brain(given.brain, **given.options)
    if given.script:
        brain = Scripted([read_line(line) for line in json.loads(given.script.read_text(encoding="utf-8"))])
    stand_in = StandIn(brain, port=given.port)
    if given.any_key:
        stand_in.backstage.keys.clear()
    stand_in.bind()
    print(f"OPENAI_BASE_URL={stand_in.base_url} OPENAI_API_KEY={stand_in.key}", flush=True)  # noqa: T201
    stand_in.run()


if __name__ == "__main__":
    main()
