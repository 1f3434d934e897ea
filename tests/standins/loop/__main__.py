"""The stand-in as a process, telling the demo shop's stories: ``python -m tests.standins.loop --data var``."""

import argparse
import asyncio
import sys
from pathlib import Path

from hub_connectors.sandbox.adapter import MERCHANT
from runtime.database import Database
from tests.standins.loop.running import LoopStandIn
from tests.standins.world import read_world


def main() -> None:
    reading = argparse.ArgumentParser(prog="python -m tests.standins.loop", description=__doc__)
    reading.add_argument("--data", type=Path, required=True, help="the data folder of a seeded demo shop")
    reading.add_argument("--port", type=int, default=8471)
    reading.add_argument("--look-up", choices=("zip", "email", "phone"), default="zip")
    reading.add_argument("--webhooks", default="", help="where events go, such as http://127.0.0.1:8000/webhooks/...")
    chosen = reading.parse_args()
    database = Database(f"sqlite:///{chosen.data / 'aftercare.db'}")
    world = asyncio.run(read_world(database, MERCHANT))
    database.close()
    stand_in = LoopStandIn(world, port=chosen.port, shop_numbers=True)
    stand_in.backstage.look_up = chosen.look_up
    if chosen.webhooks:
        stand_in.subscribe(chosen.webhooks)
    stand_in.bind()
    told = f"base_url={stand_in.api_url} api_key={stand_in.key} webhook_secret={stand_in.secret}"
    sys.stderr.write(f"{told} shop_id={stand_in.shop_id}\n")
    stand_in.run()


if __name__ == "__main__":
    main()
