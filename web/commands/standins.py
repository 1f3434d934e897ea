"""Stand-ins of the vendors on this machine, telling the demo shop's stories, to try a connection without an account."""

import asyncio
import sys
from contextlib import ExitStack
from pathlib import Path
from threading import Event
from typing import Annotated, Any

import typer
from rich.console import Console

from domain.errors import SettingsInvalid
from hub_connectors.registry import VENDORS
from runtime.database import Database
from runtime.migrations import migrate
from runtime.settings import read_settings
from web.seed import DEMO

_CHECKOUT = Path(__file__).resolve().parents[2]
_FIRST_PORT = 8471
_LABELS = {
    "shop": "Shop name",
    "base_url": "Address of the API",
    "api_url": "Address of the API",
    "api_key": "API key",
    "client_id": "Client ID",
    "client_secret": "Client secret",
    "webhook_secret": "Webhook secret",
    "access_token": "Access token",
    "gift_tags": "Order tags that mean a gift",
}


def standins(
    port: Annotated[int, typer.Option(help="The first of four ports to listen on.")] = _FIRST_PORT,
) -> None:
    """Serve stand-ins of Shopify, Loop and AfterShip with the demo shop's orders, and print how to connect them."""
    printed = Console(highlight=False, soft_wrap=True)
    running = _load(port, printed)
    with ExitStack() as until_stopped:
        for name, stand_in in running.items():
            try:
                until_stopped.enter_context(stand_in)
            except OSError as taken:
                raise SettingsInvalid(f"{stand_in.root_url} is taken; choose other ports with --port") from taken
            _print_settings(printed, VENDORS[name].title, stand_in.settings())
        printed.print("Type these in the console under Connections. Ctrl+C stops the stand-ins.")
        try:
            Event().wait()
        except KeyboardInterrupt:
            printed.print("Stopped.")


def _load(port: int, printed: Console) -> dict[str, Any]:
    """Not yet serving. Raises SettingsInvalid outside a checkout, or without a seeded demo shop."""
    if not (_CHECKOUT / "tests" / "standins").is_dir():
        raise SettingsInvalid("the stand-ins are part of the tests: run this from a checkout that has tests/standins")
    sys.path.insert(0, str(_CHECKOUT))
    from tests.standins.every import make_stand_ins
    from tests.standins.world import read_world

    settings = read_settings()
    database = Database(settings.database)
    printed.print("Reading the demo shop ...")
    try:
        migrate(database)
        world = asyncio.run(read_world(database, DEMO))
    finally:
        database.close()
    if not world.orders:
        raise SettingsInvalid("there is no demo shop in this data folder: run `aftercare serve` once, then this again")
    return make_stand_ins(world, port=port, webhooks=f"{settings.base_url}/webhooks/{{name}}/{DEMO}")


def _print_settings(printed: Console, title: str, settings: dict[str, Any]) -> None:
    printed.print(f"\n[bold]{title}[/bold]")
    for name, value in settings.items():
        shown = ", ".join(value) if isinstance(value, list) else value
        printed.print(f"  {_LABELS.get(name, name):<28} {shown}", markup=False)
    sys.stdout.flush()
